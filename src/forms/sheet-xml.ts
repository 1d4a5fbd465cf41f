/** A cell as it stands in the XML of a sheet: where its element begins and ends. */
export type XmlCell = { column: number; start: number; end: number; attributes: string; inner: string }
export type XmlRow = { row: number; start: number; openEnd: number; end: number; isEmpty: boolean; attributes: string; cells: XmlCell[] }
export type SheetXml = {
  prefix: string
  rows: XmlRow[]
  dataStart: number
  dataEnd: number
  isEmptyData: boolean
  merges: { from: [number, number]; to: [number, number] }[]
}

/** Tags of a sheet, with what could look like one in between. Attribute values may hold «>». */
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)((?:[\w.-]+:)?)(sheetData|row|c|mergeCell)((?:\s(?:[^>"']|"[^"]*"|'[^']*')*?)?)(\/?)>/g

/** 「F14」 → row and column from 0; null for anything else. */
export function addressOf(text: string): [row: number, column: number] | null {
  const said = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text.toUpperCase())
  if (!said) return null
  const column = [...(said[1] as string)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const row = Number(said[2]) - 1
  return row < 1_048_576 && column < 16_384 ? [row, column] : null
}

export const attribute = (attributes: string, name: string): string | null =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributes)
    ?.slice(1)
    .find((one) => one !== undefined) ?? null

/** シートの XML の中の行とセルの位置 — null where it is not the XML of a sheet. Cells without an address stand after the one before. */
export function sheetXmlOf(xml: string): SheetXml | null {
  const reading = new SheetReading(xml)
  for (const token of xml.matchAll(TOKEN)) reading.take(token)
  return reading.done()
}

class SheetReading {
  private readonly rows: XmlRow[] = []
  private readonly merges: SheetXml['merges'] = []
  private data: { prefix: string; start: number; end: number; isEmpty: boolean } | null = null
  private cell: { column: number; start: number; openEnd: number; attributes: string } | null = null
  private readonly xml: string

  constructor(xml: string) {
    this.xml = xml
  }

  take(token: RegExpExecArray): void {
    const [whole, closing, prefix = '', name, attributes = '', empty] = token
    const at = { start: token.index, end: token.index + whole.length }
    if (name === 'sheetData') this.sheetData(at, prefix, closing === '/', empty === '/')
    else if (name === 'row') this.row(at, attributes, closing === '/', empty === '/')
    else if (name === 'c') this.takeCell(at, attributes, closing === '/', empty === '/')
    else if (name === 'mergeCell' && closing !== '/') this.merge(attributes)
  }

  private sheetData({ start, end }: Span, prefix: string, isClosing: boolean, isEmpty: boolean): void {
    if (!isClosing) this.data = { prefix, start: isEmpty ? start : end, end, isEmpty }
    else if (this.data) this.data.end = start
  }

  private row({ start, end }: Span, attributes: string, isClosing: boolean, isEmpty: boolean): void {
    const open = this.rows.at(-1)
    if (isClosing) {
      if (open) open.end = end
      return
    }
    const row = Number(attribute(attributes, 'r') ?? (open?.row ?? -1) + 2) - 1
    this.rows.push({ row, start, openEnd: end, end, isEmpty, attributes, cells: [] })
  }

  private takeCell({ start, end }: Span, attributes: string, isClosing: boolean, isEmpty: boolean): void {
    const cells = this.rows.at(-1)?.cells
    if (!cells) return
    if (!isClosing) {
      const column = addressOf(attribute(attributes, 'r') ?? '')?.[1] ?? (cells.at(-1)?.column ?? -1) + 1
      this.cell = { column, start, openEnd: end, attributes }
    }
    if (!this.cell || (!isClosing && !isEmpty)) return
    const { column, attributes: own, openEnd, start: from } = this.cell
    cells.push({ column, start: from, end, attributes: own, inner: isClosing ? this.xml.slice(openEnd, start) : '' })
    this.cell = null
  }

  private merge(attributes: string): void {
    const [from, to] = (attribute(attributes, 'ref') ?? '').split(':').map(addressOf)
    if (from && to) this.merges.push({ from, to })
  }

  done(): SheetXml | null {
    if (!this.data) return null
    const { prefix, start, end, isEmpty } = this.data
    return { prefix, rows: this.rows, dataStart: start, dataEnd: end, isEmptyData: isEmpty, merges: this.merges }
  }
}
type Span = { start: number; end: number }
