import type { Plan, PlanNode, RecordId, ReformRecord, Report, SectionRef } from '../reform/record.ts'

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

export function planTitle(record: ReformRecord): string {
  const plan = planOf(record)?.title ?? '行財政改革'
  const { name } = record.municipality
  return name === null || plan.includes(name) ? plan : `${name} ${plan}`
}

/** The years anyone reported on, the first one first; one sheet without a year where nobody did. */
export function reportYears(record: ReformRecord): (number | null)[] {
  const years = new Set(record.initiatives.flatMap((i) => i.reports.map((r) => r.fiscalYear)))
  const said = [...years].toSorted((a, b) => (a ?? 0) - (b ?? 0))
  return said.length > 0 ? said : [record.fiscalYear]
}

/** 【納税課】… 【国保年金課】…: where several sections report on one initiative, each says its own under its name. */
export function saidBySections(reports: readonly Report[], key: 'progress' | 'issues' | 'revision'): string | null {
  const said = reports.filter((report) => report[key] !== null)
  const several = new Set(said.map((report) => report.section)).size > 1
  if (said.length === 0) return null
  return said.map((report) => (several && report.section ? `【${report.section}】\n${report[key]}` : report[key])).join('\n')
}

/** «DX推進課（スマートシティ推進室）», «財政課（とりまとめ）»: as plans print their sections, one a line. */
export const sectionsText = (sections: readonly SectionRef[]): string =>
  sections
    .map(({ name, office, role }) => `${name}${office ? `（${office}）` : ''}${role === 'coordinator' ? '（とりまとめ）' : ''}`)
    .join('\n')
