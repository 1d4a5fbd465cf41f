import { createHash } from 'node:crypto'
import { achievement } from '../evaluate/achievement.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { EditionIndex } from './edition-index.ts'
import { numbered, sectionText } from './initiative-sheet.ts'
import { type StatusTold, statusTold } from './initiative-status.ts'
import { STATUSES, statusName } from './wording-status.ts'

export type InitiativeRow = {
  id: string
  number: string | null
  title: string
  pillar: { id: string; title: string } | null
  theme: string | null
  /** the plan or phase that it stands in, told where the list holds several */
  phase: string | null
  sections: string[]
  status: StatusTold
  /** 「3件中2件達成」 — indicators that met their target, of those that can be judged */
  indicators: string
  keys: Record<FacetKind, string[]>
  folded: string
}
export type FacetKind = 'phase' | 'section' | 'pillar' | 'status' | 'mark'
export type Facet = { kind: FacetKind; name: string; values: { key: string; name: string; count: number }[] }
export type InitiativeList = { rows: InitiativeRow[]; facets: Facet[] }
export type Chosen = Partial<Record<FacetKind | 'q', string>>

/** A name that comes from a document never becomes part of an address: its key is a hash of it. */
export const keyOf = (name: string): string => createHash('sha256').update(foldTight(name)).digest('hex').slice(0, 10)

const sectionsOf = (initiative: EditionIndex['edition']['record']['initiatives'][number]): string[] => [
  ...new Set([...initiative.sections, ...initiative.parts.flatMap((p) => p.sections)].map((s) => s.name)),
]

export function initiativeRows(index: EditionIndex): (InitiativeRow & { names: Record<FacetKind, string[]> })[] {
  return index.edition.record.initiatives.map((initiative) => {
    const path = index.pathOf(initiative.node)
    const pillar = path[0] ?? null
    const status = statusTold(initiative, index)
    const phase = index.plan(initiative.plan)
    const marks = initiative.marks.filter((m) => m.on === true)
    const sections = sectionsOf(initiative)
    const judged = index.year === null ? [] : index.indicatorsOf(initiative).map((i) => achievement(i, index.year as number).met)
    const known = judged.filter((met) => met !== null)
    return {
      id: initiative.id,
      number: initiative.number,
      title: initiative.title,
      pillar: pillar && { id: pillar.id, title: numbered(pillar) },
      phase: phase?.title ?? null,
      theme: path.length > 1 ? path.slice(1).map(numbered).join(' › ') : null,
      sections: initiative.sections.map(sectionText),
      status,
      indicators:
        judged.length === 0 ? '指標なし' : known.length === 0 ? '判定不能' : `${known.length}件中${known.filter(Boolean).length}件達成`,
      keys: {
        phase: phase ? [phase.id] : [],
        section: sections.map(keyOf),
        pillar: pillar ? [pillar.id] : [],
        status: [status.status],
        mark: marks.map((m) => keyOf(`${m.scheme}/${m.name}`)),
      },
      names: {
        phase: phase ? [phase.title] : [],
        section: sections,
        pillar: pillar ? [numbered(pillar)] : [],
        status: [status.name],
        mark: marks.map((m) => `${m.scheme}：${m.name}`),
      },
      folded: foldTight(
        [initiative.number, initiative.title, ...sections, initiative.description, initiative.goal].join(' '),
      ).toLowerCase(),
    }
  })
}

const FACETS = ['section', 'pillar', 'status', 'mark', 'phase'] as const
export const facetName: Record<FacetKind, string> = { phase: '計画・期', section: '所管課', pillar: '柱', status: '状態', mark: '区分の印' }

function facetOf(kind: FacetKind, rows: ReturnType<typeof initiativeRows>): Facet {
  const counted = new Map<string, { key: string; name: string; count: number }>()
  for (const row of rows)
    row.keys[kind].forEach((key, i) => {
      const known = counted.get(key)
      if (known) known.count += 1
      else counted.set(key, { key, name: row.names[kind][i] ?? key, count: 1 })
    })
  const values = [...counted.values()]
  if (kind === 'section') values.sort((a, b) => b.count - a.count)
  if (kind === 'status') values.sort((a, b) => STATUSES.indexOf(a.key as never) - STATUSES.indexOf(b.key as never))
  return { kind, name: facetName[kind], values }
}

export function initiativeList(index: EditionIndex): InitiativeList {
  const rows = initiativeRows(index)
  const facets = FACETS.map((kind) => facetOf(kind, rows))
  // one phase alone is no choice
  return { rows, facets: facets.filter((f) => f.values.length > (f.kind === 'phase' ? 1 : 0)) }
}

/** 絞り込み — every chosen facet must fit; the words of `q` must all be found, in any spelling width. */
export function chosenRows(list: InitiativeList, chosen: Chosen): InitiativeRow[] {
  const words = (chosen.q ?? '')
    .split(/\s+/)
    .map((w) => foldTight(w).toLowerCase())
    .filter((w) => w !== '')
  return list.rows.filter((row) => {
    const fits = FACETS.every((kind) => !chosen[kind] || row.keys[kind].includes(chosen[kind]))
    return fits && words.every((word) => row.folded.includes(word))
  })
}

export const statusCounts = (rows: readonly InitiativeRow[]) =>
  STATUSES.map((status) => ({ status, name: statusName[status], count: rows.filter((r) => r.status.status === status).length }))
