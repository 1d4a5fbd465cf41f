import { no, ok, type Result } from '../vocabulary/result.ts'
import type { Initiative, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

/** 削除できない理由 — what hangs on the thing; it stays, because a report, a decision or a series would lose what it is about. */
export type CannotRemove =
  | { kind: 'has-reports'; title: string; count: number }
  | { kind: 'has-actuals'; title: string; count: number }
  | { kind: 'has-lineage'; title: string; count: number }
  | { kind: 'has-roadmap'; title: string; count: number }
  | { kind: 'has-reviews'; title: string; count: number }
  | { kind: 'has-items'; title: string; count: number }
  | { kind: 'has-effects'; title: string; count: number }
  | { kind: 'has-children'; title: string; nodes: number; initiatives: number; plans: number }
  | { kind: 'has-indicators'; title: string; count: number }
  | { kind: 'is-root'; title: string }

const some = (...problems: (CannotRemove | null)[]): CannotRemove | null => problems.find((problem) => problem !== null) ?? null
const counted = (kind: Exclude<CannotRemove['kind'], 'has-children' | 'is-root'>, title: string, count: number): CannotRemove | null =>
  count > 0 ? { kind, title, count } : null

const isOf = (of: object | null, ids: ReadonlySet<RecordId>): boolean => of !== null && Object.values(of).some((id) => ids.has(id))

/** 取組を消す — with its indicators and planned effects. Refused where reports, evaluations, actuals, lineage or a roadmap speak of it. */
export function withoutInitiative(record: ReformRecord, it: Initiative): Result<ReformRecord, CannotRemove> {
  const ids = new Set([it.id, ...it.parts.map(({ id }) => id)])
  const own = record.indicators.filter(({ of }) => isOf(of, ids))
  const effects = record.effects.filter(({ of }) => isOf(of, ids))
  const { title } = it
  const problem = some(
    counted('has-reports', title, it.reports.length + it.evaluations.length + it.costs.length),
    counted('has-actuals', title, own.flatMap(({ actuals }) => actuals).length + effects.filter(({ status }) => status === '実績').length),
    counted('has-lineage', title, lineageOf(record, it.id)),
    counted('has-roadmap', title, record.roadmap.filter(({ initiative }) => initiative === it.id).length),
    counted('has-reports', title, figuresOf(record, new Set(own.map(({ id }) => id)))),
  )
  if (problem) return no(problem)
  return ok({
    ...record,
    initiatives: record.initiatives.filter((one) => one !== it),
    indicators: record.indicators.filter((one) => !own.includes(one)),
    effects: record.effects.filter((one) => !effects.includes(one)),
  })
}

const lineageOf = (record: ReformRecord, id: RecordId): number =>
  record.lineage.filter(({ from, to }) => [...from, ...to].some(({ initiative }) => initiative === id)).length +
  record.reviews
    .flatMap(({ items }) => items.flatMap((item) => [...item.new, ...item.existing]))
    .filter(({ initiative }) => initiative === id).length

/** figures of reports that are tied to these indicators */
const figuresOf = (record: ReformRecord, ids: ReadonlySet<RecordId>): number =>
  ids.size === 0
    ? 0
    : record.initiatives
        .flatMap(({ reports }) => reports.flatMap(({ figures }) => figures))
        .filter(({ indicator }) => indicator !== null && ids.has(indicator)).length

/** 取組の部分を消す. Refused where a report speaks of it or an indicator belongs to it. */
export function withoutPart(record: ReformRecord, it: Initiative, part: RecordId): Result<ReformRecord, CannotRemove> {
  const title = it.parts.find(({ id }) => id === part)?.title ?? it.title
  const problem = some(
    counted('has-reports', title, it.reports.filter(({ parts }) => parts.includes(part)).length),
    counted('has-indicators', title, record.indicators.filter(({ of }) => isOf(of, new Set([part]))).length),
  )
  if (problem) return no(problem)
  const after = { ...it, parts: it.parts.filter(({ id }) => id !== part) }
  return ok({ ...record, initiatives: record.initiatives.map((one) => (one === it ? after : one)) })
}

/** 指標を消す. Refused where it has actuals or a report's figure is tied to it. */
export function withoutIndicator(record: ReformRecord, id: RecordId): Result<ReformRecord, CannotRemove> {
  const indicator = record.indicators.find((one) => one.id === id)
  const title = indicator?.name ?? ''
  const problem = some(
    counted('has-actuals', title, indicator?.actuals.length ?? 0),
    counted('has-reports', title, figuresOf(record, new Set([id]))),
  )
  return problem ? no(problem) : ok({ ...record, indicators: record.indicators.filter((one) => one.id !== id) })
}

/** 柱・区分を消す. Refused where something stands below it or belongs to it. */
export function withoutNode(record: ReformRecord, id: RecordId): Result<ReformRecord, CannotRemove> {
  const title = record.nodes.find((node) => node.id === id)?.title ?? ''
  const nodes = record.nodes.filter(({ parent }) => parent === id).length
  const initiatives = record.initiatives.filter(({ node }) => node === id).length
  const ids = new Set([id])
  const problem = some(
    nodes + initiatives > 0 ? { kind: 'has-children', title, nodes, initiatives, plans: 0 } : null,
    counted('has-indicators', title, record.indicators.filter(({ of }) => isOf(of, ids)).length),
    counted('has-effects', title, record.effects.filter(({ of }) => isOf(of, ids)).length),
    counted('has-roadmap', title, [...record.roadmap, ...record.events].filter(({ node }) => node === id).length),
  )
  return problem ? no(problem) : ok({ ...record, nodes: record.nodes.filter((node) => node.id !== id) })
}

/** 中の計画を消す. The plan at the root stays; the others go only when they are empty. */
export function withoutPlan(record: ReformRecord, id: RecordId): Result<ReformRecord, CannotRemove> {
  const plan = record.plans.find((one) => one.id === id)
  const title = plan?.title ?? ''
  const plans = record.plans.filter(({ parent }) => parent === id).length
  const nodes = record.nodes.filter((node) => node.plan === id).length
  const initiatives = record.initiatives.filter((it) => it.plan === id).length
  const problem = some(
    plan?.parent === null ? { kind: 'is-root', title } : null,
    plans + nodes + initiatives > 0 ? { kind: 'has-children', title, nodes, initiatives, plans } : null,
    counted('has-indicators', title, record.indicators.filter(({ of }) => isOf(of, new Set([id]))).length),
    counted('has-reviews', title, record.reviews.filter((review) => review.plan === id).length),
  )
  return problem ? no(problem) : ok({ ...record, plans: record.plans.filter((one) => one.id !== id) })
}
