import type { Initiative } from '../../../reform/record.ts'
import { fold } from '../../../vocabulary/folding.ts'
import { splitItems } from '../../../vocabulary/items.ts'
import type { Draft } from '../../draft.ts'
import { type Cell, filled, isBlank, type Row } from '../../read/page.ts'
import { kindOf } from './row-kind.ts'
import { isMark, readSaid } from './said.ts'

type Published = Initiative['published'][number]
type Named = { scheme: string; names: { name: string; column: number; cell: Cell }[]; spacer: boolean }
type Outlet = { where: string; column: number; cell: Cell }

/**
 * 印の欄 — a row of names with ○ under them, beside it where the initiative is published (情報公開). A ○ that stands
 * where no name stands has been shifted: then the text does not tell, and the name beside it is neither on nor off.
 */
export function readMarks(rows: readonly Row[], at: number, initiative: Initiative | null, draft: Draft): number {
  const header = rows[at] as Row
  const next = followingRow(rows, at)
  // the same header once more, without marks between its names: read that one
  if (next && kindOf(next.row) === 'marks' && filled(header).some((c) => isMark(c.text))) {
    claimHeader(header, draft)
    if (initiative) readPages(header, outletsOf(header).at(-1)?.column ?? 0, initiative, draft)
    return 1
  }
  claimHeader(header, draft)
  const data = next && isMarksData(next.row) ? next : null
  if (initiative) {
    readNames(header, data?.row ?? null, initiative, draft)
    readOutlets(header, data?.row ?? null, initiative, draft)
  }
  if (!data) return 1
  for (const cell of filled(data.row)) if (isMark(cell.text)) draft.claim(cell, 'fields')
  return data.at - at + 1
}

function followingRow(rows: readonly Row[], at: number): { row: Row; at: number } | null {
  for (let i = at + 1; i < rows.length && i <= at + 2; i += 1) {
    const row = rows[i] as Row
    if (!row.isRule && !isBlank(row)) return { row, at: i }
  }
  return null
}

const isMarksData = (row: Row): boolean => filled(row).some((c) => isMark(c.text)) && filled(row).every((c) => readSaid(c).kind !== 'label')

function claimHeader(header: Row, draft: Draft): void {
  for (const cell of filled(header)) if (isMark(cell.text) || isOutlet(cell) || !PAGE.test(cell.text)) draft.claim(cell, 'fields')
}

const PAGE = /^[・●■-]/
const isOutlet = (cell: Cell): boolean =>
  /^(市|町|村|県)?(ウェブサイト|ウェブページ|ホームページ|HP|広報紙?)$|^その他$|^情報公開$/.test(fold(cell.text))
const isGroup = (cell: Cell): boolean => /^(情報公開|公表(方法|先)?)$/.test(fold(cell.text))

const outletsOf = (header: Row): Outlet[] =>
  filled(header)
    .filter((c) => isOutlet(c) && !isGroup(c))
    .map((cell) => ({ where: cell.text, column: cell.column, cell }))

function namesOf(header: Row): Named {
  const cells = filled(header)
  const first = cells.findIndex((c) => isOutlet(c))
  const before = cells.slice(0, first < 0 ? cells.length : first)
  const names = before.filter((c) => !isMark(c.text) && !/^\d?\s*(レス|スレ)?$/.test(fold(c.text)) && !/\s/.test(c.text))
  const scheme = /\d/.exec(fold(before[0]?.text ?? ''))?.[0]
  return {
    scheme: scheme ? `${scheme}レス` : '5レス',
    names: names.map((cell) => ({ name: cell.text, column: cell.column, cell })),
    spacer: before.some((c) => isMark(c.text)),
  }
}

