import { type Role, readLabel } from '../../labels.ts'
import { filled, isBlank, type Row } from '../../read/page.ts'
import { isListHeader } from '../form/claim.ts'
import { saidIn } from '../form/said.ts'
import { planNamedIn } from '../table/plan-title.ts'
import { type Heading, headingOf } from './heading.ts'

/** 見出しのある枠 — the heading that names an initiative, the rows that describe it, and the headings it stands under. */
export type Block = { heading: Heading; rows: readonly Row[]; above: readonly Heading[]; from: number; to: number }

const TELLS: ReadonlySet<Role> = new Set([
  'section',
  'relatedSection',
  'description',
  'goal',
  'progress',
  'issues',
  'revision',
  'evaluation',
  'target',
  'actual',
  'indicator',
  'effect',
  'period',
  'schedule',
  'rate',
  'comment',
  'decision',
  'cost',
])
/** Titles of an initiative and labels that name it: then the form has its own word for it. */
const NAMES: ReadonlySet<Role> = new Set(['title', 'before', 'after'])

/** «項目 | 内容»: the header of a table of labels and values */
const isPairHeader = (row: Row): boolean =>
  filled(row).length === 2 &&
  filled(row).every((cell) => /^(?:項目|内容|区分|記載事項|記載内容|説明|欄)$/.test(cell.text.replace(/\s/g, '')))

const found = new WeakMap<readonly Row[], readonly Block[]>()

/**
 * Blocks of a document whose titles are headings and no labelled fields: «(1) 公用車の削減», and right below it «担当：…»,
 * «目標：…». At least two headings of one style stand so; otherwise it is a chapter with a few labels in it.
 */
export function blocksOf(rows: readonly Row[]): readonly Block[] {
  const known = found.get(rows) ?? blocksAnew(rows)
  found.set(rows, known)
  return known
}

function blocksAnew(rows: readonly Row[]): readonly Block[] {
  const headings = rows.map((row) => headingOf(row))
  const heads = rows.flatMap((_, at) => (headings[at] && isLabelled(rows[next(rows, at + 1)]) ? [at] : []))
  const styles = heads.map((at) => (headings[at] as Heading).style)
  const often = new Set(styles.filter((style, i) => styles.indexOf(style) !== i))
  const isHead = (at: number): boolean => heads.includes(at) && often.has((headings[at] as Heading).style)
  const blocks: Block[] = []
  let open: Heading[] = []
  for (let at = 0; at < rows.length; at += 1) {
    const heading = headings[at]
    if (!heading) continue
    const same = open.findIndex((h) => h.style === heading.style)
    if (same >= 0) open = open.slice(0, same)
    if (isHead(at)) {
      const to = endOf(rows, at, headings)
      const below = rows.slice(at + 1, to).filter((row) => !isPairHeader(row))
      if (tellsEnough(below, heading)) {
        blocks.push({ heading, rows: below, above: open.filter(isNode), from: at, to })
        at = to - 1
        continue
      }
    }
    open = [...open, heading]
  }
  return blocks.length >= 2 ? blocks : []
}

export const headsBlock = (rows: readonly Row[], at: number): boolean => blocksOf(rows).some((block) => block.from === at)

/** The plan's own title and words such as «実施項目» head the blocks, and are no pillar of the plan. */
const isNode = ({ cell, title }: Heading): boolean => readLabel(title) === null && planNamedIn(cell.text) === null

function next(rows: readonly Row[], from: number): number {
  let at = from
  while (at < rows.length && (isBlank(rows[at] as Row) || (rows[at] as Row).isRule || isPairHeader(rows[at] as Row))) at += 1
  return at
}

function isLabelled(row: Row | undefined): boolean {
  const [first, second] = row ? saidIn(row) : []
  if (!first || first.kind === 'value' || !TELLS.has(first.label.role)) return false
  return first.kind === 'field' || second?.kind === 'value'
}

/** A block reaches to the next heading, unless that is a list inside a field («①…» below «取組内容»). */
function endOf(rows: readonly Row[], from: number, headings: readonly (Heading | null)[]): number {
  const own = (headings[from] as Heading).style
  const seen: string[] = []
  for (let at = from + 1; at < rows.length; at += 1) {
    if (isListHeader(rows, at)) return at
    const heading = headings[at]
    if (!heading) continue
    const isList =
      /^(circled|\(kana\)|kana|[●○]|letter)$/.test(heading.style) && heading.style !== own && !isLabelled(rows[next(rows, at + 1)])
    if (!isList) return at
    seen.push(heading.style)
  }
  return rows.length
}

function tellsEnough(rows: readonly Row[], { beside }: Heading): boolean {
  const roles = [...beside, ...rows.flatMap((row) => saidIn(row))].flatMap((said) => (said.kind === 'value' ? [] : [said.label.role]))
  return !roles.some((role) => NAMES.has(role)) && new Set(roles.filter((role) => TELLS.has(role))).size >= 2
}
