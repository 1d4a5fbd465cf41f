import { decidedBy } from '../reform/decided.ts'
import type { EditionJudging } from '../reform/edition.ts'
import { type Improvement, type ImprovementState, isOverdue } from '../reform/improvement.ts'
import { standsOn } from '../reform/opened-improvements.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { dateText, yearShort } from './figures.ts'
import { type InitiativeTold, type Named, placeOf, toldBy } from './named-initiatives.ts'
import { improvementStateNames, standsOnText } from './wording-following.ts'

/** As the office sees it, or as an edition holds it: without who noted something. */
export type ImprovementSeen = Omit<Improvement, 'notes'> & { notes: readonly { on: string; by?: string; text: string }[] }
/** 一覧の絞り込み — 期限切れ is a part of 進行中. */
export type ImprovementFilter = 'open' | 'overdue' | 'closed'
export const IMPROVEMENT_FILTERS: readonly ImprovementFilter[] = ['open', 'overdue', 'closed']
export const improvementFilterNames: Record<ImprovementFilter, string> = { open: '進行中', overdue: '期限切れ', closed: '完了' }

export type ImprovementRow = {
  id: string
  initiative: InitiativeTold
  year: string
  fiscalYear: number
  section: string | null
  state: ImprovementState
  /** 作成待ち, 取組中, 期限切れ, 完了 */
  stateName: string
  overdue: boolean
  cause: string
  action: string
  due: string | null
  notes: { on: string; by: string | null; text: string }[]
  closedOn: string | null
  outcome: string | null
  /** why there is this plan; `changed`: its decision is another one now */
  stands: { text: string; changed: boolean }
}
export type ImprovementList = { rows: ImprovementRow[]; counts: Record<ImprovementFilter, number> }

type Said = { scales: EditionJudging['scales']; judgements: EditionJudging['judgements']; improvements: readonly ImprovementSeen[] }

/** 改善計画の一覧 — overdue ones first, then by the date due; on the day that is given. */
export function improvementList(initiatives: readonly Named[], said: Said, day: Day): ImprovementList {
  const told = toldBy(initiatives)
  const place = placeOf(initiatives)
  const decided = decidedBy('decision', said.scales, said.judgements)
  const rows = said.improvements.map((one): ImprovementRow & { at: string } => {
    const overdue = isOverdue(one, day)
    const stands = standsOn(one, decided)
    return {
      id: one.id,
      initiative: told(one.initiative),
      year: yearShort(one.fiscalYear),
      fiscalYear: one.fiscalYear,
      section: one.section,
      state: one.state,
      stateName: overdue ? improvementFilterNames.overdue : improvementStateNames[one.state],
      overdue,
      ...{ cause: one.cause, action: one.action, due: one.due && dateText(one.due) },
      notes: one.notes.map(({ on, by, text }) => ({ on: dateText(on), by: by ?? null, text })),
      ...{ closedOn: one.closedOn && dateText(one.closedOn), outcome: one.outcome },
      stands: { text: standsOnText(stands, yearShort(one.fiscalYear)), changed: stands.on === 'changed' },
      at: `${one.state === 'closed' ? '2' : overdue ? '0' : '1'} ${one.due ?? '9999'}`,
    }
  })
  const sorted = rows.toSorted((a, b) => a.at.localeCompare(b.at) || place(a.initiative.id) - place(b.initiative.id))
  const count = (filter: ImprovementFilter): number => rows.filter((row) => isIn(filter, row)).length
  return {
    rows: sorted.map(({ at: _, ...row }) => row),
    counts: { open: count('open'), overdue: count('overdue'), closed: count('closed') },
  }
}

export const isIn = (filter: ImprovementFilter, { state, overdue }: Pick<ImprovementRow, 'state' | 'overdue'>): boolean =>
  filter === 'overdue' ? overdue : (state === 'closed') === (filter === 'closed')
