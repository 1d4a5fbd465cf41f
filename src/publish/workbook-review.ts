import type { WriteSheet } from 'hucre'
import type { ReformRecord, ReviewItem } from '../reform/record.ts'
import { planName } from './workbook-record.ts'
import { label, title, value, Worksheet } from './worksheet.ts'

const KINDS: readonly (readonly [ReviewItem['kind'], heading: string])[] = [
  ['keep', 'Keep（続けること）'],
  ['problem', 'Problem（課題）'],
  ['try', 'Try（次に試すこと）'],
]
const WIDTH = 48

/** 総括 — keep, problem and try beside each other; which initiatives a try leads to is said by the data, not by this sheet. */
export function reviewSheets(record: ReformRecord): WriteSheet[] {
  const reviews = record.reviews.filter(({ items }) => new Set(items.map((item) => item.kind)).size > 1)
  return reviews.map(({ items }, n) => {
    const sheet = new Worksheet(`総括${reviews.length > 1 ? ` ${n + 1}` : ''}`, Array<number>(KINDS.length).fill(WIDTH))
    sheet.row(title(`${planName(record)} 総括`, KINDS.length))
    sheet.row(...KINDS.map(([, heading]) => label(heading)))
    // one cell a kind: columns of different lengths would leave rows that say only one of the three
    sheet.row(...KINDS.map(([kind]) => value(linesOf(items.filter((item) => item.kind === kind)))))
    return sheet.done({ orientation: 'landscape' })
  })
}

const linesOf = (items: readonly ReviewItem[]): string | null =>
  items.map(({ number, text }) => `${number ?? '・'}${number === null ? '' : ' '}${text}`).join('\n') || null
