import { describe, expect, it } from 'vitest'
import {
  aLineage,
  aNode,
  anActual,
  anEffect,
  anEvaluation,
  anId,
  anIndicator,
  anInitiative,
  aPart,
  aPlan,
  aRecord,
  aTarget,
} from '../../town/story/builders.ts'
import { aJudging, anImprovement, anOpinion, aReflection } from '../../town/story/judging-builders.ts'
import { aDay } from '../../town/story/round-builders.ts'
import type { Edition } from '../reform/edition.ts'
import type { ReformRecord } from '../reform/record.ts'
import { editionSide, todaySide } from './comparison-side.ts'
import { editionComparison } from './edition-comparison.ts'
import { anEdition } from './test-edition.ts'

const plan = (said: Partial<ReformRecord> = {}) =>
  aRecord({
    plans: [aPlan()],
    nodes: [aNode(), aNode({ id: anId('other'), number: '2', title: 'しごとの進め方の見直し' })],
    initiatives: [anInitiative(), anInitiative({ id: anId('b'), title: '文書の電子化', node: anId('other') })],
    indicators: [anIndicator({ targets: [aTarget('100', { fiscalYear: 2027, final: true })], actuals: [], baseline: null })],
    ...said,
  })
const edition = (number: number, record: ReformRecord, said: Partial<Edition> = {}) =>
  editionSide({ ...anEdition({ number, plan: anId('plan'), ...said }), record })
const compared = (before: ReformRecord, after: ReformRecord, said: Partial<Edition> = {}) =>
  editionComparison(edition(1, before), edition(2, after, said))
const rowsOf = (comparison: ReturnType<typeof compared>) => comparison.pillars.flatMap(({ rows }) => rows)
const differencesOf = (before: ReformRecord, after: ReformRecord, said: Partial<Edition> = {}) =>
  rowsOf(compared(before, after, said)).flatMap(({ differences }) => differences.map((d) => [d.what, d.before, d.after]))

