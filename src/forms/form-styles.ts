import type { BorderStyle, CellStyle } from 'hucre'

const side = { style: 'thin' as const, color: { rgb: '595959' } }
const BORDER: BorderStyle = { top: side, right: side, bottom: side, left: side }
const FONT = { name: 'BIZ UDPゴシック', size: 10 }
const solid = (rgb: string): NonNullable<CellStyle['fill']> => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } })
const OPEN = { locked: false }
const ENTRY = solid('FFF8DC')
/** The text format keeps «0012», «=1+1» and «－» as they were typed. */
const AS_TEXT = '@'

/** 様式の書式 — labels blue, what is told white, what is filled in light yellow; nothing is said by colour alone. */
export const FORM_STYLES = {
  title: { font: { ...FONT, size: 16, bold: true }, alignment: { vertical: 'center' } },
  plain: { font: FONT, alignment: { vertical: 'center', wrapText: true } },
  note: { font: { ...FONT, size: 9 }, alignment: { vertical: 'center', wrapText: true } },
  label: {
    font: { ...FONT, bold: true },
    border: BORDER,
    fill: solid('DCE9F7'),
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  number: {
    font: { ...FONT, size: 14, bold: true },
    border: BORDER,
    numFmt: AS_TEXT,
    alignment: { horizontal: 'center', vertical: 'center' },
  },
  shown: { font: FONT, border: BORDER, numFmt: AS_TEXT, alignment: { vertical: 'top', wrapText: true } },
  brief: { font: FONT, border: BORDER, numFmt: AS_TEXT, alignment: { vertical: 'center', wrapText: true } },
  figure: { font: FONT, border: BORDER, numFmt: AS_TEXT, alignment: { horizontal: 'right', vertical: 'center', wrapText: true } },
  closed: { font: FONT, border: BORDER, fill: solid('EEEEEE') },
  entry: { font: FONT, border: BORDER, fill: ENTRY, numFmt: AS_TEXT, alignment: { vertical: 'top', wrapText: true }, protection: OPEN },
  entryFigure: {
    font: FONT,
    border: BORDER,
    fill: ENTRY,
    numFmt: AS_TEXT,
    alignment: { horizontal: 'right', vertical: 'center' },
    protection: OPEN,
  },
  choice: {
    font: FONT,
    border: BORDER,
    fill: ENTRY,
    numFmt: AS_TEXT,
    alignment: { horizontal: 'center', vertical: 'center' },
    protection: OPEN,
  },
} satisfies Record<string, CellStyle>

export type FormStyle = keyof typeof FORM_STYLES
