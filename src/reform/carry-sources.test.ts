import { describe, expect, it } from 'vitest'
import { anId, anInitiative, aRecord, aReport } from '../../town/story/builders.ts'
import { carrySources } from './carry-sources.ts'
import type { ReformRecord } from './record.ts'

const first = anInitiative({ id: anId('1'), title: '一番目', reports: [aReport({ fiscalYear: 2022 }), aReport({ fiscalYear: 2023 })] })
const second = anInitiative({ id: anId('2'), title: '二番目' })
const before = aRecord({ initiatives: [first, second] })
const from = (pointer: string) => ({ pointer, document: 'abc', place: '1', guessed: false })
const carried = (after: ReformRecord, ...pointers: string[]) =>
  carrySources({ ...before, sources: pointers.map(from) }, after).map(({ pointer }) => pointer)

describe('出典を引き継ぐ', () => {
  it.each([
    { title: '何も変わらない', initiatives: [first, second], of: '/initiatives/1/title', says: ['/initiatives/1/title'] },
    { title: '値が変わった', initiatives: [first, { ...second, title: '別の名' }], of: '/initiatives/1/title', says: [] },
    {
      title: '隣の値が変わった',
      initiatives: [first, { ...second, title: '別の名' }],
      of: '/initiatives/1/description',
      says: ['/initiatives/1/description'],
    },
    { title: '順が変わった', initiatives: [second, first], of: '/initiatives/1/title', says: ['/initiatives/0/title'] },
    {
      title: '前に増えた',
      initiatives: [anInitiative({ id: anId('0') }), first, second],
      of: '/initiatives/1/title',
      says: ['/initiatives/2/title'],
    },
    { title: '消えた', initiatives: [first], of: '/initiatives/1/title', says: [] },
    {
      title: 'id のない行は、同じ行として追う',
      initiatives: [{ ...first, reports: [first.reports[1] as never] }, second],
      of: '/initiatives/0/reports/1/progress',
      says: ['/initiatives/0/reports/0/progress'],
    },
    {
      title: '消えた行の出典は、繰り上がった行に付かない',
      initiatives: [{ ...first, reports: [first.reports[1] as never] }, second],
      of: '/initiatives/0/reports/0/progress',
      says: [],
    },
    {
      title: 'その場で直した行の、直さなかった値',
      initiatives: [{ ...first, reports: [aReport({ fiscalYear: 2022, issues: '加えた課題' }), first.reports[1] as never] }, second],
      of: '/initiatives/0/reports/0/progress',
      says: ['/initiatives/0/reports/0/progress'],
    },
  ])('$title', ({ initiatives, of, says }) => expect(carried(aRecord({ initiatives }), of)).toEqual(says))

  it('「/」と「~」のある名も追う', () => {
    const sources = [from('/a~1b/c~0d')]
    const record = { ...before, 'a/b': { 'c~d': 1 } }
    expect(carrySources({ ...record, sources }, record as never).map(({ pointer }) => pointer)).toEqual(['/a~1b/c~0d'])
  })
})
