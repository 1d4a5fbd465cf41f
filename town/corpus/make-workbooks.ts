import { writeFile } from 'node:fs/promises'
import { workbook } from '../story/sheet.ts'
import { figures } from './workbooks/figures.ts'
import { forms } from './workbooks/forms.ts'
import { lists } from './workbooks/lists.ts'
import { offices } from './workbooks/offices.ts'
import { rowsOfYears } from './workbooks/rows-of-years.ts'
import { valuesBelow } from './workbooks/values-below.ts'

// npx node town/corpus/make-workbooks.ts
for (const [name, sheets] of Object.entries({ ...lists, ...forms, ...figures, ...rowsOfYears, ...offices, ...valuesBelow }))
  await writeFile(new URL(name, import.meta.url), await workbook(sheets))
