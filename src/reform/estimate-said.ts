import { type EstimateSaid, type GridRowSaid, ownerText } from './edit-estimate.ts'
import { type GridRow, gridOf, REPORTED } from './estimate-grid.ts'
import type { Effect, ReformRecord } from './record.ts'

/** 表の今の姿 — the estimate as a form shows it, before anybody types. */
export function drawnEstimate(record: ReformRecord, estimate: string): EstimateSaid {
  const { columns, rows } = gridOf(record, estimate)
  return {
    estimate,
    columns: columns.map(({ year, status }, nth) => ({ was: String(nth), year: String(year), status: status ?? '' })),
    rows: rows.map((row, nth) => ({
      ...rowSaid(row),
      was: String(nth),
      cells: row.cells.map((effect) => effect?.raw ?? ''),
    })),
  }
}

const rowSaid = ({ of, scope, side, basis, unit }: Omit<GridRow, 'cells'>): Omit<GridRowSaid, 'cells'> => ({
  ...{ was: '', of: ownerText(of), scope, side: side ?? '', basis: basis ?? '', unit: unit ?? '', off: '' },
})

export type CopyAsked = {
  from: string
  estimate: string
  /** the last fiscal year that is settled; null: none is */
  through: number | null
}
/** 写した見積り — ready to be edited; `taken` are the actuals that came from accepted reports. */
export type EstimateCopy = { said: EstimateSaid; taken: { scope: string; year: number; raw: string; before: string }[] }

const RANK: readonly Effect['status'][] = [null, '計画', '見込み', '実績']
const rank = (effect: Effect): number => RANK.indexOf(effect.status)

/**
 * 見積りを写す — a new estimate begins as the one before: years up to `through` are 実績, later ones 見込み; where a section has
 * reported what came of an initiative in a settled year, that amount is proposed in the place of the estimated one.
 */
export function copiedEstimate(record: ReformRecord, { from, estimate, through }: CopyAsked): EstimateCopy {
  const { columns, rows } = gridOf(record, from)
  const years = [...new Set(columns.map(({ year }) => year))]
  const taken: EstimateCopy['taken'] = []
  const copied = Map.groupBy(rows, (row) => JSON.stringify({ ...row, cells: undefined }))
  const said = [...copied.values()].flatMap((same): GridRowSaid[] => {
    const [first] = same
    if (!first) return []
    const cells = years.map((year) => {
      const told = same.flatMap((row) => row.cells.filter((effect): effect is Effect => effect !== null && effect.fiscalYear === year))
      const before = told.toSorted((a, b) => rank(b) - rank(a))[0]?.raw ?? ''
      const reported = through !== null && year <= through ? reportedFor(record, first, year) : null
      if (reported === null || reported === before) return before
      taken.push({ scope: first.scope, year, raw: reported, before })
      return reported
    })
    return [{ ...rowSaid(first), cells }]
  })
  const statusOf = (year: number): string => (through !== null && year <= through ? '実績' : '見込み')
  return {
    said: { estimate, columns: years.map((year) => ({ was: '', year: String(year), status: statusOf(year) })), rows: said },
    taken,
  }
}

/** What sections reported of the same row; of another unit it would be another number. */
function reportedFor({ effects }: ReformRecord, row: GridRow, year: number): string | null {
  const { of, unit, scope } = row
  if (of === null || !('initiative' in of)) return null
  const own = effects.filter(
    (e) => e.estimate === REPORTED && e.fiscalYear === year && e.of !== null && 'initiative' in e.of && e.of.initiative === of.initiative,
  )
  return own.find((e) => e.scope === scope && e.unit === unit)?.raw ?? null
}
