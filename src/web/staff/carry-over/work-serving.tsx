import type { RecordId } from '../../../reform/record-id.ts'
import type { RowTyped } from '../../../report/carry-over-form.ts'
import { carryOverSheet } from '../../../report/carry-over-sheet.ts'
import { carryOverRefusalText, carryOverWords as words } from '../../../report/wording-carry-over.ts'
import { decideCarryOver, type LineSaid, type SheetSaid } from '../../../workflows/decide-carry-over.ts'
import { paths } from '../../paths.ts'
import { textOf } from '../plans/typed.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { ofPaper, type Seen, seenOf } from './desk.tsx'
import { type SentSheet, WorkPage } from './work-page.tsx'

export const noPaper = (staff: Staff): Response => refused(staff, words.noPaper, 404)

export async function showDeciding(staff: Staff): Promise<Response> {
  const seen = await seenOf(staff)
  return seen ? page(staff, seen, null, 200) : noPaper(staff)
}

const page = (staff: Staff, seen: Seen, sent: SentSheet | null, status: 200 | 409 | 422): Response =>
  staff.show(<WorkPage staff={staff} seen={seen} sheet={carryOverSheet(seen.record, seen.paper, seen)} sent={sent} />, status)

const MOST = 1000

/** 保存する — all lines of the page are sent; which of them were touched is found out where they are written. */
export async function takeDeciding(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const [act = 'save', at = ''] = textOf(data, 'do').split(':')
  const said = sheetIn(data, act)
  const done = await decideCarryOver(staff.store, ofPaper(staff), said, staff.act('plan.renew'))
  const { family, id } = ofPaper(staff)
  const show = textOf(data, 'show') === 'open' ? 'show=open&' : ''
  if (done.ok)
    return staff.go(`${paths.staff.carryOver(staff.code, family, id)}?${show}done=${act}-${done.value.count}${at === '' ? '' : `#${at}`}`)
  const { problem } = done
  const seen = await seenOf(staff)
  if (!seen || problem.kind === 'not-found') return noPaper(staff)
  const lines = 'lines' in problem ? problem.lines : []
  const status = problem.kind === 'nothing-chosen' || problem.kind === 'merge-unsaid' ? 422 : 409
  const why = carryOverRefusalText(problem)
  const bulk = { ticked: ticked(data), title: textOf(data, 'bulk.title'), reason: textOf(data, 'bulk.reason') }
  return page(
    staff,
    seen,
    { why, said, bulk, changed: new Map(lines.map((line) => [line.initiative, line.now])), show: show !== '' },
    status,
  )
}

const ticked = (data: FormData): RecordId[] => data.getAll('tick').map((id) => String(id) as RecordId)

function sheetIn(data: FormData, act: string): SheetSaid {
  const numbered = (prefix: string): string[] =>
    Array.from({ length: MOST }, (_, nth) => `${prefix}.${nth}`).filter((path) => data.has(`${path}.id`))
  const lines = numbered('r').map((path): LineSaid => {
    const field = (name: keyof RowTyped): string => textOf(data, `${path}.${name}`)
    const typed = { decision: field('decision'), titles: field('titles'), sections: field('sections'), reason: field('reason') }
    return { initiative: textOf(data, `${path}.id`) as RecordId, typed, basis: textOf(data, `${path}.basis`) }
  })
  const additions = numbered('n').map((path) => ({
    title: textOf(data, `${path}.title`),
    sections: textOf(data, `${path}.sections`),
    under: (textOf(data, `${path}.under`) || null) as RecordId | null,
    after: null,
  }))
  const isBulk = act === 'continue' || act === 'merge'
  return {
    lines,
    additions,
    withdrawn: data.getAll('off').map(String),
    bulk: isBulk ? { do: act, initiatives: ticked(data), title: textOf(data, 'bulk.title'), reason: textOf(data, 'bulk.reason') } : null,
  }
}
