import holidayJp from '@holiday-jp/holiday_jp'
import { addDays, type Day, weekdayOf } from './calendar-day.ts'

/**
 * 開庁日か — the days on which a city hall is closed: Saturdays and Sundays, the holidays of 国民の祝日に関する法律, and
 * 12月29日 to 1月3日 (地方自治法第4条の2).
 */
export function isWorkingDay(day: Day): boolean {
  const weekday = weekdayOf(day)
  const date = day.slice(5)
  // looked up by its name: the package's own question depends on the time zone of the machine
  return weekday !== 0 && weekday !== 6 && !(date >= '12-29' || date <= '01-03') && !Object.hasOwn(holidayJp.holidays, day)
}

/** 何開庁日後か — the nth working day after (negative: before) the day; 0 is the day itself, or the next working day. */
export function workingDaysFrom(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step)
    if (isWorkingDay(at)) left -= 1
  }
  while (count === 0 && !isWorkingDay(at)) at = addDays(at, 1)
  return at
}

/** あと何開庁日か — working days after `from` up to and with `to`; negative where `to` lies before. */
export function workingDaysBetween(from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(to, from)
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at)) count += 1
  return count
}
