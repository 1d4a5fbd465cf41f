import { describe, expect, it } from 'vitest'
import { matchRows, positionsFor } from './match.ts'
import { text } from './nouns/field.ts'
import { noun } from './nouns/noun.ts'

describe('並び順', () => {
  it.each([
    { title: '初めて', stored: [null, null, null], says: [1000, 2000, 3000] },
    { title: '変わらない', stored: [1000, 2000], says: [1000, 2000] },
    { title: '先頭に一つ', stored: [null, 1000, 2000], says: [500, 1000, 2000] },
    { title: '途中に二つ', stored: [1000, null, null, 4000], says: [1000, 2000, 3000, 4000] },
    { title: '末尾に一つ', stored: [1000, 2000, null], says: [1000, 2000, 3000] },
    { title: '入れ替え', stored: [2000, 1000], says: [2000, 3000] },
    { title: '隙間がなければ番号を振り直す', stored: [1, null, 2], says: [1000, 2000, 3000] },
    { title: '空', stored: [], says: [] },
  ])('$title', ({ stored, says }) => {
    expect(positionsFor(stored)).toEqual(says)
  })
})

describe('同じものさがし', () => {
  type Word = { term: string; definition: string }
  const word = noun<Word>('nth')({ table: 'word', same: ['term'], fields: [text('term'), text('definition')] })
  const row = (nth: number, ...values: string[]) => ({ key: [nth], values: [nth * 1000, ...values] })
  const stored = [row(1, '指標', '古い'), row(2, '効果額', '金額'), row(3, '指標', '別の')]

  it.each([
    { title: '同じ内容の行', wanted: [['効果額', '金額']], says: [2] },
    { title: '見出しが同じなら、書き換えられた同じ行', wanted: [['効果額', '節減額']], says: [2] },
    {
      title: 'まったく同じ行を先に取る',
      wanted: [
        ['指標', '新しい'],
        ['指標', '古い'],
      ],
      says: [3, 1],
    },
    { title: '見出しが違えば新しい行', wanted: [['大綱', '上位の計画']], says: [null] },
    {
      title: '一つの行は一度だけ',
      wanted: [
        ['効果額', '金額'],
        ['効果額', '金額'],
      ],
      says: [2, null],
    },
  ])('$title', ({ wanted, says }) => {
    expect(matchRows(word, wanted, stored).map((found) => found?.key[0] ?? null)).toEqual(says)
  })
})
