import { type FiscalYear, parseFiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { type Label, readLabel } from '../../labels.ts'
import { filled, type Row } from '../../read/page.ts'
import { isFigure } from './figure-cell.ts'

const YEAR_COLUMN = /^(?:年度|年次|会計年度|年|区分|年度\/区分)$/

/** 年度が縦に並ぶ表 — a header whose first column holds years, and rows of figures below it; null for anything else. */
export function isYearsDown(rows: readonly Row[], at: number): boolean {
  const header = filled(rows[at] as Row)
  const first = header[0]
  if (header.length < 2 || header.length > 200 || !first || !YEAR_COLUMN.test(first.text.replace(/\s+/g, ''))) return false
  if (header.slice(1).some((c) => c.text.length > 30 || readLabel(c.text)?.role === 'fiscalYear')) return false
  const below = rows[at + 1]
  if (!below || below.page !== (rows[at] as Row).page) return false
  const [year, ...figures] = filled(below)
  return (
    year !== undefined &&
    yearIn(year.text) !== null &&
    figures.length > 0 &&
    figures.every((c) => isFigure(c.text) || /^[-－―–ー]$/.test(c.text))
  )
}

export type YearSaid = { year: FiscalYear; phase: Label['phase'] | '基準' }

/** «令和5年度（実績）», «R4（基準）» → the year and its phase. */
export function yearIn(text: string): YearSaid | null {
  const said = /^(.+?)(?:[（(]?(計画|見込み?|実績|目標|予算|決算|基準|現状|策定時)(?:値|額|年度)?[）)]?)?$/.exec(text.replace(/\s+/g, ''))
  const year = said ? parseFiscalYear(said[1] as string) : null
  if (!said || !year?.ok) return null
  const word = said[2]?.replace(/^見込$/, '見込み').replace(/^(現状|策定時)$/, '基準')
  return { year: year.value, phase: (word ?? null) as YearSaid['phase'] }
}
