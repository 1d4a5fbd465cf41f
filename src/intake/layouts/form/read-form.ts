import type { RecordId } from '../../../reform/record.ts'
import { fold } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import type { Label, Role } from '../../labels.ts'
import { type Cell, filled, type Row } from '../../read/page.ts'
import type { YearColumn } from '../schedule.ts'
import { planNamedIn } from '../table/plan-title.ts'
import { planTitled } from '../table/plans.ts'
import { isScheduleHeader, readActivities } from './activities.ts'
import { applyField, type Field } from './apply.ts'
import { headerAt } from './columns.ts'
import { isIndicatorHeader, readIndicatorRows } from './indicator-rows.ts'
import { linkFigures } from './link-figures.ts'
import { addPages, isOutletRow, lastOutlet, readMarks, readOutletRow } from './marks.ts'
import { isReportHeader, partsToReport, readReportRow, readReportTable } from './reports.ts'
import { kindOf, nodeHeading, partHeading } from './row-kind.ts'
import { type Said, saidIn } from './said.ts'
import { settleYears } from './settle-years.ts'
import { besideEachOther } from './side-by-side.ts'
import { type Form, newForm, openNode, openPart, ownerOf, settleSpare } from './state.ts'

/** A label that waits for the value below it. */
type Waiting = { label: Label; cell: Cell; answered: boolean; number: { text: string; cell: Cell } | null }
/** `last` is the field read last and the column its value stood in: text below it may go on with it. */
type Reader = { form: Form; waiting: Waiting[]; last: { field: Field; column: number; row: Row } | null }

/** 様式を読む — row by row: headings, tables, labels with their values beside, below or behind them. */
export function readForm(printed: readonly Row[], draft: Draft, plan: RecordId | null): void {
  const reader: Reader = { form: newForm(draft, plan), waiting: [], last: null }
  const rows = besideEachOther(printed)
  let at = 0
  while (at < rows.length) at += readAt(rows, at, reader)
  settleSpare(reader.form)
  settleYears(draft)
  linkFigures(reader.form)
}

/** How many rows were read at `at`; one at least. */
function readAt(rows: readonly Row[], at: number, reader: Reader): number {
  const row = rows[at] as Row
  const { form } = reader
  const kind = kindOf(row)
  if (kind === 'blank') return 1
  if (isOutletRow(row)) {
    form.outlet = lastOutlet(row)
    return settled(reader, () => readOutletRow(rows, at, form.initiative, form.draft))
  }
  if (kind === 'marks') return settled(reader, () => readMarks(rows, at, form.initiative, form.draft))
  if (kind === 'node' || kind === 'part') return settled(reader, () => readHeading(row, form))
  if (kind === 'report') {
    readReportRow(row, null, form, partsToReport(form))
    return 1
  }
  if (kind === 'labels') return readLabels(rows, at, reader)
  if (kind === 'fields') return answersYear(row, reader) ? 1 : settled(reader, () => readFields(row, reader))
  readValues(row, reader)
  return 1
}

/** What begins anew leaves no label waiting. */
function settled(reader: Reader, read: () => number): number {
  reader.waiting = []
  return read()
}

function readHeading(row: Row, form: Form): number {
  const [cell] = filled(row) as [Cell]
  const node = nodeHeading(row)
  const part = partHeading(row)
  if (part && form.initiative) openPart(form, form.initiative, part.title, part.sections, cell)
  else if (node) openNode(form, node.printed, node.level, cell)
  return 1
}

