import type { Initiative, Part } from '../../../reform/record.ts'
import type { Draft } from '../../draft.ts'
import { addPart, initiativeOf } from '../../join.ts'
import { onlyFigure, readBoxes } from './figures.ts'
import { blockAt, cellsOf, type Line, labelOf } from './lines.ts'

type Project = { title: Line | null; head: Line[]; points: Line[]; label: number; from: number; to: number }

/** 重点プロジェクト — title, points, and after the label of examples what is meant in particular. */
export function writeProjects(lines: readonly Line[], draft: Draft): void {
  for (const project of projectsOf(lines)) writeProject(project, lines, draft)
}

function projectsOf(lines: readonly Line[]): Project[] {
  const projects: Project[] = []
  for (const [label, line] of lines.entries()) {
    if (labelOf(line) !== 'examples') continue
    const low = (projects.at(-1)?.label ?? -1) + 1
    let first = label
    while (first > low && isPoint(lines[first - 1] as Line) && !beginsPoints(lines[first] as Line)) first -= 1
    const headFrom = lastSentence(lines, low, first) + 1
    const title = titleIn(lines, headFrom, first)
    const from = title ? lines.indexOf(title) : first
    const previous = projects.at(-1)
    if (previous) previous.to = from
    projects.push({
      title,
      head: lines.slice(from + (title ? 1 : 0), first),
      points: lines.slice(first, label),
      label,
      from,
      to: lines.length,
    })
  }
  return projects
}

/** A point is a sentence (perhaps with its number), or a number alone on its line. */
const isPoint = (line: Line): boolean => !line.isTable && ((line.key !== null && line.body === '') || line.isSentence)

/** The point with the number 1: what stands above it belongs to the project before. */
const beginsPoints = (line: Line): boolean => line.key !== null && Number(line.key.normalize('NFKC')) === 1

function lastSentence(lines: readonly Line[], low: number, before: number): number {
  for (let at = before - 1; at >= low; at -= 1) if (isPoint(lines[at] as Line) || (lines[at] as Line).isTable) return at
  return low - 1
}

/** The title stands off from what is above it: of the lines before the points, the one with the widest gap, the last of several. */
function titleIn(lines: readonly Line[], from: number, before: number): Line | null {
  const candidates = lines
    .slice(from, before)
    .filter((line) => !line.isBullet && !line.isTable && !onlyFigure(line.text) && line.text.length <= 40 && labelOf(line) === null)
  const widest = Math.max(...candidates.map((line) => line.gap))
  return candidates.findLast((line) => line.gap === widest) ?? null
}

function writeProject(project: Project, lines: readonly Line[], draft: Draft): void {
  const points = project.points.filter((line) => line.body !== '' && !(line.key !== null && line.body === ''))
  const numbers = project.points.filter((line) => !points.includes(line))
  const initiative = project.title
    ? initiativeOf(draft, project.title.text, project.title.cells, { plan: null, node: null })
    : untitled(points, draft)
  if (!initiative) return
  if (points.length > 0) draft.put(initiative, 'description', points.map((line) => line.body).join('\n'), cellsOf([...points, ...numbers]))
  readBoxes(draft, { initiative: initiative.id }, project.head)
  for (const cell of (lines[project.label] as Line).cells) draft.claim(cell, 'fields')
  writeExamples(lines.slice(project.label + 1, project.to), initiative, draft)
}

/** A title that was a picture is lost; what the first point stresses stands for it, as a guess. */
function untitled(points: readonly Line[], draft: Draft): Initiative | null {
  const first = points[0]
  const stressed = first ? /\*\*([^*]{4,60})\*\*/.exec(first.raw)?.[1] : undefined
  if (!first || !stressed) return null
  const initiative = initiativeOf(draft, stressed.trim(), first.cells, { plan: null, node: null })
  draft.guess(initiative, 'title')
  draft.remark('題名が印字されていない取組があります。強調された語句を仮の題名としました。', first.cells)
  return initiative
}

function writeExamples(lines: readonly Line[], initiative: Initiative, draft: Draft): void {
  const used = readBoxes(draft, { initiative: initiative.id }, lines)
  let part: Part | null = null
  for (let at = 0; at < lines.length; ) {
    const block = blockAt(lines, at)
    const line = block[0] as Line
    at += block.length
    if (line.isTable || used.has(line)) continue
    const next = lines[at]
    if (
      block.length === 1 &&
      !line.isSentence &&
      !line.isBullet &&
      next &&
      !used.has(next) &&
      !next.isTable &&
      (next.isSentence || next.isBullet || blockAt(lines, at).some((l) => l.isSentence))
    ) {
      part = addPart(draft, initiative, line.text)
      draft.from(part, 'title', line.cells)
    } else if (part) addText(part, block, draft)
    else if (block.every((l) => l.isBullet && !l.isSentence))
      for (const example of block) draft.from(addPart(draft, initiative, example.body), 'title', example.cells)
  }
}

/** Sentences, and the bullets before them, are what the part says; what follows them without a sentence are its steps. */
function addText(part: Part, block: readonly Line[], draft: Draft): void {
  const said = /。$/.test(part.description ?? '')
  if (block.some((line) => line.isSentence) || !said) {
    const text = block.map((line) => line.body).join('\n')
    draft.put(part, 'description', part.description ? `${part.description}\n${text}` : text, cellsOf(block))
    return
  }
  const activity = { name: block.map((line) => line.body).join(' '), schedule: [] }
  part.activities.push(activity)
  draft.from(activity, 'name', cellsOf(block))
}
