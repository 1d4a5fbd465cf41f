import { readComparison } from './comparator.ts'
import { findDates } from './dated.ts'
import type { Decimal } from './decimal.ts'
import { NUMERAL_PATTERN, readNumeral, scaled } from './number-words.ts'
import { numberedNames } from './numbered-names.ts'
import { PER_PATTERN, UNIT_PATTERN } from './units.ts'

/** 数値の一語 — a number with what is glued to it: sign, unit, period, comparator. Offsets are those of the text. */
export type FigureToken = {
  start: number
  end: number
  value: Decimal
  unit: string | null
  per: string | null
  comparator: '>=' | '<=' | '<' | '>' | null
  maintain: boolean
  approximate: boolean
}

const NUMBER = new RegExp(`((?:▲|△|-|マイナス)\\s?)?(${NUMERAL_PATTERN})(?![\\d,]*\\d)`, 'g')
const ABOUT = /(?:約|およそ|概ね|おおむね)\s?$/
const UNIT = new RegExp(`^\\s?([ck]?m\\s?[²³]|${UNIT_PATTERN})`)
const PER = new RegExp(`^${PER_PATTERN}`)
/** What may follow a unit of kanji without making another word of it: 「15件増」 is a figure, 「2部構成」 is not. */
const GOES_ON =
  /^(?:増|減|削減|縮減|増加|減少|上昇|低下|向上|以上|以下|以内|未満|超|程度|ほど|前後|開催|実施|発行|配信|作成|参加|応募|受講|利用|導入|登録|公開|提出|強|弱|達成|分(?!の)|中|維持|廃止|新設|採用|退職|不足|残|余)/
const LIMIT = /^(?:以上|以下|以内|未満|超(?!過))/
const WORD_GOES_ON = /^[\u4e00-\u9fffァ-ヺー々]/
const LATIN_GOES_ON = /^[A-Za-z0-9]/

/** No item of a report is longer; comparing every date of a megabyte with every figure would take hours. */
const LONGEST = 20_000

/** 文中の数値 — every figure of a folded text, left to right. Dates and digits inside names are left out. */
export function figureTokens(plain: string): FigureToken[] {
  if (plain.length > LONGEST || !/\d/.test(plain)) return []
  const masks = [...findDates(plain), ...numberedNames(plain)]
  const tokens: FigureToken[] = []
  for (const said of plain.matchAll(NUMBER)) {
    const digits = said.index + said[0].length - (said[2] as string).length
    if (masks.some((m) => digits < m.end && m.start < said.index + said[0].length)) continue
    const token = tokenAt(plain, said, digits)
    if (token) tokens.push(token)
  }
  return tokens
}

function tokenAt(plain: string, said: RegExpExecArray | RegExpMatchArray, digits: number): FigureToken | null {
  const numeral = readNumeral(said[2] as string)
  const before = plain[digits - 1] ?? ''
  if (!numeral || (/[A-Za-z\d.,_#]/.test(before) && before !== ',')) return null
  const sign = signOf(plain, said)
  const bare = sign === null ? digits : (said.index ?? 0)
  const about = ABOUT.exec(plain.slice(Math.max(0, bare - 5), bare))
  const start = bare - (about?.[0].length ?? 0)
  let end = digits + (said[2] as string).length
  const { unit, value, length } = withUnit(plain.slice(end), numeral)
  if (length === null) return null
  end += length
  const own = PER.exec(plain.slice(end))
  if (own) end += own[0].length
  const comparison = readComparison(plain.slice(end))
  end += comparison.length
  // «20件以上/年»: the period may follow the comparator
  const after = own || comparison.length === 0 ? null : PER.exec(plain.slice(end))
  if (after) end += after[0].length
  const per = own ?? after
  const { comparator, maintain } = comparison
  const approximate = comparison.approximate || about !== null
  const signed = (sign === null ? value : `-${value}`) as Decimal
  return { start, end, value: signed, unit, per: per ? (per[1] ?? per[2] ?? null) : null, comparator, maintain, approximate }
}

/** A hyphen is a minus only at the start of a statement; «A-3» and «1-2» are not negative. ▲ before a digit always is. */
function signOf(plain: string, said: RegExpExecArray | RegExpMatchArray): '-' | null {
  const printed = said[1]?.trim()
  if (printed === '▲' || printed === '△' || printed === 'マイナス') return '-'
  if (printed !== '-') return null
  return /^$|[\s:(→、「]/.test(plain[(said.index ?? 0) - 1] ?? '') && plain[(said.index ?? 0) + 1] !== ' ' ? '-' : null
}

type Measure = { unit: string | null; value: Decimal; length: number | null }

function withUnit(after: string, { value, scale }: { value: Decimal; scale: string | null }): Measure {
  if (scale !== null && /^円/.test(after)) {
    const money = `${scale}円`
    if (/^(?:千|万|百万|千万|億|兆)$/.test(scale)) return { unit: money, value, length: 1 }
  }
  const plainValue = scaled(value, scale)
  const unit = UNIT.exec(after)
  if (!unit)
    return (WORD_GOES_ON.test(after) && !LIMIT.test(after)) || LATIN_GOES_ON.test(after)
      ? refused(plainValue)
      : { unit: null, value: plainValue, length: 0 }
  const rest = after.slice(unit[0].length)
  const word = unit[1] as string
  // A unit after a blank is one only if nothing but the end of the statement follows: «3 件», not «令和4 人事課».
  if (/^\s/.test(unit[0]) && !/^(?:[\s。、)%/]|$|以|未)/.test(rest)) return { unit: null, value: plainValue, length: 0 }
  if (/[A-Za-z]$/.test(word) && LATIN_GOES_ON.test(rest)) return refused(plainValue)
  const free = /[%A-Za-z²³㎡]$/.test(word)
  if (!free && WORD_GOES_ON.test(rest) && !GOES_ON.test(rest)) return refused(plainValue)
  return { unit: word.replace(/\s/g, ''), value: plainValue, length: unit[0].length }
}

const refused = (value: Decimal): Measure => ({ unit: null, value, length: null })
