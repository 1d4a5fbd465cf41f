import type { Edition, EditionDocument } from '../reform/edition.ts'
import { placeText } from './wording-places.ts'

/** 出典の行き先 — the page of the printed-out source, and the line on it, that a value came from. */
export type SourceRef = { document: string; page: number; anchor: string; place: string; guessed: boolean }

export type SourceLine = { anchor: string; place: string; text: string; unread: boolean }
export type SourcePage = { number: number; lines: SourceLine[] }

// A page of a source stays readable on a slow line: 30 KB compressed is the limit of every page.
const CHARACTERS_A_PAGE = 14_000
const LINES_A_PAGE = 400

/** 文書を頁に分ける — the lines of a document, cut into pages that a browser loads at once. */
export function sourcePages(document: EditionDocument): SourcePage[] {
  const unread = new Set(document.unread.map((u) => u.at))
  const pages: SourcePage[] = []
  let characters = 0
  document.lines.forEach((line, index) => {
    const last = pages.at(-1)
    const full = !last || last.lines.length >= LINES_A_PAGE || characters + line.text.length > CHARACTERS_A_PAGE
    if (full) characters = 0
    const page = full ? { number: pages.length + 1, lines: [] } : last
    if (full) pages.push(page)
    characters += line.text.length
    page.lines.push({ anchor: `L${index + 1}`, place: placeText(line.at), text: line.text, unread: unread.has(line.at) })
  })
  return pages.length > 0 ? pages : [{ number: 1, lines: [] }]
}

type Spot = { page: number; anchor: string }

function spotsOf(document: EditionDocument): Map<string, Spot> {
  const spots = sourcePages(document).flatMap((page) => page.lines.map((line) => ({ page: page.number, anchor: line.anchor })))
  return new Map(document.lines.map((line, i) => [line.at, spots[i] ?? { page: 1, anchor: '' }]))
}

/** «line 105 cell 3» is found on «line 105» where the lines are kept whole. */
const spotOf = (spots: Map<string, Spot>, place: string): Spot | undefined => spots.get(place) ?? spots.get(place.replace(/ cell .*$/, ''))

export type SourceFinder = {
  /** where the value behind a pointer was read from */
  of: (pointer: string) => SourceRef[]
  /** where a place of a check stands: «line 12», or «<sha256>#line 12» where several documents have one */
  at: (place: string) => SourceRef[]
  /** every place that values under «/initiatives/3» were read from */
  under: (head: string) => { pointer: string; source: SourceRef }[]
}

const headOf = (pointer: string): string => pointer.split('/').slice(0, 3).join('/')

/** 値の出典 — built once for an edition, asked by every page of it. */
export function sourceFinder(edition: Edition): SourceFinder {
  const documents = new Map(edition.documents.map((d) => [d.sha256, spotsOf(d)]))
  const byPointer = new Map<string, SourceRef[]>()
  const byHead = new Map<string, { pointer: string; source: SourceRef }[]>()
  const add = <T>(map: Map<string, T[]>, key: string, one: T): void => {
    const known = map.get(key)
    if (known) known.push(one)
    else map.set(key, [one])
  }
  for (const { pointer, document, place, guessed } of edition.sources) {
    const spots = documents.get(document)
    if (!spots) continue
    const source = { document, ...(spotOf(spots, place) ?? { page: 1, anchor: '' }), place: placeText(place), guessed }
    add(byPointer, pointer, source)
    add(byHead, headOf(pointer), { pointer, source })
  }
  return {
    of: (pointer) => byPointer.get(pointer) ?? [],
    under: (head) => byHead.get(head) ?? [],
    at: (place) => {
      const [, named, rest] = /^(?:([0-9a-f]{64})#)?(.*)$/.exec(place) ?? []
      for (const [document, spots] of documents) {
        const spot = named && named !== document ? undefined : spotOf(spots, rest ?? '')
        if (spot) return [{ document, ...spot, place: placeText(rest ?? ''), guessed: false }]
      }
      return []
    },
  }
}
