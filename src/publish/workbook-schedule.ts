import type { Activity, ReformRecord, ScheduleCell } from '../reform/record.ts'
import { yearShort } from '../report/figures.ts'
import { label, type PrintCell, value, type Worksheet } from './worksheet.ts'

const NAME = 8
const YEARS = 16

/** 計画の年度 — every form of a plan has the same columns: the plan's period, and whatever its bars say beyond. */
export function scheduleYears({ plans, initiatives }: ReformRecord): string[] {
  const used = new Set(initiatives.map((initiative) => initiative.plan))
  const ofPlans = plans.filter((plan) => used.has(plan.id)).flatMap(({ period }) => (period ? [period.from, period.to] : []))
  const cells = initiatives.flatMap(({ parts }) => parts.flatMap(({ activities }) => activities.flatMap(({ schedule }) => schedule)))
  const said = cells.flatMap(({ from, to }) => [from, to ?? from]).filter((period) => /^\d{4}/.test(period))
  const years = [...ofPlans, ...said.map((period) => Number(period.slice(0, 4)))]
  if (years.length === 0) return []
  const first = Math.min(...years)
  return Array.from({ length: Math.min(YEARS, Math.max(...years) - first + 1) }, (_, n) => String(first + n))
}

/** 行動計画 — activities over fiscal years. A bar whose end is not written stands in its first year only. */
export function scheduleRows(sheet: Worksheet, activities: readonly Activity[], years: readonly string[]): void {
  if (activities.length === 0) return
  const periods = periodsOf(activities, years)
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

/** Halves of years only where the activities print halves. */
function periodsOf(activities: readonly Activity[], years: readonly string[]): string[] {
  const hasHalves = activities.some((a) => a.schedule.some(({ from, to }) => `${from}${to ?? ''}`.includes('H')))
  return hasHalves && years.length * 2 <= YEARS ? years.flatMap((year) => [`${year}-H1`, `${year}-H2`]) : [...years]
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
    const text = here.map((cell) => `${cell.milestone && !/[●◎]/.test(cell.text) ? '●' : ''}${cell.text}`).join('\n')
    cells.push(value(text === '' ? null : text, widthOf(n, end)))
    n = end + 1
  }
  return cells
}
