import type { Draft } from '../draft.ts'
import { isBlank, type Row } from '../read/page.ts'
import type { Layout } from './layout.ts'
import { opensReorganisation } from './organization-changes.ts'
import { cellsOf, type Label, type Line, labelOf, linesOf } from './slides/lines.ts'
import { numbersOf, type Pillar, pillarsOf, repeatedIn, writeAims, writeDone, writePillar } from './slides/pillars.ts'
import { writeProjects } from './slides/projects.ts'
import { writeCover, writeRest } from './slides/rest.ts'
import { writeRoadmap } from './slides/roadmap.ts'

type Known = { labels: Label[]; first: number; last: number }
/** Asked at every row of a document: its labels, its first row that says something, and its last row with a label. */
const labelled = new WeakMap<readonly Row[], Known>()

/** 報告のスライド — pillars with what is wanted and what was done, projects, a roadmap: the same headings again and again. */
export const slides: Layout = {
  name: 'slides',

  claim(rows, start) {
    const { labels, first, last } = labelled.get(rows) ?? knownOf(rows)
    if (labels.length < 2 || !labels.includes('aims')) return 0
    if (first < start && last < start) return 0
    let end = start
    while (end < rows.length && !opensReorganisation(rows, end)) end += 1
    return end - start
  },

  read({ rows }, draft) {
    const lines = linesOf(rows)
    const pillars = pillarsOf(lines)
    const after = afterPillars(lines, pillars)
    writeFront(lines.slice(0, pillars[0]?.from ?? after), pillars, draft)
    for (const [i, pillar] of pillars.entries()) writeSlides(lines.slice(pillar.from, pillars[i + 1]?.from ?? after), pillar, draft)
    writeBack(lines.slice(after), pillars, draft)
  },
}

function knownOf(rows: readonly Row[]): Known {
  const lines = linesOf(rows)
  const last = lines.findLast((line) => labelOf(line) !== null)
  const known: Known = {
    labels: lines.flatMap((line) => labelOf(line) ?? []).filter((label) => label === 'aims' || label === 'done'),
    first: rows.findIndex((row) => !isBlank(row)),
    last: last ? rows.lastIndexOf(last.row) : -1,
  }
  labelled.set(rows, known)
  return known
}

/** Where the slides of the pillars end: at the projects, the roadmap, or the end. */
function afterPillars(lines: readonly Line[], pillars: readonly Pillar[]): number {
  const last = pillars.at(-1)?.label ?? 0
  const at = lines.findIndex((line, i) => i > last && ['projects', 'roadmap', 'examples'].includes(labelOf(line) ?? ''))
  return at < 0 ? lines.length : at
}

function writeFront(lines: readonly Line[], pillars: readonly Pillar[], draft: Draft): void {
  const numbers = numbersOf(lines)
  for (const pillar of pillars) writePillar(pillar, numbers, draft)
  const repeated = repeatedIn(lines, pillars)
  for (const cell of cellsOf(repeated)) draft.claim(cell, 'fields')
  const used = new Set([...repeated, ...[...numbers.values()].flatMap((listed) => listed.lines)])
  writeCover(
    lines.filter((line) => !used.has(line)),
    draft,
  )
}

function writeSlides(lines: readonly Line[], pillar: Pillar, draft: Draft): void {
  const node = pillar.node
  if (!node) return
  let open: Label | null = null
  let from = 0
  const close = (to: number): void => {
    const own = lines.slice(from, to)
    if (open === 'aims') writeAims(own, node, draft)
    else if (open === 'done') writeDone(own, node, draft)
  }
  for (const [at, line] of lines.entries()) {
    const label = labelOf(line)
    if (label === null) continue
    close(at)
    for (const cell of line.cells) draft.claim(cell, 'fields')
    open = label
    from = at + 1
  }
  close(lines.length)
}

function writeBack(lines: readonly Line[], pillars: readonly Pillar[], draft: Draft): void {
  const roadmap = lines.findIndex((line) => labelOf(line) === 'roadmap')
  const projects = roadmap < 0 ? lines : lines.slice(0, roadmap)
  for (const line of projects) if (labelOf(line) !== null) for (const cell of line.cells) draft.claim(cell, 'fields')
  if (projects.some((line) => labelOf(line) === 'examples')) writeProjects(projects, draft)
  else writeRest(projects, draft)
  if (roadmap < 0) return
  for (const cell of (lines[roadmap] as Line).cells) draft.claim(cell, 'fields')
  const after = lines.slice(roadmap + 1)
  const length = writeRoadmap(after, pillars, draft)
  writeRest(after.slice(length), draft)
}
