import type { OutlookId } from '../../../reform/fiscal-outlook.ts'
import { type OutlookTyped, readTyped, typedOf } from '../../../reform/outlook-typed.ts'
import { basisOf } from '../../../reform/plan-edit.ts'
import { outlookFaultTexts } from '../../../report/wording-outlook.ts'
import { outlookReadingTexts, outlookRefusalTexts, outlookStaffWords as words } from '../../../report/wording-outlook-staff.ts'
import { outlookById } from '../../../store/fiscal-outlook.ts'
import { fiscalYearOfDay } from '../../../vocabulary/calendar-day.ts'
import { discardOutlook, keepOutlook } from '../../../workflows/keep-outlook.ts'
import { readOutlookFile, readPastedOutlook } from '../../../workflows/read-outlook-file.ts'
import { paths } from '../../paths.ts'
import { textOf } from '../plans/typed.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { GridPage } from './grid-page.tsx'
import { NewOutlookPage } from './new-page.tsx'
import { blankOutlook, emptyLine, typedOutlookIn, withColumns } from './typed-outlook.ts'

/** An upload of 20 MB and what multipart adds to it. */
export const LARGEST_OUTLOOK = 21 * 1024 * 1024
const MORE = 3

export const showNewOutlook = (staff: Staff): Response => staff.show(<NewOutlookPage staff={staff} why={[]} pasted="" />)

/** 読み取る — a file or a pasted table; nothing is written. */
export async function readNewOutlook(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  if (data.has('blank')) return grid(staff, { typed: blankOutlook(fiscalYearOfDay(staff.standing.day)), unread: [] })
  const file = data.get('file')
  const pasted = typeof data.get('text') === 'string' ? String(data.get('text')) : ''
  const again = (why: string[]) => staff.show(<NewOutlookPage staff={staff} why={why} pasted={pasted} />, 422)
  if (typeof file === 'object' && file !== null && file.size > 0) {
    const read = await readOutlookFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    return read.ok ? grid(staff, read.value) : again(outlookReadingTexts(read.problem))
  }
  if (pasted.trim() === '') return again([words.noFile])
  const read = await readPastedOutlook(pasted)
  return read.ok ? grid(staff, read.value) : again(outlookReadingTexts(read.problem))
}

const grid = (staff: Staff, { typed, unread }: { typed: OutlookTyped; unread: { at: string; text: string }[] }): Response =>
  staff.show(
    <GridPage
      staff={staff}
      typed={withColumns(typed)}
      id={null}
      basis={null}
      why={[]}
      checked={typed.lines.some(({ cells }) => cells.some((cell) => cell !== ''))}
      confirmed={false}
      unread={unread}
    />,
  )

export async function showOutlookEdit(staff: Staff): Promise<Response> {
  const id = staff.param('id') as OutlookId
  const outlook = await staff.store.reading(staff.code, (db) => outlookById(db, id))
  if (!outlook) return refused(staff, words.notFound, 404)
  const basis = basisOf(outlook)
  return staff.show(
    <GridPage staff={staff} typed={withColumns(typedOf(outlook))} id={id} basis={basis} why={[]} checked={false} confirmed={false} />,
  )
}

/** 表を受け取る — more rows, a look without keeping, or kept. */
export async function takeGrid(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const id = (staff.param('id') || null) as OutlookId | null
  const typed = typedOutlookIn(data)
  const confirmed = data.has('confirmed')
  const basis = textOf(data, 'basisHash') || null
  const page = (said: { typed: OutlookTyped; why: string[]; checked: boolean; basis?: string | null }, status: 200 | 409 | 422) =>
    staff.show(<GridPage staff={staff} id={id} basis={basis} confirmed={confirmed} {...said} typed={withColumns(said.typed)} />, status)
  const asked = textOf(data, 'do')
  if (asked === 'more') {
    const columns = typed.lines[0]?.cells.length ?? 5
    const unit = typed.lines.findLast((line) => line.unit !== '' && line.kind !== 'ratio')?.unit ?? ''
    const more = Array.from({ length: MORE }, () => emptyLine(columns, { unit }))
    return page({ typed: { ...typed, lines: [...typed.lines, ...more] }, why: [], checked: false }, 200)
  }
  if (asked === 'check') {
    const why = outlookFaultTexts(readTyped(typed).faults)
    return page({ typed, why, checked: true }, why.length > 0 ? 422 : 200)
  }
  const kept = await keepOutlook(staff.store, { typed, id, basis, confirmed }, staff.act('outlook.manage', '財政見通しの登録'))
  if (kept.ok) return staff.go(`${paths.staff.outlook(staff.code, kept.value.id)}?done=kept`)
  const { problem } = kept
  const why = outlookRefusalTexts(problem)
  if (problem.kind === 'not-found') return refused(staff, words.notFound, 404)
  if (problem.kind === 'not-allowed') return refused(staff, words.notAllowed, 403)
  if (problem.kind === 'changed-meanwhile') return page({ typed, why, checked: false, basis: basisOf(problem.now) }, 409)
  return page({ typed, why, checked: true }, problem.kind === 'same-edition' ? 409 : 422)
}

/** 見通しを取り消す */
export async function takeOutlookRemoval(staff: Staff): Promise<Response> {
  const seen = { id: staff.param('id') as OutlookId, basis: textOf(await staff.c.req.formData(), 'basis') }
  const done = await discardOutlook(staff.store, seen, staff.act('outlook.manage', '財政見通しの取消し'))
  if (done.ok) return staff.go(`${paths.staff.outlooks(staff.code)}?done=removed`)
  return refused(staff, outlookRefusalTexts(done.problem).join(''), done.problem.kind === 'not-found' ? 404 : 409)
}
