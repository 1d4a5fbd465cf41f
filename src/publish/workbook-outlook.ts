import type { WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre'
import type { FiscalOutlook, OutlookLine, OutlookValue } from '../reform/fiscal-outlook.ts'
import { thresholdsText } from '../reform/outlook-threshold.ts'
import { yearShort, yenIn } from '../report/figures.ts'
import type { OutlookReport } from '../report/outlook-reconciliation.ts'
import { estimateName } from '../report/outlook-reconciliation.ts'
import { effectClassName, fundName, lineKindName, outlookWords } from '../report/wording-outlook.ts'
import { compare, type Decimal, toDecimal } from '../vocabulary/decimal.ts'
import { yenOf } from '../vocabulary/yen.ts'
import { type Content, label, plain, title, value, Worksheet } from './worksheet.ts'

/** 財政見通しと効果額のブック — for each outlook the sheet for the mayor, every amount with its mark, and the outlook itself, which our importer reads back. */
export function toOutlookWorkbook(all: readonly { report: OutlookReport; outlook: FiscalOutlook }[]): Promise<Uint8Array> {
  const sheets = all.flatMap(({ report, outlook }, nth) => {
    const tail = all.length > 1 ? ` ${nth + 1}` : ''
    return [
      gapSheet(report, `収支と残る収支差${tail}`),
      amountSheet(report, `額ごとの判定${tail}`),
      outlookSheet(outlook, `財政見通し${tail}`),
    ]
  })
  return writeXlsx({ sheets, properties: { title: outlookWords.reconciliation }, defaultFont: { name: 'BIZ UDPゴシック', size: 10 } })
}

const yen = (amount: number | null, unit: string): Content => (amount === null ? null : { number: yenIn(amount, unit) })
/** ▲1,234 as the report writes it → the number it is; words stay words. */
const numberOf = (text: string): Content => {
  const number = toDecimal(text.replaceAll(',', '').replace('▲', '-'))
  return number === null ? text : { number }
}

function gapSheet(report: OutlookReport, name: string): WriteSheet {
  const width = report.years.length + 2
  const sheet = new Worksheet(name, [46, ...report.years.map(() => 16), 16])
  sheet.row(title(`${report.title}：収支と残る収支差`, width))
  sheet.row(plain(`${outlookWords.formula}（効果額は${report.estimate}、単位：${report.unit}）`, width))
  sheet.row(label('区分'), ...report.years.map(({ name: year }) => label(year)), label('合計'))
  const headerRow = sheet.length - 1
  for (const row of report.gap) sheet.row(value(row.name), ...row.cells.map((cell) => value(numberOf(cell))), value(numberOf(row.total)))
  for (const note of [...report.summary, ...report.notes]) sheet.row(plain(note, width))
  sheet.blank()
  sheet.row(label('年度'), ...report.classes.names.map((one) => label(one)), label('効果額表の合計'))
  for (const row of report.classes.rows)
    sheet.row(value(row.year), ...row.cells.map((cell) => value(numberOf(cell))), value(numberOf(row.total)))
  sheet.row(value('合計'), ...[...report.classes.sums, report.classes.total].map((cell) => value(numberOf(cell))))
  return sheet.done({ orientation: 'landscape', headerRow })
}

function amountSheet({ title: heading, figures, unit, estimate }: OutlookReport, name: string): WriteSheet {
  const headers = [
    '区分・取組',
    '年度',
    '歳入・歳出',
    '種別',
    `効果額（${unit}）`,
    '判定',
    '財源',
    '見通しの行',
    '備考',
    `判定したときの額（${unit}）`,
  ]
  const sheet = new Worksheet(name, [36, 14, 10, 10, 16, 12, 10, 24, 30, 16])
  sheet.row(title(`${heading}：額ごとの判定（${estimateName(estimate)}）`, headers.length))
  sheet.row(...headers.map((header) => label(header)))
  const headerRow = sheet.length - 1
  for (const { term, fiscalYear, amountYen, class: own, fund, line, mark } of figures.amounts)
    sheet.row(
      ...[value(term.scope), value(yearShort(fiscalYear)), value(term.side), value(term.basis), value(yen(amountYen, unit))],
      ...[value(effectClassName[own]), value(fund === null ? null : fundName[fund]), value(line?.name ?? null)],
      ...[value(mark?.note ?? null), value(mark ? yen(mark.amountYen, unit) : null)],
    )
  return sheet.done({ orientation: 'landscape', headerRow })
}

function outlookSheet(outlook: FiscalOutlook, name: string): WriteSheet {
  const years = outlook.lines[0]?.values.map(({ fiscalYear }) => fiscalYear) ?? []
  const width = years.length + 4
  const sheet = new Worksheet(name, [10, 34, 10, ...years.map(() => 14), 40])
  sheet.row(title(outlook.title, width))
  sheet.row(plain(`策定の日 ${outlook.madeOn}`, width))
  sheet.row(label('種類'), label('行'), label('単位'), ...years.map((year) => label(yearShort(year))), label('基準・目安'))
  const headerRow = sheet.length - 1
  for (const line of outlook.lines)
    sheet.row(
      ...[value(lineKindName[line.kind]), value(`${indentOf(line, outlook.lines)}${line.name}`), value(line.unit)],
      ...line.values.map((one) => value(cellOf(one, line.unit))),
      value(thresholdsText(line.thresholds, outlook.lines)),
    )
  if (outlook.note) sheet.row(plain(outlook.note, width))
  return sheet.done({ orientation: 'landscape', headerRow })
}

function indentOf(line: OutlookLine, lines: readonly OutlookLine[]): string {
  const parent = lines.find(({ id }) => id === line.under)
  return parent ? `　${indentOf(parent, lines)}` : ''
}

/** The printed digits where they say the same amount: 12.0 億円 stays 12.0. */
function cellOf({ amountYen, value: number, raw, answer }: OutlookValue, unit: string): Content {
  if (answer !== 'number') return raw === '' ? null : raw
  const printed = toDecimal(
    raw
      .normalize('NFKC')
      .replace(/[,\s%]/g, '')
      .replace(/^[▲△]/, '-'),
  )
  if (amountYen === null) return number === null ? raw : { number }
  const isPrinted = printed !== null && yenOf(printed, unit) === amountYen
  return isPrinted && compare(printed, yenIn(amountYen, unit) as Decimal) === 0 ? { number: printed } : yen(amountYen, unit)
}
