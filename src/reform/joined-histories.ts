import { foldTight } from '../vocabulary/folding.ts'
import type { SectionHistory } from './edition.ts'

/** What has to be written and taken away so that the sections say both. */
export type JoinedHistories = { written: SectionHistory[]; gone: SectionHistory[] }

/**
 * 所属の履歴を合わせる — what a document says of sections laid over what is known. One of unknown beginning is the known section
 * of that name, whenever it began; and a known one of unknown beginning is that of which a document now says when it began, so
 * that a section never stands twice on one day. What the document leaves open (end, 部, successors) stays.
 */
export function joinHistories(known: readonly SectionHistory[], said: readonly SectionHistory[]): JoinedHistories {
  const rows = [...known]
  const written = new Set<SectionHistory>()
  const gone: SectionHistory[] = []
  for (const one of said) {
    const place = placeOf(rows, one)
    const before = place < 0 ? null : (rows[place] as SectionHistory)
    const joined = before ? over(before, one) : one
    if (before && isSame(before, joined)) continue
    if (before) written.delete(before)
    if (before && before.from !== joined.from && known.includes(before)) gone.push(before)
    if (before) rows[place] = joined
    else rows.push(joined)
    written.add(joined)
  }
  return { written: [...written], gone }
}

function placeOf(rows: readonly SectionHistory[], said: SectionHistory): number {
  const isNamed = ({ name }: SectionHistory): boolean => foldTight(name) === foldTight(said.name)
  const exact = rows.findIndex((row) => isNamed(row) && row.from === said.from)
  if (exact >= 0) return exact
  if (said.from === null) return rows.findLastIndex(isNamed)
  return rows.findIndex((row) => isNamed(row) && row.from === null && (row.to === null || row.to > (said.from as string)))
}

function over(before: SectionHistory, said: SectionHistory): SectionHistory {
  const from = said.from ?? before.from
  const to = said.to !== null && (from === null || said.to > from) ? said.to : before.to
  const parent = said.parent ?? before.parent ?? null
  const successors = said.successors.length > 0 ? said.successors : before.successors
  return { name: before.name, from, to, successors, ...(parent === null ? {} : { parent }) }
}

const isSame = (a: SectionHistory, b: SectionHistory): boolean =>
  a.from === b.from && a.to === b.to && (a.parent ?? null) === (b.parent ?? null) && a.successors.join('\n') === b.successors.join('\n')
