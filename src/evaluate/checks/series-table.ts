import type { Series } from '../../reform/record.ts'
import type { Decimal } from '../../vocabulary/decimal.ts'
import type { CheckKind } from '../looking.ts'
import { columnTotals } from './effect-columns.ts'
import { type EffectRow, type EffectTable, roleOf } from './effect-rows.ts'
import { notesOf } from './effect-unread.ts'

/** 推移の表 — rows of figures over the same years, of which one is the 合計: 職員数 by 職種, revenue by kind. */
export const seriesTables: CheckKind = (looking) => {
  const tables = tablesIn(looking.record.series)
  return tables.flatMap((table) => columnTotals(looking, table, [], notesOf(looking)))
}

/** Series that stand one after another over the same points in time are one table; shares and values without a unit add up to nothing. */
function tablesIn(series: readonly Series[]): EffectTable[] {
  const rows = series.flatMap((s, i) => (s.unit === null || /%|％|ポイント|倍|^指数$/.test(s.unit) ? [] : [{ series: s, i }]))
  const tables: (typeof rows)[] = []
  for (const row of rows) {
    const last = tables.at(-1)?.at(-1)
    if (last && last.i === row.i - 1 && headOf(last.series) === headOf(row.series)) tables.at(-1)?.push(row)
    else tables.push([row])
  }
  return tables.filter((t) => t.length > 2).map(tableOf)
}

const headOf = ({ points, breakdown }: Series): string => `${breakdown ?? ''} ${points.map((p) => `${p.at} ${p.status ?? ''}`).join()}`

function tableOf(rows: readonly { series: Series; i: number }[]): EffectTable {
  const [first] = rows
  const years = (first?.series.points ?? []).map((_, n) => n)
  const columnName = (n: number): string => {
    const at = first?.series.points[n]?.at ?? ''
    return /^\d{4}$/.test(at) ? `${at}年度` : at
  }
  return {
    subject: '推移',
    isMadeForSums: false,
    columnName,
    estimate: null,
    status: null,
    unit: null,
    step: '1' as Decimal,
    years,
    rows: rows.map(rowOf),
  }
}

function rowOf({ series, i }: { series: Series; i: number }): EffectRow {
  const cells = series.points.flatMap((p, n) =>
    p.value === null ? [] : [[n, { value: p.value, pointer: `/series/${i}/points/${n}` }] as const],
  )
  const missing = cells.length < series.points.length
  return {
    scope: series.name,
    cells: new Map(cells),
    missing,
    total: null,
    differenceYen: null,
    unit: series.unit ?? '',
    ...roleOf(series.name),
  }
}
