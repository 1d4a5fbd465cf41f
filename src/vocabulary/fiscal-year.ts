import type { Brand } from './brand.ts'
import { no, ok, type Result } from './result.ts'

/** 年度 — April to March, named by the year it starts in: 令和6年度 is 2024. */
export type FiscalYear = Brand<number, 'FiscalYear'>
export type NotAFiscalYear = { kind: 'not-a-fiscal-year'; text: string }

const YEAR_BEFORE_ERA: Record<string, number> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 }

/**
 * 年度の読み取り — «令和６年度», «R 6», «2024», «2022年度（令和4年度）», «平成32年度» (which is 令和2年度).
 * Refused: two-digit western years («22年度»), which collide with an era's.
 */
export function parseFiscalYear(text: string): Result<FiscalYear, NotAFiscalYear> {
  // Published tables mix 令和６, 令和元年度, R6 and 2024; NFKC folds the full-width digits and ㋿.
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const doubled = /^((?:19|20)\d\d)年度?\((?:令和|平成|昭和|[RHS])(?:元|\d{1,2})年度?\)$/.exec(plain)
  if (doubled) return ok(Number(doubled[1]) as FiscalYear)
  const swapped = /^((?:令和|平成|昭和|[RHS])(?:元|\d{1,2}))年度?\((?:19|20)\d\d年?度?\)$/.exec(plain)
  const bare = (swapped?.[1] ?? plain).replace(/年度?$|^FY/g, '')
  if (/^(?:19|20)\d\d$/.test(bare)) return ok(Number(bare) as FiscalYear)

  const era = /^(令和|平成|昭和|[RHS])(元|\d{1,2})$/.exec(bare)
  if (!era) return no({ kind: 'not-a-fiscal-year', text })
  const nth = era[2] === '元' ? 1 : Number(era[2])
  return ok(((YEAR_BEFORE_ERA[era[1] as string] as number) + nth) as FiscalYear)
}

/** 和暦の年度名 — 2024 → 令和6年度, 2019 → 令和元年度. */
export function eraName(year: FiscalYear): string {
  const [era, before] = year >= 2019 ? ['令和', 2018] : year >= 1989 ? ['平成', 1988] : ['昭和', 1925]
  const nth = year - Number(before)
  return `${era}${nth === 1 ? '元' : nth}年度`
}
