import type { Chapter } from '../../reform/record.ts'
import type { Draft } from '../draft.ts'
import { planOf } from '../join.ts'
import { readLabel } from '../labels.ts'
import { joinParagraphs, lineOf, type Wrap, widthOf, wrapOf } from '../paragraphs.ts'
import { filled, isBlank, type Row } from '../read/page.ts'
import { looksLikeSections } from '../sections.ts'
import { readKeyFigures } from './key-figures.ts'
import type { Heading, Layout } from './layout.ts'
import { planTitle, readPeriodIn } from './outline/front.ts'
import { readMarker } from './outline/marker.ts'
import { undecorated } from './outline/tree.ts'
import { onlyPlan } from './table/plans.ts'

const SENTENCE = /。[」』）)]?$/
const chaptersIn = new WeakMap<Draft, Map<Row, Chapter>>()
const wraps = new WeakMap<readonly Row[], { wrap: Wrap | null }>()

/**
 * 章 — the last that is asked: prose under a heading that nobody else claimed. Prose counts only under the heading it
 * stands under; lists and tables that others could not read are left to be seen as unread.
 */
export const chapters: Layout = {
  name: 'chapters',

  claim(rows, start, headings) {
    const wrap = wrapFor(rows)
    const row = rows[start] as Row
    if (isTitle(rows, start)) return 1
    if (isHeading(rows, start)) {
      const first = nextFilled(rows, start + 1)
      return first !== null && isProse(rows[first] as Row, wrap, false) ? proseFrom(rows, first, wrap) - start : 0
    }
    return headings.length > 0 && isProse(row, wrap, false) ? proseFrom(rows, start, wrap) - start : 0
  },

  read({ rows, headings }, draft) {
    const title = rows.length === 1 ? planTitle(lineOf(rows[0] as Row)) : null
    if (title !== null) {
      planOf(draft, title, filled(rows[0] as Row))
      return
    }
    const own = isHeading(rows, 0)
    const heading = own ? (rows[0] as Row) : headings.at(-1)?.row
    const prose = own ? rows.slice(1) : rows
    if (!heading) return
    const paragraphs = joinParagraphs(prose, wrapOf(prose))
    const cells = paragraphs.flatMap((p) => [...p.cells])
    const text = paragraphs.map((p) => p.text).join('\n')
    const node = own ? undefined : draft.record.nodes.find((n) => draft.placesOf(n, 'title').includes(heading.at))
    // the pillar of a table that is still to come is no chapter; its prose waits for a reader
    if (!own && !node && readMarker(lineOf(heading))?.level) return
    for (const cell of cells) draft.claim(cell, 'prose')
    if (node) draft.put(node, 'text', node.text ? `${node.text}\n${text}` : text, cells)
    else write(draft, heading, text, cells, own ? headings : headings.slice(0, -1))
    const plan = draft.record.plans.find((p) => p.id === onlyPlan(draft))
    if (plan) for (const paragraph of paragraphs) readPeriodIn(lineOf(heading), paragraph, plan, draft)
    for (const paragraph of paragraphs) readKeyFigures(draft, paragraph.text, paragraph.cells, node ? { node: node.id } : null)
  },
}

function write(draft: Draft, heading: Row, text: string, cells: Parameters<Draft['put']>[3], above: readonly Heading[]): void {
  const written = chaptersIn.get(draft) ?? new Map<Row, Chapter>()
  chaptersIn.set(draft, written)
  const known = written.get(heading)
  const depth = heading.headingDepth || 7
  const parent = above.filter((h) => h.depth < depth && written.has(h.row)).at(-1)
  const parentId = parent ? (written.get(parent.row)?.id ?? null) : null
  const chapter: Chapter = known ?? { id: draft.id('chapter'), parent: parentId, heading: undecorated(lineOf(heading)), text: '' }
  if (!known) {
    draft.record.chapters.push(chapter)
    draft.from(chapter, 'heading', filled(heading))
    written.set(heading, chapter)
  }
  draft.put(chapter, 'text', chapter.text === '' ? text : `${chapter.text}\n${text}`, cells)
}

/** The plan's name on the first lines of a document, where prose follows; above a table it is the table's. */
function isTitle(rows: readonly Row[], at: number): boolean {
  const row = rows[at] as Row
  if (at > 40 || filled(row).length !== 1 || planTitle(lineOf(row)) === null) return false
  if (rows.slice(0, at).filter((r) => !isBlank(r)).length > 3) return false
  const next = rows.slice(at + 1).filter((r) => !isBlank(r))
  return next.length > 0 && next.slice(0, 3).every((r) => filled(r).length === 1)
}

function wrapFor(rows: readonly Row[]): Wrap | null {
  const known = wraps.get(rows) ?? { wrap: wrapOf(rows) }
  wraps.set(rows, known)
  return known.wrap
}

/** A line that can head prose: marked up, numbered, or short and standing alone; not the label of a field nor the name of a section. */
function isHeading(rows: readonly Row[], at: number): boolean {
  const row = rows[at] as Row
  if (filled(row).length !== 1 || row.isRule || row.bullet !== null) return false
  const text = lineOf(row)
  if (text.length > 50 || /[。、：:]$|。/.test(text)) return false
  const marker = readMarker(text)
  if (row.headingDepth > 0) return marker === null || marker.level === null
  if (marker) return marker.rest.length >= 2 && marker.level === null
  const standsAlone = at === 0 || isBlank(rows[at - 1] as Row)
  const bare = undecorated(text)
  return (
    standsAlone &&
    bare.length >= 2 &&
    bare.length <= 40 &&
    !/^[※・*＊→(（]|[0-9０-９%％円人件]$/.test(bare) &&
    readLabel(bare) === null &&
    !looksLikeSections(bare)
  )
}

const isProse = (row: Row, wrap: Wrap | null, goesOn: boolean): boolean => {
  if (filled(row).length !== 1 || row.headingDepth > 0 || row.isRule) return false
  const text = lineOf(row)
  if (SENTENCE.test(text)) return text.length >= 10 || goesOn
  return row.bullet === null && wrap !== null && (goesOn || widthOf(text) >= wrap.width * 0.8) && !readMarker(text)
}

/** The end of the prose that begins at `first`: up to a heading, a table, a list. */
function proseFrom(rows: readonly Row[], first: number, wrap: Wrap | null): number {
  let end = first
  let goesOn = false
  for (let at = first; at < rows.length; at += 1) {
    const row = rows[at] as Row
    if (isBlank(row)) continue
    if (!isProse(row, wrap, goesOn)) break
    goesOn = wrap !== null && !SENTENCE.test(lineOf(row)) && widthOf(lineOf(row)) >= wrap.width * 0.8
    end = at + 1
  }
  return end
}

function nextFilled(rows: readonly Row[], from: number): number | null {
  for (let at = from; at < rows.length; at += 1) if (!isBlank(rows[at] as Row)) return at
  return null
}
