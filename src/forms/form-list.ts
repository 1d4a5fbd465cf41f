import type { WriteSheet } from 'hucre'
import type { ReportContent, SheetEffect, SheetIndicator } from '../reform/report-content.ts'
import { formWords } from '../report/wording-forms.ts'
import { dayName } from '../vocabulary/calendar-day.ts'
import { eraName, type FiscalYear } from '../vocabulary/fiscal-year.ts'
import type { IssuedForm } from './form.ts'
import { CELL_LIMIT, type Choice, FormGrid, letters } from './form-grid.ts'
import type { FormStyle } from './form-styles.ts'
import { idsOf } from './ids.ts'
import { CHOSEN, labels, TEXT_FIELDS, type TextField } from './labels.ts'
import { type ColumnMark, columnMark, itemMark, listMark } from './mark.ts'

type ListCell = { text: string | null; style: FormStyle; choice?: Choice }
type ListColumn = { header: string; width: number; mark?: ColumnMark; cell: (form: IssuedForm) => ListCell }

const HEADER = 3
/** Characters across one sheet of A3. */
const WIDEST_PAGE = 270
const shown = (text: string | null): ListCell => ({ text, style: 'shown' })
const CLOSED: ListCell = { text: null, style: 'closed' }

/** 一覧の様式 — a row for each initiative; a column that an initiative has nothing for is closed. */
export function listSheet(forms: readonly IssuedForm[]): WriteSheet {
  const columns = columnsOf(forms)
  const grid = new FormGrid([2, ...columns.map(({ width }) => width)])
  head(grid, forms[0], columns)
  forms.forEach((form, nth) => {
    const row = HEADER + 1 + nth
    const { sheet } = form.item
    grid.mark(
      row,
      0,
      itemMark({
        ids: idsOf(form),
        title: sheet.title,
        indicators: sheet.indicators.map(({ id }) => id),
        effects: sheet.effects.map((one) => one.row),
      }),
    )
    const lines = columns.map(({ cell, width }, at) => {
      const { text, style, choice } = cell(form)
      grid.put(row, at + 1, text, { style, ...(choice ? { choice } : {}) })
      return width > 0 ? grid.linesOf(text, at + 1, 1) : 1
    })
    grid.setHeight(row, Math.max(45, Math.min(400, Math.max(...lines) * 15)))
  })
  const last = HEADER + Math.max(1, forms.length) + 1
  return grid.done(formWords.sheetName, {
    paperSize: 'a3',
    printArea: `$B$2:$${letters(columns.length)}$${last}`,
    printTitlesRow: `$2:$${HEADER + 1}`,
    printTitlesColumn: '$B:$D',
    // as many sheets beside each other as keep the letters legible
    fitToWidth: Math.max(1, Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / WIDEST_PAGE)),
    freeze: { rows: HEADER + 1, columns: 4 },
    sortable: true,
    footer: forms[0]?.municipality.name ?? '',
  })
}

function head(grid: FormGrid, form: IssuedForm | undefined, columns: readonly ListColumn[]): void {
  const year = form ? eraName(form.round.fiscalYear as FiscalYear) : ''
  grid.mark(0, 0, listMark)
  grid.hideRow(0)
  const title = form ? formWords.listTitle(form.municipality.name, form.planTitle ?? null, year) : ''
  grid.put(1, 1, title, { style: 'title', columns: 8 })
  grid.setHeight(1, 27)
  grid.put(2, 1, form ? `${formWords.howTo(form.round.contact)}　${formWords.due}：${dayName(form.round.dueSection)}` : '', {
    style: 'note',
    columns: 8,
  })
  grid.setHeight(2, 30)
  columns.forEach(({ header, mark }, at) => {
    grid.put(HEADER, at + 1, header, { style: 'label' })
    if (mark) grid.mark(0, at + 1, columnMark(mark))
  })
  grid.setHeight(HEADER, 32)
}

