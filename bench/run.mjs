/**
 * npm run bench — each figure against a limit or a peer in the same run; ratios, because machines differ.
 * Exit status 1 where a figure is not held.
 */
import { measureAudit } from './audit.mjs'
import { measureFirstStart } from './first-start.mjs'
import { measureForms } from './forms.mjs'
import { measureMail } from './mail.mjs'
import { measurePortal } from './portal.mjs'
import { measureReading } from './reading.mjs'
import { measureStaff } from './staff.mjs'

const results = [
  ...(await measureReading()),
  ...(await measureFirstStart()),
  ...(await measurePortal()),
  ...(await measureStaff()),
  ...(await measureMail()),
  ...(await measureForms()),
  ...(await measureAudit()),
]
for (const { name, figure, limit, held, note } of results)
  console.log(`${held ? '○' : '×'} ${name}：${figure}（限度 ${limit}）${note ? `　${note}` : ''}`)
process.exitCode = results.every((r) => r.held) ? 0 : 1
