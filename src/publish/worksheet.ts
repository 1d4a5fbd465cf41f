import type { BorderStyle, CellStyle, Cell as HucreCell, MergeRange, PageSetup, WriteSheet } from 'hucre'
import { type Decimal, printedPlaces } from '../vocabulary/decimal.ts'

/** What a cell of a printed form holds; a number is typed, so that it can be reckoned with, and shows its printed digits. */
export type Content = string | null | { number: Decimal }
export type PrintCell = { is: 'title' | 'label' | 'value' | 'number' | 'plain'; content: Content; columns?: number; rows?: number }

const side = { style: 'thin' as const, color: { rgb: '666666' } }
const BORDER: BorderStyle = { top: side, right: side, bottom: side, left: side }
const FONT = { name: 'BIZ UDPゴシック', size: 10 }
const STYLES: Record<PrintCell['is'], CellStyle> = {
  title: { font: { ...FONT, size: 14, bold: true }, alignment: { vertical: 'center' } },
  plain: { font: FONT, alignment: { vertical: 'center', wrapText: true } },
  label: {
    font: { ...FONT, bold: true },
    border: BORDER,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8F1FE' } },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  value: { font: FONT, border: BORDER, alignment: { vertical: 'top', wrapText: true } },
  number: { font: FONT, border: BORDER, alignment: { horizontal: 'right', vertical: 'top', wrapText: true } },
}
const LINE_POINTS = 14
const TITLE_POINTS = 20
/** Excel's rows end at 409 points; a longer text takes several rows under one merged cell. */
const TALLEST_ROW = 400
const LONGEST_TEXT = 32_000
/** Excel stores 15 digits; a longer number stays text rather than lose its end. */
const MOST_DIGITS = 15

export const label = (content: string, columns = 1, rows = 1): PrintCell => ({ is: 'label', content, columns, rows })
export const value = (content: Content, columns = 1, rows = 1): PrintCell => ({
  is: content !== null && typeof content === 'object' ? 'number' : 'value',
  content,
  columns,
  rows,
})
/** A figure that is a text already (71.4%): it stands to the right as the others. */
export const figure = (content: string): PrintCell => ({ is: 'number', content })
export const title = (content: string, columns: number): PrintCell => ({ is: 'title', content, columns })
export const plain = (content: string, columns: number): PrintCell => ({ is: 'plain', content, columns })

/** 一枚のシート — rows of cells with spans, from the top; heights follow from the texts, since merged cells do not grow by themselves. */
export class Worksheet {
  private readonly cells = new Map<string, HucreCell>()
  private readonly merges: MergeRange[] = []
  private readonly heights = new Map<number, { height: number }>()
  /** cells that an earlier row's area covers */
  private readonly covered = new Set<string>()
  private next = 0
  readonly name: string
  private readonly widths: readonly number[]

  constructor(name: string, widths: readonly number[]) {
    this.name = name
    this.widths = widths
  }

  /** The number of the row that comes next, from 0. */
  get length(): number {
    return this.next
  }

  /** Adds a row; cells go into the places that no area from above covers. */
  row(...cells: PrintCell[]): void {
    const placed = this.placesOf(cells)
    const single = placed.filter(({ cell }) => (cell.rows ?? 1) === 1)
    const height = Math.max(LINE_POINTS + 4, ...single.map(({ cell, column }) => this.heightOf(cell, column)))
    const rows = Math.ceil(height / TALLEST_ROW)
    for (const { cell, column } of placed) this.place(cell, column, rows)
    for (let r = 0; r < rows; r += 1) this.heights.set(this.next + r, { height: height / rows })
    this.next += rows
    const rest = cells.map((cell) => ({ ...cell, rows: 1, content: restOf(cell.content) }))
    if (rest.some((cell) => cell.content !== null)) this.row(...rest)
  }

  private placesOf(cells: readonly PrintCell[]): { cell: PrintCell; column: number }[] {
    let column = 0
    return cells.map((cell) => {
      while (this.covered.has(`${this.next},${column}`)) column += 1
      const at = { cell, column }
      column += cell.columns ?? 1
      return at
    })
  }

  blank(): void {
    this.next += 1
  }

  /** Makes one cell of rows that were written one by one: 「〃」 of the theme down its initiatives. */
  mergeDown(column: number, from: number, to: number): void {
    for (let r = from; r <= to; r += 1) {
      const at = this.merges.findIndex((m) => m.startCol === column && m.startRow === r)
      if (at >= 0) this.merges.splice(at, 1)
      const cell = this.cells.get(`${r},${column}`)
      if (cell && r > from) this.cells.set(`${r},${column}`, { value: null, type: 'empty', style: cell.style })
    }
    if (to > from) this.merges.push({ startRow: from, startCol: column, endRow: to, endCol: column })
  }

  done(page: PageSetup & { headerRow?: number }): WriteSheet {
    const { headerRow, ...pageSetup } = page
    return {
      name: this.name,
      rows: Array.from({ length: this.next }, () => []),
      cells: this.cells,
      merges: this.merges,
      rowDefs: this.heights,
      columns: this.widths.map((width) => ({ width })),
      ...(headerRow === undefined ? {} : { freezePane: { rows: headerRow + 1 } }),
      pageSetup: {
        paperSize: 'a4',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
        ...(headerRow === undefined ? {} : { printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}` }),
        ...pageSetup,
      },
      headerFooter: { oddFooter: '&C&P / &N' },
    }
  }

  private place(cell: PrintCell, column: number, rows: number): void {
    const columns = cell.columns ?? 1
    const height = Math.max(cell.rows ?? 1, rows)
    for (let r = this.next; r < this.next + height; r += 1)
      for (let c = column; c < column + columns; c += 1) {
        if (r > this.next) this.covered.add(`${r},${c}`)
        // every covered cell needs the border too, or the area is drawn with gaps
        this.cells.set(`${r},${c}`, { value: null, type: 'empty', style: STYLES[cell.is] })
      }
    this.cells.set(`${this.next},${column}`, typed(cell))
    if (columns > 1 || height > 1)
      this.merges.push({ startRow: this.next, startCol: column, endRow: this.next + height - 1, endCol: column + columns - 1 })
  }

  private heightOf(cell: PrintCell, column: number): number {
    if (typeof cell.content !== 'string') return 0
    const width = this.widths.slice(column, column + (cell.columns ?? 1)).reduce((sum, w) => sum + w, 0)
    const lines = cell.content
      .slice(0, LONGEST_TEXT)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(2, width - 2))), 0)
    return lines * (cell.is === 'title' ? TITLE_POINTS : LINE_POINTS) + 4
  }
}

/** A cell holds 32,767 characters; what is longer goes on in a row of its own below. */
const restOf = (content: Content): string | null =>
  typeof content === 'string' && content.length > LONGEST_TEXT ? content.slice(LONGEST_TEXT) : null

/** Full-width characters take two places of a column's width. */
const widthOf = (line: string): number => line.length + (line.match(/[^\x00-\xff｡-ﾟ]/g)?.length ?? 0)

function typed(cell: PrintCell): HucreCell {
  const style = STYLES[cell.is]
  const { content } = cell
  if (content === null || content === '') return { value: null, type: 'empty', style }
  if (typeof content === 'string') return { value: asItStands(content.slice(0, LONGEST_TEXT)), type: 'string', style }
  if (content.number.replace(/[-.]/g, '').length > MOST_DIGITS) return { value: content.number, type: 'string', style }
  const places = printedPlaces(content.number)
  const digits = `#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''}`
  return { value: Number(content.number), type: 'number', style: { ...style, numFmt: `${digits};"▲"${digits}` } }
}

/** Workbooks write control characters as «_x000D_»; a text that says just that must not be taken for one. XML has no U+FFFE and U+FFFF. */
const asItStands = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/[\ufffe\uffff]/g, '\ufffd')
