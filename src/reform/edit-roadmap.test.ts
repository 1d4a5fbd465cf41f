import { describe, expect, it } from 'vitest'
import { aNode, anId, anInitiative, aPlan, aRecord } from '../../town/story/builders.ts'
import { type RoadmapSaid, roadmapOf } from './edit-roadmap.ts'
import { editRecord } from './plan-edit.ts'
import type { ReformRecord, RoadmapItem } from './record.ts'
import type { RecordId } from './record-id.ts'

const step = (said: Partial<RoadmapItem>): RoadmapItem => ({
  node: null,
  initiative: null,
  text: '工程',
  from: null,
  to: null,
  month: null,
  ...said,
})
const record = (): ReformRecord =>
  aRecord({
    plans: [aPlan()],
    nodes: [
      aNode({ id: anId('one'), title: '一' }),
      aNode({ id: anId('below'), parent: anId('one') }),
      aNode({ id: anId('two'), title: '二' }),
    ],
    initiatives: [anInitiative({ node: anId('below') })],
    roadmap: [
      step({ node: anId('one'), text: 'あ', from: '2023', to: '2025' }),
      step({ node: anId('two'), text: 'い', month: 5 }),
      step({ node: anId('below'), text: 'う' }),
      step({ initiative: anId('initiative'), text: 'え' }),
      step({ text: 'お' }),
    ],
  })
const row = (said: Partial<RoadmapSaid>): RoadmapSaid => ({ text: '', initiative: '', from: '', to: '', month: '', ...said })
const edited = (node: string | null, items: RoadmapSaid[]) =>
  editRecord(record(), { edit: 'roadmap', node: node as RecordId | null, said: { items } })

describe('工程の編集', () => {
  it.each([
    { node: 'one', texts: ['あ', 'う', 'え'] },
    { node: 'two', texts: ['い'] },
    { node: null, texts: ['お'] },
  ])('柱 $node の工程は、その下の区分と取組のものまで', ({ node, texts }) =>
    expect(roadmapOf(record(), node as RecordId | null).map(({ text }) => text)).toEqual(texts),
  )

  it('柱の行だけが変わり、ほかの柱の行は動かない', () => {
    const done = edited('one', [
      row({ was: '0', text: 'あ', from: '令和5年度', to: '2026' }),
      row({ was: '1', text: 'う', off: 'on' }),
      row({ text: 'か', initiative: 'initiative', from: 'R7', month: '10月' }),
    ])
    expect(done.ok && done.value.roadmap.map(({ text, from, to, month }) => [text, from, to, month])).toEqual([
      ['あ', '2023', '2026', null],
      ['か', '2025', null, 10],
      ['え', null, null, null],
      ['い', null, null, 5],
      ['お', null, null, null],
    ])
    expect(done.ok && done.value.roadmap[1]).toMatchObject({ node: null, initiative: 'initiative' })
  })

  it('終わりを書かなければ、書かれていないまま', () => {
    const done = edited('two', [row({ was: '0', text: 'い', from: '2024', month: '5' })])
    expect(done.ok && done.value.roadmap[1]).toMatchObject({ from: '2024', to: null })
  })

  it.each([
    { name: '終わりが始まりより前', said: { text: 'x', from: '2025', to: '2024' }, fault: 'items.0.to end-before-start' },
    { name: '年度でない', said: { text: 'x', from: 'いつか' }, fault: 'items.0.from not-a-year' },
    { name: '13月', said: { text: 'x', month: '13' }, fault: 'items.0.month not-a-choice' },
    { name: '工程の名がない', said: { from: '2025' }, fault: 'items.0.text missing' },
    { name: 'ない取組', said: { text: 'x', initiative: 'nowhere' }, fault: 'items.0.initiative not-a-choice' },
  ])('断る：$name', ({ said, fault }) => {
    const done = edited('two', [row(said)])
    expect(!done.ok && done.problem.kind === 'edit-faults' && done.problem.faults.map(({ field, kind }) => `${field} ${kind}`)).toEqual([
      fault,
    ])
  })
})
