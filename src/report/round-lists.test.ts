import { describe, expect, it } from 'vitest'
import { anId } from '../../town/story/builders.ts'
import { aContent, aDay, anItem, aRound, aSheet } from '../../town/story/round-builders.ts'
import type { RoundItem, RoundItemId } from '../reform/round.ts'
import { roundBoard, untilText } from './round-board.ts'
import { listAsked, listed, listedItems } from './round-lists.ts'

const listedOf = (...items: Partial<RoundItem>[]) =>
  listedItems({
    round: aRound(),
    items: items.map((said, nth) => anItem({ id: `${nth}` as RoundItemId, ...said })),
    steps: [],
    sections: [
      { name: '市民生活課', from: null, to: '2025-04-01', successors: ['市民課', '生活課'] },
      { name: '市民課', from: '2025-04-01', to: null, successors: [] },
      { name: '生活課', from: '2025-04-01', to: null, successors: [] },
    ],
    day: aDay('2025-06-02'),
  })
const asked = (said: Record<string, string>) => listAsked((name) => said[name] ?? '')
const actual = (raw: string) => [{ indicator: anId('indicator'), raw, status: null }]
const [indicator] = aSheet().indicators
const silent = aSheet({ indicators: [{ ...(indicator as NonNullable<typeof indicator>), earlier: [{ fiscalYear: 2023, raw: ' ' }] }] })

describe('確かめることの一覧', () => {
  it.each([
    { title: '前年度も今回も空欄の指標は、一度も報告がない', list: 'neverReported', item: { sheet: silent }, in: true },
    {
      title: '「－」は報告である',
      list: 'neverReported',
      item: { sheet: silent, content: aContent({ actuals: actual('－') }) },
      in: false,
    },
    { title: '0も報告である', list: 'neverReported', item: { sheet: silent, content: aContent({ actuals: actual('0') }) }, in: false },
    { title: '前年度に値があれば、報告はある', list: 'neverReported', item: {}, in: false },
    {
      title: '前年度の半分を超えて増えた値',
      list: 'standsOut',
      item: { state: 'submitted', content: aContent({ actuals: actual('15,400') }) },
      in: true,
    },
    { title: '近い値', list: 'standsOut', item: { state: 'submitted', content: aContent({ actuals: actual('1,600') }) }, in: false },
    {
      title: '取り込んだ過去の報告は見直さない',
      list: 'standsOut',
      item: { state: 'accepted', imported: true, content: aContent({ actuals: actual('15,400') }) },
      in: false,
    },
    {
      title: '昨年と同じ文',
      list: 'sameText',
      item: {
        state: 'submitted',
        sheet: aSheet({
          last: { fiscalYear: 2023, progress: '対象の手続を広げ、窓口での案内も見直しました。', issues: null, revision: null },
        }),
        content: aContent({ progress: '対象の手続を広げ、窓口での案内も見直しました。' }),
      },
      in: true,
    },
    { title: '所管なし', list: 'noOwner', item: { section: null }, in: true },
    { title: '分かれた課の下書き', list: 'divided', item: { section: '市民生活課', state: 'drafting' }, in: true },
    { title: '分かれた課が提出したもの', list: 'divided', item: { section: '市民生活課', state: 'submitted' }, in: false },
    { title: '今もある課', list: 'divided', item: { section: '財政課', state: 'drafting' }, in: false },
    { title: '91日前の下書き', list: 'stale', item: { state: 'drafting', savedAt: new Date('2025-03-03T00:00:00+09:00') }, in: true },
    { title: '90日前の下書き', list: 'stale', item: { state: 'drafting', savedAt: new Date('2025-03-04T00:00:00+09:00') }, in: false },
  ] as const)('$title', ({ list, item, in: isIn }) =>
    expect(listed(listedOf(item as Partial<RoundItem>), asked({ list })).length).toBe(isIn ? 1 : 0),
  )
})

describe('条件', () => {
  it.each([
    { said: {}, is: { list: 'all', section: null, department: null, state: null } },
    { said: { list: 'constructor', state: '__proto__' }, is: { list: 'all', state: null } },
    { said: { list: 'late', section: '財政課', state: 'returned' }, is: { list: 'late', section: '財政課', state: 'returned' } },
  ])('$said', ({ said, is }) => expect(asked(said as Record<string, string>)).toMatchObject(is))

  it('課の名は表記の揺れを許し、「所管なし」も選べる', () => {
    const all = listedOf({ section: '財政課' }, { section: null })
    expect([listed(all, asked({ section: '財 政 課' })).length, listed(all, asked({ section: 'none' })).length]).toEqual([1, 1])
  })
})

describe('照会の状況', () => {
  it('どの数も、その一覧の長さと同じ', () => {
    const all = listedOf(
      { section: '財政課', state: 'accepted', imported: true },
      { section: '財政課' },
      { section: null },
      { state: 'returned' },
    )
    const board = roundBoard(aRound(), all, aDay('2025-06-02'))
    for (const line of [board.total, ...board.departments.flatMap((one) => [one.line, ...one.sections])])
      for (const { list, text } of line.cells)
        if (/^\d+$/.test(text))
          expect([line.name, list, listed(all, { ...asked({}), list, section: line.section, department: line.department }).length]).toEqual(
            [line.name, list, Number(text)],
          )
    expect(board.stillOpen).toBe(3)
  })

  it.each([
    { day: '2025-05-16', says: '今日が期限です' },
    { day: '2025-05-15', says: 'あと1開庁日' },
    { day: '2025-05-02', says: 'あと8開庁日' },
    { day: '2025-05-19', says: '1開庁日過ぎています' },
  ])('$day は $says', ({ day, says }) => expect(untilText(aDay(day), aDay('2025-05-16'))).toBe(says))
})
