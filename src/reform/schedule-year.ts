import type { ScheduleCell } from './record.ts'

const yearOf = (at: string): number => Number(at.slice(0, 4))
const last = ({ from, to }: ScheduleCell): number => yearOf(to ?? from)

/** The bars that lie over a fiscal year by what is printed of them. */
export const cellsOver = (schedule: readonly ScheduleCell[], year: number): ScheduleCell[] =>
  schedule.filter((cell) => yearOf(cell.from) <= year && year <= last(cell))

/**
 * その年度の行動計画 — the bars that lie over a fiscal year; where none does, the youngest earlier one whose end the document does
 * not print and that no later bar has followed: nobody said that it ended.
 */
export function cellsIn(schedule: readonly ScheduleCell[], year: number): ScheduleCell[] {
  const over = cellsOver(schedule, year)
  if (over.length > 0) return over
  const begun = schedule.filter((cell) => yearOf(cell.from) < year && !cell.milestone)
  const youngest = Math.max(...begun.map(last))
  return begun.filter((cell) => cell.to === null && yearOf(cell.from) === youngest)
}

/**
 * その年度の行動計画を書き直す — one year of a bar over several is cut out of it, so that its other years still say what they said.
 * What stood in the year is replaced; milestones stay, unless the year has nothing else.
 */
export function withYear(schedule: readonly ScheduleCell[], year: number, text: string): ScheduleCell[] {
  const over = cellsOver(schedule, year)
  const bars = over.filter((cell) => !cell.milestone)
  const replaced = bars.length > 0 ? bars : over
  const [only] = replaced
  const span = only && replaced.length === 1 && yearOf(only.from) === year && last(only) === year ? only : null
  const own: ScheduleCell = {
    from: span?.from ?? String(year),
    to: span ? span.to : String(year),
    text,
    milestone: span?.milestone ?? false,
  }
  const place = only ? schedule.indexOf(only) : schedule.filter((cell) => yearOf(cell.from) < year).length
  const before = replaced.filter((cell) => yearOf(cell.from) < year).map((cell) => ({ ...cell, to: String(year - 1) }))
  const after = replaced.filter((cell) => last(cell) > year).map((cell) => ({ ...cell, from: String(year + 1) }))
  const kept = (cells: readonly ScheduleCell[]): ScheduleCell[] => cells.filter((cell) => !replaced.includes(cell))
  return [...kept(schedule.slice(0, place)), ...before, own, ...after, ...kept(schedule.slice(place))]
}