/** Labels only: the header of a table, or labels whose values stand in the rows below. */
function readLabels(rows: readonly Row[], at: number, reader: Reader): number {
  const { form } = reader
  const header = headerAt(rows, at)
  if (header && isReportHeader(header)) return settled(reader, () => readReportTable(rows, at, header, form))
  if (header && isIndicatorHeader(header)) {
    const context = { header, draft: form.draft, of: ownerOf(form), year: form.draft.record.fiscalYear }
    return settled(reader, () => readIndicatorRows(rows, at, context).rows)
  }
  if (header && isScheduleHeader(header)) return settled(reader, () => readActivities(rows, at, header, form))
  const labels = saidIn(rows[at] as Row).flatMap((said) => (said.kind === 'label' ? [said] : []))
  // labels on lines of their own gather until their values come; a row of them begins anew
  if (labels.length > 1 || reader.waiting.some((w) => w.answered)) reader.waiting = []
  for (const { label, cell, number } of labels) {
    form.draft.claim(cell, 'fields')
    reader.waiting.push({ label, cell, answered: false, number: number ? { text: number, cell } : null })
  }
  return 1
}

/** «取組名 | X | 担当課 | Y»: each label takes the values to its right, as far as the next label. */
function readFields(row: Row, reader: Reader): number {
  const { form } = reader
  const said = saidIn(row)
  const leading = said[0]
  // a number in a cell of its own before the title
  const number = leading?.kind === 'value' && isNumber(leading.cell.text) ? { text: leading.cell.text, cell: leading.cell } : null
  if (number) form.draft.claim(number.cell, 'fields')
  let before: Label | null = null
  for (const [i, one] of said.entries()) {
    if (one.kind === 'value') continue
    const after = said.slice(i + 1)
    const end = after.findIndex((s) => s.kind !== 'value')
    const field = fieldOf(one, after.slice(0, end < 0 ? after.length : end), number)
    form.draft.claim(one.cell, 'fields')
    if (field) writeField({ ...field, label: contentOf(field.label, before) }, one, row, reader)
    before = one.label
  }
  return 1
}

/** «今後の方向性 | 継続 | 内容 | …»: the content is that of the label before it in the row. */
function contentOf(label: Label, before: Label | null): Label {
  if (fold(label.text).trim() !== '内容' || before === null) return label
  return {
    ...label,
    role: before.role === 'evaluation' ? 'comment' : before.role === 'issues' || before.role === 'progress' ? before.role : label.role,
  }
}

function writeField(field: Field, said: Said, row: Row, reader: Reader): void {
  const { form } = reader
  if (VALUES.includes(field.label.role) && field.cells.length > 1) {
    for (const one of byYears(field, form.years)) if (applyField(form, one)) form.draft.claim(one.at, 'fields')
    return
  }
  const read = applyField(form, field)
  if (!read && said.kind === 'field') form.draft.leaveUnread(said.cell, said.value)
  if (!read) return
  for (const cell of field.cells) form.draft.claim(cell, 'fields')
  reader.last = { field, column: field.cells.at(-1)?.column ?? 0, row }
}

const VALUES: readonly Role[] = ['target', 'actual', 'baseline', 'cost', 'effect']

/** Several values behind one label are those of the years they stand under; where no years stand above, nobody can tell. */
const byYears = (field: Field, years: readonly YearColumn[]): Field[] =>
  field.cells.flatMap((cell) => {
    const year = years.find((y) => cell.column >= y.from && cell.column < y.to)
    return year ? [{ ...field, label: { ...field.label, year: year.year }, at: cell, text: cell.text, cells: [cell] }] : []
  })

/** «取組実績» and below it «令和6年度：…»: a year of the label that waits. */
function answersYear(row: Row, { form, waiting }: Reader): boolean {
  const said = saidIn(row)
  const [one] = said
  const asked = waiting.at(-1)
  const label = asked?.label
  if (!asked || !label || said.length !== 1 || one?.kind !== 'field' || one.label.role !== 'fiscalYear') return false
  asked.answered = true
  return applyField(form, { label: { ...label, year: one.label.year }, at: one.cell, text: one.value, cells: [one.cell], number: null })
}

