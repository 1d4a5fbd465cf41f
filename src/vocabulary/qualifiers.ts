import type { Decimal } from './decimal.ts'
import type { FigureToken } from './figure-token.ts'
import { sameUnit } from './units.ts'

/** 増減 — by how much a figure changed; the sign comes from the word (増 / 減 / 削減). */
export type Change = { value: Decimal; unit: string | null; kind: 'ratio' | 'point' | 'amount' }
export type Previous = { value: Decimal; unit: string | null }
/** 数値の後に続く説明 — what is said of a figure behind it. `end` is the offset behind the last word that belongs to it. */
export type Qualifiers = { end: number; previous: Previous | null; change: Change | null; raised: boolean }

const UP = '増加|増員|増額|増え|増|伸び|上昇|向上|上回'
const DOWN = '減少|減員|減額|減っ|減り|減|削減|縮減|低下|下落|短縮|圧縮|下回'
const SIGN = new RegExp(`^(?:の)?(?:(${UP})|(${DOWN}))`)
const BEFORE_CHANGE =
  /^[\s、]?\s?([(<「※]?)\s?(?:対?前(?:年度?|回|期)末?(?:同[月期])?(?:度)?(?:比(?:較)?|差|から|より|と比べ)|[^\s()<>、。]{0,8}年度?比)[:\s]?(?:で|は)?\s?$/
/** 「…から3,655人となり、415人増えた」 */
const MOVED = /^(?:へと?|に|と|まで)(?:なり|なって|達し|増え|減り)?、?\s?$/
/** 「となった」 and the like belong to what is said; the sentence behind them does not. */
const TAIL =
  /^(?:(?:と\d[\d.,]*(?:%|件|人|名|回)?(?:以上|以下|以内|未満)を維持し?)|(?:を|の)維持(?:した|し(?=[、が]))?|に(?:増加|減少|上昇|低下|向上)(?:した|し(?=[、]))?|と(?:なった|なり(?=[、])|なっている)|(?:の)?(?:増加|増員|増額|増|減少|減員|減額|減|削減|縮減)(?![\u4e00-\u9fff])(?:となった)?|開催|実施|発行|配信|作成|(?:で|の|が)[^\s、。()]{1,14}?を(?:実施|自動化|開催|作成|発行)(?:した)?)/

export function changeOf(plain: string, token: FigureToken): Change | null {
  const said = SIGN.exec(plain.slice(token.end))
  if (!said) return null
  const digits = token.value.replace(/^-/, '')
  return { value: (said[2] ? `-${digits}` : digits) as Decimal, unit: token.unit, kind: kindOf(token.unit) }
}

/** Whether the words before a figure say that it is a change to an earlier year: «前年度比:». */
export const isChange = (plain: string, token: FigureToken): boolean =>
  /(?:前年度?|前回|前期|昨年度?|年度)(?:同[月期])?(?:比較?|差)[:\s]?(?:で|は)?\s?$/.test(
    plain.slice(Math.max(0, token.start - 14), token.start),
  )

/** 数値の後ろを読む — previous value in brackets or after ※, year-on-year change, verbs. `later` are the figures behind it. */
export function qualifiersOf(plain: string, token: FigureToken, later: readonly FigureToken[], moved = false): Qualifiers {
  const said: Qualifiers = { end: token.end, previous: null, change: null, raised: false }
  const tail = moved ? null : TAIL.exec(plain.slice(said.end))
  if (tail) {
    said.change = changeOf(plain, token)
    said.raised = said.change !== null
    said.end += tail[0].length
  }
  // Closing brackets of the sentence may stand between the figure and its year-on-year note: «42.9%)※前年度比 21.7%増».
  for (const next of later) {
    if (next.start < said.end) continue
    const before = plain.slice(said.end, next.start)
    const change =
      BEFORE_CHANGE.test(before.replace(/^\)/, '')) || (moved && MOVED.test(before)) || isWorded(plain, next, before)
        ? signed(plain, next)
        : null
    if (change && !said.change) {
      said.change = change.value
      said.end = close(plain, change.end, said.end)
    } else if (!said.change && isSigned(plain, token, next, before)) {
      said.change = { value: next.value, unit: next.unit, kind: kindOf(next.unit) }
      said.end = close(plain, next.end, said.end)
    } else if (!said.previous && isPrevious(plain, token, next, before)) {
      said.previous = { value: next.value, unit: next.unit }
      said.end = close(plain, next.end, said.end)
    } else break
  }
  return said.previous ? said : previousYears(plain, token, later, said)
}

