import type { EditionOutlook } from '../reform/edition.ts'
import type { OutlookReport } from '../report/outlook-reconciliation.ts'
import type { CsvFile } from './csv.ts'
import { csvText } from './csv.ts'
import { type CsvCell, ownerId, ownerKind, VALUE_STATUS, yesNo } from './csv-table.ts'

type Told = EditionOutlook & { report: OutlookReport }

/** 財政見通しの表 — the lines of each outlook, every effect amount with its mark, and the gap by year; nothing where there is no outlook. */
export function outlookCsvFiles(all: readonly Told[]): CsvFile[] {
  if (all.length === 0) return []
  return [
    { name: 'outlook_lines', title: '財政見通し', text: csvText(LINE_HEADERS, all.flatMap(linesOf)) },
    { name: 'effect_marks', title: '効果額の織込み', text: csvText(MARK_HEADERS, all.flatMap(marksOf)) },
    { name: 'outlook_gap', title: '収支と残る収支差', text: csvText(GAP_HEADERS, all.flatMap(gapOf)) },
  ]
}

const LINE_HEADERS = [
  ...['outlook_id', 'title', 'made_on', 'basis', 'line_id', 'kind', 'name', 'under', 'is_total', 'unit'],
  ...['fiscal_year', 'amount_yen', 'value', 'value_status', 'raw', 'place'],
]
const linesOf = ({ outlook }: Told): CsvCell[][] =>
  outlook.lines.flatMap((line) =>
    line.values.map((value) => [
      ...[
        outlook.id,
        outlook.title,
        outlook.madeOn,
        outlook.basis,
        line.id,
        line.kind,
        line.name,
        line.under,
        yesNo(line.total),
        line.unit,
      ],
      ...[value.fiscalYear, value.amountYen, value.value, VALUE_STATUS[value.answer], value.raw, value.at],
    ]),
  )

const MARK_HEADERS = [
  ...['outlook_id', 'estimate', 'owner_type', 'owner_id', 'scope', 'effect_kind', 'basis', 'fiscal_year', 'amount_yen'],
  ...['class', 'fund', 'line_id', 'line', 'marked_amount_yen', 'marked_on', 'note'],
]
const marksOf = ({ outlook, report }: Told): CsvCell[][] =>
  report.figures.amounts.map(({ term, fiscalYear, amountYen, class: own, fund, line, mark }) => [
    ...[outlook.id, term.estimate, ownerKind(term.of), ownerId(term.of), term.scope, term.side, term.basis, fiscalYear, amountYen],
    ...[own, fund, line?.id ?? null, line?.name ?? null, mark?.amountYen ?? null, mark?.on ?? null, mark?.note ?? null],
  ])

const GAP_HEADERS = [
  ...['outlook_id', 'fiscal_year', 'in_period', 'balance_yen', 'in_outlook_yen', 'not_in_outlook_general_yen', 'not_in_outlook_total_yen'],
  ...[
    'not_in_outlook_unsaid_yen',
    'outside_period_yen',
    'unmarked_yen',
    'effect_yen',
    'remaining_yen',
    'remaining_low_yen',
    'remaining_high_yen',
  ],
]
const gapOf = ({ outlook, report }: Told): CsvCell[][] =>
  report.figures.years.map((year) => [
    ...[outlook.id, year.fiscalYear, yesNo(year.inPeriod), year.balanceYen, year.classes['in-outlook']],
    ...[year.notInOutlook.generalYen, year.notInOutlook.totalYen, year.notInOutlook.unsaidYen],
    ...[year.classes['outside-period'], year.classes.unmarked, year.effectYen, year.remainingYen, year.lowYen, year.highYen],
  ])
