import { foldTight } from '../vocabulary/folding.ts'
import type { SectionHistory } from './edition.ts'
import type { OrganizationChange, ReformRecord } from './record.ts'

/** 改正日 — «2024-04-01»; where only the fiscal year is printed, the day it begins (地方公共団体の組織改正は4月1日付が通例). */
const dayOf = (effective: string | null): string | null =>
  effective === null ? null : /^\d{4}$/.test(effective) ? `${effective}-04-01` : effective

const ENDS: ReadonlySet<OrganizationChange['changes'][number]['kind']> = new Set(['廃止', '統合', '分割', '改称', '再編'])
const BEGINS: ReadonlySet<OrganizationChange['changes'][number]['kind']> = new Set(['新設', '統合', '分割', '改称', '再編'])

/** 係, グループ and the like stand below the sections. */
export const BELOW_SECTIONS = /(?:係|グループ|チーム|班)$/
const SYSTEM = /(?:グループ|係|課|班|担当|スタッフ|チーム)制$/

/** «グループ制から係制に見直す» says how a section works inside; no section begins or ends by it. */
export const isOfSystems = ({ from, to }: { from: readonly string[]; to: readonly string[] }): boolean =>
  [...from, ...to].every((name) => SYSTEM.test(name))

/** «「地域振興課」の係体制を見直し、…係と…係に再編する»: whether the 課 ends is for a person to say, and nothing is registered of it. */
const isInside = ({ from, to }: OrganizationChange['changes'][number]): boolean =>
  from.length > 0 && to.length > 0 && to.every((name) => BELOW_SECTIONS.test(name)) && !from.some((name) => BELOW_SECTIONS.test(name))

/**
 * 所管課の変遷 — every section that a record names, with the dates and successors that its reorganisations say.
 * A unit that a change both takes from and gives to (財政課 takes another in) neither ends nor begins.
 */
export function sectionHistories(record: ReformRecord): SectionHistory[] {
  const histories = new Map<string, SectionHistory>()
  const of = (name: string): SectionHistory => {
    const key = foldTight(name)
    const known = histories.get(key) ?? { name, from: null, to: null, successors: [] }
    histories.set(key, known)
    return known
  }
  for (const initiative of record.initiatives)
    for (const section of [...initiative.sections, ...initiative.parts.flatMap((part) => part.sections)]) of(section.name)
  for (const { effective, changes } of record.organizationChanges)
    for (const change of changes) {
      const day = dayOf(effective)
      if (day === null || isOfSystems(change) || isInside(change)) continue
      for (const name of change.from.filter((n) => !change.to.includes(n))) {
        const history = of(name)
        for (const to of change.to) if (!history.successors.includes(to)) history.successors.push(to)
        if (ENDS.has(change.kind)) history.to = day
      }
      if (BEGINS.has(change.kind) && change.kind !== '統合')
        for (const name of change.to.filter((n) => !change.from.includes(n))) of(name).from = day
    }
  return [...histories.values()]
}
