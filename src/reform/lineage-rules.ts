import { foldTight } from '../vocabulary/folding.ts'
import type { Lineage } from './record.ts'

type End = Lineage['from'][number]

/**
 * 系譜の輪 — an initiative that would be its own forerunner: the titles along the way, the first one again at the end; null where
 * there is none. An end is its initiative where it is known, else its title; 継続 under the same name is no circle.
 */
export function lineageCircle(lineage: readonly Pick<Lineage, 'from' | 'to'>[]): string[] | null {
  const keyOf = keysIn(lineage)
  const names = new Map<string, string>()
  const next = new Map<string, Set<string>>()
  for (const { from, to } of lineage)
    for (const a of from)
      for (const b of to) {
        const [before, after] = [keyOf(a), keyOf(b)]
        names.set(before, a.title).set(after, b.title)
        if (before !== after) next.set(before, (next.get(before) ?? new Set()).add(after))
      }
  const circle = circleIn(next)
  return circle?.map((key) => names.get(key) ?? key) ?? null
}

/** A title names the only initiative that the lineage knows by it; where several had it, the title stands for itself. */
function keysIn(lineage: readonly Pick<Lineage, 'from' | 'to'>[]): (end: End) => string {
  const called = new Map<string, Set<string>>()
  for (const { title, initiative } of lineage.flatMap(({ from, to }) => [...from, ...to]))
    if (initiative !== null) called.set(foldTight(title), (called.get(foldTight(title)) ?? new Set()).add(initiative))
  return ({ title, initiative }) => {
    if (initiative !== null) return `#${initiative}`
    const [one, ...others] = called.get(foldTight(title)) ?? []
    return one !== undefined && others.length === 0 ? `#${one}` : foldTight(title)
  }
}

/** 一回りする道筋 — the first one found, its start again at its end. Depth first, without recursion: a chain may be as long as the history of a city. */
export function circleIn(next: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const done = new Set<string>()
  for (const start of next.keys()) {
    if (done.has(start)) continue
    const path: { key: string; rest: string[] }[] = [{ key: start, rest: [...(next.get(start) ?? [])] }]
    const on = new Set([start])
    while (path.length > 0) {
      const here = path[path.length - 1] as { key: string; rest: string[] }
      const key = here.rest.shift()
      if (key === undefined) {
        path.pop()
        on.delete(here.key)
        done.add(here.key)
      } else if (on.has(key)) return [...path.slice(path.findIndex((one) => one.key === key)).map((one) => one.key), key]
      else if (!done.has(key)) {
        path.push({ key, rest: [...(next.get(key) ?? [])] })
        on.add(key)
      }
    }
  }
  return null
}
