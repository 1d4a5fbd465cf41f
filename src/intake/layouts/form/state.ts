import type { Figure, Indicator, Initiative, Part, PlanNode, RecordId, Report } from '../../../reform/record.ts'
import { fold, foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import { addPart, initiativeOf, nodeOf } from '../../join.ts'
import type { Role } from '../../labels.ts'
import type { Cell } from '../../read/page.ts'
import { readSections } from '../../sections.ts'
import type { YearColumn } from '../schedule.ts'

/** 記入中の様式 — where the reader of a form stands: which node, initiative and part what it reads belongs to. */
export type Form = {
  draft: Draft
  plan: RecordId | null
  /** the role whose label names the initiative */
  titled: Role
  /** the headings above, outermost first, with their level as printed */
  nodes: { level: string; node: PlanNode }[]
  initiative: Initiative | null
  part: Part | null
  /** parts that no report has answered for yet */
  unreported: Part[]
  /** a number that stands before its title, in a cell or line of its own */
  number: { text: string; cell: Cell } | null
  /** the fiscal year that the text itself gives a figure, where that is not the report's */
  dated: Map<Figure, number>
  /** the year that the form itself says it reports on */
  year: number | null
  /** the years of the last table, for rows below it that stand under them */
  years: readonly YearColumn[]
  /** where the initiative is published, for a list of pages below */
  outlet: string | null
  /** texts of labels that are somebody's second word for a field (目的, 現状と課題): used where the field itself is not there */
  spare: { keys: readonly ('goal' | 'description')[]; text: string; cells: readonly Cell[] }[]
  /** the labels answered since the title, in their order: the first of them once more begins a block whose title was not read */
  answered: string[]
  /** the indicator that single fields (単位, 目標値, 実績値) go on describing */
  indicator: Indicator | null
}

export const newForm = (draft: Draft, plan: RecordId | null, titled: Role = 'title'): Form => ({
  draft,
  plan,
  titled,
  nodes: [],
  initiative: null,
  part: null,
  unreported: [],
  number: null,
  dated: new Map(),
  year: null,
  years: [],
  outlet: null,
  spare: [],
  answered: [],
  indicator: null,
})

/** A heading above initiatives: it ends the headings of its own level and below. */
export function openNode(form: Form, printed: string, level: string, cell: Cell): PlanNode {
  const known = form.nodes.findIndex((n) => n.level === level)
  if (known >= 0) form.nodes.length = known
  const parent = form.nodes.at(-1)?.node.id ?? null
  const node = nodeOf(form.draft, printed, cell, { plan: form.plan, parent, level })
  form.nodes.push({ level, node })
  return node
}

/** A title: the initiative that is open (its next page), one that is known, or a new one. */
export function openInitiative(form: Form, title: string, cells: readonly Cell[], number: { text: string; cell: Cell } | null): Initiative {
  const same = form.initiative !== null && foldTight(form.initiative.title) === foldTight(title)
  const node = form.nodes.at(-1)?.node.id ?? null
  const initiative = initiativeOf(form.draft, title, cells, { plan: form.plan, node, number: number?.text ?? null })
  if (number) form.draft.from(initiative, 'number', number.cell)
  form.number = null
  form.indicator = null
  form.answered = []
  if (same) return initiative
  settleSpare(form)
  form.initiative = initiative
  form.year = null
  form.years = []
  form.part = initiative.parts.at(-1) ?? null
  form.unreported = []
  return initiative
}

/** From here on nothing belongs to the initiative that is open. */
export function closeInitiative(form: Form): void {
  settleSpare(form)
  form.initiative = null
  form.part = null
  form.unreported = []
  form.indicator = null
}

/** What was only a second word for a field fills it where nothing else did; else it belongs to no field, and stays unread. */
export function settleSpare(form: Form): void {
  const { initiative, draft } = form
  for (const { keys, text, cells } of form.spare) {
    const key = initiative ? keys.find((k) => initiative[k] === null) : undefined
    if (initiative && key) draft.put(initiative, key, text, cells)
    else for (const cell of cells) draft.leaveUnread(cell, cell.text)
  }
  form.spare = []
}

/** A part with its own heading; the same heading on the next page is the same part. */
export function openPart(form: Form, initiative: Initiative, title: string, sections: string, cell: Cell): Part {
  const known = initiative.parts.find((p) => p.title !== null && foldTight(p.title) === foldTight(title))
  const part = known ?? addPart(form.draft, initiative, title)
  form.draft.from(part, 'title', cell)
  if (!known) {
    part.sections = readSections(sections)
    form.draft.from(part, 'sections', cell)
    form.unreported.push(part)
  }
  form.part = part
  return part
}

/** The part that activities go to: the open one, or the nameless one of an initiative without parts. */
export function partFor(form: Form, initiative: Initiative): Part {
  if (form.part && initiative.parts.includes(form.part)) return form.part
  form.part = addPart(form.draft, initiative)
  form.unreported.push(form.part)
  return form.part
}

/** The report of a fiscal year for these parts: the one that is known, or a new one. */
export function reportFor(initiative: Initiative, year: number | null, parts: readonly RecordId[]): Report {
  // what a list says of one section is a report of its own, and none that a form goes on with
  const known = initiative.reports.find(
    (r) => r.fiscalYear === year && r.section === null && (parts.length === 0 || r.parts.join() === parts.join()),
  )
  if (known) return known
  const report: Report = { parts: [...parts], section: null, fiscalYear: year, progress: null, issues: null, revision: null, figures: [] }
  initiative.reports.push(report)
  return report
}

/** Text that comes in more than one cell or under more than one label goes on in a new line; said twice, it is kept once. */
export function addText<T extends object, K extends keyof T & string>(
  draft: Draft,
  target: T,
  key: K,
  text: string,
  from: Cell | readonly Cell[],
): void {
  const known = target[key] as string | null
  if (known !== null && foldTight(known).includes(foldTight(text))) draft.from(target, key, from)
  else draft.put(target, key, (known === null ? text : `${known}\n${text}`) as T[K], from)
}

export const isDash = (text: string): boolean => /^[-ー－―–—\s]+$/.test(fold(text))
