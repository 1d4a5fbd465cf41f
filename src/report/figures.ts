import { type Decimal, decimalOf, dividedBy, rounded, times } from '../vocabulary/decimal.ts'
import { eraName, type FiscalYear, parseFiscalYear } from '../vocabulary/fiscal-year.ts'

/*
 * 数の書き方 — every number a reader sees is written here, so that page, workbook and form cannot differ.
 * ▲ stands for minus, as offices print it; screen readers are given マイナス by the page.
 */

/** 桁区切り — «-1234.50» → ▲1,234.50; the printed digits stay as they are. */
export function numberText(value: Decimal): string {
  const [whole = '0', fraction] = value.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = value.startsWith('-') && /[1-9]/.test(value) ? '▲' : ''
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`)
}

/** 増減 — with its sign even where it is positive. */
export const changeText = (value: Decimal): string =>
  value.startsWith('-') || !/[1-9]/.test(value) ? numberText(value) : `＋${numberText(value)}`

/** 割合 → パーセント — 0.9251 → 92.5%; one digit, rounded half up as offices do. */
export const percentText = (ratio: Decimal): string => `${numberText(rounded(times(ratio, '100' as Decimal), 1))}%`

const YEN_IN: Record<string, number> = { 円: 1, 千円: 1_000, 万円: 10_000, 百万円: 1_000_000, 億円: 100_000_000 }

/** 金額 — integer yen in the unit it was printed in; never rounded: 1,234,567円 in 千円 is 1,234.567. */
export function yenText(amountYen: number, unit: string | null): string {
  return numberText(yenIn(amountYen, unit))
}

export function yenIn(amountYen: number, unit: string | null): Decimal {
  const scale = YEN_IN[unit ?? '円'] ?? 1
  const value = dividedBy(decimalOf(amountYen), decimalOf(scale))
  return value.includes('.') ? (value.replace(/0+$/, '').replace(/\.$/, '') as Decimal) : value
}

/** 金額の単位 — a unit of money as it is printed; anything else (件, 時間) is not money. */
export const moneyUnit = (unit: string | null): string => (unit !== null && unit in YEN_IN ? unit : '円')
export const isMoney = (unit: string | null): boolean => unit !== null && unit in YEN_IN

/** 年度 — 和暦 and 西暦 together: 令和4年度（2022年度）. */
export const yearText = (year: number): string => `${eraName(year as FiscalYear)}（${year}）`
export const yearShort = (year: number): string => eraName(year as FiscalYear)

export function periodText(period: { from: number; to: number } | null): string {
  return period ? `${yearText(period.from)}～${yearText(period.to)}` : '計画期間の記載なし'
}

const EACH_ERA = [
  { name: '令和', from: '2019-05-01', before: 2018 },
  { name: '平成', from: '1989-01-08', before: 1988 },
  { name: '昭和', from: '1926-12-25', before: 1925 },
]

/** 日付 — «2024-04-01» → 令和6年4月1日（2024年）, «2023-03» → 令和5年3月（2023年), «2022» → 令和4年度（2022）; else as it is. */
export function dateText(date: string): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(date)
  if (!parts) {
    const said = /^(\d{4})(?:年度)?(末|末時点|時点)?$/.exec(date)
    const year = said?.[1] ? parseFiscalYear(said[1]) : null
    return year?.ok ? yearText(year.value) + (said?.[2] ?? '') : date
  }
  const era = EACH_ERA.find((e) => date.padEnd(10, '-99') >= e.from)
  if (!era) return date
  const nth = Number(parts[1]) - era.before
  const day = parts[3] ? `${Number(parts[3])}日` : ''
  return `${era.name}${nth === 1 ? '元' : nth}年${Number(parts[2])}月${day}（${parts[1]}年）`
}

export const countText = (n: number): string => numberText(decimalOf(n))
