import { describe, expect, it } from 'vitest'
import { aNode, anId, anIndicator, anInitiative, aPart, aPlan, aRecord, aTarget } from '../../town/story/builders.ts'
import type { RoadmapItem, ScheduleCell } from '../reform/record.ts'
import { hasRoadmap, roadmap } from './roadmap.ts'

const step = (said: Partial<RoadmapItem>): RoadmapItem => ({
  node: anId('node'),
  initiative: null,
  text: '工程',
  from: null,
  to: null,
  month: null,
  ...said,
})
const cell = (from: string, to: string | null, said: Partial<ScheduleCell> = {}): ScheduleCell => ({
  from,
  to,
  text: '実施',
  milestone: false,
  ...said,
})
const record = (items: RoadmapItem[], schedule: ScheduleCell[] = []) =>
  aRecord({
    plans: [aPlan({ period: { from: 2023, to: 2027 } })],
    nodes: [aNode(), aNode({ id: anId('below'), parent: anId('node'), title: '下' })],
    initiatives: [
      anInitiative({ node: anId('below'), parts: [aPart({ activities: schedule.length > 0 ? [{ name: '内容', schedule }] : [] })] }),
    ],
    roadmap: items,
  })
const rowOf = (items: RoadmapItem[], schedule: ScheduleCell[] = []) =>
  roadmap(record(items, schedule), 2024).pillars[0]?.rows[0]?.cells.map(
    ({ kind, span, milestones }) => `${kind}${span}${milestones.join()}`,
  )

describe('ロードマップ', () => {
  it.each([
    { name: '始まりと終わり', items: [step({ from: '2024', to: '2025' })], says: ['empty1', 'bar2', 'empty2'] },
    { name: '終わりが書かれていない', items: [step({ from: '2025' })], says: ['empty2', 'bar1', 'open2'] },
    { name: '月のある始まりは節目で、帯は引かない', items: [step({ from: '2024', month: 10 })], says: ['empty1', 'empty410月'] },
    { name: '月のある帯', items: [step({ from: '2024', to: '2025', month: 4 })], says: ['empty1', 'bar24月', 'empty2'] },
  ])('$name', ({ items, says }) => expect(rowOf(items)).toEqual(says))

  it('取組の行は、行動計画を一つの帯にまとめ、節目を残す', () => {
    const cells = [cell('2023', '2023'), cell('2024-H1', '2024-H2'), cell('2026', '2026', { text: '条例の改正', milestone: true })]
    expect(rowOf([], cells)).toEqual(['bar2', 'empty1', 'bar1条例の改正', 'empty1'])
  })

  it('終期のない帯の後でも、書かれた年度は確かな帯になる', () =>
    expect(rowOf([], [cell('2023', null), cell('2025', '2025')])).toEqual(['bar1', 'open1', 'bar1', 'open2']))

  it('年度のない工程も、行動計画のない取組も、なくならない', () => {
    const told = roadmap(record([step({ text: 'あ', month: 5 }), step({ text: 'い', initiative: anId('initiative'), node: null })]), 2024)
    expect(told.pillars[0]?.undated.map(({ text, when, initiative }) => [text, when, initiative?.title ?? null])).toEqual([
      ['あ', '5月（年の記載なし）', null],
      ['い', '時期の記載なし', '窓口申請のオンライン化'],
    ])
    expect(told.pillars[0]?.unscheduled.map(({ title }) => title)).toEqual(['窓口申請のオンライン化'])
  })

  it('取組の工程は、取組の帯に混ぜずに一行にする', () => {
    const told = roadmap(
      record(
        [step({ text: '委託を始める', node: null, initiative: anId('initiative'), from: '2024', to: '2024' })],
        [cell('2023', '2027')],
      ),
      2024,
    )
    expect(told.pillars[0]?.rows.map(({ title }) => title)).toEqual(['委託を始める（窓口申請のオンライン化）', '窓口申請のオンライン化'])
  })

  it('指標は、現在→中間→最終の順に、柱のものも取組のものも', () => {
    const own = anIndicator({
      of: { node: anId('below') },
      unit: '%',
      targets: [
        aTarget('60', { fiscalYear: 2024, final: false }),
        aTarget('70', { fiscalYear: 2025, final: false }),
        aTarget('80', { fiscalYear: 2027, final: true }),
      ],
    })
    const told = roadmap({ ...record([step({ from: '2024', to: '2024' })]), indicators: [own, anIndicator({ id: anId('second') })] }, 2025)
    expect(told.pillars[0]?.pairs.map(({ of, interim, final }) => [of?.id ?? null, interim?.value ?? null, final?.value])).toEqual([
      [null, '70%', '80%'],
      ['initiative', null, expect.any(String)],
    ])
  })

  it('工程も行動計画もなければ、頁はない', () => {
    expect(hasRoadmap(record([]))).toBe(false)
    expect(hasRoadmap(record([], [cell('2023', null)]))).toBe(true)
  })

  it('読み違えた年度があっても、列は31までで止まり、外れた工程は「年度のない工程」に残る', () => {
    const told = roadmap(record([step({ text: 'ずっと先', from: '2099', to: '2099' })]), 2024)
    expect(told.years.length).toBe(31)
    expect(told.pillars[0]?.undated.map(({ text }) => text)).toEqual(['ずっと先'])
  })
})
