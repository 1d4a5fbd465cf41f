import { foldTight } from '../vocabulary/folding.ts'
import type { SectionHistory } from './edition.ts'

/** 所属の登録で直すところ */
export type SectionFault =
  | { kind: 'section-name-missing' }
  | { kind: 'section-ends-before-it-begins'; from: string; to: string }
  | { kind: 'section-overlaps'; name: string; from: string | null; to: string | null }
  | { kind: 'successors-without-end' }
  | { kind: 'successor-not-there'; successor: string; on: string }
  | { kind: 'successor-circle'; through: string[] }
  | { kind: 'parent-not-known'; parent: string }
  | { kind: 'parent-circle'; through: string[] }

const same = (a: string, b: string): boolean => foldTight(a) === foldTight(b)
export const isSectionKnown = (sections: readonly SectionHistory[], name: string): boolean => sections.some((one) => same(one.name, name))

/** その日にある所属 */
export const sectionsOn = (sections: readonly SectionHistory[], day: string): SectionHistory[] =>
  sections.filter(({ from, to }) => (from === null || from <= day) && (to === null || day < to))

/** 所属の検査 — `others` are all sections but the one that is written. */
export function sectionFaults(section: SectionHistory, others: readonly SectionHistory[]): SectionFault[] {
  const { name, from, to, successors, parent = null } = section
  if (name.trim() === '') return [{ kind: 'section-name-missing' }]
  const faults: SectionFault[] = []
  if (from !== null && to !== null && to <= from) faults.push({ kind: 'section-ends-before-it-begins', from, to })
  const over = others.find((one) => same(one.name, name) && overlaps(one, section))
  if (over) faults.push({ kind: 'section-overlaps', name: over.name, from: over.from, to: over.to })
  faults.push(...successorFaults(section, others))
  if (successors.length > 0 && to === null) faults.push({ kind: 'successors-without-end' })
  if (parent !== null && !isSectionKnown([...others, section], parent)) faults.push({ kind: 'parent-not-known', parent })
  const up = circleFrom(name, (one) => (same(one, name) ? [parent] : others.filter((o) => same(o.name, one)).map((o) => o.parent ?? null)))
  if (up) faults.push({ kind: 'parent-circle', through: up })
  return faults
}

function successorFaults({ name, to, successors }: SectionHistory, others: readonly SectionHistory[]): SectionFault[] {
  if (to === null) return []
  const absent = successors.filter((one) => !sectionsOn(others, to).some((other) => same(other.name, one)))
  const faults: SectionFault[] = absent.map((successor) => ({ kind: 'successor-not-there', successor, on: to }))
  const round = circleFrom(name, (one) =>
    same(one, name) ? successors : others.filter((o) => same(o.name, one) && o.to !== null && o.to > to).flatMap((o) => o.successors),
  )
  if (round) faults.push({ kind: 'successor-circle', through: round })
  return faults
}

const overlaps = (a: SectionHistory, b: SectionHistory): boolean =>
  (a.to === null || b.from === null || b.from < a.to) && (b.to === null || a.from === null || a.from < b.to)

/** The way back to where it began; null where there is none. */
function circleFrom(start: string, next: (name: string) => readonly (string | null)[]): string[] | null {
  const seen = new Set<string>()
  const walk = (name: string, way: string[]): string[] | null => {
    for (const one of next(name)) {
      if (one === null) continue
      if (same(one, start)) return [...way, one]
      if (seen.has(foldTight(one))) continue
      seen.add(foldTight(one))
      const found = walk(one, [...way, one])
      if (found) return found
    }
    return null
  }
  return walk(start, [start])
}
