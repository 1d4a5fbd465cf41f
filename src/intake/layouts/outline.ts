import type { Draft } from '../draft.ts'
import { joinParagraphs, lineOf, type Paragraph, wrapOf } from '../paragraphs.ts'
import { filled, isBlank, type Row } from '../read/page.ts'
import { headsBlock } from './headed/blocks.ts'
import type { Layout } from './layout.ts'
import { type Written, writeSection } from './outline/emit.ts'
import { readFront } from './outline/front.ts'
import { type Kinds, kindsOf } from './outline/kinds.ts'
import { readMarker } from './outline/marker.ts'
import { type Section, treeOf } from './outline/tree.ts'

type Outline = { root: Section; kinds: Kinds; isPlan: boolean }
/** The tree is that of the whole document, so that a table in the middle does not cut it: kept with the rows it was made of. */
const outlines = new WeakMap<readonly Row[], Outline>()
const outlineOfRow = new WeakMap<Row, Outline>()
const writtenIn = new WeakMap<Draft, Map<Outline, Written>>()

/** 文章の大綱 — a plan told in prose: numbered headings, text under each, a tree whose last headings are the initiatives. */
export const outline: Layout = {
  name: 'outline',

  claim(rows, start) {
    if (isTabular(rows[start] as Row) || !outlineOf(rows).isPlan) return 0
    let end = start
    while (end < rows.length && !isTabular(rows[end] as Row) && !(end > start && headsBlock(rows, end))) end += 1
    return (end < rows.length ? withoutCaption(rows, start, end) : end) - start
  },

  read({ rows }, draft) {
    const found = outlineOfRow.get(rows[0] as Row)
    if (!found) return
    const mine = new Set(rows)
    const isMine = (paragraph: Paragraph): boolean => paragraph.rows.every((row) => mine.has(row))
    const written = writtenFor(found, draft)
    for (const line of found.root.contents) if (isMine(line)) for (const cell of line.cells) draft.claim(cell, 'boilerplate')
    writeSection(found.root, { draft, kinds: found.kinds, written, isMine })
  },
}

/** The title of a table is left for whoever reads the table. */
function withoutCaption(rows: readonly Row[], start: number, end: number): number {
  let last = end - 1
  while (last > start && isBlank(rows[last] as Row)) last -= 1
  return isCaption(rows[last] as Row) ? last : end
}

const isCaption = (row: Row): boolean => {
  const text = lineOf(row)
  return text !== '' && row.headingDepth === 0 && text.length <= 40 && !/[。：:]$/.test(text) && readMarker(text) === null
}

/** Rows of prose: no table, and no title that stands right above one. */
function proseOf(rows: readonly Row[]): Row[] {
  let aboveTable = false
  return rows
    .toReversed()
    .filter((row) => {
      if (isBlank(row)) return true
      const above = aboveTable
      aboveTable = isTabular(row)
      return !aboveTable && !(above && isCaption(row))
    })
    .toReversed()
}

function writtenFor(found: Outline, draft: Draft): Written {
  const all = writtenIn.get(draft) ?? new Map<Outline, Written>()
  writtenIn.set(draft, all)
  const known = all.get(found)
  if (known) return known
  const used = new Set<Paragraph>()
  const written: Written = { plan: readFront(found.root, draft, used), used, nodes: new Map(), chapters: new Map() }
  all.set(found, written)
  return written
}

function outlineOf(rows: readonly Row[]): Outline {
  const known = outlines.get(rows)
  if (known) return known
  const prose = proseOf(rows)
  const root = treeOf(joinParagraphs(prose, wrapOf(prose)))
  const kinds = kindsOf(root)
  const found = { root, kinds, isPlan: isPlanInProse(rows, kinds) }
  outlines.set(rows, found)
  for (const row of rows) outlineOfRow.set(row, found)
  return found
}

/** Two initiatives with text, told in sentences or standing in a tree that calls itself one, and prose the greater part of the document. */
function isPlanInProse(rows: readonly Row[], kinds: Kinds): boolean {
  const told = [...kinds].filter(([section, kind]) => kind === 'initiative' && (section.body.length > 0 || section.inline !== null))
  const sentences = told.filter(([section]) => [section.inline ?? '', ...section.body.map((p) => p.text)].some((text) => /。$/.test(text)))
  const isNamed = [...kinds].some(([section, kind]) => kind === 'holder' || (kind === 'node' && section.level !== null))
  const full = rows.filter((row) => !isBlank(row))
  const tabular = full.filter(isTabular).length
  return told.length >= 2 && (isNamed || sentences.length >= told.length / 2) && tabular < full.length / 3
}

const isTabular = (row: Row): boolean => filled(row).length > 1 || row.cells.length > 2
