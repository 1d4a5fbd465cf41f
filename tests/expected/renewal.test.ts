import { describe, expect, it } from 'vitest'
import type { DocumentRecord, Review } from '../../src/reform/record.ts'
import { reviewCoverage } from '../../src/report/review-coverage.ts'
import { roadmap } from '../../src/report/roadmap.ts'
import { isHere, readShared, skipped } from './compare.ts'

const PLAN = 'action-plan-second-half'

describe.skipIf(!isHere(PLAN))(skipped(PLAN), () => {
  const record = (isHere(PLAN) ? readShared(PLAN) : null) as DocumentRecord
  const coverage = isHere(PLAN) ? reviewCoverage(record, record.reviews[0] as Review) : null

  it('8件の Try のうち、取組のないのは⑧だけで、その文は残る', () => {
    expect(coverage?.tries).toHaveLength(8)
    expect(coverage?.triesWithout.map(({ short }) => short)).toEqual(['⑧'])
    expect(coverage?.triesWithout[0]?.other).toHaveLength(1)
    expect(coverage?.triesUnmatched).toEqual([])
  })

  it('集約した取組と注記は、結び付きと一緒に残る', () => {
    const links = coverage?.tries.flatMap((one) => one.links) ?? []
    const merged = links.find(({ aggregates }) => aggregates.length > 0)
    expect(merged?.aggregates).toHaveLength(4)
    expect(merged?.note).toBe('BPRの取組として1つとする')
    expect(links.some(({ note }) => note?.includes('外部評価等の実施を追加'))).toBe(true)
    expect(links.some(({ note }) => note?.startsWith('先行実施済'))).toBe(true)
  })

  it('どの取組も一行に立ち、結び付きの数は文書の列挙と合う', () => {
    const rows = coverage?.pillars.flatMap((pillar) => pillar.rows) ?? []
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    // every linked initiative and try is one mark; one name of the document is that of no initiative (it is misspelt there)
    expect(coverage?.unmatched.map(({ short }) => short)).toEqual(['⑤'])
    const pairs = new Set(
      coverage?.tries.flatMap(({ short, links }) => links.flatMap(({ initiatives }) => initiatives.map(({ id }) => `${short} ${id}`))),
    )
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(pairs.size)
    expect(coverage?.counts.covered).toBe(rows.filter(({ count }) => count > 0).length)
    expect(coverage?.initiativesWithout.every(({ count }) => count === 0)).toBe(true)
  })
})

const REPORT = 'iwaki-2024-structural-reform'

describe.skipIf(!isHere(REPORT))(skipped(REPORT), () => {
  const record = (isHere(REPORT) ? readShared(REPORT) : null) as DocumentRecord

  it('30件の工程は、表の行か「年度が書かれていない工程」のどちらかに一度だけ出る', () => {
    const told = roadmap(record, record.fiscalYear)
    const steps = told.pillars.flatMap(({ rows, undated }) => [
      ...rows.filter(({ key }) => key.startsWith('step-')).map(({ title }) => title),
      ...undated.map(({ text }) => text),
    ])
    expect(steps.toSorted()).toEqual(record.roadmap.map(({ text }) => text).toSorted())
    expect(steps).toHaveLength(30)
    // no bar is drawn where the document gives no year
    expect(told.pillars.flatMap(({ rows }) => rows).filter(({ cells }) => cells.some(({ kind }) => kind === 'bar')).length).toBe(
      record.roadmap.filter(({ from }) => from !== null).length,
    )
  })

  it('指標の「現在→中間→最終」の組は、どれもどこかの柱に出る', () => {
    const told = roadmap(record, record.fiscalYear)
    const pairs = told.pillars.flatMap((pillar) => pillar.pairs)
    expect(pairs.map(({ id }) => id).toSorted()).toEqual(record.indicators.map(({ id }) => id as string).toSorted())
    const online = pairs.find(({ name }) => name === '行政サービスオンライン化')
    expect([online?.now?.value, online?.interim?.value, online?.final?.value]).toEqual(['51.2%', '70%', '5年後までに 実質100%'])
  })
})
