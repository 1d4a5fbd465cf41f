import { readLabel } from '../../labels.ts'
import type { Paragraph } from '../../paragraphs.ts'
import { readGeneric } from './generic.ts'
import { readMarker } from './marker.ts'

/** 項 — a heading with the prose under it and the headings below it. */
export type Section = {
  style: string
  number: string | null
  ordinal: number | null
  level: string | null
  title: string
  heading: Paragraph | null
  /** text printed on the line of the heading itself */
  inline: string | null
  body: Paragraph[]
  /** lines of a table of contents, which say only what is printed again */
  contents: Paragraph[]
  children: Section[]
  parent: Section | null
}

type Heading = Pick<Section, 'style' | 'number' | 'ordinal' | 'level' | 'title' | 'inline'>
const CONTENTS_LINE = /[.．…・‥･]{3,}\s*[0-9０-９]+$/
/** These stand alone: whatever is numbered after them is not theirs. */
const CHILDLESS = /^(はじめに|まえがき|おわりに|むすびに?|目次|もくじ)$/

/** 見出しの木 — a style met again closes what was opened since; a new style opens one level deeper. */
export function treeOf(paragraphs: readonly Paragraph[]): Section {
  const root = sectionOf({ style: 'root', number: null, ordinal: null, level: null, title: '', inline: null }, null, null)
  let open = root
  const times = new Map<string, number>()
  for (const { text } of paragraphs) if (text.length <= 20) times.set(text, (times.get(text) ?? 0) + 1)
  for (const [at, paragraph] of paragraphs.entries()) {
    const heading = isLabel(paragraph, times) ? null : headingOf(paragraph, paragraphs[at + 1])
    if (!heading) {
      if (CONTENTS_LINE.test(paragraph.text)) root.contents.push(paragraph)
      else open.body.push(paragraph)
      continue
    }
    const parent = parentFor(heading, open)
    open = sectionOf(heading, paragraph, parent)
    parent.children.push(open)
  }
  return root
}

/** «取組内容», «（主な取組）» or «【目標】» under item after item is a label of its items, not a heading. */
const isLabel = ({ text, rows }: Paragraph, times: ReadonlyMap<string, number>): boolean =>
  rows[0]?.headingDepth === 0 &&
  readMarker(text) === null &&
  ((times.get(text) ?? 0) > 1 || (/^[【（(].*[】）)]$/.test(text) && readLabel(undecorated(text)) !== null))

function headingOf(paragraph: Paragraph, next: Paragraph | undefined): Heading | null {
  const row = paragraph.rows[0]
  if (!row || paragraph.cells.length !== paragraph.rows.length || CONTENTS_LINE.test(paragraph.text)) return null
  const text = paragraph.text.trim()
  const marker = readMarker(text)
  if (row.headingDepth > 0) {
    const { number, ordinal, level, rest } = marker ?? { number: null, ordinal: null, level: null, rest: text }
    return { style: `markdown-${row.headingDepth}`, number, ordinal, level, title: rest || text, inline: null }
  }
  if (row.bullet !== null) return null
  if (!marker) return bareHeading(text, next)
  const { title, inline } = splitInline(marker.rest)
  if (title === '' ? !/^(chapter|named)/.test(marker.style) : !looksLikeTitle(title)) return null
  return { ...marker, title: title === '' ? (marker.number as string) : title, inline }
}

const looksLikeTitle = (title: string): boolean =>
  title.length <= 60 &&
  !/[。、，]$|。/.test(title) &&
  !/^(?:[0-9０-９.,%％]|(?:年|月|日|回|件|人|円)(?:度|間|[のがをはに、]|$))/.test(title)

/** «① 窓口の改善　窓口を…します。»: title and text on one line. */
function splitInline(rest: string): { title: string; inline: string | null } {
  const cut = /^([^。、\s　:：]{3,40})[\s　:：]+(.{10,}。.*)$/s.exec(rest)
  return cut ? { title: cut[1] as string, inline: (cut[2] as string).trim() } : { title: rest, inline: null }
}

/** An unnumbered heading is believed only where it is made of the words that head chapters everywhere. */
function bareHeading(text: string, next: Paragraph | undefined): Heading | null {
  const title = undecorated(text)
  if (!next || title.length < 2 || title.length > 30 || /[。、]/.test(title) || !readGeneric(title)) return null
  return { style: 'bare', number: null, ordinal: null, level: null, title, inline: null }
}

/** «～はじめに～», «【改革の視点】», «■ 推進体制» → the words. */
export const undecorated = (text: string): string =>
  text
    .trim()
    .replace(/^[■◆●◇□○◎★☆▼【〈《＜<～〜~\-－―\s　]+|[】〉》＞>～〜~\-－―\s　]+$/g, '')
    .trim()

/** No plan goes deeper; a broken file must not either. */
const DEEPEST = 9

function parentFor(heading: Heading, open: Section): Section {
  const path = pathOf(open).filter((section) => !CHILDLESS.test(section.title.replace(/\s/g, '')))
  const depth = markdownDepth(heading.style)
  if (depth > 0)
    return path.findLast((s) => s.style === 'root' || (markdownDepth(s.style) > 0 && markdownDepth(s.style) < depth)) as Section
  if (heading.style === 'bare') {
    const inside = path.findLast((s) => s.style === 'root' || /^(chapter|markdown)/.test(s.style)) as Section
    return inside
  }
  const same = sameStyle(heading, path)
  if (!same) return path[Math.min(path.length, DEEPEST) - 1] as Section
  // numbering that starts again under an open item is a list inside of it
  const restarts = heading.ordinal === 1 && same.ordinal !== null && same.ordinal >= 1 && same !== path.at(-1)
  const isWithin = restarts && same.children.length > 0 && path.length < DEEPEST
  return isWithin ? (path.at(-1) as Section) : (same.parent as Section)
}

/** The open heading that this one follows: where a style is used at two depths, the one whose number it continues. */
function sameStyle(heading: Heading, path: readonly Section[]): Section | undefined {
  const same = path.filter((section) => section.style === heading.style)
  const continued = same.filter((section) => section.ordinal !== null && section.ordinal + 1 === heading.ordinal)
  const isChapter = heading.level === null && readGeneric(heading.title)?.isChapter === true
  return (isChapter ? continued.at(0) : continued.at(-1)) ?? same.at(-1)
}

const markdownDepth = (style: string): number => Number(/^markdown-(\d)/.exec(style)?.[1] ?? 0)

export function pathOf(section: Section): Section[] {
  return section.parent ? [...pathOf(section.parent), section] : [section]
}

const sectionOf = (heading: Heading, paragraph: Paragraph | null, parent: Section | null): Section => ({
  ...heading,
  heading: paragraph,
  body: [],
  contents: [],
  children: [],
  parent,
})

export const walk = (section: Section): Section[] => [section, ...section.children.flatMap(walk)]
