import type { Activity, ScheduleCell } from '../reform/record.ts'
import { yearShort, yearText } from './figures.ts'

/** 年度の帯 — a bar, or the empty columns between bars. `openEnd`: the document does not say where the bar ends. */
export type GanttCell =
  | { kind: 'empty'; span: number }
  | { kind: 'bar'; span: number; text: string; when: string; openEnd: boolean; milestone: boolean }
export type GanttRow = { name: string | null; lines: number; cells: GanttCell[] }
export type Gantt = { years: { name: string; span: number }[]; halves: boolean; rows: GanttRow[] }

type Bar = ScheduleCell & { start: number; end: number }

const yearOf = (at: string): number => Number(at.slice(0, 4))
const halfOf = (at: string): number => (at.endsWith('-H2') ? 1 : 0)
const isHalf = (at: string | null): boolean => at?.includes('-H') ?? false

function whenText({ from, to }: ScheduleCell): string {
  const name = (at: string) => yearShort(yearOf(at)) + (isHalf(at) ? (halfOf(at) ? '下半期' : '上半期') : '')
  if (to === null) return `${name(from)}から、終期の記載なし`
  return from === to ? name(from) : `${name(from)}から${name(to)}まで`
}

function columnsOf(activities: readonly Activity[], period: { from: number; to: number } | null) {
  const cells = activities.flatMap((a) => a.schedule)
  const years = cells.flatMap((c) => [yearOf(c.from), yearOf(c.to ?? c.from)]).filter((y) => y > 1900)
  if (years.length === 0 && !period) return null
  const from = Math.min(...years, period?.from ?? Number.POSITIVE_INFINITY)
  const to = Math.max(...years, period?.to ?? 0)
  // A misread year would otherwise draw a thousand columns.
  if (to - from > 30) return null
  return { from, to, perYear: cells.some((c) => isHalf(c.from) || isHalf(c.to)) ? 2 : 1 }
}

/** Bars that overlap go to lines of their own, so that none hides another. */
function inLines(bars: Bar[]): Bar[][] {
  const lines: Bar[][] = []
  for (const bar of bars.toSorted((a, b) => a.start - b.start)) {
    const free = lines.find((line) => (line.at(-1) as Bar).end < bar.start)
    if (free) free.push(bar)
    else lines.push([bar])
  }
  return lines
}

function cellsOf(line: Bar[], columns: number): GanttCell[] {
  const cells: GanttCell[] = []
  let at = 0
  line.forEach((bar, i) => {
    if (bar.start > at) cells.push({ kind: 'empty', span: bar.start - at })
    // An unknown end fades out to the next bar or to the edge; it is never drawn as if it were known.
    const end = bar.to === null ? (line[i + 1]?.start ?? columns) - 1 : bar.end
    cells.push({
      kind: 'bar',
      span: end - bar.start + 1,
      text: bar.text,
      when: whenText(bar),
      openEnd: bar.to === null,
      milestone: bar.milestone,
    })
    at = end + 1
  })
  if (at < columns) cells.push({ kind: 'empty', span: columns - at })
  return cells
}

/** 行動計画の表 — activities as rows over fiscal years; null where no schedule is said. */
export function ganttOf(activities: readonly Activity[], period: { from: number; to: number } | null): Gantt | null {
  const columns = activities.length > 0 ? columnsOf(activities, period) : null
  if (!columns) return null
  const { from, to, perYear } = columns
  const count = (to - from + 1) * perYear
  const rows = activities.flatMap(({ name, schedule }): GanttRow[] => {
    const bars = schedule.map((cell): Bar => {
      const start = (yearOf(cell.from) - from) * perYear + (isHalf(cell.from) ? halfOf(cell.from) : 0)
      const last = cell.to ?? cell.from
      return { ...cell, start, end: (yearOf(last) - from) * perYear + (isHalf(last) ? halfOf(last) : perYear - 1) }
    })
    const placed = bars.filter((b) => b.start >= 0 && b.end >= b.start && b.end < count)
    const lines = placed.length > 0 ? inLines(placed) : [[]]
    return lines.map((line, i) => ({ name: i === 0 ? name : null, lines: lines.length, cells: cellsOf(line, count) }))
  })
  const years = Array.from({ length: to - from + 1 }, (_, i) => ({ name: yearText(from + i), span: perYear }))
  return { years, halves: perYear === 2, rows }
}
