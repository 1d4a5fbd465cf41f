import type { Chapter, Initiative, Plan, PlanNode } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import { initiativeOf, nodeOf } from '../../join.ts'
import type { Paragraph } from '../../paragraphs.ts'
import type { Cell } from '../../read/page.ts'
import { readKeyFigures } from '../key-figures.ts'
import { levelIn } from './generic.ts'
import { announcesDefinitions, isGlossary, readDefinition } from './glossary.ts'
import { readBody, readTitle } from './item.ts'
import type { Kinds } from './kinds.ts'
import type { Section } from './tree.ts'

/** What has been written of an outline so far: a table in the middle of it makes two stretches of one outline. */
export type Written = {
  plan: Plan | null
  used: Set<Paragraph>
  nodes: Map<Section, PlanNode>
  chapters: Map<Section, Chapter>
}

type Pen = { draft: Draft; kinds: Kinds; written: Written; isMine: (paragraph: Paragraph) => boolean }

export function writeSection(section: Section, pen: Pen): void {
  const { kinds } = pen
  const kind = kinds.get(section)
  if (kind === 'node') writeNode(section, pen)
  else if (kind === 'initiative') writeInitiative(section, pen)
  else if (kind !== 'list') writeChapter(section, pen)
  if (kind !== 'initiative') for (const child of section.children) writeSection(child, pen)
}

function writeNode(section: Section, pen: Pen): void {
  const { draft, written, isMine, kinds } = pen
  const { text, cells, paragraphs } = textOf(section, pen)
  // a heading that another layout took stands here only if something of the outline hangs on it
  if (text === '' && !(section.heading && isMine(section.heading))) return
  const node = written.nodes.get(section) ?? nodeFor(section, draft, written, kinds)
  if (text !== '') draft.put(node, 'text', node.text && node.text !== text ? `${node.text}\n${text}` : text, placesOf(cells))
  for (const paragraph of paragraphs) readKeyFigures(draft, paragraph.text, paragraph.cells, { node: node.id })
}

function nodeFor(section: Section, draft: Draft, written: Written, kinds: Kinds): PlanNode {
  const parent = parentNode(section, draft, written, kinds)
  const holder = section.parent && kinds.get(section.parent) === 'holder' ? levelIn(section.parent.title) : null
  const cells = section.heading?.cells ?? []
  const node = nodeOf(draft, section.title, cells, {
    plan: written.plan?.id ?? null,
    parent: parent?.id ?? null,
    level: section.level ?? holder,
  })
  if (section.number !== null && node.title === section.title) {
    draft.put(node, 'number', bareNumber(section.number), cells)
  }
  written.nodes.set(section, node)
  return node
}

const bareNumber = (number: string): string => number.replace(/[.．、]$/, '')

function parentNode(section: Section, draft: Draft, written: Written, kinds: Kinds): PlanNode | null {
  for (let above = section.parent; above; above = above.parent) {
    const known = written.nodes.get(above)
    if (known) return known
    if (kinds.get(above) === 'node') return nodeFor(above, draft, written, kinds)
  }
  return null
}

function writeInitiative(section: Section, pen: Pen): void {
  const { draft, written, kinds } = pen
  const heading = section.heading
  if (!heading || !pen.isMine(heading)) return
  const node = parentNode(section, draft, written, kinds)
  const { title, sections } = readTitle(section.title)
  const initiative = initiativeOf(draft, title, heading.cells, {
    plan: written.plan?.id ?? null,
    node: node?.id ?? null,
    number: section.number === null ? null : bareNumber(section.number),
  })
  if (sections.length > 0) draft.put(initiative, 'sections', sections, heading.cells)
  writeBody(section, initiative, pen)
}

