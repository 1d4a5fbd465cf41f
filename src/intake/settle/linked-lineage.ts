import type { Lineage, ReformRecord } from '../../reform/record.ts'
import type { RecordId } from '../../reform/record-id.ts'
import { foldTight } from '../../vocabulary/folding.ts'

type Lines = Pick<ReformRecord, 'initiatives' | 'lineage'>

/**
 * 系譜を結ぶ — a 取組み整理表 names the old initiatives by their titles. Where the plan of the old phase is known, each is tied to its
 * initiative: the only one of that title that stands in another plan than the one into which the table leads, so that 「継続」 under
 * the same name is never tied to itself. Lines are changed in place, which keeps their sources.
 */
export function linkLineage({ initiatives, lineage }: Lines): void {
  const loose = lineage.filter(({ from }) => from.some(({ initiative }) => initiative === null))
  const planOf = new Map(initiatives.map(({ id, plan }) => [id, plan]))
  const phases = new Set(loose.flatMap(({ to }) => plansOf(to, planOf)))
  if (phases.size === 0) return
  const called = Map.groupBy(
    initiatives.filter(({ plan }) => !phases.has(plan)),
    ({ title }) => foldTight(title),
  )
  for (const end of loose.flatMap(({ from }) => from)) {
    const [only, ...others] = called.get(foldTight(end.title)) ?? []
    if (end.initiative === null && only && others.length === 0) end.initiative = only.id
  }
}

const plansOf = (ends: Lineage['to'], planOf: ReadonlyMap<RecordId, RecordId | null>): (RecordId | null)[] =>
  ends.flatMap(({ initiative }) => (initiative === null ? [] : [planOf.get(initiative) ?? null]))

/** What was tied before stays tied when a document says the same line again: a line is known by its titles, which is all a document has. */
export function rememberLinks(known: readonly Lineage[], said: readonly Lineage[]): void {
  const before = Map.groupBy(known, keyOf)
  for (const line of said)
    for (const side of ['from', 'to'] as const)
      for (const [nth, end] of line[side].entries())
        if (end.initiative === null) end.initiative = before.get(keyOf(line))?.[0]?.[side][nth]?.initiative ?? null
}

const keyOf = ({ from, to }: Pick<Lineage, 'from' | 'to'>): string =>
  JSON.stringify([from, to].map((ends) => ends.map(({ title }) => foldTight(title))))
