import { createHash } from 'node:crypto'
import type { CarryOverMade } from './carry-over.ts'
import { canonical } from './edition.ts'
import type { ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

const hash = (thing: unknown): string => createHash('sha256').update(canonical(thing)).digest('hex').slice(0, 16)

type Named = Pick<CarryOverMade, 'plan' | 'nodes' | 'initiatives' | 'indicators' | 'lineage'>

function thingsMade(record: ReformRecord, made: Named): Map<string, { title: string; thing: unknown }> {
  const ids = new Set<RecordId>([made.plan, ...made.nodes, ...made.initiatives, ...made.indicators])
  const titled = [...record.plans, ...record.nodes, ...record.initiatives, ...record.indicators].filter(({ id }) => ids.has(id))
  return new Map(titled.map((thing) => [thing.id as string, { title: 'title' in thing ? thing.title : thing.name, thing }]))
}

/** 作ったときの内容のハッシュ — of each thing, by its id. */
export const hashesOf = (record: ReformRecord, made: Named): Record<string, string> =>
  Object.fromEntries([...thingsMade(record, made)].map(([id, { thing }]) => [id, hash(thing)]))

/** その後に直したもの — the titles of what says something else than when it was made, of what is gone, and of what was hung on it since. */
export function editedSince(record: ReformRecord, made: CarryOverMade): string[] {
  const now = thingsMade(record, made)
  const changed = Object.entries(made.hashes).flatMap(([id, was]) => {
    const found = now.get(id)
    return found === undefined ? ['（削除したもの）'] : hash(found.thing) === was ? [] : [found.title]
  })
  const rows = new Set(record.lineage.map(canonical))
  const lineage = made.lineage.some((row) => !rows.has(canonical(row))) ? ['取組の系譜'] : []
  return [...new Set([...changed, ...lineage, ...hungOn(record, made)])]
}

/** What others wrote below the new phase, or tied to what is in it. */
function hungOn(record: ReformRecord, made: CarryOverMade): string[] {
  const own = new Set<string>([made.plan, ...made.nodes, ...made.initiatives, ...made.indicators])
  const parts = record.initiatives.filter(({ id }) => own.has(id)).flatMap((it) => it.parts.map(({ id }) => id as string))
  const all = new Set([...own, ...parts])
  const isOf = (of: object | null): boolean => of !== null && Object.values(of).some((id) => all.has(id))
  const inside = (place: { plan?: RecordId | null; node?: RecordId | null; parent?: RecordId | null }): boolean =>
    [place.plan, place.node, place.parent].some((id) => id != null && all.has(id))
  const lines = new Set(made.lineage.map(canonical))
  return [
    ...[...record.plans, ...record.nodes, ...record.initiatives].filter((one) => !own.has(one.id) && inside(one)).map(({ title }) => title),
    ...record.indicators.filter((one) => !own.has(one.id) && isOf(one.of)).map(({ name }) => name),
    ...record.effects.filter(({ of }) => isOf(of)).map(({ scope }) => scope),
    ...record.roadmap.filter((one) => isOf({ a: one.node, b: one.initiative })).map(({ text }) => text),
    ...record.events.filter((one) => isOf({ a: one.node })).map(({ text }) => text),
    ...record.lineage
      .filter((row) => !lines.has(canonical(row)) && [...row.from, ...row.to].some(({ initiative }) => initiative && own.has(initiative)))
      .flatMap(({ from, to }) => [...from, ...to].map(({ title }) => title)),
    ...record.reviews
      .flatMap(({ items }) => items.flatMap((item) => [...item.new, ...item.existing]))
      .filter(({ initiative }) => initiative !== null && own.has(initiative))
      .map(({ title }) => title),
  ]
}

/** 引継ぎを取り消す — the record exactly as it was before; whoever asks has made sure that nothing was edited since. */
export function takenBack<R extends ReformRecord>(record: R, made: CarryOverMade): R {
  const own = new Set<RecordId>([made.plan, ...made.nodes, ...made.initiatives, ...made.indicators])
  const kept = <T extends { id: RecordId }>(all: readonly T[]): T[] => all.filter(({ id }) => !own.has(id))
  const rows = new Set(made.lineage.map(canonical))
  return {
    ...record,
    plans: kept(record.plans),
    nodes: kept(record.nodes),
    initiatives: kept(record.initiatives),
    indicators: kept(record.indicators),
    lineage: [...made.replaced.lineage, ...record.lineage.filter((row) => !rows.has(canonical(row)))],
  }
}
