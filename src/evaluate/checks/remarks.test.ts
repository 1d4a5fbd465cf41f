import { describe, expect, it } from 'vitest'
import {
  aLineage,
  aNode,
  anActual,
  anId,
  anIndicator,
  anInitiative,
  aPart,
  aPlan,
  aRecord,
  aReport,
  aTarget,
} from '../../../town/story/builders.ts'
import type { OrganizationChange, ReformRecord, Review } from '../../reform/record.ts'
import type { Decimal } from '../../vocabulary/decimal.ts'
import { type CheckKind, lookingAt } from '../looking.ts'
import { declaredCounts } from './declared-count.ts'
import { figuresIn } from './figure-records.ts'
import { sameMetric, unitChanges } from './metric.ts'
import { duplicates, numbering } from './naming.ts'
import { owners } from './owner.ts'
import { deadlines, directions } from './progress-of-plan.ts'
import { reachable } from './reachable.ts'
import { sameTexts } from './same-text.ts'

const told = (kind: CheckKind, record: Partial<ReformRecord>) => kind(lookingAt(aRecord({ indicators: [], effects: [], ...record }), {}))
const messages = (kind: CheckKind, record: Partial<ReformRecord>) => {
  const checks = told(kind, record)
  expect(checks.every((c) => c.verdict === 'remark' || c.verdict === 'holds')).toBe(true)
  return checks.map((c) => c.message)
}
const titled = (...titles: string[]) => titles.map((title, i) => anInitiative({ id: anId(`i${i}`), title }))

describe('似た名の取組', () => {
  it.each([
    [['公共施設の再編・活用等の推進', '公共施設の再編・利活用等の推進'], 1],
    [['公共施設の再編の推進', '公共施設の再編の推進'], 1],
    [['電子申告の推進（個人市民税）', '電子申告の推進（法人市民税）'], 0],
    [['第1期計画の策定と公表', '第2期計画の策定と公表'], 0],
    [['窓口の改善', '財源の確保'], 0],
  ])('%j', (titles, count) => {
    expect(messages(duplicates, { initiatives: titled(...titles) })).toHaveLength(count)
  })

  it('継続で名前が変わった取組', () => {
    expect(messages(duplicates, { lineage: [aLineage({ was: 'メンター制度の導入', becomes: '若手職員の支援' })] })).toEqual([
      '「メンター制度の導入」は継続とされていますが、名前が「若手職員の支援」に変わっています。',
    ])
    expect(messages(duplicates, { lineage: [aLineage({ was: '甲', becomes: '乙', kind: '継続（新規）' })] })).toEqual([])
  })
})

describe('番号', () => {
  const numbered = (...numbers: string[]) =>
    numbers.map((number, i) => anInitiative({ id: anId(`i${i}`), number, title: `取組${'甲乙丙丁戊'[i]}` }))
  it.each([
    [['①', '②', '④'], ['番号③が抜けています']],
    [['1-1', '1-2', '1-4'], ['番号3が抜けています']],
    [['①', '②', '②'], ['番号②が二つの項目に付いています（「取組乙」「取組丙」）。']],
    [['Ⅰ', 'Ⅱ', 'Ⅲ'], []],
    [['①', '②', '③'], []],
    [['1', '甲'], []],
    [['12', '95'], []],
  ])('%j', (numbers, says) => {
    const found = messages(numbering, { initiatives: numbered(...numbers) })
    expect(found).toHaveLength(says.length)
    says.forEach((text, i) => {
      expect(found[i]).toContain(text)
    })
  })
})

describe('所管課', () => {
  const change = (said: Partial<OrganizationChange['changes'][number]>): OrganizationChange => ({
    number: null,
    department: null,
    effective: '2024-04-01',
    text: '',
    changes: [{ kind: '改称', from: ['職員課'], to: ['人事課'], what: null, reason: null, guessed: false, ...said }],
  })
  it('なくなった課と、引き継いだ課', () => {
    const record = { fiscalYear: 2024, organizationChanges: [change({})], initiatives: [anInitiative({ sections: ['職員課'] })] }
    expect(messages(owners, record)).toEqual([
      '「窓口申請のオンライン化」の所管「職員課」は2024-04-01の組織改正でなくなっています。引き継いだ課は人事課です。',
    ])
    expect(messages(owners, { ...record, fiscalYear: 2023 })).toEqual([])
  })
  it('まだない課。ほかの課を引き継いだ課は、前の課の責任を引き継ぐので言わない', () => {
    const said = (from: string[]) => ({
      fiscalYear: 2022,
      organizationChanges: [change({ kind: '新設', from, to: ['人事課'] })],
      initiatives: [anInitiative({ sections: ['人事課'] })],
    })
    expect(messages(owners, said([]))[0]).toContain('2022年度にはまだありません')
    expect(messages(owners, said(['職員課']))).toEqual([])
  })

  const slide = (sections: string[]): Review => ({
    method: 'KPT',
    items: [
      {
        kind: 'try',
        number: '①',
        text: '',
        new: [{ title: '手続の拡大', sections, aggregates: [], note: null, initiative: null }],
        existing: [],
        other: [],
      },
    ],
  })
  it.each([
    ['D X 推進課', ['DX推進課'], 0],
    ['DX推進課', ['行政改革課'], 1],
    ['DX推進課', ['行政改革課', 'DX推進課'], 0],
    ['会計課 納税課・年金課', ['納税課', '会計課', '年金課'], 0],
    ['DX推進課', ['全課'], 0],
    ['', ['DX推進課'], 0],
  ])('一覧では「%s」、別の箇所では %j', (section, sections, count) => {
    const record = { initiatives: [], lineage: [aLineage({ becomes: '手続の拡大', section })], reviews: [slide(sections)] }
    expect(messages(owners, record)).toHaveLength(count)
  })
})

