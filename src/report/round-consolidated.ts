import { CHANGE_NAMES } from '../reform/report-difference.ts'
import type { ReportState } from '../reform/report-state.ts'
import { readReported } from '../reform/reported-value.ts'
import type { RoundItem } from '../reform/round.ts'
import { dayInJapan, dayName } from '../vocabulary/calendar-day.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { type ItemLine, itemLine } from './round-item-lines.ts'
import type { ListedItem } from './round-lists.ts'

/** A cell of the consolidated workbook; what reads as a number is one, so that it can be reckoned with. */
export type ConsolidatedCell = string | { number: Decimal }
export type ConsolidatedColumn = { header: string; width: number }
export type Consolidated = { columns: ConsolidatedColumn[]; rows: ConsolidatedCell[][] }

type Row = { line: ItemLine; item: RoundItem; told: boolean; submittedBy: string }
type Column = ConsolidatedColumn & { cell: (row: Row) => ConsolidatedCell }

/** A draft is the section's own until it is submitted: its row stands, without what it says. */
const UNTOLD: readonly ReportState[] = ['notStarted', 'drafting']

/** 集計表を組み立てる — one row a report, as many groups of columns as the report with the most indicators and effects needs. */
export function consolidated(all: readonly ListedItem[], nameOf: (login: string) => string): Consolidated {
  const rows = all.map((one): Row => {
    const { item } = one
    return { line: itemLine(one), item, told: !UNTOLD.includes(item.state), submittedBy: item.submittedBy ? nameOf(item.submittedBy) : '' }
  })
  const most = (of: (item: RoundItem) => readonly unknown[]): number => Math.max(0, ...rows.map(({ item }) => of(item).length))
  const columns = [
    ...BEFORE,
    ...range(most(({ sheet }) => sheet.indicators)).flatMap(indicatorColumns),
    ...range(most(({ sheet }) => sheet.effects)).flatMap(effectColumns),
    ...AFTER,
  ]
  return {
    columns: columns.map(({ header, width }) => ({ header, width })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  }
}

const range = (count: number): number[] => Array.from({ length: count }, (_, nth) => nth)
const text = (header: string, width: number, cell: (row: Row) => string): Column => ({ header, width, cell })
const said = (header: string, width: number, cell: (row: Row) => string): Column =>
  text(header, width, (row) => (row.told ? cell(row) : ''))

/** As acceptance writes it into the plan: an unchanged text is last year's. */
const textOf = ({ content, sheet }: RoundItem, field: 'progress' | 'issues'): string =>
  content[field].trim() !== '' || !content.unchanged ? content[field] : (sheet.last?.[field] ?? '')

const BEFORE: Column[] = [
  text('番号', 7, ({ line }) => line.number),
  text('取組', 22, ({ line }) => [line.title, line.parts].filter(Boolean).join('\n')),
  text('柱・区分', 16, ({ item }) => item.sheet.under.join(' ＞ ')),
  text('部', 9, ({ line }) => line.department),
  text('所管課', 12, ({ line }) => line.section),
  text('状態', 10, ({ line }) => line.state),
  said('変更なし', 9, ({ item }) => (item.content.unchanged ? '変更なし' : '')),
  said('取組状況', 44, ({ item }) => textOf(item, 'progress')),
  said('今後の課題・方向性', 34, ({ item }) => textOf(item, 'issues')),
  said('計画の見直し', 18, ({ item }) => item.content.revision),
  said('見直しの提案', 20, ({ item }) =>
    item.content.changes.map(({ kind, after, reason }) => `${CHANGE_NAMES[kind]}：${after}（${reason}）`).join('\n'),
  ),
]
const AFTER: Column[] = [
  text('確かめること', 28, ({ line }) => line.notes.join('\n')),
  text('提出の時期', 11, ({ line }) => line.arrival),
  text('最後の提出', 14, ({ item }) => (item.submittedAt ? dayName(dayInJapan(item.submittedAt)) : '')),
  text('提出した人', 11, ({ submittedBy }) => submittedBy),
]

function indicatorColumns(nth: number): Column[] {
  const named = `指標${nth + 1}`
  const indicator = ({ item }: Row) => item.sheet.indicators[nth]
  const actual = (row: Row) => row.item.content.actuals.find((one) => one.indicator === indicator(row)?.id)
  return [
    text(named, 20, (row) => {
      const one = indicator(row)
      return one ? `${one.name}${one.unit ? `（${one.unit}）` : ''}` : ''
    }),
    { header: `${named} 目標`, width: 11, cell: (row) => figure(indicator(row)?.target ?? '', indicator(row)?.unit ?? null) },
    { header: `${named} 実績`, width: 11, cell: (row) => (row.told ? figure(actual(row)?.raw ?? '', indicator(row)?.unit ?? null) : '') },
    said(`${named} 種類`, 8, (row) => (actual(row)?.raw ? (actual(row)?.status ?? '') : '')),
  ]
}

function effectColumns(nth: number): Column[] {
  const named = `効果額${nth + 1}`
  const effect = ({ item }: Row) => item.sheet.effects[nth]
  return [
    text(named, 18, (row) => {
      const one = effect(row)
      return one ? `${one.scope}${one.unit ? `（${one.unit}）` : ''}` : ''
    }),
    { header: `${named} 計画`, width: 12, cell: (row) => figure(effect(row)?.planned ?? '', effect(row)?.unit ?? null) },
    {
      header: `${named} 実績`,
      width: 12,
      cell: (row) =>
        row.told ? figure(row.item.content.effects.find((one) => one.row === effect(row)?.row)?.raw ?? '', effect(row)?.unit ?? null) : '',
    },
  ]
}

function figure(raw: string, unit: string | null): ConsolidatedCell {
  const read = readReported(raw, unit)
  return read.answer === 'number' ? { number: read.value } : raw
}
