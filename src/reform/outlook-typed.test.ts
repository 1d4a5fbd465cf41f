import { describe, expect, it } from 'vitest'
import { anOutlook } from '../../town/story/outlook-builders.ts'
import { type OutlookTyped, type OutlookTypedLine, readTyped, typedOf } from './outlook-typed.ts'

const whole = typedOf(anOutlook())
const line = (said: Partial<OutlookTypedLine>): OutlookTypedLine => ({ ...(whole.lines[2] as OutlookTypedLine), ...said })
const faults = (said: Partial<OutlookTyped>) => readTyped({ ...whole, ...said }).faults.map(({ kind }) => kind)

describe('財政見通しの入力', () => {
  it.each<[string, Partial<OutlookTyped>, string[]]>([
    ['そのまま残せる', {}, []],
    ['題名がない', { title: ' ' }, ['title-missing']],
    ['題名が長すぎる', { title: '見'.repeat(201) }, ['title-too-long']],
    ['策定の日が読めない', { madeOn: '二月ごろ' }, ['day-missing']],
    ['期間が読めない', { from: '', to: '来年' }, ['period-missing']],
    ['期間が逆', { from: '2027', to: '2023', lines: [] }, ['period-backwards', 'no-lines']],
    [
      '期間が10年を超える',
      { to: '2033', lines: [line({ cells: Array.from({ length: 11 }, () => '1'), places: [] })] },
      ['period-too-long'],
    ],
    ['値の数が期間の年数と合わない', { lines: [line({ cells: ['1', '2', '3', '4'] })] }, ['line-years']],
    ['期間を一年延ばして、値を足さない', { to: '2028', lines: [line({})] }, ['line-years']],
    ['種類が選ばれていない', { lines: [line({ kind: '' })] }, ['kind-missing']],
    ['単位がない', { lines: [line({ unit: '' })] }, ['unit-missing']],
    ['内訳の上に項目がない', { lines: [line({ role: 'part' })] }, ['part-of-nothing']],
    ['基準が読めない', { lines: [line({ thresholds: 'だいたい半分' })] }, ['threshold-unclear']],
    [
      '収支の行が二つ選ばれている',
      { lines: [line({ kind: 'balance', role: 'total', name: '形式収支' }), line({ kind: 'balance', role: 'total', name: '実質収支' })] },
      ['balance-twice'],
    ],
  ])('%s', (_, said, says) => expect(faults(said)).toEqual(says))

  it('誤りはすべて一度に言う', () =>
    expect(faults({ title: '', madeOn: '', lines: [line({ kind: '' })] })).toEqual(['title-missing', 'day-missing', 'kind-missing']))

  it('様式に戻して読むと、同じ見通しになる', () => {
    const { id: _, ...said } = anOutlook()
    expect(readTyped(whole).said).toEqual(said)
  })
})
