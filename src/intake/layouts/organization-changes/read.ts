import type { OrganizationChange } from '../../../reform/record.ts'
import { findDates } from '../../../vocabulary/dated.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import { type Cell, filled, type Row, textOf } from '../../read/page.ts'
import { CHART, ITEM, TITLE } from './lines.ts'
import { changesListedAs, kindOfList, listedChanges } from './list.ts'
import { changesIn } from './sentences.ts'
import { changeOfRow, columnsOf } from './table.ts'
import { isUnit } from './units.ts'

/** 組織改正を読む — row by row: a title dates what follows, a numbered heading opens a change, sentences and tables fill it. */
export function readReorganisation(rows: readonly Row[], draft: Draft): void {
  const state: State = { draft, effective: null, department: null, listed: null, open: null, columns: null }
  for (const row of rows) readRow(row, state)
  closeItem(state)
}

type State = {
  draft: Draft
  effective: string | null
  /** «（1）総合政策部»: the department of the items below */
  department: string | null
  /** «新設する組織»: the kind of what is listed below */
  listed: OrganizationChange['changes'][number]['kind'] | null
  open: OrganizationChange | null
  columns: ReturnType<typeof columnsOf>
}

const DEPARTMENT = /^(?:[（(]?[0-9０-９①-⑳ア-コ]{1,2}[）).．、]?|[■◆●○◇])[\s　]*([^。、\s　]{1,14}(?:部|局|本部|委員会))$/

function readRow(row: Row, state: State): void {
  const { draft } = state
  const text = textOf(row).replaceAll('**', '')
  const cells = filled(row)
  if (cells.length === 0) return
  const columns = columnsOf(row)
  if (columns) {
    state.columns = columns
    for (const cell of cells) draft.claim(cell, 'fields')
  } else if (kindOfList(text) !== null && !ITEM.test(text)) {
    closeItem(state)
    state.listed = kindOfList(text)
    state.open = addChange(state, cells, { number: null, department: state.department, text })
  } else if (DEPARTMENT.test(text)) {
    closeItem(state)
    state.department = DEPARTMENT.exec(text)?.[1] ?? null
    for (const cell of cells) draft.claim(cell, 'fields')
  } else if (cells.length > 1) readTableRow(row, state)
  else if (CHART.test(text)) draft.claim(cells[0] as Cell, 'boilerplate')
  else if (ITEM.test(text)) openItem(text, cells, state)
  else if (TITLE.test(text)) readTitle(text, cells, state)
  else readSentence(text, cells, state)
}

function readTitle(text: string, cells: Cell[], state: State): void {
  const dated = findDates(text).flatMap(({ dated }) => (dated ? [dated] : []))
  const day = dated.find((d) => d.kind === 'date')
  const year = dated.find((d) => d.kind === 'fiscal-year')
  state.effective = day?.kind === 'date' ? day.date : year?.year ? String(year.year) : state.effective
  for (const cell of cells) state.draft.claim(cell, 'fields')
}

function openItem(text: string, cells: Cell[], state: State): void {
  const { draft } = state
  closeItem(state)
  const found = ITEM.exec(text) as RegExpExecArray
  const number = found[1] ?? found[2] ?? null
  const heading = (found[3] as string).trim()
  const known = draft.record.organizationChanges.find(
    (change) => change.text.split('\n')[0] === heading && foldTight(change.number ?? '') === foldTight(number ?? ''),
  )
  if (known) {
    for (const cell of cells) draft.claim(cell, 'boilerplate')
    state.open = known
    return
  }
  const department = /^(.{1,12}?(?:本部|部|局|委員会))(?=.)/.exec(heading)?.[1] ?? state.department
  state.open = addChange(state, cells, { number: number?.normalize('NFKC') ?? null, department, text: heading })
}

/** «イ　ふるさと納税推進室の設置»: where the text below could not be read, the heading itself says the change. */
function closeItem(state: State): void {
  const { open, draft } = state
  state.open = null
  state.listed = null
  if (!open || open.changes.length > 0) return
  const said = /^(.+?)の(新設|設置|廃止)$/.exec(open.text.split('\n')[0] ?? '')
  const unit = said?.[1]?.replace(/^.{1,12}?(?:本部|部|局)(?=.{2,}[課室係所])/, '') ?? ''
  if (!said || !isUnit(unit)) return
  const kind = said[2] === '廃止' ? '廃止' : '新設'
  const change = {
    kind,
    from: kind === '廃止' ? [unit] : [],
    to: kind === '廃止' ? [] : [unit],
    what: null,
    reason: null,
    guessed: false,
  } as const
  open.changes.push({ ...change, from: [...change.from], to: [...change.to] })
  draft.from(open, 'changes', draft.placesOf(open, 'text'))
}

function addChange(
  state: State,
  cells: readonly Cell[],
  said: { number: string | null; department: string | null; text: string },
): OrganizationChange {
  const added: OrganizationChange = { ...said, effective: state.effective, changes: [] }
  state.draft.record.organizationChanges.push(added)
  for (const key of ['number', 'department', 'text'] as const) if (added[key] !== null) state.draft.from(added, key, cells)
  return added
}

function readSentence(text: string, cells: Cell[], state: State): void {
  const { draft } = state
  const changes = [...(state.listed ? changesListedAs(state.listed, text) : []), ...listedChanges(text), ...changesIn(text)]
  const day = findDates(text).find(({ dated }) => dated?.kind === 'date')?.dated
  if (!state.open && changes.length === 0) {
    if (day?.kind === 'date' && /施行|付け|改正|実施/.test(text)) state.effective = day.date
    for (const cell of cells) draft.claim(cell, 'prose')
    return
  }
  const open = state.open ?? addChange(state, cells, { number: null, department: state.department, text: '' })
  state.open = open
  draft.put(open, 'text', open.text === '' ? text : `${open.text}\n${text}`, cells)
  for (const change of changes) addTo(open, change, cells, draft)
}

function readTableRow(row: Row, state: State): void {
  const read = state.columns ? changeOfRow(row, state.columns) : null
  if (!read) return
  // a department in a cell of its own heads the rows below it
  if (read.department !== null) {
    state.open = state.open?.department === read.department ? state.open : null
    state.department = read.department
  }
  const department = state.columns?.department === null ? null : state.department
  const open = state.open ?? addChange(state, read.cells, { number: null, department, text: '' })
  state.open = open
  addTo(open, read.change, read.cells, state.draft)
}

function addTo(open: OrganizationChange, change: OrganizationChange['changes'][number], cells: readonly Cell[], draft: Draft): void {
  const key = JSON.stringify([change.kind, change.from, change.to, change.what])
  if (open.changes.some((known) => JSON.stringify([known.kind, known.from, known.to, known.what]) === key)) return
  open.changes.push(change)
  draft.from(change, 'kind', cells)
  if (change.guessed) draft.guess(change, 'kind')
}
