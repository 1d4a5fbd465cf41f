import type { Role } from '../../labels.ts'
import { type Cell, filled, type Row } from '../../read/page.ts'
import { planNamedIn } from '../table/plan-title.ts'
import { planTitled } from '../table/plans.ts'
import { applyField } from './apply.ts'
import type { Field } from './field.ts'
import { addPages } from './marks.ts'
import { isNumber, type Reader, type Waiting } from './reader.ts'
import { saidIn } from './said.ts'
import type { Form } from './state.ts'

/** Values below labels: each under its own column, or one line after the other where the labels stood so. */
export function readValues(row: Row, reader: Reader): void {
  const { form, waiting } = reader
  const cells = filled(row)
  const [first] = cells
  if (first && cells.length === 1 && isNumber(first.text)) {
    form.number = { text: first.text, cell: first }
    const asked = waiting.find((w) => !w.answered && w.label.role === 'number')
    if (asked) asked.answered = true
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

/** «取組実績» and below it «令和6年度：…»: a year of the label that waits. */
export function answersYear(row: Row, { form, waiting }: Reader): boolean {
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
