import type { WriteSheet } from 'hucre'
import type { Indicator, ReformRecord, Series } from '../reform/record.ts'
import { yearShort } from '../report/figures.ts'
import { numbered } from '../report/initiative-sheet.ts'
import { figureColumns } from './workbook-indicators.ts'
import { pathIn, planName } from './workbook-record.ts'
import { type Content, label, plain, title, value, Worksheet } from './worksheet.ts'

/** 指標一覧 — the indicators of plans and pillars, which no form of an initiative has; those of initiatives stand in their forms. */
export function indicatorSheets(record: ReformRecord): WriteSheet[] {
  const indicators = record.indicators.filter(({ of }) => of === null || 'plan' in of || 'node' in of)
  if (indicators.length === 0) return []
  const columns = figureColumns(indicators)
  const paths = indicators.map((indicator) => pathOf(record, indicator))
  const hasPaths = paths.some((path) => path !== null)
  const widths = [...(hasPaths ? [28] : []), 36, 10, ...columns.map(() => 16)]
  const sheet = new Worksheet('指標一覧', widths)
  sheet.row(title(`${planName(record)} 指標一覧`, widths.length))
  const headerRow = sheet.length
  sheet.row(
    ...[...(hasPaths ? ['基本方針'] : []), '指標名', '単位', ...columns.map(({ heading }) => heading)].map((header) => label(header)),
  )
  for (const [n, indicator] of indicators.entries()) {
    const path = paths[n] ?? null
    sheet.row(
      ...(hasPaths ? [value(path)] : []),
      value(indicator.name),
      value(indicator.unit),
      ...columns.map((column) => value(column.content(indicator))),
    )
  }
  return [sheet.done({ orientation: 'landscape', headerRow })]
}

function pathOf(record: ReformRecord, { of }: Indicator): string | null {
  const path = of !== null && 'node' in of ? pathIn(record, of.node) : []
  return path.length > 0 ? path.map(numbered).join(' ') : null
}

/** 数値の推移 — figures by year that belong to no indicator, a row each. */
export function seriesSheets({ series }: ReformRecord): WriteSheet[] {
  const byYear = series.filter(({ points }) => points.length > 0 && points.every(({ at }) => /^\d{4}$/.test(at)))
  if (byYear.length === 0) return []
  const years = [...new Set(byYear.flatMap(({ points }) => points.map(({ at }) => Number(at))))].toSorted((a, b) => a - b)
  const sheet = new Worksheet('数値の推移', [36, 10, ...years.map(() => 14)])
  sheet.row(plain('数値の推移', years.length + 2))
  const headerRow = sheet.length
  sheet.row(...['項目', '単位', ...years.map(yearShort)].map((header) => label(header)))
  for (const one of byYear) sheet.row(value(nameOf(one)), value(one.unit), ...years.map((year) => value(pointIn(one, year))))
  return [sheet.done({ orientation: 'landscape', headerRow })]
}

const nameOf = ({ name, breakdown }: Series): string => (breakdown === null ? name : `${name}（${breakdown}）`)

function pointIn({ points }: Series, year: number): Content {
  const point = points.find(({ at }) => Number(at) === year)
  if (!point) return null
  return point.value === null ? point.raw : { number: point.value }
}
