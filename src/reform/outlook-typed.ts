import { type Day, parseDay } from '../vocabulary/calendar-day.ts'
import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { type FiscalOutlook, OUTLOOK_LINE_KINDS, type OutlookLine, type OutlookLineKind } from './fiscal-outlook.ts'
import { readOutlookCell } from './outlook-cell.ts'
import { lineIdOf, type OutlookFault, type OutlookSaid, outlookFaults, yearsOfOutlook } from './outlook-rules.ts'
import { readThresholds, thresholdsText } from './outlook-threshold.ts'

/** 行の位置づけ — 合計 (or the chosen 収支), 項目, 内訳 of the item above, 内訳の内訳. */
export type OutlookRole = 'total' | 'item' | 'part' | 'subpart'
export const OUTLOOK_ROLES: readonly OutlookRole[] = ['total', 'item', 'part', 'subpart']

/** 見通しの行の入力 — as text, whether typed or read from a document; `guessed`: kind or role is our guess and has to be confirmed. */
export type OutlookTypedLine = {
  kind: string
  role: string
  name: string
  unit: string
  thresholds: string
  cells: string[]
  /** where each cell stood in the document; empty where it was typed */
  places: string[]
  guessed: boolean
}

/** 見通しの入力 — what the grid shows, what an import fills it with, and what is sent back. */
export type OutlookTyped = {
  title: string
  madeOn: string
  from: string
  to: string
  basis: string
  note: string
  document: { sha256: string; name: string } | null
  lines: OutlookTypedLine[]
}

const yearOf = (text: string): number | null => {
  const read = parseFiscalYear(text)
  return read.ok ? read.value : null
}

/** 入力を読む — the outlook that was typed, and every reason why it cannot be kept. A line without any value is no line. */
export function readTyped(typed: OutlookTyped): { said: OutlookSaid; faults: OutlookFault[] } {
  const day = parseDay(typed.madeOn)
  const [from, to] = [yearOf(typed.from), yearOf(typed.to)]
  const period = { from: from ?? 0, to: to ?? -1 }
  const { lines, faults } = readLines(typed.lines, yearsOfOutlook({ period }).slice(0, 60))
  const said: OutlookSaid = {
    title: typed.title.trim(),
    madeOn: day.ok ? day.value : ('' as Day),
    period,
    basis: typed.basis === 'total' ? 'total' : 'general-fund',
    lines,
    note: typed.note.trim() === '' ? null : typed.note.trim(),
    document: typed.document,
  }
  if (from === null || to === null) {
    const others = outlookFaults({ ...said, lines: [] }).filter(({ kind }) => kind === 'title-missing' || kind === 'day-missing')
    return { said, faults: [...others, { kind: 'period-missing' }] }
  }
  return { said, faults: [...outlookFaults(said), ...faults] }
}

/** A line without a single value says nothing: rows of the grid that nobody filled in. */
const isSaid = ({ cells }: OutlookTypedLine): boolean => cells.some((cell) => cell.trim() !== '')

function readLines(typed: readonly OutlookTypedLine[], years: readonly number[]): { lines: OutlookLine[]; faults: OutlookFault[] } {
  const faults: OutlookFault[] = []
  const above: Record<'item' | 'part', OutlookLine | null> = { item: null, part: null }
  const rows = typed.filter(isSaid)
  const lines = rows.map((row): OutlookLine => {
    const kind = OUTLOOK_LINE_KINDS.find((one) => one === row.kind)
    if (!kind) faults.push({ kind: 'kind-missing', line: row.name })
    const under = row.role === 'part' ? above.item : row.role === 'subpart' ? (above.part ?? above.item) : null
    if ((row.role === 'part' || row.role === 'subpart') && under === null) faults.push({ kind: 'part-of-nothing', line: row.name })
    const line = lineOf(row, kind ?? 'other', under, years)
    if (line.unit === '' && line.kind !== 'ratio' && line.kind !== 'other') faults.push({ kind: 'unit-missing', line: row.name })
    if (row.role === 'part') above.part = line
    else if (row.role !== 'subpart') Object.assign(above, { item: line, part: null })
    return line
  })
  const withThresholds = lines.map((line, nth) => {
    const { thresholds, unclear } = readThresholds(rows[nth]?.thresholds ?? '', line.kind, lines)
    if (unclear !== null) faults.push({ kind: 'threshold-unclear', line: line.name, text: unclear })
    return { ...line, thresholds }
  })
  return { lines: withThresholds, faults }
}

function lineOf(row: OutlookTypedLine, kind: OutlookLineKind, under: OutlookLine | null, years: readonly number[]): OutlookLine {
  const name = row.name.trim()
  const unit = row.unit.trim().normalize('NFKC').replace('%', '％')
  return {
    id: lineIdOf(kind, name, under),
    kind,
    name,
    under: under?.id ?? null,
    total: row.role === 'total',
    unit,
    thresholds: [],
    values: row.cells.map((cell, nth) => readOutlookCell(cell, { kind, unit, fiscalYear: years[nth] ?? 0, at: row.places[nth] || null })),
  }
}

/** 様式に戻す — an outlook as the grid shows it. */
export function typedOf(outlook: OutlookSaid | FiscalOutlook): OutlookTyped {
  const depth = (line: OutlookLine): number => {
    const parent = outlook.lines.find(({ id }) => id === line.under)
    return parent ? 1 + depth(parent) : 0
  }
  return {
    title: outlook.title,
    madeOn: outlook.madeOn,
    from: `${outlook.period.from}`,
    to: `${outlook.period.to}`,
    basis: outlook.basis,
    note: outlook.note ?? '',
    document: outlook.document,
    lines: outlook.lines.map((line) => ({
      kind: line.kind,
      role: line.total ? 'total' : (['item', 'part', 'subpart'][Math.min(2, depth(line))] ?? 'item'),
      name: line.name,
      unit: line.unit,
      thresholds: thresholdsText(line.thresholds, outlook.lines),
      cells: line.values.map(({ raw }) => raw),
      places: line.values.map(({ at }) => at ?? ''),
      guessed: false,
    })),
  }
}
