import { letters } from './form-grid.ts'
import { attribute, type SheetXml, type XmlCell, type XmlRow } from './sheet-xml.ts'

/** 15 digits are what a workbook keeps of a number; a leading zero makes it a code. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/
export const isPlainNumber = (text: string): boolean => PLAIN_NUMBER.test(text) && text.replace(/[-.]/g, '').length <= 15 && text !== '-0'

/** A text of XML; control characters are written as workbooks do, and a text that says just that is told apart. */
export const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/\p{Cs}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** A number stays one; everything else is a text in the cell itself, so that the shared texts of the workbook are not touched. */
export function cellXml(prefix: string, address: string, attributes: string, text: string | null, wasNumber: boolean): string {
  const kept = attributes.replace(/\st\s*=\s*(?:"[^"]*"|'[^']*')/, '').trimEnd()
  const own = attribute(kept, 'r') === null ? ` r="${address}"${kept}` : kept
  if (text === null || text === '') return `<${prefix}c${own}/>`
  if (wasNumber && isPlainNumber(text)) return `<${prefix}c${own}><${prefix}v>${text}</${prefix}v></${prefix}c>`
  return `<${prefix}c${own} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t></${prefix}is></${prefix}c>`
}

export const hasFormula = ({ inner }: XmlCell): boolean => /<(?:[\w.-]+:)?f[\s/>]/.test(inner)
const hasValue = ({ inner }: XmlCell): boolean => /<(?:[\w.-]+:)?(?:v|t)[\s>]/.test(inner)
export const isNumber = ({ attributes, inner }: XmlCell): boolean =>
  (attribute(attributes, 't') ?? 'n') === 'n' && /<(?:[\w.-]+:)?v>/.test(inner)

/** `number`: a plain number is written as one also where the cell is empty. */
export type CellEdit = { row: number; column: number; text: string | null; number?: boolean }
type Splice = { start: number; end: number; xml: string; order: number }

/** セルに値を書き込む — the XML with the values in it; all between and beside stays as it is, byte for byte. */
export function withCells(xml: string, sheet: SheetXml, edits: readonly CellEdit[]): string {
  const byRow = Map.groupBy(edits, ({ row }) => row)
  const splices = [...byRow].flatMap(([row, inRow]) => {
    const standing = sheet.rows.find((one) => one.row === row)
    return standing ? inStandingRow(xml, sheet, standing, inRow) : [newRow(xml, sheet, row, inRow)].filter((one) => one !== null)
  })
  const isNewData = sheet.isEmptyData && splices.length > 0
  const inOrder = splices.toSorted((a, b) => a.start - b.start || a.order - b.order)
  const { prefix } = sheet
  let patched = ''
  let at = 0
  for (const [nth, { start, end, xml: put }] of inOrder.entries()) {
    patched += xml.slice(at, start) + (isNewData && nth === 0 ? `<${prefix}sheetData>` : '') + put
    at = end
  }
  return patched + (isNewData ? `</${prefix}sheetData>` : '') + xml.slice(isNewData ? sheet.dataEnd : at)
}

function inStandingRow(xml: string, sheet: SheetXml, row: XmlRow, edits: readonly CellEdit[]): Splice[] {
  const { prefix } = sheet
  const splices: Splice[] = []
  const added: CellEdit[] = []
  for (const edit of edits) {
    const cell = row.cells.find(({ column }) => column === edit.column)
    if (cell)
      splices.push({
        start: cell.start,
        end: cell.end,
        xml: cellXml(prefix, addressText(edit), cell.attributes, edit.text, isNumber(cell) || (edit.number === true && !hasValue(cell))),
        order: edit.column,
      })
    else if (edit.text !== null && edit.text !== '') added.push(edit)
  }
  const put = (edit: CellEdit): string =>
    cellXml(prefix, addressText(edit), styleOf(xml, row, edit.column), edit.text, edit.number === true)
  if (!row.isEmpty)
    return [
      ...splices,
      ...added.map((edit) => {
        const next = row.cells.find(({ column }) => column > edit.column)?.start ?? row.end - `</${prefix}row>`.length
        return { start: next, end: next, xml: put(edit), order: edit.column }
      }),
    ]
  if (added.length === 0) return splices
  const inside = added
    .toSorted((a, b) => a.column - b.column)
    .map(put)
    .join('')
  return [{ start: row.start, end: row.end, xml: `<${prefix}row${row.attributes}>${inside}</${prefix}row>`, order: 0 }]
}

function newRow(xml: string, sheet: SheetXml, row: number, edits: readonly CellEdit[]): Splice | null {
  const { prefix } = sheet
  const said = edits.filter(({ text }) => text !== null && text !== '').toSorted((a, b) => a.column - b.column)
  if (said.length === 0) return null
  const next = sheet.rows.find((one) => one.row > row)?.start ?? (sheet.isEmptyData ? sheet.dataStart : sheet.dataEnd)
  const cells = said.map((edit) => cellXml(prefix, addressText(edit), styleOf(xml, null, edit.column), edit.text, false)).join('')
  return { start: next, end: next, xml: `<${prefix}row r="${row + 1}">${cells}</${prefix}row>`, order: row }
}

const addressText = ({ row, column }: CellEdit): string => `${letters(column)}${row + 1}`

/** A new cell looks like its row where that has a style of its own, else like its column. */
function styleOf(xml: string, row: XmlRow | null, column: number): string {
  if (row && ['1', 'true'].includes(attribute(row.attributes, 'customFormat') ?? '')) {
    const style = attribute(row.attributes, 's')
    if (style !== null) return ` s="${style}"`
  }
  for (const [, attributes = ''] of xml.matchAll(/<(?:[\w.-]+:)?col(\s[^>]*)>/g)) {
    const [min, max] = [Number(attribute(attributes, 'min')), Number(attribute(attributes, 'max'))]
    const style = attribute(attributes, 'style')
    if (style !== null && min <= column + 1 && column + 1 <= max) return ` s="${style}"`
  }
  return ''
}