const kindOf = (unit: string | null): Change['kind'] => (unit === 'ポイント' || unit === 'pt' ? 'point' : unit === '%' ? 'ratio' : 'amount')

/** «508人（▲4人）», «512人（+3人）»: a sign in brackets behind a figure without one is a change, not the value before. */
const isSigned = (plain: string, token: FigureToken, next: FigureToken, before: string): boolean =>
  /^\s?\(\+?$/.test(before) &&
  plain[next.end] === ')' &&
  (next.value.startsWith('-') || before.endsWith('+')) &&
  !token.value.startsWith('-') &&
  (sameUnit(token.unit, next.unit) || next.unit === 'ポイント')

/** «1,507事業（205事業減）» */
const isWorded = (plain: string, next: FigureToken, before: string): boolean => {
  const word = SIGN.exec(plain.slice(next.end))?.[0]
  return /^\s?\($/.test(before) && word !== undefined && plain[next.end + word.length] === ')'
}

function signed(plain: string, token: FigureToken): { value: Change; end: number } | null {
  const change = changeOf(plain, token)
  if (change) return { value: change, end: token.end + (SIGN.exec(plain.slice(token.end))?.[0].length ?? 0) }
  const printed = /^[-+]/.test(token.value) || plain[token.start - 1] === '+'
  return printed ? { value: { value: token.value, unit: token.unit, kind: kindOf(token.unit) }, end: token.end } : null
}

/** «436名(298名)», «14.5倍(R3:9.6倍)»: one figure of the same unit alone in brackets. */
function isPrevious(plain: string, token: FigureToken, next: FigureToken, before: string): boolean {
  if (!/^\s?\((?:前年度?|前回|昨年度?|[RHS]?\d{1,4}年?度?)?[:\s]?$/.test(before)) return false
  return plain[next.end] === ')' && sameUnit(token.unit, next.unit) && next.per === null && next.comparator === null
}

/** «90.2% ※2020年度 88.8%、2021年度 89.4%»: earlier years in order, the last of them is the previous value. */
function previousYears(plain: string, token: FigureToken, later: readonly FigureToken[], said: Qualifiers): Qualifiers {
  let end = said.end
  let previous: Previous | null = null
  for (const next of later) {
    const before = plain.slice(end, next.start)
    const opening = previous === null ? /^\s?[※(]\s?/ : /^[、,\s]\s?/
    if (
      !opening.test(before) ||
      !/^(?:[RHS]\s?(?:元|\d{1,2})|令和\s?(?:元|\d{1,2})年?度?|平成\s?\d{1,2}年?度?|20\d{2}年?度?)[:\s]?$/.test(before.replace(opening, ''))
    )
      break
    if (!sameUnit(token.unit, next.unit)) break
    previous = { value: next.value, unit: next.unit }
    end = next.end
  }
  return previous ? { ...said, previous, end: close(plain, end, said.end) } : said
}

/** The bracket that was opened behind `from` and closes at `end`; «の», blanks and 増 inside included. */
function close(plain: string, end: number, from: number): number {
  const opened = /[(<]/.test(plain.slice(from, end))
  const rest = /^[^()<>]{0,6}?[)>]/.exec(plain.slice(end))
  return opened && rest ? end + rest[0].length : end
}
