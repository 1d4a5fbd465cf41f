import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitItems } from './items.ts'
import { readQuantities } from './quantity.ts'
import { foldInPlace } from './same-length.ts'
import { readTarget } from './target.ts'

/** Texts of the letters that matter, in any order: what no office would write, but a reader has to survive. */
const words = fc.constantFrom(
  ...[
    '件',
    '名',
    '人',
    '%',
    '％',
    '時間',
    '千円',
    '億円',
    '年度',
    '令和4年度',
    'R5. 4. 1',
    '2022',
    '▲',
    '△',
    '-',
    '－',
    '・',
    '●',
    '※',
    '→',
    '／',
    '/',
    '×',
  ],
  ...[
    '（',
    '）',
    '(',
    ')',
    '<',
    '>',
    '「',
    '」',
    '【',
    '】',
    '、',
    '。',
    '：',
    ' ',
    '　',
    '\n',
    'は',
    'が',
    'の',
    'を',
    'から',
    '約',
    '以上',
    '以下',
    '未満',
    'を維持',
  ],
  ...[
    '受講者数',
    '合計',
    '前年度比',
    '増',
    '減',
    '1',
    '12',
    '1,234',
    '5.5',
    '１０',
    '2億5千万円',
    '①',
    'ii',
    '㎡',
    '㈱',
    'm³',
    '計',
    '延べ',
    'うち',
    '𠮷',
  ],
)
const texts = fc.array(words, { maxLength: 24 }).map((w) => w.join(''))

describe('位置の変わらない表記', () => {
  it.each([
    ['１２３％（ＡＢ）', '123%(AB)'],
    ['①㎡㈱²', '①㎡㈱²'],
    ['〜～－―', '~~--'],
    ['ｶﾅ・･', 'カナ・・'],
  ])('%s', (text, folded) => {
    expect(foldInPlace(text)).toBe(folded)
  })

  it('どんな文字でも長さは変わらない', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldInPlace(text).length === text.length))
  })
})

describe('乱れた文でも', () => {
  it('読み取りは止まらず、読んだ箇所は元の文の一部である', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const q of readQuantities(text)) {
          expect(text.slice(q.start, q.end)).toBe(q.raw)
          expect(q.value).toMatch(/^-?\d+(\.\d+)?$/)
        }
        for (const item of splitItems(text)) expect(text.slice(item.start, item.end)).toBe(item.text)
        const target = readTarget(text)
        expect(target === null || target.raw === text.trim()).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
