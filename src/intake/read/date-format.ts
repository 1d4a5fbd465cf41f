const ERAS = [
  { from: Date.UTC(2019, 4, 1), before: 2018, name: '令和', letter: 'R' },
  { from: Date.UTC(1989, 0, 8), before: 1988, name: '平成', letter: 'H' },
  { from: Date.UTC(1926, 11, 25), before: 1925, name: '昭和', letter: 'S' },
  { from: Date.UTC(1912, 6, 30), before: 1911, name: '大正', letter: 'T' },
  { from: Number.NEGATIVE_INFINITY, before: 1867, name: '明治', letter: 'M' },
] as const
const WEEKDAYS = '日月火水木金土'
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const DAYS = 'SunMonTueWedThuFriSat'

/** What the numbered date formats show in a Japanese Excel; the file names them by number only (ECMA-376 18.8.30, ja-jp). */
export const NUMBERED_DATE_FORMATS: Record<number, string> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: '[$-411]ge.m.d',
  28: '[$-411]ggge"年"m"月"d"日"',
  29: '[$-411]ggge"年"m"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"',
  35: 'm"月"d"日"',
  36: '[$-411]ge.m.d',
  50: '[$-411]ge.m.d',
  51: '[$-411]ggge"年"m"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: '[$-411]ggge"年"m"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: '[$-411]ge.m.d',
  58: '[$-411]ggge"年"m"月"d"日"',
}

/** 日付の表示形式 — a date as the sheet shows it: «令和4年4月1日», «R4.4.1», «2022/4/1». */
export function shownDate(date: Date, format: string = NUMBERED_DATE_FORMATS[14] as string): string {
  if (Number.isNaN(date.getTime())) return ''
  const section = format.split(';')[0] as string
  const tokens = section.match(/\[[^\]]*\]|"[^"]*"|\\.|am\/pm|a\/p|[_*].|(y+|m+|d+|h+|s+|g+|e+|a{3,4}|r+)|[\s\S]/gi) ?? []
  const is12Hours = tokens.some((t) => /^(am\/pm|a\/p)$/i.test(t))
  return tokens
    .map((token, at) => {
      if (/^m{1,2}$/i.test(token) && isMinute(tokens, at)) return padded(date.getUTCMinutes(), token.length)
      return shownToken(token, date, is12Hours, tokens[at + 1])
    })
    .join('')
    .trim()
}

/** «m» means minutes after an hour or before seconds, and months everywhere else. */
function isMinute(tokens: readonly string[], at: number): boolean {
  const letters = (list: readonly string[]): string | undefined => list.find((t) => /^[ymdhs]+$/i.test(t))
  return /^h/i.test(letters(tokens.slice(0, at).reverse()) ?? '') || /^s/i.test(letters(tokens.slice(at + 1)) ?? '')
}

const padded = (value: number, width: number): string => String(value).padStart(Math.min(width, 2), '0')

function shownToken(token: string, date: Date, is12Hours: boolean, next: string | undefined): string {
  const era = ERAS.find((e) => date.getTime() >= e.from) ?? ERAS[4]
  const eraYear = date.getUTCFullYear() - era.before
  const hours = date.getUTCHours()
  switch (token.toLowerCase()) {
    case 'yyyy':
    case 'yyy':
      return String(date.getUTCFullYear())
    case 'yy':
    case 'y':
      return String(date.getUTCFullYear()).slice(-2)
    case 'ggg':
      return era.name
    case 'gg':
      return era.name.slice(0, 1)
    case 'g':
      return era.letter
    case 'e':
      return eraYear === 1 && /年/.test(next ?? '') ? '元' : String(eraYear)
    case 'ee':
      return padded(eraYear, 2)
    case 'mmm':
    case 'mmmm':
      return MONTHS.slice(date.getUTCMonth() * 3).slice(0, 3)
    case 'm':
    case 'mm':
      return padded(date.getUTCMonth() + 1, token.length)
    case 'd':
    case 'dd':
      return padded(date.getUTCDate(), token.length)
    case 'ddd':
    case 'dddd':
      return DAYS.slice(date.getUTCDay() * 3).slice(0, 3)
    case 'aaa':
      return WEEKDAYS[date.getUTCDay()] as string
    case 'aaaa':
      return `${WEEKDAYS[date.getUTCDay()]}曜日`
    case 'h':
    case 'hh':
      return padded(is12Hours ? hours % 12 || 12 : hours, token.length)
    case 's':
    case 'ss':
      return padded(date.getUTCSeconds(), token.length)
    case 'am/pm':
      return hours < 12 ? 'AM' : 'PM'
    default:
      return /^(\[|[_*].)/.test(token) ? '' : token.replace(/^\\(?=.)|"/g, '')
  }
}
