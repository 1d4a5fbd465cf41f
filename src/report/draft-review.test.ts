import { describe, expect, it } from 'vitest'
import { anId, anInitiative, aRecord } from '../../town/story/builders.ts'
import type { DocumentRecord } from '../reform/record.ts'
import { draftReview } from './draft-review.ts'

const document: DocumentRecord = {
  format: 'kaikaku/1',
  document: { name: '取組状況.csv', sha256: 'a'.repeat(64), kind: 'csv', layouts: ['progress-list'] },
  ...aRecord({
    initiatives: [
      anInitiative({
        id: anId('i'),
        title: '窓口のオンライン化',
        sections: ['行政改革課', '市民課'],
        marks: [
          { scheme: '5レス', name: 'ペーパー', on: true },
          { scheme: '5レス', name: 'ムーブ', on: null },
        ],
      }),
    ],
  }),
  checks: [{ kind: 'sum', verdict: 'fails', stated: '1', computed: '2', message: '', at: [] }],
  unread: [{ at: 'line 9', text: '走り書き' }],
  accounting: { characters: 10, fields: 8, prose: 0, boilerplate: 0, unread: 2 },
  guesses: ['/initiatives/0/title'],
  at: { '/initiatives/0/title': ['line 2'], '/initiatives/0/sections/0/name': ['line 3'] },
}
const added = {
  kind: 'added',
  list: 'initiatives',
  title: '窓口のオンライン化',
  field: null,
  before: null,
  after: null,
  pointer: '/initiatives/0',
  at: ['line 2'],
} as const
const changed = { ...added, kind: 'changed', field: 'description', before: '前', after: '後' } as const
const lines = [
  { at: 'line 2', text: '窓口のオンライン化' },
  { at: 'line 3', text: '行政改革課・市民課' },
]
const entry = (...changes: Parameters<typeof draftReview>[1][number][]) =>
  draftReview(
    document,
    changes.map((c) => ({ ...c, at: [...c.at] })),
    lines,
  ).groups[0]?.entries[0]

describe('取込み前の確認', () => {
  it('加わる記録の値を、読み取った行と並べる', () => {
    const found = entry({ ...added, at: [...added.at] })
    expect(found?.values.map((v) => `${v.name}＝${v.text}${v.guessed ? '（推定）' : ''}`)).toEqual([
      '名称＝窓口のオンライン化（推定）',
      '所管課＝行政改革課、市民課',
      '区分の印＝ペーパー○　ムーブ？',
    ])
    expect(found?.lines).toEqual([
      { place: '2行目', text: '窓口のオンライン化' },
      { place: '3行目', text: '行政改革課・市民課' },
    ])
  })
  it('変わる値は、前と後を示す', () =>
    expect(entry({ ...changed, at: [] })).toMatchObject({ kind: '変更', changes: [{ name: '概要', before: '前', after: '後' }] }))
  it('取組の中に加わる記録は、その取組のところに示す', () => {
    const inside = { ...added, list: 'reports', title: '令和6年度', pointer: '/initiatives/0/reports/0', at: [] }
    expect(entry(inside)).toMatchObject({ pointer: '/initiatives/0', kind: '変更', changes: [{ name: '報告「令和6年度」を追加' }] })
  })
  it('読み取れなかった箇所と合わない計算を数える', () => {
    const review = draftReview(document, [], lines)
    expect([review.unread, review.checks.fails.length, review.groups]).toEqual([[{ place: '9行目', text: '走り書き' }], 1, []])
  })
})
