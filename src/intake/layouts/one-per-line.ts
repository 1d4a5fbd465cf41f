import type { Label } from '../labels.ts'
import { type Cell, filled, isBlank, type Row } from '../read/page.ts'
import { looksLikeSections } from '../sections.ts'
import { applyField } from './form/apply.ts'
import { linkFigures } from './form/link-figures.ts'
import { isNumber } from './form/reader.ts'
import { nodeHeading } from './form/row-kind.ts'
import { readSaid } from './form/said.ts'
import { settleYears } from './form/settle-years.ts'
import { type Form, newForm, openNode, settleSpare } from './form/state.ts'
import type { Layout } from './layout.ts'
import { namePlan, onlyPlan } from './table/plans.ts'

type Heads = { at: number; end: number; labels: { label: Label; cell: Cell }[] }
/** A line of a record, with where it stands in the stretch. */
type Line = { cell: Cell; row: Row; at: number }

const PREAMBLE = 6

/**
 * 一行一セル — what copying a table out of a PDF gives: the headings each on a line of their own, then the cells of one
 * row after the other in the same order. Records are told apart by their numbers, by blank lines, or by their length.
 */
export const onePerLine: Layout = {
  name: 'one-per-line',
  claim(rows, start) {
    const heads = headsFrom(rows, start)
    if (!heads) return 0
    const records = recordsOf(rows, heads)
    const last = records.at(-1)?.at(-1)
    const whole = records.filter((r) => r.length === heads.labels.length).length
    return last && whole * 2 > records.length ? last.at + 1 - start : 0
  },
  read({ rows }, draft) {
    const heads = headsFrom(rows, 0)
    if (!heads) return
    const form = newForm(draft, onlyPlan(draft))
    for (const row of rows.slice(0, heads.at)) for (const cell of filled(row)) form.plan = namePlan(draft, cell) ?? form.plan
    for (const { cell } of heads.labels) draft.claim(cell, 'fields')
    let at = heads.end
    for (const record of recordsOf(rows, heads)) {
      for (const row of rows.slice(at, record[0]?.at)) openHeading(row, form)
      readRecord(record, heads, form)
      at = (record.at(-1)?.at ?? at) + 1
    }
    settleSpare(form)
    settleYears(draft)
    linkFigures(form)
  },
}

function openHeading(row: Row, form: Form): void {
  const node = nodeHeading(row)
  if (node) openNode(form, node.printed, node.level, filled(row)[0] as Cell)
}

/** Three labels or more, each on its own line, a title among them, and a value behind them. */
function headsFrom(rows: readonly Row[], start: number): Heads | null {
  let seen = 0
  for (let i = start; i < rows.length && seen <= PREAMBLE; i += 1) {
    const row = rows[i] as Row
    if (isBlank(row)) continue
    if (filled(row).length !== 1) return null
    const heads = runAt(rows, i)
    if (heads) return heads
    if ([...(filled(row)[0]?.text ?? '')].length > 60) return null
    seen += 1
  }
  return null
}

function runAt(rows: readonly Row[], at: number): Heads | null {
  const labels: Heads['labels'] = []
  const roles = new Set<string>()
  let i = at
  for (; i < rows.length; i += 1) {
    const row = rows[i] as Row
    if (isBlank(row) || row.isRule) continue
    const [cell] = filled(row)
    const said = cell && filled(row).length === 1 ? readSaid(cell) : null
    if (said?.kind !== 'label') break
    if (roles.has(said.label.role)) return null // headings are said once each; a long run of labels is looked at once, not from every line of it
    roles.add(said.label.role)
    labels.push({ label: said.label, cell: said.cell })
  }
  return labels.length >= 3 && roles.has('title') ? { at, end: i, labels } : null
}

function recordsOf(rows: readonly Row[], heads: Heads): Line[][] {
  const size = heads.labels.length
  const blocks: Line[][] = [[]]
  for (let at = heads.end; at < rows.length; at += 1) {
    const row = rows[at] as Row
    const [cell] = filled(row)
    if (!cell || row.isRule || nodeHeading(row)) {
      if ((blocks.at(-1) as Line[]).length > 0) blocks.push([])
      continue
    }
    // a line of several cells, a marked-up heading, or the headings once more: another table begins
    if (filled(row).length !== 1 || row.headingDepth > 0) break
    blocks.at(-1)?.push({ cell, row, at })
  }
  const apart = blocks.filter((b) => b.length > 0)
  if (apart.length > 0 && apart.filter((b) => b.length === size).length * 2 > apart.length) return untilOdd(apart, size)
  const lines = apart.flat()
  return heads.labels[0]?.label.role === 'number' ? byNumber(lines) : byLength(lines, heads)
}

/** Records go on as long as they are near the length of the headings: what comes after the list is not in it. */
const untilOdd = (blocks: Line[][], size: number): Line[][] => {
  const odd = blocks.findIndex((b) => b.length < 2 || b.length > size * 2)
  return odd < 0 ? blocks : blocks.slice(0, odd)
}

/** A record begins where the next number stands alone on its line. */
function byNumber(lines: readonly Line[]): Line[][] {
  const records: Line[][] = []
  for (const line of lines) {
    if (isNumber(line.cell.text)) records.push([line])
    else records.at(-1)?.push(line)
  }
  return records
}

/** Without numbers only the count is left; the sections must then stand where they ought to, in every record. */
function byLength(lines: readonly Line[], { labels }: Heads): Line[][] {
  const records: Line[][] = []
  const section = labels.findIndex((l) => l.label.role === 'section')
  for (let i = 0; i + labels.length <= lines.length; i += labels.length) {
    const record = lines.slice(i, i + labels.length)
    if (section < 0 || !looksLikeSections(record[section]?.cell.text ?? '')) break
    records.push(record)
  }
  return records
}

/** A record with as many lines as headings is read by their order; of any other only what its place or content makes sure. */
function readRecord(record: readonly Line[], { labels }: Heads, form: Form): void {
  const whole = record.length === labels.length
  const section = labels.findIndex((l) => l.label.role === 'section')
  const found = record.findIndex(({ cell }) => looksLikeSections(cell.text))
  const sure = whole ? labels.length : found >= 0 && found === section ? section + 1 : labels.findIndex((l) => l.label.role === 'title') + 1
  const order = [...labels.keys()].sort((a, b) => rank(labels[a]?.label) - rank(labels[b]?.label))
  for (const i of order) {
    const cell = record[i]?.cell
    const label = labels[i]?.label
    if (!cell || !label || i >= sure) continue
    if (applyField(form, { label, at: cell, text: cell.text, cells: [cell], number: null })) form.draft.claim(cell, 'fields')
  }
}

/** The number and the pillars come before the title they belong to, whatever the order of the columns. */
const rank = (label: Label | undefined): number =>
  label?.role === 'number' ? 0 : label?.role === 'pillar' ? 1 : label?.role === 'theme' ? 2 : label?.role === 'title' ? 3 : 4
