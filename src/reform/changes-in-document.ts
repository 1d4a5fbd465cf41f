import { addDays, type Day } from '../vocabulary/calendar-day.ts'
import type { SectionHistory } from './edition.ts'
import type { OrganizationChange } from './record.ts'
import type { SectionChange } from './reorganisation.ts'
import { begunBy, endedBy, hasSection, rowOn } from './reorganise.ts'
import { BELOW_SECTIONS, isOfSystems } from './section-history.ts'
import { isRegistered } from './section-scope.ts'

type Read = OrganizationChange['changes'][number]

/** 施行日 — «2024-04-01»; where only the fiscal year is printed, the day it begins; null where nothing is. */
export const effectiveDay = (effective: string | null): Day | null =>
  effective === null ? null : ((/^\d{4}$/.test(effective) ? `${effective}-04-01` : effective) as Day)

/**
 * 文書の組織改正を様式に移す — a document says one thing twice (統合 and 新設 of what comes out of it, a 廃止 that follows from
 * another change); a form says it once. What had to be guessed is marked, here or by the reader, until somebody confirms it.
 */
export function changesInDocument(
  read: readonly OrganizationChange[],
  sections: readonly SectionHistory[],
  effective: Day,
): SectionChange[] {
  const before = addDays(effective, -1)
  const all = read.flatMap(({ department, changes }) =>
    changes.filter((change) => !isOfSystems(change)).flatMap((change) => rowsOf(change, department, sections, effective)),
  )
  const begun = all.filter(({ kind }) => kind !== '新設').flatMap(begunBy)
  const ended = all.filter(({ kind }) => kind !== '廃止').flatMap(endedBy)
  return all
    .filter(
      ({ kind, from, to }) =>
        !(kind === '新設' && to.every((name) => hasSection(begun, name))) &&
        !(kind === '廃止' && from.every((name) => hasSection(ended, name))),
    )
    .map((change) => {
      const [one] = change.to
      // 「乙課に統合する」 — the section that stays takes the other in; the form names it on both sides
      if (change.kind !== '統合' || change.from.length !== 1 || one === undefined || !rowOn(sections, one, before)) return change
      return { ...change, from: [...change.from, one], guessed: true as const }
    })
}

/** A 新設 and a 廃止 of several are one each. */
function rowsOf(change: Read, department: string | null, sections: readonly SectionHistory[], effective: Day): SectionChange[] {
  const parted = [change.from, change.to].map((names) => names.map((name) => withoutDepartment(name, sections)))
  const [from = [], to = []] = parted
  const printed = to.map(({ parent }) => parent).find((parent) => parent !== null) ?? null
  const above = printed ?? department
  const isNew = change.kind !== '廃止' && change.kind !== '移管'
  const parent = above !== null && (printed !== null || isNew) && rowOn(sections, above, effective) ? above : null
  const isGuess =
    change.guessed ||
    parted.flat().some((one) => one.parent !== null || (BELOW_SECTIONS.test(one.name) && !isRegistered(sections, one.name)))
  const row = (was: string[], is: string[]): SectionChange => ({
    kind: change.kind,
    from: was,
    to: is,
    parent,
    what: change.what,
    reason: change.reason,
    ...(isGuess ? { guessed: true } : {}),
  })
  const [old, fresh] = [from.map(({ name }) => name), to.map(({ name }) => name)]
  if (change.kind === '新設' && old.length === 0) return fresh.map((name) => row([], [name]))
  if (change.kind === '廃止' && fresh.length === 0) return old.map((name) => row([name], []))
  return [row(old, fresh)]
}

const DEPARTMENT = /^(\S+(?:部|局|室|本部))[\s\u3000]+(\S.*)$/

/** 「福祉部 保育課」 — the section and its 部, where no section is registered under the whole. */
function withoutDepartment(name: string, sections: readonly SectionHistory[]): { name: string; parent: string | null } {
  const said = isRegistered(sections, name) ? null : DEPARTMENT.exec(name)
  return said ? { name: said[2] as string, parent: said[1] as string } : { name, parent: null }
}
