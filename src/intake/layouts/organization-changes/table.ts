import { fold } from '../../../vocabulary/folding.ts'
import { type Cell, filled, type Row } from '../../read/page.ts'
import type { Change } from './sentences.ts'
import { isUnit } from './units.ts'

const BEFORE = /^(現行?|旧|改正前|変更前|現在|見直し前|現行組織|現組織|改編前)(の?(組織|部署|所属|課)(名)?)?$/
const AFTER = /^(新|改正後?|変更後|見直し後|改正案|新組織|改編後)(の?(組織|部署|所属|課)(名)?)?$/
const KIND = /^(区分|種別|内容|改正内容|変更内容|見直し(の)?内容|備考|摘要|理由|概要|改正の内容|改正概要)$/

const DEPARTMENT = /^(部局|部等?|所属部局?|担当部局?)(名)?$/

export type Columns = { before: number; after: number; kind: number | null; reason: number | null; department: number | null }

/** 現行 | 改正後 | 内容 — the columns of a table of old and new units; null for another row. */
export function columnsOf(row: Row): Columns | null {
  const headers = filled(row).map((cell) => ({ column: cell.column, text: fold(cell.text).replace(/\s/g, '') }))
  const before = headers.find(({ text }) => BEFORE.test(text))
  const after = headers.find(({ text }) => AFTER.test(text))
  if (!before || !after) return null
  const others = headers.filter(({ text }) => KIND.test(text))
  return {
    before: before.column,
    after: after.column,
    department: headers.find(({ text }) => DEPARTMENT.test(text))?.column ?? null,
    kind: others.find(({ text }) => text !== '理由')?.column ?? null,
    reason: others.find(({ text }, i) => text === '理由' || (i > 0 && others[0]?.text !== '理由'))?.column ?? null,
  }
}

const SAID: readonly (readonly [RegExp, Change['kind']])[] = [
  [/移管|移行|所管替/, '移管'],
  [/統合|統廃合|集約/, '統合'],
  [/分割|分離|分課/, '分割'],
  [/名称変更|改称|名称を?変更|改名/, '改称'],
  [/再編|見直し|改編/, '再編'],
  [/新設|設置|創設/, '新設'],
  [/廃止/, '廃止'],
]

/** One row of the table; what kind of change it is where the table does not say is told from the counts, and marked. */
export function changeOfRow(row: Row, columns: Columns): { change: Change; department: string | null; cells: Cell[] } | null {
  const cellAt = (column: number | null): Cell | undefined => row.cells.find((cell) => cell.column === column)
  const from = unitsOf(cellAt(columns.before)?.text ?? '')
  const to = unitsOf(cellAt(columns.after)?.text ?? '')
  if (from.length + to.length === 0) return null
  const printed = cellAt(columns.kind)?.text ?? ''
  const stated = SAID.find(([pattern]) => pattern.test(printed))?.[1] ?? null
  const kind = stated ?? byCount(from, to)
  if (kind === null) return null
  // «移管（…に関する業務）» says both in one cell
  const said = /^[^（(]{2,4}[（(](.+)[）)]$/s.exec(printed.trim())?.[1] ?? (kind === '移管' && printed.trim() !== kind ? printed : null)
  const what = said || null
  const reason = cellAt(columns.reason)?.text || null
  const department = cellAt(columns.department)?.text || null
  return { change: { kind, from, to, what, reason, guessed: stated === null }, department, cells: filled(row) }
}

const unitsOf = (text: string): string[] =>
  /^\s*[-－―ー—–（(]*\s*(なし|新設|廃止|（新設）|（廃止）)?\s*[)）]?\s*$/.test(text)
    ? []
    : text
        .split(/[\n、，,／/]|(?<=[課室係所])\s+|(?<=[局部])\s+(?=\S+[局部](?:\s|$))/)
        .flatMap(divided)
        .map((piece) => piece.trim())
        .filter((piece) => piece !== '')

/** «税務課・納税課» are two, «構造改革・DX推進課» is one. */
function divided(text: string): string[] {
  const pieces = text.split('・').map((piece) => piece.trim())
  return pieces.every((piece) => isUnit(piece)) ? pieces : [text]
}

function byCount(from: readonly string[], to: readonly string[]): Change['kind'] | null {
  if (from.length === 0) return '新設'
  if (to.length === 0) return '廃止'
  if (from.length > to.length) return '統合'
  if (from.length < to.length) return '分割'
  return from.join() === to.join() ? null : from.length === 1 ? '改称' : '再編'
}
