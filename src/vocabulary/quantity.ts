import type { Decimal } from './decimal.ts'
import { grouped, hasFigure } from './figure-group.ts'
import { labelBefore } from './figure-label.ts'
import { type FigurePair, pairAt } from './figure-pair.ts'
import { type FigureToken, figureTokens } from './figure-token.ts'
import { type Item, splitMarked } from './items.ts'
import { type Change, isChange, type Previous, qualifiersOf } from './qualifiers.ts'
import { foldInPlace } from './same-length.ts'
import { sameUnit } from './units.ts'
import { moneyIn, yenOf } from './yen.ts'

/** 文中の数値 — a figure said in prose or a list, with everything that is said of it. */
export type Quantity = {
  /** the words before the figure, bullets and leaders taken off: «受験者数» */
  label: string
  /** the slice of the text that says it: «受験者数:436名(298名)» */
  raw: string
  start: number
  end: number
  value: Decimal
  unit: string | null
  per: string | null
  comparator: '>=' | '<=' | '<' | '>' | null
  maintain: boolean
  approximate: boolean
  amountYen: number | null
  previous: Previous | null
  change: Change | null
  numerator: Decimal | null
  denominator: Decimal | null
  /** «22枚 → 6枚»: the earlier value of a pair */
  from: Decimal | null
  asOf: string | null
  key: string | null
  cumulative: 'cumulative' | 'gross' | null
  /** the heading of the list the figure stands in: «2022.4.1時点職員数» */
  group: string | null
}

/** 文中の数値を読む — precision over recall: what is not clearly a figure with a name stays unread. */
export function readQuantities(text: string): Quantity[] {
  const plain = foldInPlace(text)
  const found: Quantity[] = []
  let heading: string | null = null
  for (const item of splitMarked(text)) {
    const read = quantitiesOf(text, plain, item, heading)
    found.push(...read)
    const bracketed = /【([^】]{1,30})】/.exec(item.text)?.[1]
    if (bracketed !== undefined) heading = bracketed
    else if (read.length === 0) heading = /^[^。]{2,30}$/.test(item.text) ? item.text : null
  }
  return found
}

type Reading = {
  text: string
  plain: string
  item: Item
  heading: string | null
  tokens: FigureToken[]
  low: number
  last: Quantity | null
}

function quantitiesOf(text: string, plain: string, item: Item, heading: string | null): Quantity[] {
  const tokens = figureTokens(plain.slice(item.start, item.end)).map((t) => ({
    ...t,
    start: t.start + item.start,
    end: t.end + item.start,
  }))
  const reading: Reading = { text, plain: plain.slice(0, item.end), item, heading, tokens, low: item.start, last: null }
  const found: Quantity[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as FigureToken
    if (token.start < reading.low) continue
    const main = pairAt(reading.plain, tokens, i)
    const quantity = main.skipTo === null ? quantityAt(reading, main) : null
    if (quantity) found.push(quantity)
    reading.last = quantity ?? reading.last
    reading.low = Math.max(reading.low, quantity?.end ?? main.skipTo ?? main.token.end)
  }
  return grouped(text, item, found)
}

function quantityAt(reading: Reading, pair: FigurePair): Quantity | null {
  const { text, plain, item, tokens, low } = reading
  const { token } = pair
  if (isRefused(plain, pair)) return null
  const said = qualifiersOf(
    plain,
    token,
    tokens.filter((t) => t.start >= token.end),
    pair.from !== null,
  )
  const before = headLabel(reading, token) ?? labelBefore(text, plain, low, pair.first)
  const named = nameOf(reading, pair, before, said.end)
  if (!named || /^(?:目標|目標値|基準値|計画値)$/.test(named.label)) return null
  if (token.unit === null && pair.numerator === null && !isPlainNumber(plain, pair)) return null
  const end = withNote(plain, Math.max(said.end, named.end ?? 0))
  // the date before an arrow pair belongs to its earlier value
  const asOf = pair.from === null ? (before?.asOf ?? null) : pair.asOf
  return {
    label: named.label,
    raw: text.slice(named.start, end),
    start: named.start,
    end,
    value: token.value,
    unit: token.unit,
    per: token.per,
    comparator: token.comparator,
    maintain: token.maintain || /維持/.test(plain.slice(token.end, said.end)),
    approximate: token.approximate,
    amountYen: yenOf(token.value, token.unit),
    previous: said.previous && inUnitOf(said.previous, token.unit),
    change: said.change && inUnitOf(said.change, token.unit),
    numerator: pair.numerator,
    denominator: pair.denominator,
    from: pair.from,
    asOf,
    key: item.key ?? /^([ivx]{1,4})(?=[\s:]|[^\x21-\x7e])/.exec(item.text)?.[1] ?? null,
    cumulative:
      /延べ|のべ/.test(named.label) || /(?:延べ|のべ)\s?$/.test(plain.slice(0, pair.first))
        ? 'gross'
        : /累計|累積/.test(named.label)
          ? 'cumulative'
          : null,
    group: null,
  }
}