/** A line without a label of its own, right below a field and where its value stood, is the rest of that value. */
function goesOn(row: Row, { form, last }: Reader): boolean {
  const [cell] = filled(row)
  if (!last || !cell || filled(row).length !== 1 || row.page !== last.row.page || row.index !== last.row.index + 1) return false
  if (cell.column !== last.column || !PROSE.includes(last.field.label.role)) return false
  last.row = row
  const read = applyField(form, { ...last.field, text: cell.text, cells: [cell] })
  if (read) form.draft.claim(cell, 'fields')
  return read
}

const PROSE: readonly Role[] = ['description', 'goal', 'activity', 'progress', 'issues', 'revision', 'comment']

function fieldOf(said: Exclude<Said, { kind: 'value' }>, after: readonly Said[], number: Field['number']): Field | null {
  const own = said.number ? { text: said.number, cell: said.cell } : number
  const values = after.map((s) => s.cell)
  const text = [said.kind === 'field' ? said.value : '', ...values.map((c) => c.text)].filter((t) => t !== '').join('\n')
  const cells = said.kind === 'field' ? [said.cell, ...values] : values
  return text === '' ? null : { label: said.label, at: said.cell, text, cells, number: own }
}

/** Values below labels: each under its own column, or one line after the other where the labels stood so. */
function readValues(row: Row, reader: Reader): void {
  const { form, waiting } = reader
  const cells = filled(row)
  const [first] = cells
  if (first && cells.length === 1 && isNumber(first.text)) {
    form.number = { text: first.text, cell: first }
    form.draft.claim(first, 'fields')
    return
  }
  if (row.bullet !== null && waiting.length === 0 && form.initiative && first && form.outlet) {
    addPages(first, form.outlet, form.initiative, form.draft)
    return
  }
  if (waiting.length === 0) {
    if (!goesOn(row, reader) && form.initiative === null && first && cells.length === 1) readCoverLine(first, form)
    return
  }
  for (const cell of cells) answer(cell, cells.length, reader)
}

/** A line above the first form: what plan the forms belong to. What kind of form it is stands behind the plan's name. */
function readCoverLine(cell: Cell, form: Form): void {
  const named = planNamedIn(cell.text.replace(FORM_NAME, ''))
  if (!named) return
  const plan = planTitled(form.draft, named.title, cell)
  if (named.period && plan.period === null) form.draft.put(plan, 'period', named.period, cell)
  form.draft.claim(cell, 'fields')
  form.plan = plan.id
}

const FORM_NAME = /(?<=\S)[\s　]+(?:[^\s　]*(?:個票|個別シート|調書|様式|シート|報告書|計画書|実施計画)(?:[（(].*)?)$/

function answer(cell: Cell, inRow: number, { form, waiting }: Reader): void {
  const stacked = new Set(waiting.map((w) => w.cell.column)).size === 1
  const open = waiting.find((w) => !w.answered)
  const target = stacked ? (open ?? (waiting.length === 1 ? waiting[0] : null)) : above(cell, inRow, waiting)
  if (!target) return
  const field: Field = { label: target.label, at: target.cell, text: cell.text, cells: [cell], number: target.number }
  if (applyField(form, field)) form.draft.claim(cell, 'fields')
  target.answered = true
}

/** The label whose column the value stands in; a rest of text on a line of its own goes on with the last answer. */
function above(cell: Cell, inRow: number, waiting: readonly Waiting[]): Waiting | null {
  const under = waiting.filter((w) => w.cell.column <= cell.column).at(-1) ?? null
  const last = waiting.filter((w) => w.answered).at(-1) ?? null
  return inRow === 1 && last && cell.column === 0 && cell.columnSpan === 1 && under?.answered ? last : under
}

export const isNumber = (text: string): boolean =>
  /^(?:[①-⑳]|[(]?\d{1,3}(?:[-.]\d{1,3}){0,3}[).]?|No\.?\s?\d+|[ア-ン]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])$/.test(fold(text).trim()) || /^[①-⑳]$/.test(text.trim())
