import type { RecordId } from '../../reform/record.ts'
import type { Draft } from '../draft.ts'
import { nodeOf } from '../join.ts'
import { type Label, readLabel } from '../labels.ts'
import { filled, isBlank, type Row, textOf } from '../read/page.ts'
import { readForm } from './form/read-form.ts'
import { saidIn, say } from './form/said.ts'
import { type Block, blocksOf } from './headed/blocks.ts'
import { type Heading, headingOf } from './headed/heading.ts'
import type { Layout } from './layout.ts'
import { namePlan, onlyPlan } from './table/plans.ts'

/** 見出しと項目 — each initiative is a numbered heading with labelled lines below it: 担当課, 目標, 実績, 評価. */
export const headedBlocks: Layout = {
  name: 'headed-blocks',

  claim(rows, start) {
    const blocks = blocksOf(rows)
    const first = blocks.find((block) => block.from >= start)
    if (!first || first.from - start > MOST_LINES || !rows.slice(start, first.from).every(leads)) return 0
    let end = first.to
    for (const block of blocks) if (block.from >= end && rows.slice(end, block.from).every(leads)) end = block.to
    const claimed = blocks.filter((block) => block.from >= start && block.from < end)
    mine.set(rows[start] as Row, claimed)
    while (end > start && isBlank(rows[end - 1] as Row)) end -= 1
    return end - start
  },

  read({ rows }, draft) {
    const blocks = mine.get(rows[0] as Row) ?? []
    readLead(rows.slice(0, rows.indexOf(blocks[0]?.heading.row as Row)), draft)
    const plan = onlyPlan(draft)
    for (const block of blocks) readBlock(block, draft, plan)
  },
}

/** The blocks of a stretch, kept with its first row from the time it was claimed. */
const mine = new WeakMap<Row, readonly Block[]>()

const MOST_LINES = 12
/** Headings and title lines that stand above the first block, with nothing told between them. */
const leads = (row: Row): boolean => isBlank(row) || row.isRule || headingOf(row) !== null || isTitleLine(row)

const isTitleLine = (row: Row): boolean =>
  filled(row).length === 1 && row.bullet === null && textOf(row).length <= 60 && !/[。、]/.test(textOf(row)) && !isFieldRow(row)
const isFieldRow = (row: Row): boolean => saidIn(row).some((said) => said.kind === 'field')

/** Above the first block: the plan's title, what the document reports, and words such as «実施項目» that head all blocks. */
function readLead(rows: readonly Row[], draft: Draft): void {
  for (const row of rows) {
    const heading = headingOf(row)
    if (heading && (namePlan(draft, heading.cell) !== null || readLabel(heading.title) !== null)) draft.claim(heading.cell, 'fields')
  }
  readForm(
    rows.filter((row) => headingOf(row) === null),
    draft,
    onlyPlan(draft),
  )
}

function readBlock({ heading, rows, above }: Block, draft: Draft, plan: RecordId | null): void {
  let parent: RecordId | null = null
  for (const one of above) parent = openNode(one, parent, draft, plan)
  const node = draft.record.nodes.find((n) => n.id === parent) ?? null
  const title: Row = { ...heading.row }
  const number = heading.number
  say(title, [{ kind: 'field', cell: heading.cell, label: readLabel('取組名') as Label, value: heading.title, number }, ...heading.beside])
  readForm([title, ...rows], draft, plan, node)
}

function openNode({ cell, level, number, printed }: Heading, parent: RecordId | null, draft: Draft, plan: RecordId | null): RecordId {
  const known = draft.record.nodes.find((n) => n.parent === parent && n.plan === plan && draft.placesOf(n, 'title').includes(cell.at))
  if (known) return known.id
  const node = nodeOf(draft, printed, cell, { plan, parent, level })
  if (number !== null && node.number !== null) node.number = number
  return node.id
}