const columnsOf = (forms: readonly IssuedForm[]): ListColumn[] => [
  { header: labels.formNumber, width: 15, cell: ({ number }) => ({ text: number, style: 'shown' }) },
  { header: labels.number, width: 9, cell: ({ item }) => shown(item.sheet.number) },
  { header: labels.title, width: 22, cell: ({ item }) => shown(item.sheet.title) },
  { header: labels.section, width: 13, cell: ({ item }) => shown(item.section) },
  {
    header: labels.unchanged,
    width: 9,
    mark: 'unchanged',
    cell: ({ item }) => ({ text: item.content.unchanged ? CHOSEN : '', style: 'choice', choice: 'unchanged' }),
  },
  ...TEXT_FIELDS.map((field) => ({ header: labels[field], width: field === 'revision' ? 24 : 40, mark: field, cell: textCell(field) })),
  ...TEXT_FIELDS.map((field) => ({
    header: formWords.lastOf(labels[field]),
    width: field === 'progress' ? 32 : 20,
    cell: ({ item }: IssuedForm) => shown(item.sheet.last?.[field] ?? null),
  })),
  ...numbered(forms, ({ sheet }) => sheet.indicators.length, indicatorColumns),
  ...numbered(forms, ({ sheet }) => sheet.effects.length, effectColumns),
]

function textCell(field: TextField): ListColumn['cell'] {
  return ({ item }) => {
    const text = item.content[field]
    return text.length > CELL_LIMIT ? { text: formWords.tooLong, style: 'closed' } : { text, style: 'entry' }
  }
}

const numbered = (
  forms: readonly IssuedForm[],
  countOf: (item: IssuedForm['item']) => number,
  columns: (nth: number) => ListColumn[],
): ListColumn[] => Array.from({ length: Math.max(0, ...forms.map(({ item }) => countOf(item))) }, (_, nth) => columns(nth + 1)).flat()

function indicatorColumns(nth: number): ListColumn[] {
  const of = ({ item }: IssuedForm): SheetIndicator | undefined => item.sheet.indicators[nth - 1]
  const said = (form: IssuedForm): ReportContent['actuals'][number] | undefined =>
    form.item.content.actuals.find(({ indicator }) => indicator === of(form)?.id)
  const whereAsked = (cell: (form: IssuedForm) => ListCell) => (form: IssuedForm) => (of(form) ? cell(form) : CLOSED)
  return [
    { header: formWords.group(labels.indicator, nth), width: 20, cell: whereAsked((form) => shown(of(form)?.name ?? null)) },
    { header: formWords.group(formWords.facts, nth), width: 18, cell: whereAsked((form) => shown(factsOf(of(form)))) },
    {
      header: formWords.group(labels.actual, nth),
      width: 12,
      mark: `actual:${nth}`,
      cell: whereAsked((form) => ({ text: said(form)?.raw ?? '', style: 'entryFigure' })),
    },
    {
      header: formWords.group(labels.status, nth),
      width: 9,
      mark: `status:${nth}`,
      cell: whereAsked((form) => ({ text: said(form)?.status ?? '', style: 'choice', choice: 'status' })),
    },
  ]
}

function effectColumns(nth: number): ListColumn[] {
  const of = ({ item }: IssuedForm): SheetEffect | undefined => item.sheet.effects[nth - 1]
  const whereAsked = (cell: (form: IssuedForm) => ListCell) => (form: IssuedForm) => (of(form) ? cell(form) : CLOSED)
  return [
    { header: formWords.group(labels.scope, nth), width: 16, cell: whereAsked((form) => shown(of(form)?.scope ?? null)) },
    {
      header: formWords.group(formWords.plannedAmount, nth),
      width: 12,
      cell: whereAsked((form) => shown([of(form)?.planned, of(form)?.unit].filter(Boolean).join(' '))),
    },
    {
      header: formWords.group(labels.effect, nth),
      width: 12,
      mark: `effect:${nth}`,
      cell: whereAsked((form) => ({
        text: form.item.content.effects.find(({ row }) => row === of(form)?.row)?.raw ?? '',
        style: 'entryFigure',
      })),
    },
  ]
}

const factsOf = (indicator: SheetIndicator | undefined): string =>
  [
    indicator?.unit && `${formWords.unit}：${indicator.unit}`,
    indicator?.target && `${formWords.target}：${indicator.target}`,
    indicator?.earlier[0] && `${formWords.lastActual}：${indicator.earlier[0].raw}`,
  ]
    .filter(Boolean)
    .join('\n')
