import type { Direction, Figure, Indicator, Initiative, Part, PlanNode, RecordId, Report } from '../../../reform/record.ts'
import { compare } from '../../../vocabulary/decimal.ts'
import { fold, foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import { addPart, initiativeOf, nodeOf } from '../../join.ts'
import type { Role } from '../../labels.ts'
import type { Cell } from '../../read/page.ts'
import { readSections } from '../../sections.ts'
import type { YearColumn } from '../schedule.ts'
import type { Yardstick } from '../targets.ts'

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
  const known = initiative.reports.find((r) => r.fiscalYear === year && (parts.length === 0 || r.parts.join() === parts.join()))
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

/** Where an indicator belongs: to the part that has a name of its own, else to the initiative, else to nothing that is said. */
export const ownerOf = (form: Form): Indicator['of'] =>
  form.part?.title ? { part: form.part.id } : form.initiative ? { initiative: form.initiative.id } : null

const ownerId = (of: Indicator['of']): string =>
  of === null ? '' : 'part' in of ? of.part : 'initiative' in of ? of.initiative : 'node' in of ? of.node : of.plan
const sameOwner = (a: Indicator['of'], b: Indicator['of']): boolean => ownerId(a) === ownerId(b)

export function indicatorNamed(draft: Draft, name: string, of: Indicator['of'], from: Cell | readonly Cell[]): Indicator {
  const wanted = foldTight(name)
  const known = draft.record.indicators.find((i) => sameOwner(i.of, of) && foldTight(i.name) === wanted)
  if (known) {
    draft.from(known, 'name', from)
    return known
  }
  const indicator: Indicator = {
    id: draft.id('indicator'),
    of,
    name,
    kind: null,
    unit: null,
    direction: null,
    directionSource: null,
    aggregation: /延べ|のべ/.test(name) ? 'gross' : /累計|累積/.test(name) ? 'cumulative' : null,
    baseline: null,
    targets: [],
    actuals: [],
  }
  draft.record.indicators.push(indicator)
  draft.from(indicator, 'name', from)
  return indicator
}

/** A yardstick of a packed target cell becomes an indicator, or goes on the one of that name. */
export function addYardstick(form: Form, yardstick: Yardstick): Indicator {
  const { draft } = form
  const indicator = indicatorNamed(draft, yardstick.name, ownerOf(form), yardstick.cells)
  if (indicator.unit === null && yardstick.unit !== null) draft.put(indicator, 'unit', yardstick.unit, yardstick.cells)
  for (const target of yardstick.targets)
    if (!indicator.targets.some((t) => t.fiscalYear === target.fiscalYear && t.raw === target.raw)) {
      indicator.targets.push(target)
      draft.from(target, 'value', yardstick.cells)
    }
  if (yardstick.baseline && !indicator.baseline) draft.put(indicator, 'baseline', yardstick.baseline, yardstick.cells)
  guessDirection(draft, indicator)
  return indicator
}

/**
 * 改善の方向 — «維持» is said; a limit, or where one starts from, is a guess. That less is wanted is guessed only where the
 * name says something nobody wants: a target below the present may as well be a target that was met long ago.
 */
export function guessDirection(draft: Draft, indicator: Indicator): void {
  if (indicator.direction !== null) return
  const target = indicator.targets.findLast((t) => t.final && t.value !== null) ?? indicator.targets.at(-1)
  if (!target || target.value === null) return
  const start = indicator.baseline?.value ?? null
  const step = start === null ? 0 : compare(target.value, start)
  const guess = target.maintain
    ? 'maintain'
    : (LIMITS[target.comparator ?? '='] ?? (step > 0 ? 'increase' : step < 0 && UNWANTED.test(indicator.name) ? 'decrease' : null))
  if (!guess) return
  indicator.direction = guess
  indicator.directionSource = target.maintain ? 'stated' : 'guessed'
  if (!target.maintain) draft.guess(indicator, 'direction')
}

const LIMITS: Partial<Record<string, Direction>> = { '>=': 'increase', '>': 'increase', '<=': 'decrease', '<': 'decrease' }
const UNWANTED =
  /時間外|残業|待ち|待機|差戻|苦情|未収|未納|滞納|排出|ごみ|廃棄|事故|ミス|誤り|経費|コスト|費用|改善.{0,6}必要|借入|残高|起債|赤字|不足|超過|紙|保存文書|帳票|枚数|日数|離職|負担|公用車/

export const isDash = (text: string): boolean => /^[-ー－―–—\s]+$/.test(fold(text))
