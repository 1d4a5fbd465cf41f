import { no, ok, type Result } from '../vocabulary/result.ts'
import { chosen, type EditFault, type RowSaid, rowsAfter, said } from './edit-rows.ts'
import type { Initiative, ReformRecord, SectionRef } from './record.ts'
import type { RecordId } from './record-id.ts'

export type BasicsSaid = { number: string; title: string; description: string; goal: string; under: string }
export type SectionSaid = RowSaid & { name: string; office: string; role: string }
export type MarkSaid = RowSaid & { scheme: string; name: string; on: string }
export type PublicationSaid = RowSaid & { where: string; title: string; url: string }

/** 置き場所 — «plan:<id>» directly under a plan, else the id of a node. */
export function placeIn(record: ReformRecord, under: string): { plan: RecordId | null; node: RecordId | null } | null {
  if (under.startsWith('plan:')) {
    const plan = record.plans.find(({ id }) => id === under.slice(5))
    return plan ? { plan: plan.id, node: null } : null
  }
  const node = record.nodes.find(({ id }) => id === under)
  return node ? { plan: node.plan, node: node.id } : null
}

/** まだ何も書かれていない取組 */
export const emptyInitiative = (id: RecordId): Initiative => ({
  id,
  plan: null,
  node: null,
  number: null,
  title: '',
  description: null,
  goal: null,
  sections: [],
  marks: [],
  published: [],
  parts: [],
  reports: [],
  evaluations: [],
  costs: [],
})

/** 基本の項目を直す — 番号, 取組名, 概要, 目指す姿 and where it stands. Refused: no title, no such place. */
export function withBasics(it: Initiative, typed: BasicsSaid, record: ReformRecord): Result<Initiative, EditFault[]> {
  const faults: EditFault[] = []
  if (typed.title.trim() === '') faults.push({ field: 'title', kind: 'missing' })
  const stays = typed.under === underOf(it)
  const place = stays ? { plan: it.plan, node: it.node } : placeIn(record, typed.under)
  if (!place) faults.push({ field: 'under', kind: 'not-a-choice' })
  if (faults.length > 0 || !place) return no(faults)
  return ok({
    ...it,
    ...place,
    number: said(typed.number, it.number),
    title: said(typed.title, it.title) ?? it.title,
    description: said(typed.description, it.description),
    goal: said(typed.goal, it.goal),
  })
}

/** the value of the field «置き場所» for what stands somewhere */
export const underOf = ({ plan, node }: { plan: RecordId | null; node: RecordId | null }): string =>
  node ?? (plan === null ? '' : `plan:${plan}`)

const ROLES = ['lead', 'coordinator', 'related'] as const

/** 所管課を直す */
export const withSections = (before: readonly SectionRef[], rows: readonly SectionSaid[]): SectionRef[] =>
  rowsAfter(before, rows, (row, was) => {
    const name = said(row.name, was?.name ?? null)
    return name === null ? null : { ...was, name, office: said(row.office, was?.office ?? null), role: chosen(row.role, ROLES) }
  })

/** 印を直す — on, off, and «not said» are three answers. */
export const withMarks = (before: Initiative['marks'], rows: readonly MarkSaid[]): Initiative['marks'] =>
  rowsAfter(before, rows, (row, was) => {
    const name = said(row.name, was?.name ?? null)
    const on = row.on === 'yes' ? true : row.on === 'no' ? false : null
    return name === null ? null : { ...was, scheme: said(row.scheme, was?.scheme ?? '') ?? '', name, on }
  })

/** 情報公開を直す. Refused: a link that is not an address of the web. */
export function withPublications(
  before: Initiative['published'],
  rows: readonly PublicationSaid[],
): Result<Initiative['published'], EditFault[]> {
  const faults: EditFault[] = []
  const published = rowsAfter(before, rows, (row, was, nth) => {
    const where = said(row.where, was?.where ?? null)
    const [title, url] = [said(row.title, was?.title ?? null), said(row.url, was?.url ?? null)]
    if (where === null && title === null && url === null) return null
    if (where === null) faults.push({ field: `published.${nth}.where`, kind: 'missing' })
    if (url !== null && url !== was?.url && !/^https?:\/\/\S+$/.test(url))
      faults.push({ field: `published.${nth}.url`, kind: 'not-a-choice' })
    return { ...was, where: where ?? '', title, url }
  })
  return faults.length > 0 ? no(faults) : ok(published)
}
