import type { Activity, ScheduleCell } from '../reform/record.ts'
import { yearShort } from '../report/figures.ts'
import { label, type PrintCell, value, type Worksheet } from './worksheet.ts'

const NAME = 8
const YEARS = 16

/** 行動計画 — activities over fiscal years. A bar whose end is not written stands in its first year only. */
export function scheduleRows(sheet: Worksheet, activities: readonly Activity[]): void {
  if (activities.length === 0) return
  const periods = periodsOf(activities)
  const columns = Math.max(1, Math.floor(YEARS / Math.max(1, periods.length)))
  const rest = YEARS - columns * (periods.length - 1)
  const widthOf = (from: number, to: number): number => columns * (to - from) + (to === periods.length - 1 ? rest : columns)
  if (periods.length === 0) sheet.row(label('取組内容', NAME + YEARS))
  else headerRows(sheet, periods, widthOf)
  for (const { name, schedule } of activities) {
    if (periods.length === 0) sheet.row(value(name, NAME + YEARS))
    else sheet.row(value(name, NAME), ...barsOf(schedule, periods, widthOf))
  }
}

/** Every period from the first bar to the last; halves of years only where the plan prints halves. */
function periodsOf(activities: readonly Activity[]): string[] {
  const said = activities.flatMap((a) => a.schedule.flatMap((cell) => [cell.from, cell.to ?? cell.from])).filter((p) => /^\d{4}/.test(p))
  if (said.length === 0) return []
  const years = said.map((period) => Number(period.slice(0, 4)))
  const all = Array.from({ length: Math.min(YEARS, Math.max(...years) - Math.min(...years) + 1) }, (_, n) => String(Math.min(...years) + n))
  const hasHalves = said.some((period) => period.includes('H')) && all.length * 2 <= YEARS
  return hasHalves ? all.flatMap((year) => [`${year}-H1`, `${year}-H2`]) : all
}

function headerRows(sheet: Worksheet, periods: readonly string[], widthOf: (from: number, to: number) => number): void {
  const hasHalves = periods[0]?.includes('H') ?? false
  sheet.row(label('取組内容', NAME, hasHalves ? 3 : 2), label('行動計画', YEARS))
  const step = hasHalves ? 2 : 1
  const starts = periods.map((_, n) => n).filter((n) => n % step === 0)
  sheet.row(...starts.map((n) => label(yearShort(Number(periods[n]?.slice(0, 4))), widthOf(n, n + step - 1))))
  if (hasHalves) sheet.row(...periods.map((period, n) => label(period.endsWith('H1') ? '上半期' : '下半期', widthOf(n, n))))
}

function barsOf(schedule: readonly ScheduleCell[], periods: readonly string[], widthOf: (from: number, to: number) => number): PrintCell[] {
  const at = (period: string, end: boolean): number => {
    const exact = periods.indexOf(period)
    if (exact >= 0) return exact
    const ofYear = periods.map((p, n) => (p.startsWith(period.slice(0, 4)) ? n : -1)).filter((n) => n >= 0)
    return (end ? ofYear.at(-1) : ofYear[0]) ?? 0
  }
  const starts = new Map<number, ScheduleCell[]>()
  for (const cell of schedule) starts.set(at(cell.from, false), [...(starts.get(at(cell.from, false)) ?? []), cell])
  const cells: PrintCell[] = []
  for (let n = 0; n < periods.length; ) {
    const here = starts.get(n) ?? []
    const [only] = here
    const free = [...starts.keys()].filter((start) => start > n).reduce((a, b) => Math.min(a, b), periods.length)
    const end = here.length === 1 && only?.to ? Math.max(n, Math.min(at(only.to, true), free - 1)) : n
    const text = here.map((cell) => `${cell.milestone ? '●' : ''}${cell.text}`).join('\n')
    cells.push(value(text === '' ? null : text, widthOf(n, end)))
    n = end + 1
  }
  return cells
}
