import { figureTokens } from './figure-token.ts'
import { foldInPlace } from './same-length.ts'

/** 項目 — one item of a packed cell. `key` is its number («i», «①»), the bullet is taken off the text. */
export type Item = { key: string | null; text: string; start: number; end: number }

// ▲ and △ before a digit are minus signs; ・ is a bullet only at the start or after white space, and 「・・・」 is a leader.
const BULLET = /(?<=^|[\s。>])(?:[●▼▽■□◇○◆◎★☆◯►▶❖✓]|[▲△](?!\s?[\d,.])|・(?!・)|[-*](?=\s))\s*/g
const CIRCLED = /(?<=^|[\s。])[①-⑳❶-❿]\s*/g
const PAREN_KEY = /(?<=^|[\s。])\(\d{1,2}\)\s*(?![\d])/g
const ROMAN = /(?<=^|[\s。])([ivxⅰ-ⅹⅠ-Ⅹ]{1,4})(?=[\s:.)]|[^\x21-\x7e])[.)]?\s*/g
const NOTE_ITEM = /[(<](?:(?:19|20)\d\d|令和|平成|[RH]\s?\d)[^()<>\n]{0,30}(?:現況値?|現状値?|基準値|実績値|目標値?)[)>]/g
const SENTENCE_END = /。(?=\s)/g

type Cut = { at: number; from: number; key: string | null }

/** 詰め込まれたセルを項目に分ける — by bullets, line breaks, keys, ended sentences and finished figures. */
export function splitItems(text: string): Item[] {
  return splitMarked(text).flatMap(splitFigures)
}

/** The same by marks alone: what stands in one bullet stays together, whatever figures it holds. */
export function splitMarked(text: string): Item[] {
  const plain = foldInPlace(text)
  const cuts: Cut[] = [{ at: 0, from: 0, key: null }]
  for (const said of plain.matchAll(BULLET)) cuts.push({ at: said.index, from: said.index + said[0].length, key: null })
  for (const said of plain.matchAll(/\n/g)) cuts.push({ at: said.index, from: said.index + 1, key: null })
  for (const said of plain.matchAll(SENTENCE_END)) cuts.push({ at: said.index + 1, from: said.index + 1, key: null })
  for (const said of plain.matchAll(NOTE_ITEM))
    cuts.push(
      { at: said.index, from: said.index, key: null },
      { at: said.index + said[0].length, from: said.index + said[0].length, key: null },
    )
  cuts.push(...keyCuts(plain))
  return between(text, cuts)
}

function keyCuts(plain: string): Cut[] {
  const keyed = [...plain.matchAll(CIRCLED), ...plain.matchAll(PAREN_KEY)].map((said) => ({ said, key: said[0].trim() }))
  const roman = [...plain.matchAll(ROMAN)].map((said) => ({ said, key: said[1] as string }))
  // A lone «i» or «v» is a word; a list of roman keys begins with the first and goes on.
  const isList = roman.length > 1 && /^(?:i|ⅰ|Ⅰ)$/.test(roman[0]?.key ?? '')
  return [...keyed, ...(isList ? roman : [])].map(({ said, key }) => ({ at: said.index, from: said.index + said[0].length, key }))
}

function between(text: string, cuts: Cut[]): Item[] {
  // Stable order: a key or bullet right behind a line break wins over the break.
  const sorted = cuts.sort((a, b) => a.at - b.at || a.from - b.from)
  const items: Item[] = []
  let pending: string | null = null
  sorted.forEach((cut, i) => {
    const next = sorted[i + 1]?.at ?? text.length
    const key = cut.key ?? pending
    const item = trimmed(text, cut.from, next, key)
    pending = item ? null : key
    if (item) items.push(item)
  })
  return items
}

function trimmed(text: string, from: number, to: number, key: string | null): Item | null {
  const slice = text.slice(from, Math.max(from, to))
  const body = slice.trim()
  if (body === '') return null
  const start = from + slice.indexOf(body)
  return { key, text: body, start, end: start + body.length }
}

/** «電子化率 100.0% 別の電子化率 50.0%»: a finished figure, a blank and another named figure are two items. */
function splitFigures(item: Item): Item[] {
  const plain = foldInPlace(item.text)
  const said = plain.replace(/\s*※.*$/s, '')
  if (/[。→×(]/.test(said)) return [item]
  const tokens = figureTokens(said)
  const last = tokens.at(-1)
  if (tokens.length < 2 || !last || last.end !== said.length) return [item]
  const cuts: Cut[] = [{ at: 0, from: 0, key: item.key }]
  for (const token of tokens.slice(0, -1)) {
    const name = /^\s+([^\s\d][^\s]+)\s/.exec(plain.slice(token.end))
    if (name && token.unit !== null) cuts.push({ at: token.end, from: token.end, key: null })
  }
  return between(item.text, cuts).map((part) => ({ ...part, start: part.start + item.start, end: part.end + item.start }))
}
