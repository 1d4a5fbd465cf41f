import type { OrganizationChange } from '../../reform/record.ts'
import { findDates } from '../../vocabulary/dated.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import type { Draft } from '../draft.ts'
import { type Cell, filled, isBlank, type Row, textOf } from '../read/page.ts'
import type { Layout } from './layout.ts'
import { changesListedAs, kindOfList, listedChanges } from './organization-changes/list.ts'
import { changesIn } from './organization-changes/sentences.ts'
import { changeOfRow, columnsOf } from './organization-changes/table.ts'
import { isUnit } from './organization-changes/units.ts'

const KIND = '新設|廃止|統合|統廃合|再編|改称|名称変更|移管|分割|見直し|設置|改編|強化'
/** «令和6年度行政組織の改正について», «組織機構の見直し» */
const TITLE =
  /^.{0,30}(?:行政組織|組織機構|組織|機構|執行体制)(?:及び[^。]{1,10})?(?:の)?(?:改正|改編|見直し|再編|変更|改革)(?:について|の概要|の内容|（.*）|\(.*\))*$/
const ITEM = new RegExp(
  `^(?:[(（]?([0-9０-９]{1,2}|[ア-コ])[)）.．、]?|([①-⑳])|[■◆●○◇・])[\\s　]*([^。]{2,60}(?:${KIND})(?:等|について)?)$`,
)
/** Labels of a chart whose boxes did not survive: they say nothing by themselves. */
const CHART = /^(現\s*行|改\s*正\s*後|新\s*旧|旧|新|新旧対照|⇒|→)$/

/** 組織改正 — a numbered heading a change, sentences or a table of old and new units below it. */
export const organizationChanges: Layout = {
  name: 'organization-changes',

  claim(rows, start) {
    if (!opensReorganisation(rows, start)) return 0
    let end = start + 1
    for (let at = start + 1; at < rows.length; at += 1) {
      const row = rows[at] as Row
      if (isBlank(row) || row.isRule) continue
      if (!belongs(rows, at)) break
      end = at + 1
    }
    return end - start
  },

  read({ rows }, draft) {
    const state: State = { draft, effective: null, department: null, listed: null, open: null, columns: null }
    for (const row of rows) readRow(row, state)
    closeItem(state)
  },
}

const says = (row: Row): boolean => changesIn(textOf(row)).length > 0 || listedChanges(textOf(row)).length > 0
const filledFrom = (rows: readonly Row[], from: number, count: number): Row[] => {
  const found: Row[] = []
  for (let at = from; at < rows.length && found.length < count && at < from + 80; at += 1) {
    const row = rows[at] as Row
    if (!isBlank(row) && !row.isRule) found.push(row)
  }
  return found
}

/** Whether a reorganisation begins here: its title or a numbered item, with a change that can be read soon after. */
export function opensReorganisation(rows: readonly Row[], at: number): boolean {
  const text = rows[at] ? textOf(rows[at] as Row) : ''
  if (text.length > 80 || (!TITLE.test(text) && !ITEM.test(text))) return false
  if (ITEM.test(text)) return filledFrom(rows, at + 1, 2).some((row) => changesIn(textOf(row)).length > 0)
  const next = filledFrom(rows, at + 1, 14)
  if (next.some((row, i) => ITEM.test(textOf(row)) && next.slice(i + 1).some(says))) return true
  if (next.slice(0, 6).some((row) => columnsOf(row) !== null)) return true
  // an initiative may be called «③ 組織の再編» too: a title of a reorganisation has no number and speaks of 改正 or the like
  const isTitle = /改正|改編|再編|変更/.test(text) && !/^[（(]?[0-9０-９①-⑳ア-コ]{1,2}[）).．、\s　]/.test(text.trim())
  if (!isTitle) return next.slice(0, 6).some((row) => listedChanges(textOf(row)).length > 0)
  return next.slice(0, 3).some(says) || next.slice(0, 4).some((row, i) => isListAt(row, next[i + 1]))
}

const isListAt = (row: Row, next: Row | undefined): boolean => {
  const kind = kindOfList(textOf(row))
  return kind !== null && next !== undefined && changesListedAs(kind, textOf(next)).length > 0
}

/** It goes on as long as something of it still comes: an item, a table, a sentence of change a few lines on. */
function belongs(rows: readonly Row[], at: number): boolean {
  const row = rows[at] as Row
  const text = textOf(row)
  if (row.headingDepth === 1 && !TITLE.test(text)) return false
  if (ITEM.test(text) || CHART.test(text) || columnsOf(row) !== null || filled(row).length > 1 || says(row)) return true
  if (row.bullet !== null && (/。$/.test(text) || text.length <= 40)) return true
  const next = filledFrom(rows, at, 8)
  return next.some((other, i) => says(other) || isListAt(other, next[i + 1]))
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
  const open = state.open ?? addChange(state, read.cells, { number: null, department: null, text: '' })
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
