import type { WriteSheet } from 'hucre'
import type { ReportContent, SheetEffect, SheetIndicator } from '../reform/report-content.ts'
import { CHANGE_NAMES } from '../reform/report-difference.ts'
import { formWords } from '../report/wording-forms.ts'
import { dayName } from '../vocabulary/calendar-day.ts'
import { eraName, type FiscalYear } from '../vocabulary/fiscal-year.ts'
import type { IssuedForm } from './form.ts'
import { CELL_LIMIT, FormGrid, letters } from './form-grid.ts'
import { idsOf } from './ids.ts'
import { CHOSEN, labels, TEXT_FIELDS, type TextField, targetText } from './labels.ts'
import { columnMark, formMark, rowMark } from './mark.ts'

/** A is hidden; B is the column of labels, C to H the boxes to fill in, I to L what is told beside them. */
const WIDTHS = [2, 17, 15, 15, 9, 12, 14, 14, 16, 11, 14, 14]
const [MARK, LABEL, ENTRY, UNIT, BASE, LAST, TARGET, ACTUAL, STATUS, ASIDE] = [0, 1, 2, 4, 5, 6, 7, 8, 9, 10] as const
const OF = 4
const AFTER = 6
const END = WIDTHS.length - 1
const SHORTEST_BOX = 6
const TALLEST_BOX = 80

/** 実施計画様式の一枚 — one initiative: what is asked, last year beside it, and the cells to fill in. */
export function formSheet(form: IssuedForm, name: string): WriteSheet {
  const sheet = new FormSheet(form)
  return sheet.print(name)
}

class FormSheet {
  private readonly grid = new FormGrid(WIDTHS)
  private row = 1
  private readonly form: IssuedForm
  private readonly year: string
  private readonly content: ReportContent

  constructor(form: IssuedForm) {
    this.form = form
    this.year = eraName(form.round.fiscalYear as FiscalYear)
    this.content = form.item.content
  }

  print(name: string): WriteSheet {
    this.marks()
    this.band()
    this.identity()
    this.activities()
    this.indicators()
    this.effects()
    this.texts()
    this.changes()
    const { number, municipality } = this.form
    return this.grid.done(name, {
      paperSize: 'a4',
      printArea: `$B$2:$${letters(END)}$${this.row}`,
      printTitlesRow: '$2:$3',
      footer: `${municipality.name}　${labels.formNumber} ${number}`,
    })
  }

  private marks(): void {
    this.grid.mark(0, MARK, formMark({ ids: idsOf(this.form), title: this.form.item.sheet.title }))
    this.grid.mark(0, ENTRY, columnMark('entry', 'kind'))
    this.grid.mark(0, OF, columnMark('of'))
    this.grid.mark(0, AFTER, columnMark('after'))
    this.grid.mark(0, ACTUAL, columnMark('actual', 'effect'))
    this.grid.mark(0, STATUS, columnMark('status', 'reason'))
    this.grid.hideRow(0)
  }

  private label(column: number, text: string, columns = 1, rows = 1): void {
    this.grid.put(this.row, column, text, { style: 'label', columns, rows })
  }
  private told(column: number, text: string | null, columns = 1, rows = 1): void {
    this.grid.put(this.row, column, text, { style: rows > 1 ? 'shown' : 'brief', columns, rows })
  }

  private band(): void {
    const { round, number, municipality, planTitle } = this.form
    this.grid.put(this.row, LABEL, formWords.title(municipality.name, planTitle ?? null), { style: 'title', columns: 7 })
    this.label(ACTUAL, labels.formNumber)
    this.grid.put(this.row, STATUS, number, { style: 'number', columns: 3 })
    this.grid.setHeight(this.row, 27)
    this.row += 1
    this.grid.put(this.row, LABEL, formWords.subtitle(this.year, round.title), { style: 'plain', columns: 7 })
    this.label(ACTUAL, formWords.due)
    this.told(STATUS, dayName(round.dueSection), 3)
    this.grid.setHeight(this.row, 18)
    this.row += 1
    this.grid.put(this.row, LABEL, formWords.howTo(round.contact), { style: 'note', columns: END })
    this.grid.setHeight(this.row, 28)
    this.row += 1
  }

