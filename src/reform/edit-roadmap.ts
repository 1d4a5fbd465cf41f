import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { type EditFault, type RowSaid, rowsAfter, said } from './edit-rows.ts'
import type { ReformRecord, RoadmapItem } from './record.ts'
import type { RecordId } from './record-id.ts'

/** 工程の入力 — of one pillar or of what stands under none («»); `initiative` blank: it is the pillar's own. */
export type RoadmapSaid = RowSaid & { text: string; initiative: string; from: string; to: string; month: string }
export type RoadmapEdit = { edit: 'roadmap'; node: RecordId | null; said: { items: RoadmapSaid[] } }

/** 柱の工程 — what is said of the pillar, of what stands below it, and of the initiatives there. */
export function roadmapOf({ roadmap, nodes, initiatives }: ReformRecord, pillar: RecordId | null): RoadmapItem[] {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]))
  const places = new Map(initiatives.map(({ id, node }) => [id, node]))
  const topOf = (at: RecordId | null): RecordId | null => {
    let top = at !== null && parents.has(at) ? at : null
    // the number of nodes bounds the walk: an imported node may stand under itself
    for (let steps = 0; top !== null && steps < nodes.length; steps += 1) {
      const above = parents.get(top) ?? null
      if (above === null || !parents.has(above)) break
      top = above
    }
    return top
  }
  return roadmap.filter(({ node, initiative }) => topOf(node ?? (initiative === null ? null : (places.get(initiative) ?? null))) === pillar)
}

const EMPTY: RoadmapItem = { node: null, initiative: null, text: '', from: null, to: null, month: null }

/** 工程を直す — the rows of one pillar; when something ends is left open where nobody says it. */
export function withRoadmap(record: ReformRecord, node: RecordId | null, rows: readonly RoadmapSaid[]): Result<ReformRecord, EditFault[]> {
  const faults: EditFault[] = []
  const own = roadmapOf(record, node)
  const after = rowsAfter(own, rows, (row, was, nth): RoadmapItem | null => {
    const text = said(row.text, was?.text ?? null)
    if (text === null) {
      if (was || [row.initiative, row.from, row.to, row.month].some((one) => one.trim() !== ''))
        faults.push({ field: `items.${nth}.text`, kind: 'missing' })
      return null
    }
    const year = (field: 'from' | 'to'): string | null => {
      const typed = said(row[field], was?.[field] ?? null)
      if (typed === null || typed === was?.[field]) return typed
      const read = parseFiscalYear(typed)
      if (!read.ok) faults.push({ field: `items.${nth}.${field}`, kind: 'not-a-year' })
      return read.ok ? String(read.value) : null
    }
    const [from, to] = [year('from'), year('to')]
    if (from !== null && to !== null && to.slice(0, 4) < from.slice(0, 4))
      faults.push({ field: `items.${nth}.to`, kind: 'end-before-start' })
    const month = monthOf(row.month)
    if (month === undefined) faults.push({ field: `items.${nth}.month`, kind: 'not-a-choice' })
    const it = record.initiatives.find(({ id }) => id === row.initiative)
    if (row.initiative !== '' && !it) faults.push({ field: `items.${nth}.initiative`, kind: 'not-a-choice' })
    const place = was?.node ?? (it ? null : node)
    return { ...(was ?? EMPTY), node: place, initiative: it?.id ?? null, text, from, to, month: month ?? null }
  })
  if (faults.length > 0) return no(faults)
  const first = record.roadmap.findIndex((one) => own.includes(one))
  const others = record.roadmap.filter((one) => !own.includes(one))
  const at = first < 0 ? others.length : record.roadmap.slice(0, first).filter((one) => !own.includes(one)).length
  return ok({ ...record, roadmap: [...others.slice(0, at), ...after, ...others.slice(at)] })
}

/** undefined where it is no month */
function monthOf(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim().replace(/月$/, '')
  if (plain === '') return null
  return /^(?:[1-9]|1[0-2])$/.test(plain) ? Number(plain) : undefined
}
