import type { Indicator, ReformRecord } from '../reform/record.ts'
import type { Answer } from '../vocabulary/measured.ts'

export type CsvCell = string | number | null
type Column<Row> = [header: string, cell: (row: Row) => CsvCell]
export type AnyTable = { name: string; title: string; headers: string[]; lines: (record: ReformRecord) => CsvCell[][] }

export function table<Row>(name: string, title: string, rows: (record: ReformRecord) => Row[], columns: Column<Row>[]): AnyTable {
  return {
    name,
    title,
    headers: columns.map(([header]) => header),
    lines: (record) => rows(record).map((row) => columns.map(([, cell]) => cell(row))),
  }
}

/** Why there is no number, in a column of its own: an empty cell, a dash and a text are not zero, and not each other. */
export const VALUE_STATUS: Record<Answer, string> = {
  number: 'ok',
  text: 'text',
  'not-applicable': 'not_applicable',
  blank: 'not_available',
}
export const yesNo = (said: boolean | null | undefined): string | null =>
  said === null || said === undefined ? null : said ? 'true' : 'false'
export const joined = (all: readonly string[]): string => all.join('|')
export const ownerKind = (of: Indicator['of']): string | null => (of ? (Object.keys(of)[0] ?? null) : null)
export const ownerId = (of: object | null): string | null => (of ? (Object.values(of)[0] as string) : null)
