import { describe, expect, it } from 'vitest'
import { aLineage, aNode, anId, anInitiative, aPlan, aRecord } from '../../town/story/builders.ts'
import type { ReviewItem, ReviewLink } from '../reform/record.ts'
import { reviewCoverage, reviewTitle } from './review-coverage.ts'

const link = (title: string, initiative: string | null = null): ReviewLink => ({
  title,
  sections: [],
  aggregates: [],
  note: null,
  initiative: initiative === null ? null : anId(initiative),
})
const item = (said: Partial<ReviewItem>): ReviewItem => ({ kind: 'try', number: null, text: '', new: [], existing: [], other: [], ...said })
const record = (items: ReviewItem[], said: Parameters<typeof aRecord>[0] = {}) =>
  aRecord({
    plans: [aPlan()],
    nodes: [aNode(), aNode({ id: anId('theme'), parent: anId('node'), title: '手続と窓口' })],
    initiatives: ['a', 'b', 'c', 'd'].map((id, nth) =>
      anInitiative({ id: anId(id), title: `取組${id}`, node: nth < 2 ? anId('theme') : null, number: null }),
    ),
    reviews: [{ method: 'KPT', items }],
    ...said,
  })
const of = (items: ReviewItem[], said: Parameters<typeof aRecord>[0] = {}) => {
  const made = record(items, said)
  return reviewCoverage(made, made.reviews[0] as (typeof made.reviews)[number])
}

describe('総括の対応の表', () => {
  it('取組のない Try と、Try のない取組が分かる', () => {
    const coverage = of([
      item({ number: '①', text: '窓口を変える', new: [link('取組a', 'a')], existing: [link('取組b', 'b')] }),
      item({ number: '②', text: '財政計画との整合' }),
    ])
    expect(coverage.triesWithout.map(({ short }) => short)).toEqual(['②'])
    expect(coverage.initiativesWithout.map(({ title }) => title)).toEqual(['取組c', '取組d'])
    expect(coverage.counts).toEqual({ tries: 2, answered: 1, initiatives: 4, covered: 2 })
    // grouped by the pillar at the top, not by the theme between
    expect(coverage.pillars.map(({ title, rows }) => [title, rows.map(({ marks }) => marks)])).toEqual([
      [
        '1 伝わる・届く行政サービスへの転換',
        [
          ['new', null],
          ['existing', null],
        ],
      ],
      [
        '柱の記載なし',
        [
          [null, null],
          [null, null],
        ],
      ],
    ])
  })

  it('識別子のない結び付きは、同じ名の取組が一つのときにそれとする。なければ、名だけと言う', () => {
    const coverage = of([
      item({ text: 'x', existing: [link('取組 a'), link('ない取組')] }),
      item({ text: 'y', new: [link('どこにもない')] }),
    ])
    expect(coverage.counts.covered).toBe(1)
    expect(coverage.unmatched.map(({ title }) => title)).toEqual(['ない取組', 'どこにもない'])
    expect(coverage.triesUnmatched.map(({ text }) => text)).toEqual(['y'])
    expect(coverage.triesWithout).toEqual([])
  })

  it('引き継がれた取組への結び付きは、引き継いだ取組のもの。終わった取組は数えない', () => {
    const lineage = [aLineage({ from: [{ title: '取組a', initiative: anId('a') }], to: [{ title: '取組c', initiative: anId('c') }] })]
    const ended = aLineage({ kind: '廃止', from: [{ title: '取組d', initiative: anId('d') }], to: [] })
    const coverage = of([item({ text: 'x', existing: [link('取組a', 'a')] })], { lineage: [...lineage, ended] })
    expect(coverage.pillars.flatMap(({ rows }) => rows.map(({ title, count }) => [title, count]))).toEqual([
      ['取組b', 0],
      ['取組c', 1],
    ])
  })

  it('終わった取組でも、後継がなく Try が挙げているなら示す', () => {
    const ended = aLineage({ kind: '廃止', from: [{ title: '取組d', initiative: anId('d') }], to: [] })
    const coverage = of([item({ text: 'x', existing: [link('取組d', 'd')] })], { lineage: [ended] })
    expect(coverage.pillars.flatMap(({ rows }) => rows).find(({ id }) => id === 'd')?.count).toBe(1)
  })

  it('課題は、一つでも取組に結び付けられていれば、結び付いていないものを挙げる', () => {
    const problems = [item({ kind: 'problem', number: '①', text: 'p' }), item({ kind: 'problem', number: '②', text: 'q' })]
    expect(of(problems).problemsWithout).toBeNull()
    const linked = { ...problems[0], existing: [link('取組a', 'a')] } as ReviewItem
    expect(of([linked, problems[1] as ReviewItem]).problemsWithout?.map(({ short }) => short)).toEqual(['②'])
  })

  it('どの計画・期の総括か言われていれば、題に添える', () => {
    const { plans } = record([])
    expect(reviewTitle({ plans }, { method: 'KPT', items: [] })).toBe('KPT')
    expect(reviewTitle({ plans }, { method: 'KPT', plan: anId('plan'), items: [] })).toBe('KPT（あおば市行財政改革推進プラン2023-2027）')
  })
})
