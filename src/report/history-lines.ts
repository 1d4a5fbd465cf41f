import type { AuditEntry } from '../reform/audit.ts'
import type { ReportContent } from '../reform/report-content.ts'
import { CHANGE_NAMES } from '../reform/report-difference.ts'
import { dayName, parseDay } from '../vocabulary/calendar-day.ts'
import { eraName, type FiscalYear } from '../vocabulary/fiscal-year.ts'
import { changedWords, type Stretch } from './changed-words.ts'
import { onlyChanged, TOLD_VALUES } from './history-values.ts'
import { fieldText } from './wording-fields.ts'
import { columnNames, DAYS, ownColumnNames, PERSONS, QUIET_COLUMNS, REFERENCES, valueNames } from './wording-history.ts'
import { tableName } from './wording-history-tables.ts'

/** `stretches`: the changed words, where a text was there before and after. */
export type HistoryField = { name: string; before: string | null; after: string | null; stretches: Stretch[] | null }
/** 変わったところ — of one row: what it is, and the fields that changed. */
export type HistoryLine = { number: number; what: string; kind: 'added' | 'changed' | 'removed'; fields: HistoryField[] }
/** The name of what the log knows by its id only. */
export type NameOfId = (id: string) => string | null

/** Whoever took a step, and where it led, stands above the line and in the item's own row. */
const SAID_BY_THE_STEP: ReadonlySet<string> = new Set([...QUIET_COLUMNS, 'step', 'state_before', 'state_after', 'by'])
const KINDS = { insert: 'added', update: 'changed', delete: 'removed' } as const
type Row = Record<string, unknown>

/** 記録の一行を言葉にする — an update that changed nothing a reader is told has no fields. */
export function historyLine(entry: AuditEntry, nameOf: NameOfId): HistoryLine {
  const before = entry.before ?? {}
  const after = entry.after ?? {}
  const quiet = entry.table === 'round_step' ? SAID_BY_THE_STEP : QUIET_COLUMNS
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !quiet.has(name))
  const told = columns.map((column) => columnField(entry.table, column, [before[column], after[column]], nameOf))
  return {
    number: entry.number,
    what: whatOf(entry, nameOf),
    kind: KINDS[entry.act],
    fields: [...told, ...contentFields(before, after, nameOf)].filter((field) => field.before !== field.after),
  }
}

const fieldOf = (name: string, before: string | null, after: string | null): HistoryField => ({
  name,
  before,
  after,
  stretches: before !== null && after !== null && (before.length > 12 || after.length > 12) ? changedWords(before, after) : null,
})

function columnField(table: string, column: string, said: [unknown, unknown], nameOf: NameOfId): HistoryField {
  const tell = TOLD_VALUES[`${table}.${column}`]
  const title = ownColumnNames[`${table}.${column}`] ?? fieldName(column)
  if (!tell) return fieldOf(title, valueText(column, said[0], nameOf), valueText(column, said[1], nameOf))
  const [before, after] = onlyChanged(...said).map((one) => (isBlank(one) ? null : tell(one, nameOf) || null))
  return fieldOf(title, before ?? null, after ?? null)
}

export const fieldName = (column: string): string => columnNames[column] ?? fieldText(`/${column}`)
const isBlank = (said: unknown): boolean => said === null || said === undefined || said === ''

function valueText(column: string, said: unknown, nameOf: NameOfId): string | null {
  if (isBlank(said)) return null
  const word = valueNames[column]?.[String(said)]
  if (word !== undefined) return word === '' ? '＝' : word
  if (column === 'fiscal_year' || column === 'period_from' || column === 'period_to') return eraName(Number(said) as FiscalYear)
  if (Array.isArray(said)) return said.map((one) => plainText(column, one, nameOf)).join('、') || null
  if (column === 'returned') return String((said as Row).reason ?? '')
  if (column === 'elsewhere') return `${(said as Row).document ?? ''}（${(said as Row).on ?? ''}）`
  return plainText(column, said, nameOf)
}

/** Only where a column names a thing or a person is its text looked up: a title may read like an id. */
function plainText(column: string, said: unknown, nameOf: NameOfId): string {
  if (typeof said === 'object') return JSON.stringify(said)
  const text = String(said)
  if (REFERENCES.has(column) || PERSONS.has(column)) return nameOf(text) ?? text
  const day = DAYS.has(column) ? parseDay(text) : null
  return day?.ok ? dayName(day.value) : text
}

/** «指標「研修参加率」の目標（令和6年度）»: the table, whose row it is, and which of several. */
function whatOf({ table, key, before, after }: AuditEntry, nameOf: NameOfId): string {
  const row: Row = { ...before, ...after }
  const owner = [key.indicator, key.part, key.item, key.initiative, row.of_part, row.of_initiative, row.initiative]
    .map((id) => (typeof id === 'string' ? nameOf(id) : null))
    .find((name) => name !== null && name !== '')
  const own =
    row.title ?? row.name ?? (typeof key.id === 'string' ? nameOf(key.id) : null) ?? row.label ?? row.scope ?? row.login ?? key.login
  const said = typeof own === 'string' && own !== '' && own !== owner ? `「${shortened(own)}」` : ''
  const year = typeof row.fiscal_year === 'number' ? `（${eraName(row.fiscal_year as FiscalYear)}）` : ''
  return `${owner ? `「${shortened(owner)}」の` : ''}${tableName(table)}${said}${year}`
}
const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** A report's content is one value in the table and many fields to a reader. */
function contentFields(before: Row, after: Row, nameOf: NameOfId): HistoryField[] {
  if (!('content' in before) && !('content' in after)) return []
  const was = contentOf(before.content, nameOf)
  const is = contentOf(after.content, nameOf)
  return [...new Set([...was.keys(), ...is.keys()])].map((name) => fieldOf(name, was.get(name) ?? null, is.get(name) ?? null))
}

function contentOf(said: unknown, nameOf: NameOfId): Map<string, string> {
  const content = said as Partial<ReportContent> | null | undefined
  if (!content) return new Map()
  const { unchanged, progress, issues, revision, actuals = [], effects = [], changes = [] } = content
  const told: [string, string | undefined][] = [
    ['変更なし', unchanged ? 'はい' : undefined],
    ['取組状況', progress],
    ...actuals.map(({ indicator, raw, status }): [string, string] => [
      `実績「${nameOf(indicator) ?? '指標'}」`,
      raw === '' ? '' : `${raw}${status ? `（${status}）` : ''}`,
    ]),
    ...effects.map(({ row, raw }): [string, string] => [`効果額 ${row}`, raw]),
    ['今後の課題・方向性', issues],
    ['計画の見直し', revision],
    ['見直しの提案', changes.map(({ kind, after, reason }) => `${CHANGE_NAMES[kind]}：${after}（${reason}）`).join('\n')],
  ]
  return new Map(told.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''))
}
