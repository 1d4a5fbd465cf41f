import type { OutlookLineKind } from '../../reform/fiscal-outlook.ts'
import type { OutlookTypedLine } from '../../reform/outlook-typed.ts'
import { fold } from '../../vocabulary/folding.ts'
import { type Cell, filled, type Row } from '../read/page.ts'
import type { OutlookHeader } from './header.ts'
import { headOf, isOfWhichName, isTotalName, kindIn, thresholdsByLaw, unitIn } from './words.ts'

/** 読み取った行 — before its place among the others is settled. */
export type FoundLine = {
  name: string
  indent: number
  /** the kind that a heading says; null where only the words of the name can say it */
  head: OutlookLineKind | null
  unit: string | null
  cells: { text: string; at: string }[]
  /** how many cells of years the row really has, where it ends too early */
  found: number
  thresholds: string
  at: string
}

const THRESHOLD_COLUMN = /基準|目標|目安|上限|下限/
const UNIT_COLUMN = /^単位$/
const VALUE = /^[約(▲△-]*\d|^-+$/

/** What is known while going down a table: the heading, the merged group at the left, the unit. */
export type Going = { head: OutlookLineKind | null; unit: string | null; ends: number; group: OutlookLineKind | null }

/** 見通しの一行を読む — null for a row that holds no value of a year; a heading among them changes what follows. */
export function readLine(row: Row, header: OutlookHeader, going: Going): FoundLine | null {
  const unitColumn = header.others.find(({ text }) => UNIT_COLUMN.test(text))?.column ?? null
  const names = row.cells.filter((cell) => cell.column < header.first && cell.column !== unitColumn && cell.text !== '')
  takeGroups(names, row, going)
  const cellAt = (column: number): Cell | undefined => row.cells.find((cell) => cell.column === column)
  const cells = header.years.map(({ column }) => cellAt(column))
  if (!cells.some((cell) => cell !== undefined && cell.text !== '')) {
    going.unit = unitIn(row.cells.map(({ text }) => text).join(' ')) ?? going.unit
    return null
  }
  // «・市税 | 過去3年の平均伸び率で推計» under the table ends before the years do and gives no value: a remark
  if (cells.includes(undefined) && !cells.some((cell) => cell !== undefined && VALUE.test(fold(cell.text)))) return null
  const nameCell = names.filter((cell) => headOf(cell.text) === null || cell === names.at(-1)).at(-1)
  if (!nameCell) return null
  const own = unitIn(nameCell.text) ?? (unitColumn === null ? null : cellAt(unitColumn)?.text || null)
  const name = nameCell.text
    .replace(/\s*\n\s*/g, '')
    .replace(/[（(［[]\s*(?:単位[:：])?(?:円|千円|万円|百万円|億円|[%％])\s*[）)\]］]$/, '')
  return {
    name: name.trim(),
    indent: indentOf(nameCell) + nameCell.column * 4,
    head: going.group ?? going.head,
    unit: own ?? going.unit,
    cells: cells.map((cell) => ({ text: cell?.text ?? '', at: cell?.at ?? row.at })),
    found: cells.filter((cell) => cell !== undefined).length,
    thresholds: header.others
      .filter(({ text }) => THRESHOLD_COLUMN.test(text))
      .flatMap(({ column, text }) => thresholdIn(text, cellAt(column)?.text ?? ''))
      .join('、'),
    at: row.at,
  }
}

/** «基準（早期健全化）» | «25.0» → «基準（早期健全化） 25.0»; a cell that says more than a figure is told as it is. */
function thresholdIn(header: string, cell: string): string[] {
  const plain = fold(cell).trim()
  if (plain === '' || /^-+$/.test(plain)) return []
  return [/^[\d,.]+\s*%?\s*(?:以上|以下|未満|以内|超)?$/.test(plain) ? `${header} ${plain}` : plain]
}

/** A merged cell down the left («歳入» over twelve rows) says the kind of every row beside it; so does a heading row until the next one. */
function takeGroups(names: readonly Cell[], row: Row, going: Going): void {
  if (row.index >= going.ends) going.group = null
  for (const cell of names) {
    const head = headOf(cell.text)
    if (head === null) continue
    if (cell.rowSpan > 1) Object.assign(going, { group: head, ends: row.index + cell.rowSpan })
    else if (filled(row).every((one) => one.column < (names.at(-1)?.column ?? 0) + 1 || one === cell)) going.head = head
    else if (names.length > 1 && cell !== names.at(-1)) going.head = head
  }
}

const indentOf = ({ raw }: Cell): number => {
  const blank = /^[\s\u3000]*/.exec(raw)?.[0] ?? ''
  return [...blank].reduce((width, letter) => width + (letter === '\u3000' ? 2 : 1), 0)
}

/** 行の並びから位置づけを決める — 合計, 項目, 内訳 by words and indentation; kinds that no heading says are guesses. */
export function settleLines(found: readonly FoundLine[], generalUnit: string | null): OutlookTypedLine[] {
  const stack: { indent: number; role: OutlookTypedLine['role'] }[] = []
  let last: { kind: OutlookLineKind; head: OutlookLineKind | null } = { kind: 'other', head: null }
  const lines = found.map((line, nth): OutlookTypedLine => {
    if (line.head !== last.head) stack.length = 0
    const above = isOfWhichName(line.name) ? found[nth - 1] : undefined
    const word = above && line.head === null ? last.kind : kindIn(line.name)
    const isSum = isTotalName(line.name)
    // under 歳入, «その他» and «市債» are 歳入; but a 収支 or a 比率 that follows without a heading of its own is what it says
    const apart = word === 'balance' || word === 'ratio' || word === 'other' || (word !== null && line.head === 'balance')
    const kind = (apart ? word : null) ?? line.head ?? word ?? last.kind
    const role = roleOf(line, isSum, stack)
    if (role !== 'part' && role !== 'subpart' && kind !== last.kind) stack.length = 0
    stack.push({ indent: line.indent, role })
    last = { kind, head: line.head }
    const unit = kind === 'ratio' ? (/指数/.test(line.name) ? '' : '％') : (line.unit ?? generalUnit ?? '')
    const byLaw = kind === 'ratio' && line.thresholds === '' ? thresholdsByLaw(line.name) : ''
    return {
      kind,
      role,
      name: line.name,
      unit: kind !== 'ratio' && unit === '％' ? (generalUnit ?? '') : unit,
      thresholds: line.thresholds || byLaw,
      cells: line.cells.map(({ text }) => text),
      places: line.cells.map(({ at }) => at),
      guessed: kind !== line.head || byLaw !== '',
    }
  })
  return chooseBalance(lines)
}

function roleOf(line: FoundLine, isSum: boolean, stack: { indent: number; role: string }[]): OutlookTypedLine['role'] {
  if (isSum) {
    stack.length = 0
    return 'total'
  }
  const ofWhich = isOfWhichName(line.name)
  // «うち» belongs to what stands above, whatever the indentation
  while (stack.length > 0 && !ofWhich && (stack.at(-1)?.indent ?? 0) >= line.indent) stack.pop()
  while (ofWhich && stack.length > 0 && (stack.at(-1)?.role === 'subpart' || (stack.at(-1)?.indent ?? 0) > line.indent)) stack.pop()
  const parent = stack.at(-1)
  if (!parent || (parent.role === 'total' && !ofWhich)) return 'item'
  if (ofWhich) return 'part'
  return parent.role === 'item' || parent.role === 'total' ? 'part' : 'subpart'
}

/** The only 収支 is the one that 残る収支差 is reckoned from; of several the officer chooses. 財源不足額 is often printed without its sign. */
function chooseBalance(lines: OutlookTypedLine[]): OutlookTypedLine[] {
  const balances = lines.filter((line) => line.kind === 'balance' && line.role !== 'part' && line.role !== 'subpart')
  const only = balances.length === 1 && !/不足/.test(balances[0]?.name ?? '') ? balances[0] : null
  return lines.map((line) => {
    if (line.kind !== 'balance' || line.role === 'part' || line.role === 'subpart') return line
    return { ...line, role: line === only ? 'total' : 'item', guessed: true }
  })
}