/** A change or an earlier value in the money unit of the figure it belongs to. */
function inUnitOf<T extends Previous>(said: T, unit: string | null): T {
  const value = said.unit === unit ? null : moneyIn(said.value, said.unit, unit)
  return value === null ? said : { ...said, value, unit }
}

/** Figures that are no result: multiplications, ranges, steps of a course, limits somebody works towards. */
function isRefused(plain: string, { first, token }: FigurePair): boolean {
  const before = plain.slice(Math.max(0, first - 2), first)
  const after = plain.slice(token.end, token.end + 8)
  if (/[×*全各毎他第~]\s?$/.test(before) || /^\s?[×*~]/.test(after)) return true
  if (/^(?:から|より|上が|下が|上回|下回|足り|増え|減っ|減ら|に向け|を目指|を目標|あたり|当たり|につき|ごと|以降)/.test(after)) return true
  return isChange(plain, token)
}

/** 「継続」177, 比率:1.05, …は1.05を維持: the places where a number without a unit is still a figure. */
function isPlainNumber(plain: string, { first, token }: FigurePair): boolean {
  const before = plain.slice(0, first)
  const after = plain.slice(token.end)
  if (!/^(?:$|[\s。、)」,※]|を維持|となっ|と\d|に(?:増加|減少)|で(?:あ|し))/.test(after)) return token.maintain
  if (/^(?:19|20)\d\d$/.test(token.value)) return false
  if (/[」】:=→]\s?$/.test(before)) return true
  return /[はが]$/.test(before) || (/[^\s\d]\s$/.test(before) && /[.,]/.test(plain.slice(first, token.end)))
}

/** 「i 参加自治体数:…長い説明。→10自治体」: the name is the head of the item, the figure its last word. */
function headLabel({ text, plain, item, low }: Reading, token: FigureToken): { label: string; start: number; asOf: string | null } | null {
  if (token.end !== plain.trimEnd().length || !/→\s?$/.test(plain.slice(item.start, token.start)) || low > item.start) return null
  const head = /^((?:[ivx]{1,4}[\s.:]?(?=[^\x21-\x7e]))?)([^:。、\s]{2,30}):[^→]*。[^→]*→\s?$/.exec(plain.slice(item.start, token.start))
  if (!head) return null
  const start = item.start + (head[1] as string).length
  return { label: text.slice(start, start + (head[2] as string).length), start: item.start, asOf: null }
}

const FOLLOWING = /^(?:の((?!うち|増|減)[^\s、。()]{1,14}?)(?=[\s、。()]|した|$)|が(受講|参加|応募|利用|登録|申込|来場|来庁))/

function nameOf(
  reading: Reading,
  pair: FigurePair,
  before: { label: string; start: number; asOf: string | null } | null,
  end: number,
): { label: string; start: number; end?: number } | null {
  const { plain, item, heading } = reading
  if (before && before.label !== '') return hasFigure(before.label) ? null : before
  const following = FOLLOWING.exec(plain.slice(pair.token.end))
  const name = (following?.[1] ?? following?.[2])?.replace(/を(?:行った|行う|行い|実施|実施した|開催した|開催)$/, '')
  const ends = pair.token.end + (following?.[0].length ?? 0)
  const start = before?.start ?? pair.first
  const bracketed = /【([^】]{1,30})】/.exec(item.text)?.[1] ?? null
  const asOf = before?.asOf ?? pair.asOf
  if (asOf !== null && /後|まで/.test(asOf)) return null
  // 「職員数 R5.4.1：512人、R6.4.1：508人」: one name, several dates
  const { last } = reading
  if (
    asOf !== null &&
    last?.asOf &&
    last.label !== '' &&
    sameUnit(last.unit, pair.token.unit) &&
    /^[、,\s)]*$/.test(plain.slice(last.end, start))
  )
    return { label: last.label, start }
  if (asOf !== null && (bracketed ?? heading) !== null) return { label: bracketed ?? heading ?? '', start }
  // «R4. 4. 1 941名» in a list of its own: dated figures without a name, which the words around the item have to give
  if (asOf !== null) return /。/.test(item.text) ? null : { label: '', start }
  if (before === null && end > 0) return name === undefined ? null : { label: name, start: pair.first, end: ends }
  if (name !== undefined) return { label: name, start, end: ends }
  if (bracketed !== null && pair.first - item.start <= bracketed.length + 2) return { label: bracketed, start: item.start }
  if (pair.from !== null && heading !== null) return { label: heading, start }
  return item.key !== null && pair.first === item.start ? { label: '', start } : null
}

/** A bracket right behind the figure that says no figure itself belongs to it: «再任用83人(短時間含)». */
function withNote(plain: string, end: number): number {
  const note = /^\(([^()]{1,30})\)/.exec(plain.slice(end))
  return note && figureTokens(note[1] as string).length === 0 ? end + note[0].length : end
}
