import type { WriteSheet } from 'hucre'
import type { EditionJudging } from '../reform/edition.ts'
import type { ReformRecord } from '../reform/record.ts'
import { dateText, yearShort } from '../report/figures.ts'
import { judgementList } from '../report/judgement-list.ts'
import { judgingSummary } from '../report/judging-summary.ts'
import { coreText, decisionName, kindName } from '../report/wording-judging.ts'
import { decimalOf } from '../vocabulary/decimal.ts'
import { REPEATED } from '../vocabulary/repeated.ts'
import { planTitle } from './workbook-record.ts'
import { figure, label, plain, title, value, Worksheet } from './worksheet.ts'

/** 評価集計・評価の決定・評価尺度 — the same counts, shares and words as the page. */
export const judgingSheets = (record: ReformRecord, judging: EditionJudging | undefined): WriteSheet[] => [
  ...summarySheet(record, judging),
  ...(judging && judging.judgements.length > 0 ? [decisionSheet(record, judging)] : []),
  ...(judging && judging.scales.length > 0 ? [scaleSheet(record, judging)] : []),
]

const SUMMARY = ['評語', '共通の状態', '件数', '割合']
function summarySheet(record: ReformRecord, judging: EditionJudging | undefined): WriteSheet[] {
  const summary = judgingSummary(record, judging?.scales ?? [])
  if (summary.length === 0) return []
  const sheet = new Worksheet('評価集計', [24, 20, 10, 10])
  sheet.row(title(`${planTitle(record)} 評価集計${REPEATED}`, SUMMARY.length))
  for (const { year, tables } of summary)
    for (const table of tables) {
      sheet.blank()
      sheet.row(plain(`${year} ${table.stage}「${table.scale}」`, SUMMARY.length))
      sheet.row(...SUMMARY.map((header) => label(header)))
      for (const { word, coreText: core, count, shareText } of table.rows)
        sheet.row(value(word), value(core), value({ number: decimalOf(count) }), figure(shareText))
      sheet.row(label('計'), value(''), value({ number: decimalOf(table.judged) }), figure('100.0%'))
      sheet.row(plain(`評価していない取組 ${table.undecided}件。${table.note ?? ''}`, SUMMARY.length))
    }
  return [sheet.done({ orientation: 'portrait', headerRow: 0 })]
}

const DECISIONS = ['取組', '指標', '年度', '段階', '尺度', '判定案', '判定案の根拠', '用いた値', '決定', '理由', '決定の日']
function decisionSheet(record: ReformRecord, judging: EditionJudging): WriteSheet {
  const sheet = new Worksheet('評価の決定', [30, 18, 12, 18, 14, 12, 40, 30, 12, 40, 16])
  sheet.row(title(`${planTitle(record)} 評価の決定${REPEATED}`, DECISIONS.length))
  const headerRow = sheet.length
  sheet.row(...DECISIONS.map((header) => label(header)))
  for (const one of judgementList(record, judging)) {
    const cells = [
      ...[one.title, one.indicator, yearShort(one.fiscalYear), one.stage, one.scale, one.proposed, one.why, one.inputs],
      ...[one.word, one.reason, dateText(one.on)],
    ]
    sheet.row(...cells.map((cell) => value(cell)))
  }
  return sheet.done({ orientation: 'landscape', headerRow })
}

const SCALES = ['尺度', '表すもの', '順', '評語', '意味', '共通の状態', '方向性']
function scaleSheet(record: ReformRecord, { scales }: EditionJudging): WriteSheet {
  const sheet = new Worksheet('評価尺度', [24, 12, 8, 18, 44, 18, 14])
  sheet.row(title(`${planTitle(record)} 評価尺度`, SCALES.length))
  const headerRow = sheet.length
  sheet.row(...SCALES.map((header) => label(header)))
  for (const { name, kind, grades } of scales)
    for (const [nth, { word, meaning, core, decision }] of grades.entries())
      sheet.row(
        value(name),
        value(kindName[kind]),
        value({ number: decimalOf(nth + 1) }),
        value(word),
        value(meaning),
        value(coreText(core)),
        value(decision ? decisionName[decision] : null),
      )
  return sheet.done({ orientation: 'landscape', headerRow })
}
