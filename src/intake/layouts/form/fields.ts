import { fold } from '../../../vocabulary/folding.ts'
import type { Label, Role } from '../../labels.ts'
import type { Cell, Row } from '../../read/page.ts'
import { looksLikeSections } from '../../sections.ts'
import type { YearColumn } from '../schedule.ts'
import { applyField } from './apply.ts'
import type { Field } from './field.ts'
import { isNumber, type Reader } from './reader.ts'
import { type Said, saidIn } from './said.ts'

/** «取組名 | X | 担当課 | Y»: each label takes the values to its right, as far as the next label. */
export function readFields(row: Row, reader: Reader): number {
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
    const label = field && contentOf(field.label, before)
    if (field && label) writeField({ ...field, label }, one, row, reader)
    else if (field && one.kind === 'field') form.draft.leaveUnread(one.cell, one.value)
    if (!(before && isOfYear(one.label, before))) before = one.label
  }
  return 1
}

/** «今後の方向性 | 継続 | 内容 | …»: the content is that of the label before it in the row. */
function contentOf(label: Label, before: Label | null): Label | null {
  // «財政効果（千円） | R6 | 300 | R7 | 450»: the years of the label before them
  if (before && isOfYear(label, before)) return { ...before, year: label.year, phase: label.phase ?? before.phase }
  if (fold(label.text).trim() !== '内容' || before === null) return label
  if (before.role === 'effect' || before.role === 'cost') return null
  return {
    ...label,
    role: before.role === 'evaluation' ? 'comment' : before.role === 'issues' || before.role === 'progress' ? before.role : label.role,
  }
}

const isOfYear = (label: Label, before: Label): boolean =>
  label.role === 'fiscalYear' && label.year !== null && (before.role === 'effect' || before.role === 'cost') && before.year === null

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

/** Names and numbers fill one cell: what stands behind it («作成日 | 令和7年5月») belongs to a label that was not understood. */
function within(role: Role, isAnswered: boolean, values: readonly Cell[]): readonly Cell[] {
  if (isAnswered && (role === 'number' || role === 'title')) return []
  if (role === 'number') return values.slice(0, 1)
  if (role === 'title') return values.slice(0, values[0] && isNumber(values[0].text) ? 2 : 1)
  const strange = role === 'section' || role === 'relatedSection' ? values.findIndex((c, i) => i > 0 && !looksLikeSections(c.text)) : -1
  return strange < 0 ? values : values.slice(0, strange)
}

function fieldOf(said: Exclude<Said, { kind: 'value' }>, after: readonly Said[], number: Field['number']): Field | null {
  const own = said.number ? { text: said.number, cell: said.cell } : number
  const values = within(
    said.label.role,
    said.kind === 'field',
    after.map((s) => s.cell),
  )
  const text = [said.kind === 'field' ? said.value : '', ...values.map((c) => c.text)].filter((t) => t !== '').join('\n')
  const cells = said.kind === 'field' ? [said.cell, ...values] : values
  return text === '' ? null : { label: said.label, at: said.cell, text, cells, number: own }
}
