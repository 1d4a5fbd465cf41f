import type { Plan, RecordId } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import { planOf } from '../../join.ts'
import type { Cell } from '../../read/page.ts'
import type { Column, Header } from './header.ts'
import { halvesIn, planNamedIn, transitionIn } from './plan-title.ts'

/** The plan a title names, with or without the municipality in front: known or new. */
export function planTitled(draft: Draft, title: string, cell: Cell): Plan {
  const wanted = foldTight(title)
  const known = draft.record.plans.find((p) => {
    const name = foldTight(p.title)
    return name === wanted || (wanted.length >= 6 && /[市町村区]$/.test(name.replace(wanted, '')) && name.endsWith(wanted))
  })
  if (!known) return planOf(draft, title, cell)
  draft.from(known, 'title', cell)
  return known
}

/** Reads the plans that a title line names, halves with the plan they are halves of; the one the line is about, or null. */
export function namePlan(draft: Draft, cell: Cell): RecordId | null {
  const text = cell.text
  const move = transitionIn(text)
  if (move) return nameTransition(draft, cell, move).id
  const halves = halvesIn(text)
  if (halves.length > 0) {
    const printed = halves.find((h) => h.parent !== null)?.parent ?? null
    const parent = printed ? planTitled(draft, printed, cell) : rootPlan(draft)
    for (const { half } of halves) childOf(draft, half, parent, cell)
    return (parent ?? planTitled(draft, (halves[0] as { half: string }).half, cell)).id
  }
  const named = planNamedIn(text)
  if (!named) return null
  const plan = planTitled(draft, named.title, cell)
  if (named.period && plan.period === null) draft.put(plan, 'period', named.period, cell)
  return plan.id
}

/** The plan to which a transition leads. */
export function nameTransition(draft: Draft, cell: Cell, move: { from: string; to: string; parent: string | null }): Plan {
  const parent = move.parent ? planTitled(draft, move.parent, cell) : rootPlan(draft)
  childOf(draft, move.from, parent, cell)
  return childOf(draft, move.to, parent, cell)
}

function childOf(draft: Draft, title: string, parent: Plan | null, cell: Cell): Plan {
  const plan = planTitled(draft, title, cell)
  if (parent && parent !== plan && plan.parent === null) draft.put(plan, 'parent', parent.id, cell)
  return plan
}

/** The only plan that stands in no other, if there is just one. */
function rootPlan(draft: Draft): Plan | null {
  const roots = draft.record.plans.filter((p) => p.parent === null && !/^(前期|後期)/.test(p.title))
  return roots.length === 1 ? (roots[0] as Plan) : null
}

/** The plan a table belongs to where its title lines name none: the only one that the document names. */
export const onlyPlan = (draft: Draft): RecordId | null =>
  (rootPlan(draft) ?? (draft.record.plans.length === 1 ? draft.record.plans[0] : null))?.id ?? null

/** Header cells were understood where their column was; a column that nobody understands stays unread, its header too. */
export function claimHeader(draft: Draft, header: Header, columns: readonly Column[]): void {
  for (const column of columns) if (column.role !== null) for (const cell of column.cells) draft.claim(cell, 'fields')
  for (const row of header.rows) if (row.isRule) for (const cell of row.cells) draft.claim(cell, 'boilerplate')
}

/** 階層の名 — the plan's own names of its levels, as the columns are headed. */
export function readLevels(draft: Draft, id: RecordId | null, columns: readonly Column[]): void {
  const plan = draft.record.plans.find((p) => p.id === id)
  if (!plan || plan.levels.length > 0) return
  const named = columns.filter((c) => c.role === 'pillar' || c.role === 'theme' || c.role === 'title' || c.role === 'after')
  const levels = named.map((c) =>
    (c.texts.at(-1) ?? '').replace(/\s+/g, '').replace(/^.*(?:前期|後期|大綱|計画|プラン)の?|^(?:新|次期)の?|名$/g, ''),
  )
  if (levels.length === 0 || levels.includes('')) return
  draft.put(
    plan,
    'levels',
    levels,
    named.flatMap((c) => c.cells),
  )
}
