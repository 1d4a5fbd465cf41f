import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { LetterTable } from '../report/round-letter.ts'

/*
 * 文書の部品 — letters of a Japanese city hall: A4, a serif face of the office's machines, full-width indents. Everything is
 * text: what a document or a person wrote cannot become anything else.
 */

const MINCHO = 'BIZ UD明朝 Medium'
/** half-points: 10.5 pt is the size of official letters */
const SIZE = 21
/** XML has no control characters; a tab or a line break is handled apart. */
const writable = (text: string): string => text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')

/** One line of text, or several: a line break stays one. */
const runs = (text: string, said: { bold?: boolean; size?: number } = {}): TextRun[] =>
  writable(text)
    .split(/\r\n|[\r\n]/)
    .map((line, nth) => new TextRun({ text: line, ...(nth > 0 ? { break: 1 } : {}), ...said }))

type Place = 'left' | 'right' | 'center'
const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const

/** Indents in full-width characters. */
const CHARACTER = SIZE * 10
export const line = (
  text: string,
  place: Place = 'left',
  indent: { left?: number; hanging?: number; firstLine?: number } = {},
): Paragraph =>
  new Paragraph({
    children: runs(text),
    alignment: ALIGN[place],
    indent: {
      ...(indent.left ? { left: indent.left * CHARACTER } : {}),
      ...(indent.hanging ? { hanging: indent.hanging * CHARACTER } : {}),
      ...(indent.firstLine ? { firstLine: indent.firstLine * CHARACTER } : {}),
    },
  })
export const gap = (): Paragraph => new Paragraph({ children: [] })

/** 表題と見出し — real headings, so that a reader's program can walk over them. */
export const title = (text: string): Paragraph =>
  new Paragraph({
    children: runs(text, { bold: true, size: 28 }),
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 120 },
  })
export const subject = (text: string): Paragraph =>
  new Paragraph({
    children: runs(text),
    heading: HeadingLevel.HEADING_1,
    indent: { left: 2 * CHARACTER },
    spacing: { before: 200, after: 160 },
  })
export const heading = (text: string, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    children: runs(text, { bold: true }),
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    pageBreakBefore,
    spacing: { before: 140, after: 40 },
  })

const side = { style: BorderStyle.SINGLE, size: 4, color: '666666' }
const BORDERS = { top: side, bottom: side, left: side, right: side }
/** The paper within its margins, in twips: columns are given as shares of it, since Word measures cells itself. */
const WIDTH = convertMillimetersToTwip(160)

/** 表 — the header repeats on every page, a row is not torn apart. */
export function table({ headers, widths, rows }: LetterTable): Table {
  const cell = (text: string, column: number, isHeader: boolean): TableCell =>
    new TableCell({
      children: [new Paragraph({ children: runs(text, isHeader ? { bold: true, size: 19 } : { size: 19 }) })],
      width: { size: Math.round((WIDTH * (widths[column] ?? 0)) / 100), type: WidthType.DXA },
      borders: BORDERS,
      margins: { top: 40, bottom: 40, left: 90, right: 90 },
      verticalAlign: isHeader ? VerticalAlign.CENTER : VerticalAlign.TOP,
      ...(isHeader ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EDEDED' } } : {}),
    })
  return new Table({
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: headers.map((text, column) => cell(text, column, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, column) => cell(text, column, false)) })),
    ],
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths.map((width) => Math.round((WIDTH * width) / 100)),
  })
}

/** 一つの文書 — A4 across its narrow side, pages numbered below. */
export async function wordFile(name: string, by: string, children: ISectionOptions['children']): Promise<Uint8Array> {
  const document = new Document({
    title: writable(name),
    creator: writable(by),
    styles: {
      default: {
        document: {
          run: { font: { ascii: MINCHO, hAnsi: MINCHO, eastAsia: MINCHO }, size: SIZE, language: { value: 'ja-JP', eastAsia: 'ja-JP' } },
          paragraph: { spacing: { line: 300 } },
        },
        heading1: { run: { font: MINCHO, size: SIZE, color: '000000' } },
        heading2: { run: { font: MINCHO, size: SIZE, color: '000000' } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(20),
              bottom: convertMillimetersToTwip(18),
              left: convertMillimetersToTwip(25),
              right: convertMillimetersToTwip(25),
            },
          },
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children,
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
