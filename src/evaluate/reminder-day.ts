import type { ReminderDays } from '../reform/round.ts'
import { addDays, type Day, weekdayOf } from '../vocabulary/calendar-day.ts'
import { isWorkingDay, workingDaysFrom } from '../vocabulary/working-day.ts'

/**
 * 督促の日か — of something that is due on a day. Nothing is sent on a day on which the hall is closed: what is due on such a day is
 * reminded of on the last working day before it, and a chosen weekday that falls on a holiday moves to the next working day.
 */
export function isReminderDay({ before, onDay, after }: ReminderDays, due: Day, day: Day): boolean {
  if (!isWorkingDay(day)) return false
  if (day > due) return isWeekdayAfter(after, due, day)
  const last = isWorkingDay(due) ? due : workingDaysFrom(due, -1)
  if (onDay && day === last) return true
  return before.some((count) => count > 0 && workingDaysFrom(due, -count) === day)
}

/** 期限後の督促の曜日 — the day itself, or a closed day between the last working day and this one, falls on a chosen weekday. */
function isWeekdayAfter(after: readonly number[], due: Day, day: Day): boolean {
  for (let at = day; at > due; at = addDays(at, -1)) {
    if (after.includes(weekdayOf(at))) return true
    if (isWorkingDay(addDays(at, -1))) return false
  }
  return false
}