function readNames(header: Row, data: Row | null, initiative: Initiative, draft: Draft): void {
  const { scheme, names, spacer } = namesOf(header)
  if (names.length === 0 || initiative.marks.some((m) => m.scheme === scheme && m.on !== null)) return
  initiative.marks = initiative.marks.filter((m) => m.scheme !== scheme)
  const on = data ? filled(data).filter((c) => isMark(c.text)) : []
  const last = names.at(-1)
  const nearby = (header.cells.find((c) => isGroup(c)) ?? null)?.column
  const strays = on.filter((c) => c.column < (names[0]?.column ?? 0))
  for (const { name, column, cell } of names) {
    const hit = on.find((c) => c.column === column) ?? null
    // a ○ in a spacer beside the last name may be its own; a ○ left of the first name has moved the whole row
    const beside =
      column === last?.column && (spacer || on.some((c) => c.column === nearby || (c.column === column + 1 && !outletAt(header, c.column))))
    const told = data !== null && strays.length === 0 && (hit !== null || !beside)
    const mark = { scheme, name, on: told ? hit !== null : null }
    initiative.marks.push(mark)
    draft.from(mark, 'on', hit ? [cell, hit] : cell)
  }
}

const outletAt = (header: Row, column: number): boolean => outletsOf(header).some((o) => o.column === column)

function readOutlets(header: Row, data: Row | null, initiative: Initiative, draft: Draft): void {
  const outlets = outletsOf(header)
  const group = filled(header).find(isGroup)
  if (outlets.length === 0 && !group) return
  readPages(header, outlets.at(-1)?.column ?? group?.column ?? 0, initiative, draft)
  const cells = data ? filled(data).filter((c) => c.column >= Math.min(outlets[0]?.column ?? Infinity, group?.column ?? Infinity)) : []
  // words under a heading that takes only a mark: the row has moved one column to the left
  const words = cells.find((c) => !isMark(c.text) && outlets[0]?.column === c.column)
  const shift = words && outlets.length > 1 ? (outlets[1] as Outlet).column - (outlets[0] as Outlet).column : 0
  for (const cell of cells) {
    const outlet = outlets.find((o) => o.column === cell.column + shift)
    if (!outlet) continue
    addPublished(initiative, { where: outlet.where, title: isMark(cell.text) ? null : cell.text, url: null }, [outlet.cell, cell], draft)
  }
}

/** Titles of pages stand behind the last heading, or below it as a list. */
function readPages(header: Row, from: number, initiative: Initiative, draft: Draft): void {
  const where = outletsOf(header).at(-1)
  for (const cell of filled(header))
    if (cell.column > from && !isMark(cell.text) && !isOutlet(cell)) addPages(cell, where?.where ?? '情報公開', initiative, draft)
}

export function addPages(cell: Cell, where: string, initiative: Initiative, draft: Draft): void {
  // a mark says that it is published there, and not under which title
  if (isMark(cell.text)) addPublished(initiative, { where, title: null, url: null }, [cell], draft)
  else
    for (const { text } of splitItems(cell.text)) {
      const url = /https?:\/\/[^\s）)]+/.exec(text)?.[0] ?? null
      const title = text
        .replace(/^[-・]\s*/, '')
        .replace(url ?? '', '')
        .trim()
      addPublished(initiative, { where, title: title === '' ? null : title, url }, [cell], draft)
    }
}

function addPublished(initiative: Initiative, said: Published, from: readonly Cell[], draft: Draft): void {
  if (initiative.published.some((p) => p.where === said.where && p.title === said.title)) return
  initiative.published.push(said)
  draft.from(said, said.title === null ? 'where' : 'title', from)
}

/** The heading that page titles below it stand under. */
export const lastOutlet = (header: Row): string | null => outletsOf(header).at(-1)?.where ?? null

/** «情報公開» on a line of its own, its headings on the next: a row of outlets that takes marks or words below. */
export const isOutletRow = (row: Row): boolean => filled(row).length >= 2 && filled(row).every((c) => isOutlet(c))

export function readOutletRow(rows: readonly Row[], at: number, initiative: Initiative | null, draft: Draft): number {
  const header = rows[at] as Row
  for (const cell of filled(header)) draft.claim(cell, 'fields')
  const next = followingRow(rows, at)
  if (!next || !filled(next.row).some((c) => isMark(c.text))) return 1
  for (const cell of filled(next.row)) draft.claim(cell, 'fields')
  if (initiative) readOutlets(header, next.row, initiative, draft)
  return next.at - at + 1
}
