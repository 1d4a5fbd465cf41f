import { describe, expect, it } from 'vitest'
import { anActual, anIndicator, aRecord, aTarget } from '../../town/story/builders.ts'
import { indexOf } from './edition-index.ts'
import { indicatorSheet } from './indicator-sheet.ts'
import { anEdition } from './test-edition.ts'

const sheetOf = (said: Parameters<typeof anIndicator>[0]) => {
  const indicator = anIndicator(said)
  return indicatorSheet(indicator, indexOf(anEdition({ sources: [] }, aRecord({ indicators: [indicator] }))))
}

describe('値の書き方：空欄・「－」・文字・0 は別の答え', () => {
  it.each([
    { actual: '96', says: { text: '96件', answer: 'number' } },
    { actual: '0', says: { text: '0件', answer: 'number' } },
    { actual: '－', says: { text: '－', answer: 'not-applicable' } },
    { actual: '', says: { text: '空欄', answer: 'blank' } },
    { actual: '概ね達成', says: { text: '概ね達成', answer: 'text' } },
    { actual: '▲2,218', says: { text: '▲2,218件', answer: 'number' } },
  ])('実績「$actual」', ({ actual, says }) => expect(sheetOf({ actual }).years[0]?.actual).toMatchObject(says))

  it.each([
    { target: '100', says: '100件' },
    { target: '85以上', says: '85件以上' },
    { target: '85件以上を維持', says: '85件以上を維持' },
    { target: '適切に運営', says: '適切に運営' },
  ])('目標「$target」', ({ target, says }) => expect(sheetOf({ target }).years[0]?.target.text).toBe(says))
})

describe('達成率と目標までの進捗', () => {
  it.each([
    { title: '増やす指標', said: { target: '100', actual: '96', baseline: '60' }, says: ['96.0%', '90.0%', '未達成'] },
    { title: '現況値がない', said: { target: '100', actual: '96' }, says: ['96.0%', '現況値の記載なし', '未達成'] },
    {
      title: '維持する目標',
      said: { target: '85以上を維持', actual: '90.2' },
      says: ['維持・抑制の目標', '現況値の記載なし', '達成'],
    },
    {
      title: '目標が0',
      said: { target: '0', actual: '3', direction: 'increase' as const },
      says: ['目標が0以下', '現況値の記載なし', '達成'],
    },
    { title: '実績が「－」', said: { target: '100', actual: '－' }, says: ['数値でない', '現況値の記載なし', '判定不能'] },
    {
      title: '方向の記載なし',
      said: { target: '100', actual: '96', direction: null, directionSource: null },
      says: ['改善の方向の記載なし', '現況値の記載なし', '判定不能'],
    },
  ])('$title', ({ said, says }) => {
    const year = sheetOf(said).years[0]
    expect([year?.rate ?? year?.noRate, year?.progress ?? year?.noProgress, year?.metText]).toEqual(says)
  })

  it('推定した方向による判定には印が付く', () => {
    const year = sheetOf({ target: '40', actual: '38', direction: 'decrease', directionSource: 'guessed' }).years[0]
    expect(year).toMatchObject({ met: true, guessed: true })
  })
})

describe('まだ判定できない年', () => {
  const targets = [aTarget('80', { fiscalYear: 2023 }), aTarget('100', { fiscalYear: 2024 }), aTarget('120', { fiscalYear: 2026 })]
  it('報告の年度より後は期限前、それまでの年度の報告なしは判定不能', () => {
    const sheet = sheetOf({ targets, actuals: [anActual('96', { fiscalYear: 2024 })] })
    expect(sheet.years.map((y) => [y.metText, y.noRate])).toEqual([
      ['判定不能', '実績の報告なし'],
      ['未達成', null],
      ['期限前', '期限前'],
    ])
  })
  it('現況値がすでに目標を満たすとき、進捗を率にしない', () => {
    const year = sheetOf({ target: '10以下', actual: '9.65', baseline: '9.85', direction: 'decrease' }).years[0]
    expect([year?.metText, year?.progress, year?.noProgress]).toEqual(['達成', null, '現況値が目標を満たしている'])
  })
})
