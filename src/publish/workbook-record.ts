import type { Plan, PlanNode, RecordId, ReformRecord, Report, SectionRef } from '../reform/record.ts'
import { yearShort } from '../report/figures.ts'

/** The nodes above, the pillar first; the number of nodes bounds the walk, since a document may print a node under itself. */
export function pathIn(record: ReformRecord, node: RecordId | null): PlanNode[] {
  const path: PlanNode[] = []
  let at = record.nodes.find((n) => n.id === node)
  while (at && path.length <= record.nodes.length) {
    path.unshift(at)
    const { parent } = at
    at = record.nodes.find((n) => n.id === parent)
  }
  return path
}

/** The plan that initiatives stand in; the charter above it gives no title to a form. */
export function planOf(record: ReformRecord): Plan | null {
  const used = new Set(record.initiatives.map((i) => i.plan))
  return record.plans.find((plan) => used.has(plan.id)) ?? record.plans.at(-1) ?? null
}

/** The plan and whose it is, as the first sheets are headed. */
export function planTitle(record: ReformRecord): string {
  const plan = planOf(record)?.title ?? '行財政改革'
  const { name } = record.municipality
  return name === null || plan.includes(name) ? plan : `${name} ${plan}`
}

/** The same on the sheets that follow: a half of a plan (後期実施計画) goes by its own name alone, so that all mean the same plan. */
export function planName(record: ReformRecord): string {
  const title = planOf(record)?.title ?? ''
  return record.initiatives.length > 0 && /^(前期|後期|第)/.test(title) ? title : planTitle(record)
}

/** «（令和5年度～令和9年度）» behind the plan's title. */
export function periodText(record: ReformRecord): string {
  const period = planOf(record)?.period
  return period ? `（${yearShort(period.from)}～${yearShort(period.to)}）` : ''
}

/** The years anyone reported on, the first one first; one sheet without a year where nobody did. */
export function reportYears(record: ReformRecord): (number | null)[] {
  const years = new Set(record.initiatives.flatMap((i) => i.reports.map((r) => r.fiscalYear)))
  const said = [...years].toSorted((a, b) => (a ?? 0) - (b ?? 0))
  return said.length > 0 ? said : [record.fiscalYear]
}

/**
 * 【納税課】… 【国保年金課】…: where several sections report on one initiative, each says its own under its name; so does one
 * that is not the section beside it (it was another's before a reorganisation).
 */
export function saidBySections(
  reports: readonly Report[],
  key: 'progress' | 'issues' | 'revision',
  beside: readonly SectionRef[] | null = null,
): string | null {
  const said = reports.filter((report) => report[key] !== null)
  if (said.length === 0) return null
  const several = new Set(said.map((report) => report.section)).size > 1
  const isOther = (section: string): boolean => beside !== null && !(beside.length === 1 && beside[0]?.name === section)
  return said
    .map(({ section, [key]: text }) => (section !== null && (several || isOther(section)) ? `【${section}】\n${text}` : text))
    .join('\n')
}

/** «DX推進課（スマートシティ推進室）», «財政課（とりまとめ）», «（関係課：総務課、管財課）»: as plans print their sections, one a line. */
export function sectionsText(sections: readonly SectionRef[]): string {
  const named = ({ name, office, role }: SectionRef): string =>
    `${name}${office ? `（${office}）` : ''}${role === 'coordinator' ? '（とりまとめ）' : ''}`
  const related = sections.filter(({ role }) => role === 'related')
  const own = sections.filter((section) => !related.includes(section)).map(named)
  return [...own, ...(related.length > 0 ? [`（関係課：${related.map(named).join('、')}）`] : [])].join('\n')
}
