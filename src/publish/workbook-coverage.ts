import type { WriteSheet } from 'hucre'
import type { ReformRecord } from '../reform/record.ts'
import { reviewCoverage, reviewTitle } from '../report/review-coverage.ts'
import { coverageText, reviewWords, sideMark } from '../report/wording-renewal.ts'
import { REPEATED } from '../vocabulary/repeated.ts'
import { planName } from './workbook-record.ts'
import { label, plain, title, value, Worksheet } from './worksheet.ts'

/** 対応の表 — the initiatives by pillar against what is to be tried, and below it what each column means and which of them no initiative answers. */
export function coverageSheets(record: ReformRecord): WriteSheet[] {
  const reviews = record.reviews.filter(({ items }) => items.some(({ kind }) => kind === 'try'))
  return reviews.map((review, nth) => {
    const coverage = reviewCoverage(record, review)
    const { tries, pillars, counts } = coverage
    const width = tries.length + 2
    const sheet = new Worksheet(`総括の対応表${reviews.length > 1 ? ` ${nth + 1}` : ''}`, [52, ...tries.map(() => 6), 8])
    sheet.row(title(`${planName(record)} ${reviewTitle(record, review)} ${reviewWords.coverage}${REPEATED}`, width))
    sheet.row(plain(`${coverageText(counts)}${reviewWords.matrixHelp}`, width))
    const headerRow = sheet.length
    sheet.row(label('対応する取組'), ...tries.map(({ short }) => label(short)), label('数'))
    for (const pillar of pillars) {
      sheet.row(label(pillar.title, width))
      for (const row of pillar.rows)
        sheet.row(
          value(row.title),
          ...row.marks.map((mark) => value(mark && sideMark[mark])),
          value(row.count === 0 ? 'なし' : `${row.count}`),
        )
    }
    sheet.blank()
    for (const one of tries) {
      const answered = one.links.length === 0 ? `（${reviewWords.triesWithout}）` : ''
      sheet.row(plain(`${one.short} ${one.text}${answered}`, width))
    }
    return sheet.done({ orientation: 'landscape', headerRow })
  })
}
