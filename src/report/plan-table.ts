import { placeText, TABLE_FIELDS, type TableField, type TableRow, targetFor } from '../reform/edit-table.ts'
import type { Indicator, Initiative, ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { fold } from '../vocabulary/folding.ts'
import { readTabSeparated } from '../vocabulary/tab-separated.ts'
import { yearShort } from './figures.ts'
import { yearsOf } from './initiative-forms.ts'

/** 一覧表 — one row for each indicator, one for an initiative without any; it goes out and comes back in the same columns. */
export type PlanTable = { headers: string[]; rows: { initiative: string; cells: string[] }[] }

/** 見出しの名 */
export const tableFieldNames: Record<TableField, string> = {
  id: '識別番号',
  number: '取組番号',
  title: '取組名',
  place: '柱・区分',
  sections: '所管課',
  description: '概要',
  goal: '目指す姿',
  indicator: '指標名',
  unit: '単位',
  baseline: '現況値',
}
const targetHeader = (year: number | null): string => (year === null ? '最終目標' : `${yearShort(year)}目標`)

export function planTable(record: ReformRecord): PlanTable {
  const named = record.indicators.flatMap(({ targets }) => targets.flatMap(({ fiscalYear }) => fiscalYear ?? []))
  const years = [...new Set([...record.plans.flatMap(({ period }) => yearsOf(period)), ...named])].toSorted((a, b) => a - b)
  const columns = [...years, null]
  const owners = new Map<RecordId, RecordId>(record.initiatives.flatMap((it) => it.parts.map(({ id }) => [id, it.id] as const)))
  const ownerOf = ({ of }: Indicator): RecordId | null =>
    of === null ? null : 'initiative' in of ? of.initiative : 'part' in of ? (owners.get(of.part) ?? null) : null
  const byOwner = Map.groupBy(record.indicators, ownerOf)
  const rows = record.initiatives.flatMap((it) => {
    const own: (Indicator | null)[] = byOwner.get(it.id) ?? []
    return (own.length > 0 ? own : [null]).map((indicator) => ({
      initiative: it.id as string,
      cells: cellsOf(record, it, indicator, columns),
    }))
  })
  return { headers: [...TABLE_FIELDS.map((field) => tableFieldNames[field]), ...columns.map(targetHeader)], rows }
}

function cellsOf(record: ReformRecord, it: Initiative, indicator: Indicator | null, columns: readonly (number | null)[]): string[] {
  const said: Record<TableField, string> = {
    id: it.id,
    number: it.number ?? '',
    title: it.title,
    place: placeText(record, it),
    sections: it.sections.map(({ name }) => name).join('、'),
    description: it.description ?? '',
    goal: it.goal ?? '',
    indicator: indicator?.name ?? '',
    unit: indicator?.unit ?? '',
    baseline: indicator?.baseline?.raw ?? '',
  }
  return [...TABLE_FIELDS.map((field) => said[field]), ...columns.map((year) => targetFor(indicator, year)?.raw ?? '')]
}

// What other tables call these columns. A header that is none of them is listed, and left out only with consent.
const WORDS: readonly (readonly [TableField, RegExp])[] = [
  ['id', /^(識別番号|識別子|id)$/i],
  ['number', /^((取組|事業|整理|項目|管理)?番号|no\.?|№|項番)$/i],
  ['indicator', /^((成果|活動|評価|管理)?指標(名|名称|項目)?|kpi(名)?)$/i],
  ['title', /^((取組|取り組み|事業|実施計画|具体的取組)(名|名称|項目|事項)?|名称|件名)$/],
  ['place', /^(柱・?区分|柱|区分|基本方針|改革項目|推進項目|取組事項|戦略区分|置き場所|体系)$/],
  ['sections', /^((担当|所管|主管)(課|部署|所属|課名|課等)?|所属|担当課名)$/],
  ['description', /^((取組|事業)?(の)?(概要|内容)|取組内容|説明)$/],
  ['goal', /^(目指す姿|めざす姿|ねらい|目的)$/],
  ['unit', /^単位$/],
  ['baseline', /^((現況|現状|基準|策定時)(の)?(値|数値)?)$/],
]

export type TableColumn = { header: string; meant: { field: TableField } | { target: number | null } | null }

/** 見出しを読む — «令和8年度目標», «目標値（R8）», «2026» name the target of a year. */
export function readHeader(text: string): TableColumn {
  const plain = fold(text).replace(/\s+/g, '')
  const field = WORDS.find(([, words]) => words.test(plain))?.[0]
  if (field) return { header: text, meant: { field } }
  if (/^(最終)?目標(値)?$/.test(plain)) return { header: text, meant: { target: null } }
  if (/実績|決算|見込/.test(plain)) return { header: text, meant: null }
  const bare = plain.replace(/目標(値)?|[()]|^の|の$/g, '')
  const year = parseFiscalYear(bare)
  return { header: text, meant: year.ok ? { target: year.value } : null }
}

export type PastedTable = { columns: TableColumn[]; rows: TableRow[]; unknown: string[] }
export type NoTable =
  | { kind: 'no-rows' }
  | { kind: 'no-header' }
  | { kind: 'column-twice'; header: string }
  | { kind: 'too-many-rows'; most: number }

const MOST_ROWS = 5_000

/** 貼り付けられた表を読む — the first row that names a title or an id is the header; lines are counted as they were pasted. */
export function readPasted(text: string): PastedTable | NoTable {
  const lines = readTabSeparated(text)
  if (lines.length === 0) return { kind: 'no-rows' }
  if (lines.length > MOST_ROWS) return { kind: 'too-many-rows', most: MOST_ROWS }
  const at = lines
    .slice(0, 10)
    .findIndex((cells) =>
      cells.map(readHeader).some(({ meant }) => meant !== null && 'field' in meant && (meant.field === 'title' || meant.field === 'id')),
    )
  if (at < 0) return { kind: 'no-header' }
  const columns = (lines[at] as string[]).map(readHeader)
  const twice = columns.find(
    (one, nth) => one.meant !== null && columns.findIndex(({ meant }) => JSON.stringify(meant) === JSON.stringify(one.meant)) < nth,
  )
  if (twice) return { kind: 'column-twice', header: twice.header }
  const rows = lines
    .slice(at + 1)
    .flatMap((cells, nth) => (cells.every((cell) => cell.trim() === '') ? [] : [rowOf(columns, cells, at + nth + 2)]))
  return {
    columns,
    rows,
    unknown: columns.flatMap(({ header, meant }, nth) =>
      meant === null && used(lines, at, nth) ? [header.trim() || `${nth + 1}列目`] : [],
    ),
  }
}

/** An empty column without a header is no column. */
const used = (lines: readonly string[][], at: number, nth: number): boolean =>
  lines.slice(at).some((cells) => (cells[nth] ?? '').trim() !== '')

function rowOf(columns: readonly TableColumn[], cells: readonly string[], line: number): TableRow {
  const row: TableRow = { line, cells: {}, targets: [] }
  for (const [nth, { meant }] of columns.entries()) {
    const text = (cells[nth] ?? '').trim()
    if (meant && 'field' in meant) row.cells[meant.field] = text
    else if (meant) row.targets.push({ year: meant.target, raw: text })
  }
  return row
}
