import { describe, expect, it } from 'vitest'
import { anActual, anId, anIndicator, anInitiative, aPlan, aRecord } from '../../town/story/builders.ts'
import type { Indicator, Lineage } from '../reform/record.ts'
import { chartThrough, throughTold } from './through-lines.ts'
import { inheritedIndicators, seriesIndex, throughSeries } from './through-series.ts'

const edge = (from: string[], to: string[], said: Partial<Lineage> = {}): Lineage => ({
  from: from.map((id) => ({ title: `取組${id}`, initiative: anId(id) })),
  to: to.map((id) => ({ title: `取組${id}`, initiative: anId(id) })),
  kind: from.length > 1 ? '統合' : '継続',
  reason: null,
  section: null,
  pillar: null,
  theme: null,
  ...said,
})
const of = (id: string, name: string, actuals: Record<number, string>, said: Partial<Indicator> = {}): Indicator =>
  anIndicator({
    id: anId(`${name}-${id}`),
    of: { initiative: anId(id) },
    name,
    unit: '件',
    aggregation: 'annual',
    baseline: null,
    targets: [],
    ...said,
    actuals: Object.entries(actuals).map(([year, value]) => anActual(value, { fiscalYear: Number(year) })),
  })
const town = (lineage: Lineage[], indicators: Indicator[], ids = ['a', 'b', 'c', 'd']) =>
  aRecord({
    plans: [
      aPlan({ id: anId('old'), period: { from: 2020, to: 2022 } }),
      aPlan({ id: anId('new'), parent: anId('old'), period: { from: 2023, to: 2027 } }),
    ],
    initiatives: ids.map((id) => anInitiative({ id: anId(id), title: `取組${id}`, plan: anId(id === 'c' || id === 'd' ? 'new' : 'old') })),
    lineage,
    indicators,
  })
const through = (record: ReturnType<typeof town>, id: string) =>
  throughSeries(record.indicators.find((one) => one.id === id) as Indicator, seriesIndex(record))

