import type { Review, ReviewItem, ReviewLink } from '../../../reform/record.ts'
import { fold, foldTight } from '../../../vocabulary/folding.ts'
import { similarity } from '../../../vocabulary/similarity.ts'
import type { Draft } from '../../draft.ts'
import { type Cell, filled, isBlank, type Row, textOf } from '../../read/page.ts'
import { periodIn } from '../table/plan-title.ts'
import { namePlan } from '../table/plans.ts'
import { isGathering, isNote, type Kind, kindOf, linksIn, listOf, numbered } from './lines.ts'

export function readSlides(rows: readonly Row[], review: Review, draft: Draft): void {
  const state: State = { draft, review, kind: null, item: null, list: null, link: null, gathering: null }
  for (const row of rows) if (!isBlank(row) && filled(row)[0]) readLine(row, filled(row)[0] as Cell, state)
}

type State = {
  draft: Draft
  review: Review
  kind: Kind | null
  item: ReviewItem | null
  list: 'new' | 'existing' | null
  link: ReviewLink | null
  /** the bullet of the lines that the last link takes in; null outside of such a list */
  gathering: { bullet: string | null } | null
}

function readLine(row: Row, cell: Cell, state: State): void {
  const { draft } = state
  const text = textOf(row)
  const kind = kindOf(row)
  draft.claim(cell, 'fields')
  if (kind) Object.assign(state, { kind, item: null, list: null, link: null, gathering: null })
  else if (state.kind === null) readFront(row, cell, state)
  else if (
    state.kind === 'try' &&
    (row.headingDepth > 0 || state.item !== null || /^\W*try/i.test(fold(text))) &&
    row.bullet === null &&
    opensTry(text, row, cell, state)
  )
    return
  else if (state.item === null) readItem(row, cell, state)
  else readSlide(row, cell, state)
}

/** Title of the document and of its slides. */
function readFront(row: Row, cell: Cell, { draft }: State): void {
  namePlan(draft, cell)
  const first = draft.record.chapters.length === 0 && draft.record.reviews[0]?.items.length === 0
  if (row.headingDepth !== 1 || !first) return
  const chapter = { id: draft.id('chapter'), parent: null, heading: cell.text, text: '' }
  draft.record.chapters.push(chapter)
  draft.from(chapter, 'heading', cell)
}

function opensTry(text: string, row: Row, cell: Cell, state: State): boolean {
  const said = numbered(text)
  if (!said || linksIn(said.text).some((l) => l.sections.length > 0)) return false
  const tries = state.review.items.filter((i) => i.kind === 'try')
  const known = tries.find((i) => foldTight(i.number ?? '') === foldTight(said.number) && similarity(i.text, said.text) >= 0.5)
  if (!known && row.headingDepth === 0 && !/try/i.test(fold(text))) return false
  const item = known ?? addItem(state, said.number, said.text, cell)
  state.draft.from(item, 'text', cell)
  Object.assign(state, { item, list: null, link: null, gathering: null })
  return true
}

function readItem(row: Row, cell: Cell, state: State): void {
  const said = numbered(textOf(row))
  if (said || row.bullet !== null || /^[・○●]/.test(textOf(row))) {
    addItem(state, said?.number ?? null, said?.text ?? textOf(row).replace(/^[・○●]\s*/, ''), cell)
  } else if (row.headingDepth > 0) namePlan(state.draft, cell)
  else {
    // the second line of an item that was broken
    const last = state.review.items.at(-1)
    if (last && last.kind === state.kind && !/。$/.test(last.text)) state.draft.put(last, 'text', last.text + textOf(row), cell)
    else state.draft.leaveUnread(cell, cell.text)
  }
}

function addItem({ draft, review, kind }: State, number: string | null, text: string, cell: Cell): ReviewItem {
  const item: ReviewItem = { kind: kind ?? 'try', number, text, new: [], existing: [], other: [] }
  review.items.push(item)
  draft.from(item, 'text', cell)
  if (number !== null) draft.from(item, 'number', cell)
  return item
}

function readSlide(row: Row, cell: Cell, state: State): void {
  const { draft } = state
  const item = state.item as ReviewItem
  const text = textOf(row).trim()
  const list = listOf(row)
  const other = /^その他\s*[:：]\s*(.+)$/s.exec(text)?.[1]
  const isLink = row.bullet !== null || /^[○◯●◎・]/.test(text) || linksIn(text).some((l) => l.sections.length > 0)
  if (list) Object.assign(state, { list, link: null, gathering: null })
  else if (isGathering(text) && state.link) state.gathering = { bullet: null }
  else if (isNote(text) && state.link) addNote(draft, state.link, text, cell)
  else if (other) addOther(draft, item, other, cell)
  else if (isLink && state.list) addLinks(row, cell, state)
  else if (state.gathering && state.link) {
    addNote(draft, state.link, text, cell)
    state.gathering = null
  } else if (row.headingDepth === 0) addOther(draft, item, text, cell)
  else draft.leaveUnread(cell, cell.text)
}

function addNote(draft: Draft, link: ReviewLink, text: string, cell: Cell): void {
  draft.put(link, 'note', link.note === null ? text : `${link.note} ${text}`, cell)
}

/** Prose of a slide; «計画期間中（R4～R9）» beside the name of a plan is its period. */
function addOther(draft: Draft, item: ReviewItem, text: string, cell: Cell): void {
  item.other.push(text)
  draft.from(item.other, item.other.length - 1, cell)
  const period = /計画期間/.test(text) ? periodIn(text) : null
  const plan = period ? draft.record.plans.find((p) => foldTight(text).includes(foldTight(p.title))) : undefined
  if (plan && plan.period === null) draft.put(plan, 'period', period, cell)
}

function addLinks(row: Row, cell: Cell, state: State): void {
  const { draft } = state
  const item = state.item as ReviewItem
  const bullet = row.bullet ?? /^[○◯●◎・]/.exec(textOf(row).trim())?.[0] ?? null
  if (state.gathering && state.gathering.bullet !== null && state.gathering.bullet !== bullet) state.gathering = null
  for (const said of linksIn(textOf(row))) {
    if (state.gathering && state.link) {
      state.gathering.bullet = bullet
      state.link.aggregates.push(said.title)
      draft.from(state.link.aggregates, state.link.aggregates.length - 1, cell)
      continue
    }
    const link: ReviewLink = { title: said.title, sections: said.sections, aggregates: [], note: said.note, initiative: null }
    item[state.list as 'new' | 'existing'].push(link)
    for (const key of ['title', 'sections', 'note'] as const) if (link[key] !== null) draft.from(link, key, cell)
    state.link = link
  }
}
