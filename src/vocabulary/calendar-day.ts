import type { Brand } from './brand.ts'
import type { FiscalYear } from './fiscal-year.ts'
import { no, ok, type Result } from './result.ts'

/** 日付 — a day of the calendar in Japan, «2026-04-01». ISO dates compare as text. */
export type Day = Brand<string, 'Day'>
export type NotADay = { kind: 'not-a-day'; text: string }

const ERAS: Record<string, number> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 }

/** 日付の読み取り — «2026-04-01», «2026/4/1», «令和8年4月1日», «R8.4.1». Refused: days that the calendar does not have. */
export function parseDay(text: string): Result<Day, NotADay> {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const said = /^(?:(\d{4})|(令和|平成|R|H)(元|\d{1,2}))[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain)
  if (!said) return no({ kind: 'not-a-day', text })
  const year = said[1] ? Number(said[1]) : (ERAS[said[2] as string] as number) + (said[3] === '元' ? 1 : Number(said[3]))
  const [month, date] = [Number(said[4]), Number(said[5])]
  const at = new Date(Date.UTC(year, month - 1, date))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return no({ kind: 'not-a-day', text })
  return ok(dayOf(at))
}

const dayOf = (at: Date): Day => at.toISOString().slice(0, 10) as Day
const DAY = 86_400_000
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

/** その時刻の日本の日付 — the offices' clocks stand nine hours before UTC all year. */
export const dayInJapan = (at: Date): Day => dayOf(new Date(at.getTime() + 9 * 3_600_000))
export const addDays = (day: Day, days: number): Day => dayOf(new Date(utc(day) + days * DAY))
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / DAY)
/** 曜日 — 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(utc(day)).getUTCDay()
/** 日付の属する年度 — April begins it: 2026-03-31 is in 令和7年度. */
export const fiscalYearOfDay = (day: Day): FiscalYear => (Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 4 ? 1 : 0)) as FiscalYear

/** 和暦の日付 — «令和8年4月1日（水）» */
export function dayName(day: Day): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const nth = year - 2018
  const named = day >= '2019-05-01' ? `令和${nth === 1 ? '元' : nth}` : day >= '1989-01-08' ? `平成${year - 1988}` : `${year}`
  return `${named}年${month}月${date}日（${'日月火水木金土'[weekdayOf(day)]}）`
}
