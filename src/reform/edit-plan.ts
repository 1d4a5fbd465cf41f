import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { type EditFault, said } from './edit-rows.ts'
import type { Plan, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

/** `from` and `to` are fiscal years as typed («令和7年度», «2025»); `levels` are the names of the levels, one a line; `parent` a plan's id */
export type PlanSaid = { title: string; kind: string; from: string; to: string; levels: string; goal: string; parent: string }

/** 計画を書く — new or changed. Refused: no title, half a period, an end before its start, a plan inside itself. */
export function withPlan(record: ReformRecord, id: RecordId, typed: PlanSaid): Result<ReformRecord, EditFault[]> {
  const faults: EditFault[] = []
  const was = record.plans.find((plan) => plan.id === id) ?? null
  if (typed.title.trim() === '') faults.push({ field: 'title', kind: 'missing' })
  const period = periodIn(typed, faults)
  const parent = parentIn(record, id, was, typed.parent)
  if (!parent.ok) faults.push(parent.problem)
  if (faults.length > 0 || !parent.ok) return no(faults)
  const plan: Plan = {
    id,
    title: said(typed.title, was?.title ?? null) ?? '',
    kind: said(typed.kind, was?.kind ?? null),
    parent: parent.value,
    period,
    goal: said(typed.goal, was?.goal ?? null),
    levels: levelsIn(typed.levels),
    predecessors: was?.predecessors ?? [],
  }
  return ok({ ...record, plans: was ? record.plans.map((one) => (one === was ? plan : one)) : [...record.plans, plan] })
}

export const levelsIn = (text: string): string[] =>
  text
    .split(/[\n／/、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

function periodIn({ from, to }: PlanSaid, faults: EditFault[]): Plan['period'] {
  if (from.trim() === '' && to.trim() === '') return null
  const [start, end] = [parseFiscalYear(from), parseFiscalYear(to)]
  if (!start.ok) faults.push({ field: 'from', kind: 'not-a-year' })
  if (!end.ok) faults.push({ field: 'to', kind: 'not-a-year' })
  if (!start.ok || !end.ok) return null
  if (end.value < start.value) faults.push({ field: 'to', kind: 'end-before-start' })
  return { from: start.value, to: end.value }
}

/** The root of a family stays the root; the others stand in a plan that is not below them. */
function parentIn(record: ReformRecord, id: RecordId, was: Plan | null, typed: string): Result<RecordId | null, EditFault> {
  if (record.plans.length === 0 || (was && was.parent === null)) return ok(null)
  const parent = record.plans.find((plan) => plan.id === typed)
  if (!parent) return no({ field: 'parent', kind: 'not-a-choice' })
  const plans = new Map(record.plans.map((plan) => [plan.id, plan.parent]))
  let at: RecordId | null = parent.id
  for (let steps = 0; at !== null && steps <= plans.size; steps += 1) {
    if (at === id) return no({ field: 'parent', kind: 'circle' })
    at = plans.get(at) ?? null
  }
  return ok(parent.id)
}