function writeBody(section: Section, initiative: Initiative, pen: Pen): void {
  const { draft } = pen
  const lines: { text: string; cells: readonly Cell[] }[] =
    section.inline && section.heading ? [{ text: section.inline, cells: section.heading.cells }] : []
  const body = readBody(draft, initiative, bodyOf(section, pen))
  for (const { text, cells } of body) readKeyFigures(draft, text, cells, { initiative: initiative.id })
  lines.push(...body)
  for (const child of section.children) {
    if (child.heading && pen.isMine(child.heading)) lines.push(child.heading)
    lines.push(...bodyOf(child, pen))
  }
  if (lines.length === 0) return
  const text = lines.map((line) => line.text.trim()).join('\n')
  const cells = lines.flatMap((line) => [...line.cells])
  draft.put(initiative, 'description', initiative.description ? `${initiative.description}\n${text}` : text, cells)
}

function writeChapter(section: Section, pen: Pen): void {
  const { draft, written, isMine } = pen
  if (section.style === 'root') return
  const { text, cells, paragraphs } = textOf(section, pen)
  for (const paragraph of paragraphs) readKeyFigures(draft, paragraph.text, paragraph.cells, null)
  if (section.heading && isMine(section.heading)) for (const cell of section.heading.cells) draft.claim(cell, 'fields')
  if (text === '') return
  const known = written.chapters.get(section)
  if (known) {
    draft.put(known, 'text', `${known.text}\n${text}`, placesOf(cells))
    return
  }
  const chapter = chapterFor(section, pen)
  draft.put(chapter, 'text', text, placesOf(cells))
}

/** A chapter that has no prose of its own exists only where another one stands in it. */
function chapterFor(section: Section, { draft, written, kinds, isMine }: Pen): Chapter {
  const known = written.chapters.get(section)
  if (known) return known
  const isTitle = section.parent?.heading ? written.used.has(section.parent.heading) : false
  const above =
    section.parent && section.parent.style !== 'root' && !isTitle && kinds.get(section.parent) === 'chapter' ? section.parent : null
  const parent = above ? chapterFor(above, { draft, written, kinds, isMine }) : null
  const heading =
    section.number !== null && !section.title.startsWith(section.number) ? `${section.number} ${section.title}` : section.title
  const chapter: Chapter = { id: draft.id('chapter'), parent: parent?.id ?? null, heading, text: '' }
  draft.record.chapters.push(chapter)
  if (section.heading)
    draft.from(
      chapter,
      'heading',
      section.heading.cells.map((c) => c.at),
    )
  written.chapters.set(section, chapter)
  return chapter
}

/** The prose under a heading, without definitions (they go into the glossary) and what the front matter used. */
function textOf(section: Section, pen: Pen): { text: string; cells: Cell[]; paragraphs: Paragraph[] } {
  const inline = section.inline && section.heading && pen.isMine(section.heading) ? [section.inline] : []
  const lists = section.children.flatMap((child) =>
    pen.kinds.get(child) === 'list' && child.heading && pen.isMine(child.heading) ? [child.heading] : [],
  )
  const paragraphs = [...bodyOf(section, pen), ...lists]
  const cells = paragraphs.flatMap((p) => [...p.cells])
  for (const cell of cells) pen.draft.claim(cell, 'prose')
  return { text: [...inline, ...paragraphs.map((p) => p.text.trim())].join('\n'), cells, paragraphs }
}

function bodyOf(section: Section, { draft, written, isMine }: Pen): Paragraph[] {
  const rest: Paragraph[] = []
  let announced = false
  for (const paragraph of section.body) {
    if (!isMine(paragraph) || written.used.has(paragraph)) continue
    const definition = readDefinition(paragraph.text.trim(), announced, isGlossary(section.title))
    if (definition) {
      if (!draft.record.glossary.some((known) => foldTight(known.term) === foldTight(definition.term))) {
        draft.record.glossary.push(definition)
        for (const key of ['term', 'definition']) draft.from(definition, key, paragraph.cells)
      }
      for (const cell of paragraph.cells) draft.claim(cell, 'fields')
    } else if (announcesDefinitions(paragraph)) {
      announced = true
      for (const cell of paragraph.cells) draft.claim(cell, 'fields')
    } else rest.push(paragraph)
  }
  return rest
}

const placesOf = (cells: readonly Cell[]): string[] => cells.map((cell) => cell.at)