describe('版の比較', () => {
  it('同じ計画なら、変わったことはない', () => {
    const comparison = compared(plan(), plan())
    expect(comparison.counts).toEqual([{ kind: 'same', count: 2 }])
    expect([...comparison.plan, ...rowsOf(comparison).flatMap(({ differences }) => differences)]).toEqual([])
  })

  const [first, second] = plan().initiatives as [ReturnType<typeof anInitiative>, ReturnType<typeof anInitiative>]
  const withFirst = (said: Parameters<typeof anInitiative>[0]) => plan({ initiatives: [anInitiative(said), second] })
  const scheduled = (text: string) =>
    withFirst({ parts: [aPart({ activities: [{ name: '導入', schedule: [{ from: '2025', to: '2025', text, milestone: false }] }] })] })
  const target = (raw: string) =>
    plan({ indicators: [anIndicator({ targets: [aTarget(raw, { fiscalYear: 2027, final: true })], actuals: [], baseline: null })] })
  const actual = (...said: string[]) =>
    plan({
      indicators: [
        anIndicator({
          targets: [aTarget('100', { fiscalYear: 2027, final: true })],
          actuals: said.map((one, nth) => anActual(one, { fiscalYear: 2023 + nth })),
          baseline: null,
        }),
      ],
    })

  it.each([
    {
      name: '名の変更',
      to: withFirst({ title: '申請・届出のオンライン化' }),
      says: [['取組名', '窓口申請のオンライン化', '申請・届出のオンライン化']],
    },
    { name: '番号', to: withFirst({ number: '1-1' }), says: [['番号', '（記載なし）', '1-1']] },
    { name: '所管課', to: withFirst({ sections: ['市民課'] }), says: [['所管課', '行政改革課', '市民課']] },
    {
      name: '置き場所',
      to: withFirst({ node: anId('other') }),
      says: [['置き場所', '1 伝わる・届く行政サービスへの転換', '2 しごとの進め方の見直し']],
    },
    {
      name: '評価',
      to: withFirst({ evaluations: [anEvaluation({ raw: '改善', stage: '一次評価' })] }),
      says: [['評価：一次評価（令和6年度）', '（記載なし）', '改善']],
    },
    { name: '目標', to: target('120'), says: [[expect.stringContaining('目標：'), '100', '120']] },
    { name: '実績', to: actual('40'), says: [[expect.stringContaining('実績：'), '（記載なし）', '40']] },
    { name: '空欄の実績は、実績が出たことにならない', to: actual(''), says: [] },
  ])('$name', ({ to, says }) => expect(differencesOf(plan(), to)).toEqual(says))

  it('計画と柱の指標の目標と実績も比べる', () => {
    const of = (target: string, actual: string) =>
      plan({ indicators: [anIndicator({ of: { node: anId('other') }, name: '職員の数', target, actual })] })
    expect(compared(of('100', '90'), of('120', '95')).plan.map((d) => [d.what, d.before, d.after])).toEqual([
      ['実績：職員の数（令和6年度）', '90', '95'],
      ['目標：職員の数（令和6年度）', '100', '120'],
    ])
  })

  it('意見への対応、改善計画、予算反映も比べる', () => {
    const after = {
      judging: aJudging({ opinions: [anOpinion({ initiative: null })], improvements: [anImprovement()], reflections: [aReflection()] }),
    }
    expect(differencesOf(plan(), plan(), after)).toEqual([
      ['改善計画：令和6年度', '（記載なし）', '作成待ち'],
      ['予算反映：縮小（令和6年度）', '（記載なし）', '令和7年度 ▲1,200,000円'],
    ])
    expect(compared(plan(), plan(), after).plan.map((d) => [d.what, d.after])).toEqual([
      ['意見と対応：行政改革推進委員会（令和6年度）', '未対応'],
    ])
  })

  it('加わったものが多いときは、数えて一行にする。変わったもの・なくなったものは一つずつ示す', () => {
    expect(differencesOf(plan(), actual('1', '2', '3'))).toEqual([
      ['実績', '（記載なし）', expect.stringMatching(/^3件が加わりました（.*（令和5年度）ほか）$/)],
    ])
    expect(differencesOf(actual('1', '2', '3'), plan())).toHaveLength(3)
    expect(differencesOf(actual('1', '2', '3'), actual('4', '5', '6'))).toHaveLength(3)
  })

  it('行動計画の変更', () =>
    expect(differencesOf(scheduled('準備'), scheduled('実施'))).toEqual([['行動計画：導入（令和7年度）', '準備', '実施']]))

  it('記録された見直しは、決定の日と理由を添える。前の版がもう載せた見直しは添えない', () => {
    const change = {
      initiative: anId('initiative'),
      kind: 'title' as const,
      of: null,
      before: '窓口申請のオンライン化',
      after: '申請・届出のオンライン化',
      reason: '届出も対象にしたため。',
      decidedOn: aDay('2025-04-01'),
      decisionReason: '本部決定',
    }
    const after = withFirst({ title: '申請・届出のオンライン化' })
    const [row] = rowsOf(compared(plan(), after, { changes: [change] }))
    expect(row?.differences[0]?.decided).toEqual({ when: '令和7年4月1日', why: '届出も対象にしたため。／本部決定' })
    const known = editionComparison(edition(1, plan(), { changes: [change] }), edition(2, after, { changes: [change] }))
    expect(rowsOf(known)[0]?.differences[0]?.decided).toBeNull()
  })

  it('加わった取組、なくなった取組、終わった取組', () => {
    const fresh = anInitiative({ id: anId('c'), title: '学び直しの支援' })
    const ended = aLineage({ kind: '廃止', reason: '目的を達した', from: [{ title: first.title, initiative: first.id }], to: [] })
    const comparison = compared(plan(), plan({ initiatives: [first, fresh], lineage: [ended] }))
    expect(comparison.counts).toEqual([
      { kind: 'added', count: 1 },
      { kind: 'ended', count: 1 },
      { kind: 'gone', count: 1 },
    ])
    expect(rowsOf(comparison).find(({ kind }) => kind === 'ended')?.lineage).toBe('廃止　目的を達した')
    // what is gone stands under the pillar it had
    expect(comparison.pillars.find(({ title }) => title.startsWith('2'))?.rows.map(({ kind }) => kind)).toEqual(['gone'])
  })

  it('新しい期の取組は、系譜でつながる前の取組の横に立つ', () => {
    const merged = aLineage({
      kind: '統合',
      reason: '一つにして進める',
      from: [
        { title: first.title, initiative: first.id },
        { title: second.title, initiative: second.id },
      ],
      to: [{ title: '手続と文書の電子化', initiative: anId('new') }],
    })
    const fresh = anInitiative({ id: anId('new'), title: '手続と文書の電子化' })
    const comparison = compared(plan(), plan({ initiatives: [first, second, fresh], lineage: [merged] }))
    const row = rowsOf(comparison).find(({ key }) => key === 'new')
    expect([row?.kind, row?.before.map(({ title }) => title), row?.lineage]).toEqual([
      'carried',
      ['窓口申請のオンライン化', '文書の電子化'],
      '統合：一つにして進める',
    ])
    expect(rowsOf(comparison).filter(({ kind }) => kind === 'ended')).toHaveLength(2)
    // also where the record no longer keeps the old ones
    const alone = compared(plan(), plan({ initiatives: [fresh], lineage: [merged], indicators: [] }))
    expect(rowsOf(alone).map(({ kind, before }) => [kind, before.length])).toEqual([['carried', 2]])
  })

  it('前の版のどの取組も、どこか一行の左に出る', () => {
    const comparison = compared(plan(), plan({ initiatives: [anInitiative({ id: anId('x') })] }))
    expect(
      rowsOf(comparison)
        .flatMap(({ before }) => before.map(({ id }) => id))
        .toSorted(),
    ).toEqual(['b', 'initiative'])
  })

  it('効果額の合計と、計画そのものの変更', () => {
    const effect = (thousandYen: number) => [anEffect({ thousandYen, fiscalYear: 2024, of: { initiative: anId('initiative') } })]
    const comparison = compared(
      plan({ effects: effect(100) }),
      plan({ effects: effect(120), plans: [aPlan({ period: { from: 2023, to: 2028 } })] }),
    )
    expect(comparison.effects.map(({ before, after }) => [before, after])).toEqual([['100千円', '120千円']])
    expect(comparison.plan.map(({ what, before, after }) => [what, before, after])).toEqual([['計画期間', '2023～2027', '2023～2028']])
  })

  it('今の計画とも比べられる', () => {
    const comparison = editionComparison(edition(1, plan()), todaySide({ record: withFirst({ title: '新しい名' }), changes: [] }))
    expect([comparison.after.name, comparison.counts]).toEqual([
      '今の計画',
      [
        { kind: 'changed', count: 1 },
        { kind: 'same', count: 1 },
      ],
    ])
  })
})
