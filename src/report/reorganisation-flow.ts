import type { SectionHistory } from '../reform/edition.ts'
import type { OrganizationChangeKind } from '../reform/record.ts'
import type { SectionChange } from '../reform/reorganisation.ts'
import { begunBy, endedBy, hasSection, rowOn } from '../reform/reorganise.ts'
import { addDays, type Day } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { countText } from './figures.ts'
import { CHANGE_KINDS, fromNothing, intoNothing, reorganisationWords } from './wording-reorganisations.ts'

type Box = { id: string; text: string; note: null; group: string | null; tag: string | null; edge: 'plain' | 'new' | 'ended' }
export type FlowLineKind = 'solid' | 'thick' | 'dashed' | 'dotted' | 'dash-dot'

/** 現行と改正後の図 — what a diagram draws: the sections of both days, the lines between them by kind, and the same in words. */
export type ReorganisationFlow = {
  title: string
  desc: string
  heads: [string, string]
  flow: { left: Box[]; right: Box[]; links: { from: string; to: string; label: string; line: FlowLineKind }[] }
  legend: { label: string; line: FlowLineKind }[]
}

/** Each kind has its line; the label beside it says the kind in words. */
const LINES: Record<OrganizationChangeKind, FlowLineKind> = {
  新設: 'solid',
  廃止: 'dotted',
  統合: 'thick',
  分割: 'dash-dot',
  改称: 'solid',
  移管: 'dashed',
  再編: 'dash-dot',
}

type Said = {
  title: string
  effective: Day | null
  changes: readonly SectionChange[]
  sections: readonly SectionHistory[]
  after: readonly SectionHistory[]
}

export function reorganisationFlow({ title, effective, changes, sections, after }: Said): ReorganisationFlow | null {
  const all = changes.filter(({ from, to }) => from.length + to.length > 0)
  if (all.length === 0) return null
  const unique = (names: readonly string[]): string[] => [...new Map(names.map((name) => [foldTight(name), name])).values()]
  const ended = all.flatMap(endedBy)
  const begun = all.flatMap(begunBy)
  const before = effective === null ? null : addDays(effective, -1)
  // who was there and who is there by the names alone, where no section is registered
  const wasThere = (name: string): boolean =>
    (before !== null && rowOn(sections, name, before) !== null) || all.some(({ from }) => hasSection(from, name))
  const groupOf = (rows: readonly SectionHistory[], name: string, on: string | null): string | null =>
    (on === null ? null : rowOn(rows, name, on)?.parent) ?? null
  const old = unique(all.flatMap(({ from }) => from))
  const now = unique(all.flatMap(({ to }) => to))
  const nobody = (name: string): boolean => all.some((change) => change.kind === '廃止' && hasSection(change.from, name))
  const links = all.flatMap(({ kind, from, to }) =>
    from.flatMap((was) => to.map((is) => ({ from: `old-${foldTight(was)}`, to: `new-${foldTight(is)}`, label: kind, line: LINES[kind] }))),
  )
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]))
  const box = (side: 'old' | 'new', name: string): Box => {
    const id = `${side}-${foldTight(name)}`
    const isEnded = side === 'old' && hasSection(ended, name)
    const isNew = side === 'new' && hasSection(begun, name) && !wasThere(name)
    return {
      id,
      text: name,
      note: null,
      group:
        side === 'old'
          ? groupOf(sections, name, before)
          : (all.find((one) => hasSection(one.to, name))?.parent ?? groupOf(after, name, effective)),
      tag: linked.has(id) ? null : side === 'new' ? '新設' : nobody(name) ? '廃止' : null,
      edge: isEnded ? 'ended' : isNew ? 'new' : 'plain',
    }
  }
  const flow = { left: old.map((name) => box('old', name)), right: now.map((name) => box('new', name)), links }
  const kinds = CHANGE_KINDS.filter((kind) => links.some(({ label }) => label === kind))
  return {
    title: `${title}：現行と改正後`,
    desc: `左が現行、右が改正後の課です。${countsText(all)}。同じ内容を下の表に示します。`,
    heads: ['現行', '改正後'],
    flow,
    legend: kinds.map((kind) => ({ label: kind, line: LINES[kind] })),
  }
}

/** 「統合2件、改称1件」 */
export function countsText(changes: readonly Pick<SectionChange, 'kind'>[]): string {
  return CHANGE_KINDS.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length
    return count === 0 ? [] : [`${kind}${countText(count)}件`]
  }).join('、')
}

/** 変更の表の一行 — the same as the diagram, in words. */
export type ChangeRow = { kind: string; from: string; to: string; parent: string; what: string; reason: string; guessed: boolean }

export const changeRow = ({ kind, from, to, parent, what, reason, nobody, guessed }: SectionChange): ChangeRow => ({
  kind,
  from: from.join('、') || fromNothing(kind),
  to:
    to.length > 0
      ? kind === '廃止'
        ? `（廃止。業務は${to.join('、')}が引き継ぐ）`
        : to.join('、')
      : nobody
        ? `（廃止。${reorganisationWords.nobody}）`
        : intoNothing(kind),
  parent: parent ?? '',
  what: what ?? '',
  reason: reason ?? '',
  guessed: guessed === true,
})
