import type { DataValidation, Cell as HucreCell, MergeRange, PageSetup, WriteSheet } from 'hucre'
import { FORM_STYLES, type FormStyle } from './form-styles.ts'

/** A workbook cell holds 32,767 characters. */
export const CELL_LIMIT = 32_000
const LINE_POINTS = 15
/** A form up to this height is legible on one sheet of paper; a longer one takes as many as it needs. */
const ONE_PAGE = 850
const HIDDEN = '_list'

export type Choice = 'unchanged' | 'status' | 'change'
/** Where the choices of the drop-downs stand in the hidden sheet of lists. */
const CHOICES: Record<Choice, string> = { unchanged: `${HIDDEN}!$A$1:$A$1`, status: `${HIDDEN}!$B$1:$B$3`, change: `${HIDDEN}!$C$1:$C$4` }

type Placed = { style: FormStyle; columns?: number; rows?: number; choice?: Choice }

/** 様式の升目 — cells are put at a row and column from 0; every value is a typed string, never a formula (S-10). */
export class FormGrid {
  private readonly cells = new Map<string, HucreCell>()
  private readonly merges: MergeRange[] = []
  private readonly heights = new Map<number, { height?: number; hidden?: boolean }>()
  private readonly validations: DataValidation[] = []
  private height = 0
  private readonly widths: readonly number[]

  constructor(widths: readonly number[]) {
    this.widths = widths
  }

  put(row: number, column: number, text: string | null, { style, columns = 1, rows = 1, choice }: Placed): void {
    for (let r = row; r < row + rows; r += 1)
      // every covered cell needs the border too, or the area is drawn with gaps
      for (let c = column; c < column + columns; c += 1)
        this.cells.set(`${r},${c}`, { value: null, type: 'empty', style: FORM_STYLES[style] })
    this.cells.set(`${row},${column}`, { ...typed(text), style: FORM_STYLES[style] })
    if (columns > 1 || rows > 1) this.merges.push({ startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 })
    if (choice) this.offer(row, column, choice)
    this.height = Math.max(this.height, row + rows)
  }

  mark(row: number, column: number, text: string): void {
    this.cells.set(`${row},${column}`, { ...typed(text), style: { numFmt: '@' } })
    this.height = Math.max(this.height, row + 1)
  }

  hideRow(row: number): void {
    this.heights.set(row, { hidden: true })
  }
  setHeight(row: number, height: number): void {
    this.heights.set(row, { height })
  }

  /** How many lines a text needs in the columns from `column` on. */
  linesOf(text: string | null, column: number, columns: number): number {
    const width = this.widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0)
    return (text ?? '').split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(2, width - 2))), 0)
  }

  /** The first column is hidden: it holds the marks. */
  done(name: string, page: PageSetup & { footer: string; freeze?: { rows: number; columns?: number }; sortable?: boolean }): WriteSheet {
    const { footer, freeze, sortable = false, ...pageSetup } = page
    for (let r = 0; r < this.height; r += 1) if (!this.heights.has(r)) this.heights.set(r, { height: LINE_POINTS })
    return {
      name,
      rows: Array.from({ length: this.height }, () => []),
      cells: this.cells,
      merges: this.merges,
      rowDefs: this.heights,
      columns: this.widths.map((width, column) => ({ width, hidden: column === 0 })),
      dataValidations: this.validations,
      // against slips, not against people: there is no password
      // (an attribute says what is locked: widths and heights are not)
      protection: { sheet: true, formatCells: false, formatColumns: false, formatRows: false, sort: !sortable, autoFilter: !sortable },
      ...(freeze ? { freezePane: freeze } : {}),
      pageSetup: {
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: sortable || this.points() > ONE_PAGE ? 0 : 1,
        horizontalCentered: true,
        margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.55, header: 0.25, footer: 0.25 },
        ...pageSetup,
      },
      headerFooter: { oddFooter: `&L${footer.replaceAll('&', '&&')}&R&P / &N ページ` },
      view: { showGridLines: false },
    }
  }

  private points(): number {
    return [...this.heights.values()].reduce((sum, { height = 0 }) => sum + height, 0)
  }

  private offer(row: number, column: number, choice: Choice): void {
    this.validations.push({
      type: 'list',
      formula1: CHOICES[choice],
      range: `${letters(column)}${row + 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: '選択してください',
      errorMessage: '一覧から選ぶか、空欄にしてください。',
    })
  }
}

export const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

/** Full-width characters take two places of a column's width. */
const widthOf = (line: string): number => line.length + (line.match(/[^\x00-\xff｡-ﾟ]/g)?.length ?? 0)

function typed(text: string | null): HucreCell {
  if (text === null || text === '') return { value: null, type: 'empty' }
  const stands = asItStands(text.slice(0, CELL_LIMIT))
  // the writer takes a text such as «#N/A» for an error value, unless it is rich
  return stands.startsWith('#') ? { value: stands, type: 'richText', richText: [{ text: stands }] } : { value: stands, type: 'string' }
}

/** Workbooks write control characters as «_x000D_»; a text that says just that must not be taken for one. */
const asItStands = (text: string): string =>
  text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/[\ufffe\uffff]/g, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase()}_`)
