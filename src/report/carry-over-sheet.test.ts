import { describe, expect, it } from 'vitest'
import { anActual, anEvaluation, anId } from '../../town/story/builders.ts'
import { firstHalfOf, halvesTable } from '../../town/story/phases.ts'
import { aDay } from '../../town/story/round-builders.ts'
import type { CarryOver, CarryOverId } from '../reform/carry-over.ts'
import { applyCarryOver } from '../reform/carry-over-apply.ts'
import { carryOverDraft } from '../reform/carry-over-draft.ts'
import { editCarryOver } from '../reform/carry-over-edit.ts'
import { prefilled } from '../reform/carry-over-prefill.ts'
import type { Judgement } from '../reform/judgement.ts'
import { carryOverPreview } from './carry-over-preview.ts'
import { carryOverSheet } from './carry-over-sheet.ts'
import { seriesIndex, throughSeries } from './through-series.ts'

const record = firstHalfOf(halvesTable)
const begun = {
  id: 'paper' as CarryOverId,
  from: anId('first'),
  title: '後期アクションプラン',
  kind: null,
  period: { from: 2025, to: 2027 },
}
let keys = 0
const paper: CarryOver = prefilled(record, carryOverDraft(record, begun), halvesTable, () => `n-${++keys}`)
const nobody = { sections: [], judgements: [], scales: [] }

describe('引継ぎの画面に出るもの', () => {
  it('柱と区分ごとに、整理表の並びで、どこまで決めたかが分かる', () => {
    const sheet = carryOverSheet(record, carryOverDraft(record, begun), nobody)
    expect([sheet.all, sheet.decided, sheet.groups.length]).toEqual([53, 0, 9])
    expect(sheet.groups.map(({ theme, open }) => [theme, open]).slice(0, 2)).toEqual([
      ['(1) 計画と評価', 4],
      ['(2) デジタル化による仕事の変革', 18],
    ])
    expect(carryOverSheet(record, paper, nobody)).toMatchObject({
      decided: 53,
      faults: [],
      counts: [
        { word: '継続', count: 40 },
        { word: '継続（新規）', count: 1 },
        { word: '廃止', count: 12 },
        { word: '新規', count: 12 },
      ],
    })
  })

  it('最近の評価は、段階のいちばん上のもの。なければ文書に印刷されたもの', () => {
    const first = record.initiatives[0]
    const judged = (stage: Judgement['stage'], word: string): Judgement => ({
      ...{ id: stage, initiative: anId('old-1'), indicator: null, fiscalYear: 2024, stage, scale: 'x' as never, proposal: null },
      ...{ word, reason: null, by: 'x', on: aDay('2025-01-01') },
    })
    const printed = {
      ...record,
      initiatives: record.initiatives.map((it) => (it === first ? { ...it, evaluations: [anEvaluation({ raw: '改善' })] } : it)),
    }
    const told = (judgements: Judgement[]) => {
      const [line] =
        carryOverSheet(printed, carryOverDraft(printed, begun), { sections: [], judgements, scales: [] }).groups[0]?.lines ?? []
      return line?.is === 'old' ? line.evaluation : null
    }
    expect([told([judged('headquarters', '継続'), judged('section', '廃止')]), told([])]).toEqual(['令和6年度 継続', '令和6年度 改善'])
  })

  it('下見の表と図は、決めたものと同じ数になる', () => {
    const preview = carryOverPreview(record, paper)
    expect(preview.rows).toHaveLength(65)
    const [phase, ...more] = preview.phases
    expect([phase?.heads, more]).toEqual([['前期アクションプラン', '後期アクションプラン'], []])
    const boxes = (side: 'left' | 'right') => phase?.flows.reduce((sum, flow) => sum + flow[side].length, 0)
    expect([boxes('left'), boxes('right')]).toEqual([53, 53])
  })
})

describe('引き継いだ指標の系列', () => {
  const measured = {
    ...record,
    indicators: record.indicators.map((one) => ({
      ...one,
      actuals: [anActual('60', { fiscalYear: 2023 }), anActual('70', { fiscalYear: 2024 })],
    })),
  }
  const made = (said: CarryOver) => {
    let n = 0
    const done = applyCarryOver(measured, said, [], (kind) => anId(`${kind}-new-${++n}`))
    if (!done.ok) throw new Error(JSON.stringify(done.problem))
    return done.value
  }

  it('前の期の実績から続き、継ぎ目に印が付く', () => {
    const { record: now, made: all } = made(paper)
    const own = now.indicators.find(({ id }) => id === all.indicators[0])
    const series = own && throughSeries(own, seriesIndex(now))
    expect(series?.stretches.map(({ place, actuals }) => [place, actuals.map(({ fiscalYear, raw }) => [fiscalYear, raw])])).toEqual([
      [
        'before',
        [
          [2023, '60'],
          [2024, '70'],
        ],
      ],
      ['own', []],
    ])
    expect(series?.breaks).toHaveLength(1)
  })

  it('統合しても、それぞれの系列が続く', () => {
    const initiatives = paper.rows.slice(4, 8).map(({ initiative }) => initiative)
    const merged = editCarryOver(measured, paper, { edit: 'merging', initiatives, title: '一つの窓口', reason: '重なる', key: 'm' })
    const { record: now } = made(merged)
    const it_ = now.initiatives.find(({ title }) => title === '一つの窓口')
    const own = now.indicators.filter(({ of }) => of !== null && 'initiative' in of && of.initiative === it_?.id)
    expect(own.map(({ name }) => name)).toEqual(['成果の指標5', '成果の指標6', '成果の指標7', '成果の指標8'])
    const index = seriesIndex(now)
    for (const one of own)
      expect(throughSeries(one, index)?.stretches[0]).toMatchObject({ place: 'before', actuals: [{ raw: '60' }, { raw: '70' }] })
  })
})