  private identity(): void {
    const { sheet, section } = this.form.item
    this.grid.setHeight(this.row, 20)
    this.label(LABEL, labels.number)
    this.told(ENTRY, sheet.number)
    this.label(ENTRY + 1, labels.title)
    this.told(UNIT, sheet.title, 4)
    this.label(ACTUAL, labels.section)
    this.told(STATUS, section, 3)
    this.row += 1
    this.long(formWords.under, sheet.under.join('\n'))
    const parts = sheet.parts.flatMap(({ title }) => title ?? [])
    if (parts.length > 0) this.long(formWords.parts, parts.join('\n'))
    this.long(formWords.description, sheet.description)
    this.long(formWords.goal, sheet.goal)
  }

  /** A label and a text as high as it needs; rows of one height, since no row of a workbook is higher than 409 points. */
  private long(label: string, text: string | null): void {
    if (text === null || text === '') return
    const rows = Math.min(this.grid.linesOf(text, ENTRY, END - ENTRY + 1), TALLEST_BOX)
    this.label(LABEL, label, 1, rows)
    this.told(ENTRY, text, END - ENTRY + 1, rows)
    this.row += rows
  }

  private activities(): void {
    const { activities } = this.form.item.sheet
    if (activities.length === 0) return
    this.label(LABEL, formWords.activities, 1, activities.length + 1)
    this.label(ENTRY, formWords.activity, 6)
    this.label(ACTUAL, formWords.planned(this.year), 4)
    this.row += 1
    for (const { name, planned } of activities) {
      const rows = Math.max(this.grid.linesOf(name, ENTRY, 6), this.grid.linesOf(planned, ACTUAL, 4))
      this.told(ENTRY, name, 6)
      this.told(ACTUAL, planned, 4)
      this.grid.setHeight(this.row, Math.min(400, rows * 15))
      this.row += 1
    }
  }

  private indicators(): void {
    const { indicators } = this.form.item.sheet
    if (indicators.length === 0) return
    this.figureHeader(formWords.indicators, labels.indicator, indicators.length, {
      base: formWords.baseline,
      target: formWords.target,
      actual: labels.actual,
      status: labels.status,
      aside: formWords.finalTarget,
    })
    for (const indicator of indicators) this.indicatorRow(indicator)
  }

  private figureHeader(
    group: string,
    name: string,
    rows: number,
    heads: Record<'base' | 'target' | 'actual' | 'status' | 'aside', string>,
  ): void {
    this.label(LABEL, group, 1, rows + 1)
    this.label(ENTRY, name, 2)
    this.label(UNIT, formWords.unit)
    this.label(BASE, heads.base)
    this.label(LAST, formWords.lastActual)
    this.label(TARGET, heads.target)
    this.label(ACTUAL, heads.actual)
    this.label(STATUS, heads.status)
    this.label(ASIDE, heads.aside, 2)
    this.grid.setHeight(this.row, 30)
    this.row += 1
  }

  private figures(name: string, unit: string | null, told: (readonly [column: number, text: string | null, columns?: number])[]): void {
    this.grid.setHeight(this.row, Math.max(20, Math.min(400, this.grid.linesOf(name, ENTRY, 2) * 15)))
    this.told(ENTRY, name, 2)
    this.grid.put(this.row, UNIT, unit, { style: 'brief' })
    for (const [column, text, columns = 1] of told) this.grid.put(this.row, column, text, { style: 'figure', columns })
  }

  private indicatorRow({ id, name, unit, baseline, earlier, target, finalTarget }: SheetIndicator): void {
    const said = this.content.actuals.find(({ indicator }) => indicator === id)
    this.grid.mark(this.row, MARK, rowMark({ field: `actual:${id}`, label: name }))
    this.figures(name, unit, [
      [BASE, baseline],
      [LAST, earlierText(earlier)],
      [TARGET, target],
      [ASIDE, finalTarget, 2],
    ])
    this.grid.put(this.row, ACTUAL, said?.raw ?? '', { style: 'entryFigure' })
    this.grid.put(this.row, STATUS, said?.status ?? '', { style: 'choice', choice: 'status' })
    this.row += 1
  }

  private effects(): void {
    const { effects } = this.form.item.sheet
    if (effects.length === 0) return
    const heads = { base: '', target: formWords.plannedAmount, actual: labels.effect, status: '', aside: '' }
    this.figureHeader(formWords.effects, labels.scope, effects.length, heads)
    for (const effect of effects) this.effectRow(effect)
  }

