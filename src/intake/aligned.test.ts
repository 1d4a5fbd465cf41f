import { describe, expect, it } from 'vitest'
import { countCharacters } from '../vocabulary/folding.ts'
import { readText } from './read/text.ts'
import { understand } from './understand.ts'

const read = (...lines: string[]) => {
  const text = lines.join('\n')
  return understand({ name: 'x.txt', sha256: '', kind: 'txt', pages: readText(text), characters: countCharacters(text) })
}
const TITLE = 'あおば市行革実施計画 進捗状況（令和6年度）'

describe('空白でそろえた表', () => {
  it.each([
    {
      title: '広い空白',
      lines: [
        'No.  項目名                担当課    実施状況',
        '1    庁用車の共同利用      管財課    ○',
        '2    封筒への広告掲載      広報課    △',
      ],
      says: ['1 庁用車の共同利用 管財課 ○', '2 封筒への広告掲載 広報課 △'],
    },
    {
      title: '空白一つ',
      lines: ['番号 取組項目 担当課 評価', '1 窓口の混雑緩和 市民課 A', '2 備品の共同購入 契約課 B'],
      says: ['1 窓口の混雑緩和 市民課 A', '2 備品の共同購入 契約課 B'],
    },
    {
      title: '二つの課、名前の中の空白は、一通りにしか分けられないとき',
      lines: ['番号 取組項目 担当課 評価', '1 封筒の統一 総務課 会計課 A', '2 庁内 LAN の更新 情報課 B'],
      says: ['1 封筒の統一 総務課・会計課 A', '2 庁内 LAN の更新 情報課 B'],
    },
  ])('$title', ({ lines, says }) => {
    const told = read(TITLE, ...lines).initiatives.map((i) =>
      [i.number, i.title, i.sections.map((s) => s.name).join('・'), i.evaluations[0]?.raw].join(' '),
    )
    expect(told).toEqual(says)
  })

  it('分け方の決まらない行は未読に残る', () => {
    const record = read(
      TITLE,
      '番号 取組項目 担当課 実績 評価',
      '1 甲の改善 市民課 済んだ。 A',
      '2 乙 丙 丁 戊 己 庚 辛',
      '3 己の改善 総務課 始めた。 B',
    )
    expect(record.initiatives.map((i) => i.title)).toEqual(['甲の改善', '己の改善'])
    expect(record.unread.map((u) => u.text)).toEqual(['2 乙 丙 丁 戊 己 庚 辛'])
  })

  it('文字数の内訳は変わらない', () => {
    const { accounting } = read(TITLE, '番号 取組項目 担当課 評価', '1 窓口の混雑緩和 市民課 A', '2 備品の共同購入 契約課 B')
    expect(accounting.fields + accounting.prose + accounting.boilerplate + accounting.unread).toBe(accounting.characters)
  })
})
