import { describe, expect, it } from 'vitest'
import { aLineage, aNode, anId, anInitiative, aPlan, aRecord } from '../../town/story/builders.ts'
import type { Lineage, Review } from '../reform/record.ts'
import { carryOver, familyOf } from './carry-over.ts'
import { indexOf } from './edition-index.ts'
import { lineageFlow } from './lineage-flow.ts'
import { anEdition } from './test-edition.ts'

const end = (title: string, initiative: string | null = null) => ({ title, initiative: initiative === null ? null : anId(initiative) })
const row = (from: string[], to: string[], kind: string, more: Partial<Lineage> = {}): Lineage =>
  aLineage({ from: from.map((t) => end(t)), to: to.map((t) => end(t)), kind, reason: null, pillar: '柱1', theme: '項目1', ...more })
const aTry = (title: string, aggregates: string[]): Review => ({
  method: 'KPT',
  items: [
    {
      kind: 'try',
      number: null,
      text: '集約する',
      existing: [],
      other: [],
      new: [{ title, aggregates, sections: [], note: null, initiative: null }],
    },
  ],
})

function phasesOf(lineage: Lineage[], reviews: Review[] = [], more: Parameters<typeof aRecord>[0] = {}) {
  const index = indexOf(anEdition({}, aRecord({ ...more, lineage, reviews })))
  return lineageFlow(carryOver(index).rows, index)
}
const linesOf = (lineage: Lineage[], reviews: Review[] = []) =>
  phasesOf(lineage, reviews).flatMap((p) =>
    p.flows.flatMap((f) =>
      f.links.map((l) => {
        const name = (id: string) => [...f.left, ...f.right].find((b) => b.id === id)?.text
        return `${name(l.from)} →${l.label}／${l.how}→ ${name(l.to)}`
      }),
    ),
  )

describe('引継ぎの線', () => {
  it.each([
    { title: '継続', rows: [row(['甲'], ['甲'], '継続')], says: ['甲 →継続／continues→ 甲'] },
    { title: '継続のほか', rows: [row(['甲'], ['乙'], '継続（新規）')], says: ['甲 →継続（新規）／changed→ 乙'] },
    {
      title: '二つが一つに',
      rows: [row(['甲', '乙'], ['丙'], '継続')],
      says: ['甲 →継続・統合／merges→ 丙', '乙 →継続・統合／merges→ 丙'],
    },
    {
      title: '二つの行が同じ取組に入るときも統合',
      rows: [row(['甲'], ['丙'], '統合'), row(['乙'], ['丙'], '統合')],
      says: ['甲 →統合／merges→ 丙', '乙 →統合／merges→ 丙'],
    },
    { title: '一つが二つに', rows: [row(['甲'], ['乙', '丙'], '分割')], says: ['甲 →分割／splits→ 乙', '甲 →分割／splits→ 丙'] },
    { title: '同じ線は一度だけ', rows: [row(['甲'], ['甲'], '継続'), row(['甲'], ['甲'], '継続')], says: ['甲 →継続／continues→ 甲'] },
  ])('$title', ({ rows, says }) => expect(linesOf(rows)).toEqual(says))

  it('総括の「集約した取組」から線を補い、整理表の区分も残す', () => {
    const lineage = [
      row(['手順書の作成'], [], '廃止', { reason: '取組を集約' }),
      row(['研修'], [], '廃止'),
      row([], ['ＢＰＲの推進'], '新規'),
    ]
    const reviews = [aTry('BPRの推進', ['手順書の 作成', '知らない取組'])]
    expect(linesOf(lineage, reviews)).toEqual(['手順書の作成 →集約（総括から）／review→ ＢＰＲの推進'])
    const [flow] = phasesOf(lineage, reviews)[0]?.flows ?? []
    expect(flow?.left.map((b) => [b.text, b.tag, b.note, b.edge])).toEqual([
      ['手順書の作成', null, '整理表の区分：廃止　取組を集約', 'ended'],
      ['研修', '廃止', null, 'ended'],
    ])
    expect(flow?.right.map((b) => [b.text, b.tag, b.note])).toEqual([['ＢＰＲの推進', null, '整理表の区分：新規']])
    expect(flow?.desc).toBe(
      '左に前の取組2件、右に見直し後の取組1件。線と札の内訳は、集約（総括から）1、廃止1。同じ内容を下の表に示します。',
    )
  })
})

describe('柱と期', () => {
  it('柱をまたぐ統合は、行き先の柱の図で見出しに元の柱を示す', () => {
    const into = { to: [end('丙', 'initiative')] }
    const lineage = [
      row(['甲'], [], '継続', into),
      row(['乙'], [], '統合', { ...into, pillar: '柱2' }),
      row(['丁'], [], '廃止', { pillar: '柱2' }),
    ]
    expect(phasesOf(lineage)[0]?.flows.map((f) => [f.pillar, f.left.map((b) => b.group), f.right.length])).toEqual([
      ['柱1', ['項目1', '柱2 › 項目1'], 1],
      ['柱2', ['項目1'], 0],
    ])
  })

  const plan = (id: string, title: string, from: number) => aPlan({ id: anId(id), title, period: { from, to: from + 2 } })
  const it3 = (id: string, plan: string, title: string) => anInitiative({ id: anId(id), plan: anId(plan), node: null, number: null, title })
  const three = {
    plans: [plan('outer', '大綱', 2016), plan('p3', '第3期', 2022), plan('p1', '第1期', 2016), plan('p2', '第2期', 2019)],
    nodes: [aNode()],
    initiatives: [it3('a1', 'p1', '甲'), it3('b1', 'p1', '乙'), it3('a2', 'p2', '甲乙'), it3('a3', 'p3', '甲乙丙'), it3('z3', 'p3', '新')],
  }
  const lineage = [
    aLineage({ from: [end('甲乙', 'a2')], to: [end('甲乙丙', 'a3')], kind: '継続', pillar: null, theme: null }),
    aLineage({ from: [], to: [end('新', 'z3')], kind: '新規', pillar: null, theme: null }),
    aLineage({ from: [end('甲', 'a1'), end('乙', 'b1')], to: [end('甲乙', 'a2')], kind: '統合', pillar: null, theme: null }),
    aLineage({ from: [end('昔の取組')], to: [end('甲', 'a1')], kind: '継続', pillar: null, theme: null }),
  ]
  it('三つの期は、続く三つの図になる', () =>
    expect(phasesOf(lineage, [], three).map((p) => [...p.heads, p.flows.map((f) => [f.left.length, f.right.length])])).toEqual([
      ['前の計画', '第1期', [[1, 1]]],
      ['第1期', '第2期', [[2, 1]]],
      ['第2期', '第3期', [[1, 2]]],
    ]))

  it('一つの取組の系譜は、前へも後へもたどる', () => {
    const index = indexOf(anEdition({}, aRecord({ ...three, lineage })))
    const family = (id: string) => familyOf(index.initiative(anId(id)) as never, index).map((r) => r.to[0]?.title)
    expect(family('a1')).toEqual(['甲乙丙', '甲乙', '甲'])
    expect(family('a3')).toEqual(['甲乙丙', '甲乙', '甲'])
    expect(family('z3')).toEqual(['新'])
  })
})
