import { addDays, type Day } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { SectionHistory } from './edition.ts'
import type { OrganizationChangeKind } from './record.ts'
import type { Reorganisation, SectionChange } from './reorganisation.ts'
import { sectionOn } from './section-scope.ts'

type Said = Pick<Reorganisation, 'effective' | 'changes'>

const ENDS: ReadonlySet<OrganizationChangeKind> = new Set(['廃止', '統合', '分割', '改称', '再編'])
const BEGINS: ReadonlySet<OrganizationChangeKind> = new Set(['新設', '統合', '分割', '改称', '再編'])

export const sameSection = (a: string, b: string): boolean => foldTight(a) === foldTight(b)
export const hasSection = (names: readonly string[], name: string): boolean => names.some((one) => sameSection(one, name))

/** その日にある行 — the row of a name that is valid on a day. */
export const rowOn = (sections: readonly SectionHistory[], name: string, day: string): SectionHistory | null =>
  sections.find((row) => sameSection(row.name, name) && (row.from === null || row.from <= day) && (row.to === null || day < row.to)) ?? null

/** なくなる所属 — of one change: those it takes from and does not give to. A 移管 moves work and ends nobody. */
export const endedBy = ({ kind, from, to }: SectionChange): string[] => (ENDS.has(kind) ? from.filter((name) => !hasSection(to, name)) : [])

/** 名のる所属 — of one change: those that begin, unless they were there before and take over. A 廃止 and a 移管 begin nobody. */
export const begunBy = ({ kind, from, to }: SectionChange): string[] =>
  BEGINS.has(kind) ? to.filter((name) => !hasSection(from, name)) : []

/** 部を移る所属 — one that a change names on both sides with another 部. */
export const movedBy = ({ from, to, parent }: SectionChange): string[] =>
  parent === null ? [] : to.filter((name) => hasSection(from, name))

/** 引き継ぐ所属 — who follows a section through the whole reorganisation: a 移管 counts where another change ends its section. */
export function successorsIn({ changes }: Pick<Said, 'changes'>, name: string): string[] {
  const to = changes.filter((change) => hasSection(change.from, name)).flatMap((change) => change.to)
  return to.filter((one, nth) => !sameSection(one, name) && to.findIndex((other) => sameSection(other, one)) === nth)
}

/** 組織改正を当てる — the rows of all sections as they are afterwards; what is there already is written no second time. */
export function withReorganisation(sections: readonly SectionHistory[], said: Said): SectionHistory[] {
  const { effective, changes } = said
  const before = addDays(effective, -1)
  const rows = [...sections]
  const place = (row: SectionHistory | null): number => (row === null ? -1 : rows.indexOf(row))
  for (const change of changes)
    for (const name of begunBy(change)) {
      if (rowOn(rows, name, effective) !== null) continue
      const former = change.from.map((one) => rowOn(sections, one, before)?.parent ?? null).find((parent) => parent !== null) ?? null
      const parent = change.parent ?? (former === null ? null : (successorsIn(said, former)[0] ?? former))
      rows.push({ name: name.trim(), from: effective, to: null, successors: [], ...(parent === null ? {} : { parent }) })
    }
  for (const name of changes.flatMap(endedBy)) {
    const at = place(rowOn(rows, name, before))
    const row = rows[at]
    if (!row) continue
    const successors = successorsIn(said, name)
    const added = successors.filter((one) => !hasSection(row.successors, one))
    if (row.to === effective && added.length === 0) continue
    rows[at] = { ...row, to: effective, successors: row.to === effective ? [...row.successors, ...added] : successors }
  }
  for (const change of changes)
    for (const name of movedBy(change)) {
      const at = place(rowOn(rows, name, effective))
      const row = rows[at]
      const parent = change.parent as string
      if (!row || sameSection(row.parent ?? '', parent)) continue
      if (row.from !== effective) {
        rows[at] = { ...row, to: effective, successors: [] }
        rows.push({ ...row, from: effective, parent })
      } else rows[at] = { ...row, parent }
    }
  return rows
}

/** 反映の有無 — whether a change still writes something: an import may have brought it already; a 移管 of work writes nothing. */
export type ChangeEffect = 'applies' | 'already' | 'none'

export function effectOf(sections: readonly SectionHistory[], effective: Day, change: SectionChange): ChangeEffect {
  if ([...endedBy(change), ...begunBy(change), ...movedBy(change)].length === 0) return 'none'
  const before = addDays(effective, -1)
  const missing = [
    ...endedBy(change).filter((name) => !sections.some((row) => sameSection(row.name, name) && row.to === effective)),
    ...begunBy(change).filter((name) => rowOn(sections, name, effective) === null),
    ...movedBy(change).filter((name) => !sameSection(rowOn(sections, name, effective)?.parent ?? '', change.parent ?? '')),
  ]
  if (missing.length > 0) return 'applies'
  // of one that was there the day before, nothing says yet that it begins
  if (change.kind === '新設' && change.to.every((name) => rowOn(sections, name, before) !== null)) return 'applies'
  const told = endedBy(change).every((name) => {
    const row = sections.find((one) => sameSection(one.name, name) && one.to === effective)
    return change.to.every((to) => hasSection(row?.successors ?? [], to))
  })
  return told ? 'already' : 'applies'
}

/** 触れる所属 — the sections whose initiatives, reports and people a reorganisation concerns: those that end, and those of which work is moved. */
export function touchedBy({ changes }: Pick<Said, 'changes'>): string[] {
  const names = changes.flatMap((change) =>
    change.kind === '移管' ? change.from.filter((name) => !hasSection(change.to, name)) : endedBy(change),
  )
  return names.filter((name, nth) => names.findIndex((one) => sameSection(one, name)) === nth)
}

/** その所属がなくなるか */
export const ends = ({ changes }: Pick<Said, 'changes'>, name: string): boolean =>
  changes.some((change) => hasSection(endedBy(change), name))

/** 後継の案 — who could take an initiative of a section over, and who is proposed: the one where there is one, else nobody. */
export function successorsProposed(said: Pick<Said, 'changes'>, name: string): { possible: string[]; proposed: string[] } {
  const possible = successorsIn(said, name)
  return { possible, proposed: ends(said, name) && possible.length === 1 ? possible : [] }
}

/** 今の名 — the section as it is called on a day where exactly one answers for it; else the name as it was. */
export function nameOn(sections: readonly SectionHistory[], name: string, day: Day): string {
  const today = sectionOn(sections, name, day)
  const one = today.length === 1 ? (today[0] as string) : name
  return sameSection(one, name) ? name : one
}
