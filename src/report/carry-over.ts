import type { Initiative, Lineage } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import type { SourceRef } from './source-pages.ts'

export type LineageEnd = { title: string; initiative: string | null }
export type LineageTold = {
  from: LineageEnd[]
  to: LineageEnd[]
  kind: string
  reason: string | null
  section: string | null
  pillar: string | null
  theme: string | null
  sources: SourceRef[]
}
/** 見直し区分の集まり — 継続, 新規, 廃止 …; the bracketed detail is shown with the row and counted with its head. */
export type CarryOver = { rows: LineageTold[]; counts: { kind: string; count: number }[] }

/** An end of a lineage is a link only where that initiative is part of this edition. */
const ends = (all: Lineage['from'], index: EditionIndex): LineageEnd[] =>
  all.map((end) => ({ title: end.title, initiative: index.initiative(end.initiative)?.id ?? null }))

const told = (lineage: Lineage, index: EditionIndex): LineageTold => ({
  ...lineage,
  from: ends(lineage.from, index),
  to: ends(lineage.to, index),
  sources: index.sources(`/lineage/${index.edition.record.lineage.indexOf(lineage)}/kind`),
})

/** 取組み整理表 — what became of each initiative of the former plan. */
export function carryOver(index: EditionIndex): CarryOver {
  const rows = index.edition.record.lineage.map((l) => told(l, index))
  const kinds = [...new Set(rows.map((r) => r.kind))]
  return { rows, counts: kinds.map((kind) => ({ kind, count: rows.filter((r) => r.kind === kind).length })) }
}

export function lineageOfInitiative(initiative: Initiative, index: EditionIndex): LineageTold[] {
  const touches = (all: Lineage['from']) => all.some((end) => end.initiative === initiative.id)
  return index.edition.record.lineage.filter((l) => touches(l.from) || touches(l.to)).map((l) => told(l, index))
}

/** 系譜 — the rows by which one goes back to everything before an initiative and on to everything after it. */
export function familyOf(initiative: Initiative, index: EditionIndex): LineageTold[] {
  const { lineage } = index.edition.record
  const wanted = new Set<Lineage>()
  for (const [near, far] of [['to', 'from'] as const, ['from', 'to'] as const]) {
    const seen = new Set<string | null>([initiative.id])
    // each pass goes one plan further; a lineage that runs in a circle ends where it began
    for (let before = -1; before < seen.size; ) {
      before = seen.size
      for (const row of lineage) {
        if (!row[near].some((end) => end.initiative !== null && seen.has(end.initiative))) continue
        wanted.add(row)
        for (const end of row[far]) if (end.initiative !== null) seen.add(end.initiative)
      }
    }
  }
  return lineage.filter((row) => wanted.has(row)).map((row) => told(row, index))
}
