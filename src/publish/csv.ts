import { stringify } from 'csv-stringify/sync'
import type { EditionChange, EditionJudging } from '../reform/edition.ts'
import type { ReformRecord } from '../reform/record.ts'
import { withFormulaGuard } from '../vocabulary/formula-guard.ts'
import type { AnyTable, CsvCell } from './csv-table.ts'
import { TABLES } from './csv-tables.ts'
import { followingTables } from './csv-tables-following.ts'
import { judgingTables } from './csv-tables-judging.ts'

/** A file of open data: its name without ending, what it holds, and its text. */
export type CsvFile = { name: string; title: string; text: string }

/** 表形式のオープンデータ — one CSV for each kind of fact, one fact a row (the long form, so that years are added below). */
export const csvFiles = (record: ReformRecord, changes: readonly EditionChange[] = [], judging?: EditionJudging): CsvFile[] => [
  ...TABLES.map((table) => ({ name: table.name, title: table.title, text: toCsv(table, record) })),
  ...[...judgingTables(record, judging), ...followingTables(record, judging)].map(({ headers, lines, ...said }) => ({
    ...said,
    text: csvText(headers, lines),
  })),
  ...(changes.length > 0 ? [{ name: 'plan_changes', title: '計画の見直し', text: csvText(CHANGE_HEADERS, changes.map(changeLine)) }] : []),
]

const CHANGE_HEADERS = ['initiative_id', 'kind', 'of', 'fiscal_year', 'before', 'after', 'reason', 'decided_on', 'decision_reason']

/** «<indicator id>@2026» is two columns: what is meant, and its year. */
function changeLine({ initiative, kind, of, before, after, reason, decidedOn, decisionReason }: EditionChange): CsvCell[] {
  const [, named = null, year = null] = /^(.*?)(?:@(\d{4}))?$/s.exec(of ?? '') ?? []
  return [initiative, kind, named || null, year, before, after, reason, decidedOn, decisionReason]
}

const toCsv = (table: AnyTable, record: ReformRecord): string => csvText(table.headers, table.lines(record))

/** UTF-8 with a BOM and CRLF: Excel on a city hall desk opens it without mojibake. */
export function csvText(headers: readonly string[], lines: readonly CsvCell[][]): string {
  const cells = lines.map((line) => line.map((cell) => (cell === null ? '' : guarded(cell))))
  return stringify([[...headers], ...cells], { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n\t;]|^\s|\s$/ })
}

/** Numbers are numbers of ours (years, yen, decimals); every text may have come from a document. */
const guarded = (cell: string | number): string => (typeof cell === 'number' ? String(cell) : withFormulaGuard(cell))