describe('目標と実績の指標', () => {
  const saying = (text: string, said: Parameters<typeof anIndicator>[0] = {}) => ({
    initiatives: [anInitiative({ reports: [aReport({ figures: figuresIn(text) })] })],
    indicators: [anIndicator({ name: '手続のオンライン化率', unit: '%', actuals: [], ...said })],
  })
  it.each([
    ['▼押印省略の件数 92件', {}, 1],
    ['▼市民向け手続のオンライン化率 12%', {}, 0],
    ['▼押印省略の件数 92件', { actuals: [anActual('30')] }, 0],
    ['▼押印省略の件数 92件', { targets: [aTarget('適切に運営')] }, 0],
    ['押印を省略した。', {}, 0],
  ])('%s', (text, said, count) => {
    expect(messages(sameMetric, saying(text, said))).toHaveLength(count)
  })

  it('単位の変化', () => {
    const indicator = (raw: string) =>
      anIndicator({ targets: [aTarget('95', { raw: '利用件数 95件/年' })], actuals: [anActual('60', { raw })] })
    expect(messages(unitChanges, { indicators: [indicator('60人')] })).toHaveLength(1)
    expect(messages(unitChanges, { indicators: [indicator('60件')] })).toEqual([])
    expect(messages(unitChanges, { indicators: [indicator('60')] })).toEqual([])
  })
})

describe('方向・期限・見通し', () => {
  it.each([
    [{ baseline: '5.7', target: '10以上', actual: '5.1' }, 1],
    [{ baseline: '5.7', target: '10以上', actual: '5.8' }, 0],
    [{ baseline: '35.7', target: '30以内', actual: '36.25' }, 1],
    [{ baseline: '90', target: '85以上を維持', actual: '86' }, 0],
  ])('現況値より悪いか %j', (said, count) => {
    expect(messages(directions, { indicators: [anIndicator({ ...said, direction: null, directionSource: null })] })).toHaveLength(count)
  })

  it('明記された方向と目標が逆', () => {
    expect(messages(directions, { indicators: [anIndicator({ baseline: '50', target: '40', actual: '50' })] })).toEqual([
      '指標「オンライン申請の件数」は増やす指標とされていますが、目標40件は現況値50件と逆の向きです。',
    ])
  })

  it('期限を過ぎた目標', () => {
    const missed = { targets: [aTarget('100', { fiscalYear: 2023, final: true })], actuals: [anActual('90', { fiscalYear: 2023 })] }
    expect(messages(deadlines, { fiscalYear: 2024, indicators: [anIndicator(missed)] })).toHaveLength(1)
    expect(messages(deadlines, { fiscalYear: 2022, indicators: [anIndicator(missed)] })).toEqual([])
    expect(
      messages(deadlines, { fiscalYear: 2024, indicators: [anIndicator({ ...missed, actuals: [anActual('120', { fiscalYear: 2023 })] })] }),
    ).toEqual([])
  })

  it('年度の目標が最終目標より先に進む', () => {
    const targets = [aTarget('120'), aTarget('100', { fiscalYear: 2027, final: true })]
    expect(messages(reachable, { indicators: [anIndicator({ targets })] })).toHaveLength(1)
    expect(messages(reachable, { indicators: [anIndicator({ targets, aggregation: 'annual' })] })).toEqual([])
  })

  it('行動計画の数量を足しても目標に届かない', () => {
    const step = (text: string, from: string) => ({ from, to: null, text, milestone: false })
    const parts = [aPart({ activities: [{ name: '測量', schedule: [step('測量 L=2.5km', '2024'), step('測量 L=1.5km', '2025')] }] })]
    const initiatives = [anInitiative({ parts })]
    const indicator = (target: string) =>
      anIndicator({ unit: 'km', baseline: { asOf: null, value: '10.0' as Decimal, answer: 'number', raw: '10.0km' }, target, actuals: [] })
    expect(messages(reachable, { initiatives, indicators: [indicator('20.0')] })[0]).toContain('現況10.0km＋計画4km＝14km')
    expect(messages(reachable, { initiatives, indicators: [indicator('14.0')] })).toEqual([])
  })
})

describe('宣言された数', () => {
  const nodes = ['1', '2', '3'].map((n) => aNode({ id: anId(`n${n}`), number: n, level: '基本方針' }))
  it.each([
    ['三つの基本方針により進めます。', 'holds'],
    ['4つの基本方針により進めます。', 'remark'],
  ])('%s', (goal, verdict) => {
    expect(told(declaredCounts, { nodes, plans: [aPlan({ goal })] }).map((c) => c.verdict)).toEqual([verdict])
  })
  it.each(['4つの視点により進めます。', '四半期ごとに施策を見直す。', '4つの重点目標があります。'])(
    '数えられないものは何も言わない: %s',
    (goal) => {
      expect(told(declaredCounts, { nodes, plans: [aPlan({ goal })] })).toEqual([])
    },
  )
})

describe('前年と同じ文', () => {
  const text = '窓口の待ち時間を短くするため、予約の仕組みを広げ、来庁者に案内した。'
  const reports = (now: string, before: string) => [
    anInitiative({ reports: [aReport({ fiscalYear: 2023, progress: before }), aReport({ fiscalYear: 2024, progress: now })] }),
  ]
  it.each([
    [`令和6年度は、${text}`, `令和5年度は、${text}`, 1],
    [text, `${text}また、職員を増やした。`, 0],
    ['実施した。', '実施した。', 0],
  ])('%s', (now, before, count) => {
    expect(messages(sameTexts, { initiatives: reports(now, before) })).toHaveLength(count)
  })
})
