import type { EffectClass, EffectFund, EffectKey, MarkClass } from '../../../reform/effect-mark.ts'
import { EFFECT_CLASSES } from '../../../reform/effect-mark.ts'
import type { OutlookId } from '../../../reform/fiscal-outlook.ts'
import type { PlanFamilyId } from '../../../reform/record-id.ts'
import { periodText } from '../../../report/figures.ts'
import type { RowSaid } from '../../../report/reconciliation-board.ts'
import { markRefusalTexts, outlookStaffWords as words } from '../../../report/wording-outlook-staff.ts'
import { markCounts, outlooksOf } from '../../../store/fiscal-outlook.ts'
import { loadOutline } from '../../../store/record-excerpt.ts'
import type { Result } from '../../../vocabulary/result.ts'
import {
  acceptProposals,
  type CannotMark,
  confirmAmounts,
  type MarkSaid,
  markEffects,
  markTogether,
  type ReconcilingAt,
  removeVanished,
} from '../../../workflows/mark-effects.ts'
import { loadReconciling, type Reconciling } from '../../../workflows/reconciling.ts'
import { paths } from '../../paths.ts'
import { planTitle } from '../plans/plan-serving.tsx'
import { textOf } from '../plans/typed.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import type { RowTyped } from './reconciling-at.ts'
import { ReconciliationsPage, ReconcilingPage } from './reconciling-page.tsx'

const MOST_AMOUNTS = 60
const familyOf = (staff: Staff): PlanFamilyId => staff.param('family') as PlanFamilyId
const outlookOf = (staff: Staff): OutlookId => staff.param('id') as OutlookId

/** 計画の突き合わせの一覧 */
export async function showReconciliations(staff: Staff): Promise<Response> {
  const family = familyOf(staff)
  const found = await staff.store.reading(staff.code, async (db) => ({
    outline: await loadOutline(db, family),
    outlooks: await outlooksOf(db),
    counts: await markCounts(db),
  }))
  if (!found.outline) return refused(staff, words.noPlan, 404)
  const marked = (id: string): number => found.counts.find((one) => one.outlook === id && one.family === family)?.count ?? 0
  const outlooks = found.outlooks.map(({ id, title, period }) => ({ id, title, period: periodText(period), marked: marked(id) }))
  return staff.show(<ReconciliationsPage staff={staff} title={planTitle(found.outline.plans)} outlooks={outlooks} />)
}

/** «?estimate=1»: the second estimate in their order; nothing said: the one that is worked on. */
const estimateIn = (nth: string): number | undefined => (/^\d{1,3}$/.test(nth) ? Number(nth) : undefined)

/** 突き合わせの頁 */
export async function showReconciliation(staff: Staff): Promise<Response> {
  const asked = { family: familyOf(staff), outlook: outlookOf(staff), estimate: estimateIn(staff.query('estimate')) }
  const now = await staff.store.reading(staff.code, (db) => loadReconciling(db, asked))
  if (!now) return refused(staff, words.notFound, 404)
  const done = /^\d{1,6}$/.test(staff.query('done')) ? Number(staff.query('done')) : null
  const row = staff.c.req.query('row')?.slice(0, 2_000) ?? null
  return staff.show(<ReconcilingPage staff={staff} now={now} why={[]} row={row} typed={null} done={done} />)
}

type Answer = { row?: string | null; typed?: RowTyped | null }

/** An act of marking: done and sent on, or the page again with what was typed and the marks as they are now. */
async function acted(
  staff: Staff,
  data: FormData,
  { row = null, typed = null }: Answer,
  act: (at: ReconcilingAt) => Promise<Result<number, CannotMark>>,
): Promise<Response> {
  const at = { family: familyOf(staff), outlook: outlookOf(staff), estimate: estimateIn(textOf(data, 'estimate')) }
  const done = await act(at)
  const here = paths.staff.reconciliation(staff.code, at.family, at.outlook)
  if (done.ok) return staff.go(`${here}?estimate=${textOf(data, 'estimate')}&done=${done.value}`)
  const { problem } = done
  if (problem.kind === 'not-allowed') return refused(staff, words.notAllowed, 403)
  if (problem.kind === 'not-found') return refused(staff, words.notFound, 404)
  const now: Reconciling | null =
    problem.kind === 'changed-meanwhile' ? problem.now : await staff.store.reading(staff.code, (db) => loadReconciling(db, at))
  if (!now) return refused(staff, words.notFound, 404)
  const page = <ReconcilingPage staff={staff} now={now} why={markRefusalTexts(problem)} row={row} typed={typed} done={null} />
  return staff.show(page, problem.kind === 'mark-faults' ? 422 : 409)
}

const FIELDS = ['mark', 'line', 'fund', 'note'] as const
const saidAt = (data: FormData, path: string): RowSaid =>
  Object.fromEntries(FIELDS.map((field) => [field, textOf(data, `${path}.${field}`).slice(0, 2_000)])) as RowSaid

function markOf({ mark, line, fund, note }: RowSaid): Omit<MarkSaid, 'effect'> {
  return {
    mark: EFFECT_CLASSES.find((one) => one === mark) ?? ('unmarked' as EffectClass),
    line: line === '' ? null : line,
    fund: (['general', 'total'] as const).find((one) => one === fund) ?? (null as EffectFund | null),
    note: note.trim() === '' ? null : note.trim(),
  }
}

/** 判定を受け取る — of a row together, of its years one by one, or of the rest. */
export async function takeMarks(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const basis = textOf(data, 'basis')
  const row = textOf(data, 'row') || null
  const asked = textOf(data, 'do')
  const act = staff.act('effect.mark', '効果額の織込みの判定')
  if (asked === 'each') {
    const nths = Array.from({ length: MOST_AMOUNTS }, (_, nth) => nth).filter((nth) => data.has(`each.${nth}.effect`))
    const typed: RowTyped = Object.fromEntries(nths.map((nth) => [`each.${nth}`, saidAt(data, `each.${nth}`)]))
    const marks = nths.map((nth) => ({
      effect: textOf(data, `each.${nth}.effect`) as EffectKey,
      ...markOf(typed[`each.${nth}`] as RowSaid),
    }))
    return acted(staff, data, { row, typed }, (at) => markEffects(staff.store, at, { marks, basis }, act))
  }
  const path = asked === 'row' ? 'row' : 'rest'
  const said = saidAt(data, path)
  const which = asked === 'row' && row !== null ? { row } : ('rest' as const)
  const typed = { [path]: said }
  return acted(staff, data, { row, typed }, (at) => markTogether(staff.store, at, { which, said: markOf(said), basis }, act))
}

/** 案を採る */
export async function takeProposals(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const mark = EFFECT_CLASSES.find((one): one is MarkClass => one === textOf(data, 'mark') && one !== 'unmarked') ?? 'outside-period'
  const act = staff.act('effect.mark', '織込みの案の採用')
  return acted(staff, data, {}, (at) => acceptProposals(staff.store, at, { mark, basis: textOf(data, 'basis') }, act))
}

/** 変わったことを決める */
export async function takeChanges(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  if (textOf(data, 'what') === 'vanished')
    return acted(staff, data, {}, (at) => removeVanished(staff.store, at, staff.act('effect.mark', '効果額のなくなった判定の取消し')))
  const act = staff.act('effect.mark', '変わった額の確認')
  return acted(staff, data, {}, (at) => confirmAmounts(staff.store, at, textOf(data, 'basis'), act))
}