  private effectRow({ row, scope, unit, planned, earlier }: SheetEffect): void {
    this.grid.mark(this.row, MARK, rowMark({ field: `effect:${row}`, label: scope }))
    this.figures(scope, unit, [
      [BASE, null],
      [LAST, earlierText(earlier)],
      [TARGET, planned],
      [STATUS, null],
      [ASIDE, null, 2],
    ])
    this.grid.put(this.row, ACTUAL, this.content.effects.find((said) => said.row === row)?.raw ?? '', { style: 'entryFigure' })
    this.row += 1
  }

  private texts(): void {
    const { last } = this.form.item.sheet
    this.label(LABEL, formWords.item)
    this.label(ENTRY, formWords.entry(this.year), 6)
    this.label(ACTUAL, last ? formWords.last(eraName(last.fiscalYear as FiscalYear)) : formWords.noLast, 4)
    this.row += 1
    this.grid.mark(this.row, MARK, rowMark({ field: 'unchanged', label: labels.unchanged }))
    this.label(LABEL, labels.unchanged)
    this.grid.put(this.row, ENTRY, this.content.unchanged ? CHOSEN : '', { style: 'choice', choice: 'unchanged' })
    this.grid.put(this.row, ENTRY + 1, formWords.unchangedNote, { style: 'note', columns: 5 })
    this.told(ACTUAL, null, 4)
    this.grid.setHeight(this.row, 20)
    this.row += 1
    for (const field of TEXT_FIELDS) this.textBox(field, last?.[field] ?? null)
  }

  private textBox(field: TextField, last: string | null): void {
    const text = this.content[field]
    const lines = Math.max(this.grid.linesOf(text, ENTRY, 6), this.grid.linesOf(last, ACTUAL, 4))
    const rows = Math.max(SHORTEST_BOX - (field === 'revision' ? 2 : 0), Math.min(lines + 1, TALLEST_BOX))
    this.label(LABEL, labels[field], 1, rows)
    this.told(ACTUAL, last, 4, rows)
    // a cell that cannot hold the draft is closed and has no mark: the draft stays as it is
    const fits = text.length <= CELL_LIMIT
    if (fits) this.grid.mark(this.row, MARK, rowMark({ field, label: labels[field] }))
    this.grid.put(this.row, ENTRY, fits ? text : formWords.tooLong, { style: fits ? 'entry' : 'closed', columns: 6, rows })
    this.row += rows
  }

  private changes(): void {
    const { changes } = this.content
    const rows = changes.length + 2
    this.grid.mark(this.row, MARK, rowMark({ field: 'changes', label: labels.kind }))
    this.label(LABEL, labels.changes, 1, rows + 1)
    this.label(ENTRY, labels.kind, 2)
    this.label(OF, labels.of, 2)
    this.label(AFTER, labels.after, 3)
    this.label(STATUS, labels.reason, 3)
    this.row += 1
    for (let n = 0; n < rows; n += 1) this.changeRow(changes[n])
  }

  private changeRow(change: ReportContent['changes'][number] | undefined): void {
    const { sheet } = this.form.item
    const indicator = sheet.indicators.find(({ id }) => change?.of === id || change?.of?.startsWith(`${id}@`))
    const of = indicator ? (change?.of ?? '').replace(indicator.id, () => indicator.name) : (change?.of ?? '')
    this.grid.mark(this.row, MARK, rowMark({ field: 'change', label: '' }))
    this.grid.put(this.row, ENTRY, change ? CHANGE_NAMES[change.kind] : '', { style: 'choice', columns: 2, choice: 'change' })
    this.grid.put(this.row, OF, targetText(of), { style: 'entry', columns: 2 })
    this.grid.put(this.row, AFTER, change?.after ?? '', { style: 'entry', columns: 3 })
    this.grid.put(this.row, STATUS, change?.reason ?? '', { style: 'entry', columns: 3 })
    const lines = Math.max(
      this.grid.linesOf(of, OF, 2) + 1,
      this.grid.linesOf(change?.after ?? '', AFTER, 3),
      this.grid.linesOf(change?.reason ?? '', STATUS, 3),
    )
    this.grid.setHeight(this.row, Math.max(20, Math.min(400, lines * 15)))
    this.row += 1
  }
}

const earlierText = (earlier: SheetIndicator['earlier']): string => earlier[0]?.raw ?? ''
