import type { Initiative } from '../../../reform/record.ts'
import { parseFiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { fold, foldTight } from '../../../vocabulary/folding.ts'
import { readNumbered } from '../../join.ts'
import type { Label } from '../../labels.ts'
import type { Cell } from '../../read/page.ts'
import { looksLikeSections, readSections } from '../../sections.ts'
import { periodIn } from '../table/plan-title.ts'
import { addCost, addEffect } from './amounts.ts'
import { addEvaluation, isScale } from './evaluation.ts'
import { type Field, yearOfReport } from './field.ts'
import { addIndicator, addNameless, addYearValue, isMeasure } from './indicator-fields.ts'
import { addPages } from './marks.ts'
import { addReportField } from './reports.ts'
import { addText, closeInitiative, type Form, isDash, openInitiative, openNode } from './state.ts'

type Writer = (form: Form, initiative: Initiative, field: Field) => boolean

/** Writes a field where it belongs; false where there is no place for it, so that it stays unread. */
export function applyField(form: Form, field: Field): boolean {
  if (field.text === '') return false
  if (field.label.role === form.titled) {
    const { number, title } = numberedTitle(field)
    openInitiative(form, title, field.cells, field.number ?? form.number ?? number)
    return true
  }
  if (field.label.role === 'number') return applyNumber(form, field)
  if (field.label.role === 'pillar' || field.label.role === 'theme') return applyNode(form, field)
  if (field.label.role === 'period' && !form.initiative) return applyPeriod(form, field)
  if (beginsUntitled(form, field)) closeInitiative(form)
  const write = WRITERS[field.label.role]
  return write !== undefined && form.initiative !== null && write(form, form.initiative, field)
}

/**
 * A block whose title was not understood must not be read into the one before it: where forms give their section first,
 * a section again, after what was done, is another form's.
 */
function beginsUntitled(form: Form, { label }: Field): boolean {
  const again = label.role === 'section' && form.answered[0] === 'section' && !form.part?.title
  const told = form.answered.some((role) => role === 'progress' || role === 'issues' || role === 'actual')
  form.answered.push(label.role)
  return again && told
}

/** «取組名：1-1 窓口の…»: a number in front of the title, with a blank or a bracket behind it. */
function numberedTitle({ text, cells }: Field): { number: Field['number']; title: string } {
  const said =
    /^([①-⑳]|[（(][0-9０-９]{1,3}[）)]|[0-9０-９ⅠⅡⅢⅣⅤ]{1,3}(?:[-－.．][0-9０-９①-⑳]{1,3}){0,3}[.．]?(?=[\s　])|(?:No|№)[.．]?\s?\d+)[\s　]*(\S[\s\S]*)$/.exec(
      text,
    )
  return said ? { number: { text: said[1] as string, cell: cells[0] as Cell }, title: said[2] as string } : { number: null, title: text }
}

function applyNumber(form: Form, field: Field): boolean {
  const [cell] = field.cells as [Cell]
  // behind the title of the same form it is the number of that initiative, before a title that of the next
  if (form.initiative?.number === null) form.draft.put(form.initiative, 'number', field.text, cell)
  else form.number = { text: field.text, cell }
  form.draft.claim(cell, 'fields')
  return true
}

function applyNode(form: Form, field: Field): boolean {
  if (isDash(field.text)) return false
  const [cell] = field.cells as [Cell]
  const level = field.label.text.replace(/[\s：:【】■●]/g, '')
  const own = readNumbered(field.text).level ?? level
  const node = openNode(form, field.text, own, cell)
  if (form.initiative && form.initiative.plan === form.plan && openedHere(form)) form.initiative.node = node.id
  return true
}

/** Fields that stand below the title of their form move it under the node they name. */
const openedHere = (form: Form): boolean =>
  form.initiative !== null && form.initiative.reports.length === 0 && form.initiative.parts.length === 0

function applyPeriod(form: Form, field: Field): boolean {
  const plan = form.draft.record.plans.find((p) => p.id === form.plan)
  const period = periodIn(field.text)
  if (!plan || !period) return false
  form.draft.put(plan, 'period', period, field.cells)
  return true
}

/** «対象年度 | 令和6年度»: the year of what this form reports. */
function setYear(form: Form, { text }: Field): boolean {
  const year = parseFiscalYear(text)
  if (year.ok) form.year = year.value
  return year.ok
}

const WRITERS: Partial<Record<string, Writer>> = {
  section: (form, initiative, { text, cells }) => addSections(form, initiative, text, cells, null),
  relatedSection: (form, initiative, { text, cells }) => addSections(form, initiative, text, cells, 'related'),
  description: (form, initiative, { label, text, cells }) =>
    keepSpare(form, label, text, cells) || addProse(form, initiative, 'description', text, cells),
  activity: (form, initiative, { text, cells }) => addProse(form, initiative, 'description', text, cells),
  goal: (form, initiative, { text, cells }) => addProse(form, initiative, 'goal', text, cells),
  progress: (form, initiative, field) =>
    (isMeasure(field.text) && form.indicator !== null && addYearValue(form, 'actual', field)) ||
    (/状況|度$|区分/.test(field.label.text) && isScale(field.text)
      ? addEvaluation(form, initiative, field)
      : addReport(form, initiative, 'progress', field)),
  issues: (form, initiative, field) =>
    (/[□☐]/.test(field.text) && addEvaluation(form, initiative, field)) || addReport(form, initiative, 'issues', field),
  revision: (form, initiative, field) => addReport(form, initiative, 'revision', field),
  evaluation: (form, initiative, field) => addEvaluation(form, initiative, field),
  comment: (form, initiative, { text, cells }) => {
    const last = initiative.evaluations.at(-1)
    if (!last) return false
    addText(form.draft, last, 'comment', text, cells)
    return true
  },
  reason: (form, initiative, field) => (initiative.evaluations.length > 0 ? WRITERS.comment?.(form, initiative, field) === true : false),
  published: (form, initiative, { label, cells }) => {
    // «情報公開（広報紙）» names the place in brackets
    const where = /^[^（(]+[（(](.+)[）)]$/.exec(label.text)?.[1] ?? label.text
    for (const cell of cells) addPages(cell, where, initiative, form.draft)
    return true
  },
  indicator: (form, _initiative, field) => addIndicator(form, field),
  unit: (form, _initiative, { text, cells }) => {
    if (!form.indicator) return false
    form.draft.put(form.indicator, 'unit', text, cells)
    return true
  },
  baseline: (form, _initiative, field) => addYearValue(form, 'baseline', field),
  target: (form, initiative, field) => addYearValue(form, 'target', field) || addNameless(form, initiative, field),
  actual: (form, initiative, field) => addYearValue(form, 'actual', field) || addReport(form, initiative, 'progress', field),
  fiscalYear: (form, _initiative, field) =>
    field.label.year === null ? setYear(form, field) : field.label.phase === '実績' && addYearValue(form, 'actual', field),
  cost: (form, initiative, field) => addCost(form, initiative, field),
  effect: (form, initiative, field) => addEffect(form, initiative, field),
}

function addSections(form: Form, initiative: Initiative, text: string, cells: readonly Cell[], role: 'related' | null): boolean {
  const sections = looksLikeSections(text) || [...text].length <= 40 ? readSections(text) : []
  if (isDash(text)) return true
  if (sections.length === 0) return false
  for (const section of sections) {
    const department = initiative.sections.at(-1)
    // «部局名 総務部 | 課名 職員課»: the department of the section, and no section besides it
    if (department && initiative.sections.length === 1 && isWithin(department.name, section.name, form)) {
      department.name = `${department.name} ${section.name}`
      continue
    }
    if (initiative.sections.some((s) => foldTight(s.name) === foldTight(section.name))) continue
    initiative.sections.push({ ...section, role: section.role ?? role })
  }
  form.draft.from(initiative, 'sections', cells)
  return true
}

/** The label before this one was of a section too, and named a department. */
const isWithin = (department: string, section: string, { answered }: Form): boolean =>
  answered.at(-2) === 'section' && /(?:部|局|教育委員会)$/.test(department) && /[^部局]$/.test(section) && UNIT.test(section)
const UNIT = /(?:課|室|係|班|担当|センター|グループ)$/

const PURPOSE = /^(?:(?:事業|取組|取り組み|改革)?の?目的|ねらい)$/
const BACKGROUND = /現状|背景|必要性|経緯/

/** 目的 may be the goal and 現状と課題 the description, where the form has no other words for them. */
function keepSpare(form: Form, label: Label, text: string, cells: readonly Cell[]): boolean {
  const words = fold(label.text).replace(/[\s:【】■●◆0-9.]/g, '')
  const keys = PURPOSE.test(words) ? (['goal', 'description'] as const) : BACKGROUND.test(words) ? (['description'] as const) : null
  if (!keys || isDash(text)) return false
  const same = form.spare.find((s) => s.keys.join() === keys.join())
  if (same) form.spare = form.spare.map((s) => (s === same ? { ...s, text: `${s.text}\n${text}`, cells: [...s.cells, ...cells] } : s))
  else form.spare.push({ keys, text, cells })
  return true
}

function addProse(form: Form, initiative: Initiative, key: 'description' | 'goal', text: string, cells: readonly Cell[]): boolean {
  if (isDash(text)) return true
  if (form.part?.title && initiative.parts.includes(form.part)) addText(form.draft, form.part, key, text, cells)
  else addText(form.draft, initiative, key, text, cells)
  return true
}

function addReport(form: Form, initiative: Initiative, key: 'progress' | 'issues' | 'revision', field: Field): boolean {
  if (isDash(field.text)) return true
  const [cell] = field.cells as [Cell]
  addReportField(form, initiative, key, field.text, yearOfReport(form, field), cell)
  form.draft.from(initiative, 'reports', field.cells)
  return true
}