describe('系譜を通した系列', () => {
  it('継続：同じ名・同じ単位なら、計画の始まりの年度に継ぎ目を付けて続ける', () => {
    const record = town(
      [edge(['a'], ['c'], { reason: '名を改めた。' })],
      [of('a', '件数', { 2021: '5', 2022: '8' }), of('c', '件数', { 2023: '9' })],
    )
    const series = through(record, '件数-c')
    expect(series?.stretches.map(({ title, place }) => [title, place])).toEqual([
      ['取組a', 'before'],
      ['取組c', 'own'],
    ])
    expect(series?.breaks).toEqual([{ year: 2023, text: '継続：「取組a」→「取組c」', reason: '名を改めた。' }])
    // the same way seen from the old one: it goes on in the new one
    expect(through(record, '件数-a')?.stretches.map(({ place }) => place)).toEqual(['own', 'after'])
  })

  it('二代前までたどる', () => {
    const record = town(
      [edge(['a'], ['b']), edge(['b'], ['c'])],
      [of('a', '件数', { 2020: '1' }), of('b', '件数', { 2021: '2' }), of('c', '件数', { 2023: '3' })],
    )
    expect(through(record, '件数-c')?.stretches.map(({ title }) => title)).toEqual(['取組a', '取組b', '取組c'])
    expect(through(record, '件数-c')?.breaks.map(({ year }) => year)).toEqual([2021, 2023])
  })

  it('同じ計画の中では、前の取組が最後に報告した翌年度が継ぎ目', () => {
    const record = town([edge(['a'], ['b'])], [of('a', '件数', { 2020: '1', 2021: '2' }), of('b', '件数', { 2023: '9' })])
    expect(through(record, '件数-b')?.breaks[0]?.year).toBe(2022)
  })

  it.each([
    { name: '件数', said: {}, sums: { 2021: '12', 2022: '30' }, why: null },
    { name: '累計件数', said: { aggregation: 'cumulative' as const }, sums: { 2021: '12', 2022: '30' }, why: null },
    { name: '利用率', said: { unit: '％' }, sums: null, why: 'ratio' },
    { name: '平均待ち時間', said: { unit: '分' }, sums: null, why: 'ratio' },
    { name: '市民満足度', said: { unit: '件' }, sums: null, why: 'ratio' },
    { name: '集計のしかたのない件数', said: { aggregation: null }, sums: null, why: 'not-said' },
    { name: '単位のない数', said: { unit: null }, sums: null, why: 'not-said' },
  ])('統合「$name」：足すのは、集計のしかたが同じ件数だけ', ({ name, said, sums, why }) => {
    const record = town(
      [edge(['a', 'b'], ['c'])],
      [
        of('a', name, { 2021: '5', 2022: '10' }, said),
        of('b', name, { 2020: '1', 2021: '7', 2022: '20' }, said),
        of('c', name, { 2023: '33' }, said),
      ],
    )
    const series = through(record, `${name}-c`)
    // 2020 is missing in one of the two: a sum of one would look like a rise later on
    expect(series?.summed && Object.fromEntries(series.summed.points.map(({ year, value }) => [year, value]))).toEqual(sums)
    expect(series?.notSummed).toBe(why)
    // nothing is lost: each origin's own values stand in the table as well
    expect(throughTold(series as NonNullable<typeof series>).lines.filter(({ title }) => title === '取組b')).toHaveLength(3)
  })

  it('割合は、分子と分母のある実績からも分かる', () => {
    const counted = of('a', '電子申請', {})
    const ratio = { ...counted, actuals: [anActual('5', { fiscalYear: 2021, numerator: '1' as never, denominator: '2' as never })] }
    const record = town([edge(['a', 'b'], ['c'])], [ratio, of('b', '電子申請', { 2021: '7' }), of('c', '電子申請', { 2023: '3' })])
    expect(through(record, '電子申請-c')?.notSummed).toBe('ratio')
  })

  it('単位が違えばつながず、そう言う。同じ名の指標がなければ、それも言う', () => {
    const record = town(
      [edge(['a', 'b'], ['c'])],
      [of('a', '件数', { 2021: '5' }, { unit: '人' }), of('b', '別の数', { 2021: '5' }), of('c', '件数', { 2023: '3' })],
    )
    const series = through(record, '件数-c')
    expect(series?.stretches).toHaveLength(1)
    expect(series?.notJoined.map(({ title, why }) => [title, why])).toEqual([
      ['取組a', 'other-unit'],
      ['取組b', 'no-such-indicator'],
    ])
    expect(throughTold(series as NonNullable<typeof series>).notes[0]).toContain('単位が違う（人とこの指標の件）')
  })

  it('分割：前の系列は、分かれたどちらにも続く', () => {
    const record = town(
      [edge(['a'], ['c', 'd'])],
      [of('a', '件数', { 2021: '5' }), of('c', '件数', { 2023: '3' }), of('d', '件数', { 2023: '2' })],
    )
    for (const id of ['c', 'd']) expect(through(record, `件数-${id}`)?.breaks[0]?.text).toBe('分割：「取組a」→「取組c」「取組d」')
    expect(through(record, '件数-a')?.stretches.map(({ title }) => title)).toEqual(['取組a', '取組c', '取組d'])
  })

  it('輪になった系譜でも終わり、どの取組も一度しか出ない', () => {
    const record = town([edge(['a'], ['b']), edge(['b'], ['a'])], [of('a', '件数', { 2021: '5' }), of('b', '件数', { 2022: '3' })])
    expect(through(record, '件数-a')?.stretches).toHaveLength(2)
  })

  it('系譜のない指標には何も言わない', () => {
    const record = town([], [of('a', '件数', { 2021: '5' })])
    expect(through(record, '件数-a')).toBeNull()
  })

  it('識別子のない端は、同じ名の取組が一つだけあるときにそれとする', () => {
    const said = [{ title: '取組a', initiative: null }]
    const record = town([edge([], ['c'], { from: said })], [of('a', '件数', { 2021: '5' }), of('c', '件数', { 2023: '6' })])
    expect(through(record, '件数-c')?.stretches).toHaveLength(2)
    const twice = town([edge([], ['c'], { from: said })], [of('a', '件数', { 2021: '5' }), of('c', '件数', { 2023: '6' })])
    twice.initiatives[1] = { ...(twice.initiatives[1] as (typeof twice.initiatives)[number]), title: '取組a' }
    expect(through(twice, '件数-c')).toBeNull()
  })

  it('指標のない取組には、引き継いだ取組の指標を教える', () => {
    const record = town([edge(['a'], ['c'])], [of('a', '件数', { 2021: '5' })])
    expect(inheritedIndicators(anId('c'), seriesIndex(record)).map(({ indicator, from }) => [indicator.name, from.title])).toEqual([
      ['件数', '取組a'],
    ])
  })

  it('図：継ぎ目をまたいで線を結ばず、継ぎ目の年度に印を置く', () => {
    const record = town([edge(['a'], ['c'])], [of('a', '件数', { 2021: '5', 2022: '8' }), of('c', '件数', { 2023: '9' })])
    const chart = chartThrough(null, 'x', through(record, '件数-c') as NonNullable<ReturnType<typeof through>>)
    expect(chart?.series.map(({ kind, points }) => [kind, points.map(({ x }) => x)])).toEqual([
      ['actual', ['2023']],
      ['former', ['2021', '2022']],
    ])
    expect(chart?.breaks).toEqual([{ at: '2023', label: '継続' }])
    expect(chart?.desc).toContain('継ぎ目')
  })
})
