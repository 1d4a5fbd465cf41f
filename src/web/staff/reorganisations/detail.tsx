import { toReorganisationWorkbook } from '../../../publish/reorganisation-workbook.ts'
import { withReorganisation } from '../../../reform/reorganise.ts'
import { reorganisationFlow } from '../../../report/reorganisation-flow.ts'
import type { ReorganisationSeen } from '../../../workflows/look-at-reorganisation.ts'
import { lookAtReorganisation } from '../../../workflows/look-at-reorganisation.ts'
import type { Staff } from '../staff.ts'
import { DetailPage } from './detail-page.tsx'
import { missing } from './form.tsx'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const seenBy = (staff: Staff): Promise<ReorganisationSeen | null> =>
  staff.store.reading(staff.code, (db) => lookAtReorganisation(db, staff.param('id')))

/** 組織改正を確かめる — with everything that it touches. */
export async function showDetail(staff: Staff): Promise<Response> {
  const seen = await seenBy(staff)
  return seen ? answer(staff, seen, [], 200) : missing(staff)
}

export function answer(staff: Staff, seen: ReorganisationSeen, why: readonly string[], status: 200 | 409): Response {
  const { reorganisation } = seen
  const { sections } = staff.standing
  const flow = reorganisationFlow({ ...reorganisation, sections, after: withReorganisation(sections, reorganisation) })
  return staff.show(<DetailPage staff={staff} seen={seen} flow={flow} why={why} />, status)
}

export async function showWorkbook(staff: Staff): Promise<Response> {
  const seen = await seenBy(staff)
  if (!seen) return missing(staff)
  return staff.file(
    `組織改正_${seen.reorganisation.effective}.xlsx`,
    XLSX,
    await toReorganisationWorkbook(seen.reorganisation, seen.preview),
  )
}
