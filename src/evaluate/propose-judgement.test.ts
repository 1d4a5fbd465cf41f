import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../tests/random.ts'
import { aDecimal, anActual, anId, anIndicator, aTarget } from '../../town/story/builders.ts'
import { aRule, aScale } from '../../town/story/judging-builders.ts'
import type { JudgementRule } from '../reform/judgement.ts'
import type { Indicator } from '../reform/record.ts'
import { bandOf, proposeForInitiative, proposeJudgement } from './propose-judgement.ts'

type Said = Parameters<typeof anIndicator>[0]
const scale = aScale('status', ['S', 'A', 'B', 'C'])
/** 120％以上 S, 100％以上 A, 80％以上 B, それ未満 C */
const RATE = aRule({ method: 'achievement-rate', bands: { S: '1.2', A: '1', B: '0.8', C: null } })
/** 富士市: 80/50/20 */
const PROGRESS = aRule({ method: 'progress-to-target', bands: { S: '0.8', A: '0.5', B: '0.2', C: null } })
/** 多摩市: 20/40/60/80/100 */
const SHARE = aRule({
  method: 'expected-share',
  bands: { A: '1', B: '0.8', C: null },
  shares: { 2023: '0.2', 2024: '0.4', 2025: '0.6', 2026: '0.8', 2027: '1' },
})
/** 長与町: 現況値以上 A, △10％以内 B */
const BASELINE = aRule({ method: 'against-baseline', bands: { A: '0', B: '-0.1', C: null } })
const TWO = aRule({ method: 'achievement-rate', bands: { A: '1', C: null } })

const propose = (rule: JudgementRule, said: Said) => proposeJudgement(rule, anIndicator(said), 2024)
const final = (target: string, actual: string, said: Said = {}): Said => ({
  targets: [aTarget(target, { fiscalYear: 2027, final: true })],
  actual,
  baseline: '0',
  ...said,
})
const none = { direction: null, directionSource: null } as const
const less = { direction: 'decrease', directionSource: 'stated' } as const

describe('達成率による判定案', () => {
  it.each<[string, Said, string | null, string]>([
    ['目標どおりは A', { target: '100', actual: '100' }, 'A', '達成率は100％です'],
    ['120％ちょうどは S', { target: '100', actual: '120' }, 'S', '120％以上'],
    ['120％に少し足りなければ A', { target: '1000', actual: '1199' }, 'A', '119.9％'],
    ['丸めると上の区分に見える割合は、桁を増やして示す', { target: '10000', actual: '11996' }, 'A', '達成率は119.96％です'],
    ['80％ちょうどは B', { target: '100', actual: '80' }, 'B', '80％以上'],
    ['80％未満は C', { target: '100', actual: '79.9' }, 'C', 'それ未満'],
    ['実績0は0％であって、報告なしではない', { target: '100', actual: '0' }, 'C', '達成率は0％です'],
    ['負の実績も最も低い区分', { target: '100', actual: '-5' }, 'C', '▲5％'],
    ['実績の空欄', { target: '100', actual: '' }, null, '報告されていません'],
    ['実績が「－」', { target: '100', actual: '－' }, null, '数値ではない'],
    ['実績が文字', { target: '100', actual: '概ね達成' }, null, '数値ではない'],
    ['目標がない', { targets: [], actual: '90' }, null, '数値の目標がありません'],
    ['目標が文字', { target: '適切に運営', actual: '90' }, null, '数値ではない'],
    ['目標が0（減らす）で届いた', { target: '0', actual: '0', ...less }, 'A', '100％とみなします'],
    ['目標が0（増やす）で超えた', { target: '0', actual: '3' }, 'A', '目標が0以下'],
    ['目標が負で届かない', { target: '-100', actual: '-120' }, null, '区分は決められません'],
    ['維持の目標を満たす', { target: '85以上を維持', actual: '90.2', ...none }, 'A', '維持・抑制'],
    ['維持の目標を満たさない', { target: '85以上を維持', actual: '84.9', ...none }, null, '区分は決められません'],
    ['以下の目標を満たす', { target: '10以下', actual: '9', ...none }, 'A', '100％とみなします'],
    ['以下の目標を満たさない', { target: '10以下', actual: '11', ...none }, null, '区分は決められません'],
    ['超の目標にちょうど', { target: '100超', actual: '100', ...none }, null, '目標の条件を満たしていません'],
    ['方向が分からない', { target: '50', actual: '40', ...none }, null, '増減のどちらが改善か'],
    ['期限前の目標に届かない', final('100', '40'), null, '期限前'],
    ['期限前の目標に届いた', final('100', '110'), 'A', '110％'],
  ])('%s', (_, said, word, why) => {
    const proposal = propose(RATE, said)
    expect(proposal.word).toBe(word)
    expect(proposal.why).toContain(why)
  })

  it('届かないことだけが分かるとき、届かない側の区分が一つならその評語', () => {
    expect(propose(TWO, { target: '10以下', actual: '11', ...none })).toMatchObject({ word: 'C' })
    expect(propose(TWO, { target: '100超', actual: '100', ...none })).toMatchObject({ word: 'C' })
  })
})

describe('目標までの進捗による判定案', () => {
  it.each<[string, Said, string | null, string]>([
    ['半分まで来た', final('100', '50'), 'A', '50％'],
    ['現況値より悪い', final('100', '-10'), 'C', '▲10％'],
    ['減らす目標', final('10', '12', { baseline: '20', ...less }), 'S', '80％以上'],
    ['減らす目標で増えた', final('10', '25', { baseline: '20', ...less }), 'C', '▲50％'],
    ['負の目標へ進む', final('-100', '-60', { baseline: '0', ...less }), 'A', '60％'],
    ['現況値と目標が同じで、保った', final('20', '20', { baseline: '20' }), 'S', '現況値と目標が同じ'],
    ['現況値と目標が同じで、下がった', final('20', '19', { baseline: '20' }), null, '区分は決められません'],
    ['現況値がすでに目標を満たす', final('2', '10', { baseline: '8' }), 'S', 'すでに目標を満たしている'],
    ['現況値の記載なし', final('100', '50', { baseline: null }), null, '現況値の記載がない'],
    ['現況値が文字', final('100', '50', { baseline: '未集計' }), null, '現況値が数値ではありません'],
    ['累計は0から数える', final('100', '50', { baseline: null, aggregation: 'cumulative' }), 'A', '50％'],
    ['維持の目標を満たす', { target: '85以上を維持', actual: '90', baseline: '80', ...none }, 'S', '維持・抑制'],
    [
      '方向が分からず、目標が現況値より低い',
      { name: '提案の件数', baseline: '8', target: '2', actual: '5', ...none },
      null,
      'どちらが改善か',
    ],
    ['未満の目標にちょうど', { target: '20未満', actual: '20', baseline: '30', ...none }, null, '条件を満たしていません'],
  ])('%s', (_, said, word, why) => {
    const proposal = propose(PROGRESS, said)
    expect(proposal.word).toBe(word)
    expect(proposal.why).toContain(why)
  })
})

describe('年度ごとの期待割合による判定案', () => {
  it.each<[string, Said, string | null, string]>([
    ['2年目に40％進んでいれば期待どおり', final('100', '40'), 'A', '期待割合に対する進捗は100％'],
    ['期待の80％', final('100', '32'), 'B', '80％以上'],
    ['期待に遠い', final('100', '10'), 'C', '25％'],
    ['最終目標に届いた', final('100', '120'), 'A', '300％'],
    ['維持の目標を満たす', final('85以上を維持', '90', none), 'A', '100％とみなします'],
    ['維持の目標で期限前に届かない', final('85以上を維持', '80', none), null, '期限前'],
    [
      '年度の目標があっても、最終目標で見る',
      { ...final('100', '40'), targets: [aTarget('90'), aTarget('100', { fiscalYear: 2027, final: true })] },
      'A',
      '100％',
    ],
  ])('%s', (_, said, word, why) => {
    const proposal = propose(SHARE, said)
    expect(proposal.word).toBe(word)
    expect(proposal.why).toContain(why)
  })
  it('最終年度に「20未満」でちょうど20なら、道のりは100％でも達成ではない', () => {
    const rule = aRule({ ...SHARE, bands: { A: '1', C: null }, shares: { 2024: '1' } })
    const said = (actual: string): Said => ({ ...none, targets: [aTarget('20未満', { final: true })], baseline: '40', actual })
    expect(propose(rule, said('20'))).toMatchObject({ word: 'C', why: expect.stringContaining('目標の条件を満たしていません') })
    expect(propose(rule, said('19'))).toMatchObject({ word: 'A' })
  })
  it('期待割合の書かれていない年度', () => {
    const rule = aRule({ ...SHARE, bands: { A: '1', C: null }, shares: { 2023: '0.2' } })
    expect(propose(rule, final('100', '40'))).toMatchObject({ word: null, why: expect.stringContaining('令和6年度の期待割合') })
  })
  it('期待が0％の年度', () => {
    const rule = aRule({ ...SHARE, bands: { A: '1', C: null }, shares: { 2024: '0' } })
    expect(propose(rule, final('100', '0'))).toMatchObject({ word: null, why: expect.stringContaining('まだ進捗を期待しない') })
  })
})

describe('現況値との比較による判定案', () => {
  it.each<[string, Said, string | null, string]>([
    ['現況値のまま', { baseline: '50', actual: '50' }, 'A', '0％'],
    ['△10％ちょうど', { baseline: '50', actual: '45' }, 'B', '▲10％'],
    ['△10％を超えて悪い', { baseline: '50', actual: '44.9' }, 'C', 'それ未満'],
    ['減らす指標が増えた', { baseline: '50', actual: '54', ...less }, 'B', '▲8％'],
    ['負の現況値から良くなった', { baseline: '-50', actual: '-40' }, 'A', '20％'],
    ['現況値0で変わらない', { baseline: '0', actual: '0' }, 'A', '0％'],
    ['現況値0から増えた', { baseline: '0', actual: '3' }, null, '現況値が0'],
    ['現況値の記載なし', { baseline: null, actual: '3' }, null, '現況値の記載がない'],
    ['方向が分からない', { baseline: '50', actual: '60', targets: [], ...none }, null, 'どちらが改善か'],
    ['「－」', { baseline: '50', actual: '－' }, null, '数値ではありません'],
  ])('%s', (_, said, word, why) => {
    const proposal = propose(BASELINE, said)
    expect(proposal.word).toBe(word)
    expect(proposal.why).toContain(why)
  })
})

describe('現況値が、判定する年度そのものの値', () => {
  const of = (asOf: string, method: JudgementRule) =>
    proposeJudgement(
      method,
      anIndicator({ ...final('2500', '920'), baseline: { asOf, answer: 'number', value: aDecimal('920'), raw: '920件' } }),
      2024,
    )
  it.each([
    ['2024年度末', null],
    ['2025年3月31日', null],
    ['令和7年度', null],
    ['2024年4月1日', 'C'],
    ['2023年度末', 'C'],
  ])('%s の現況値からの進捗は %s', (asOf, word) => {
    expect(of(asOf, PROGRESS).word).toBe(word)
    if (word === null) expect(of(asOf, PROGRESS).why).toContain(`現況値が${asOf}の値`)
    expect(of(asOf, BASELINE).word).toBe(word === null ? null : 'A')
  })
})

describe('判定案の約束', () => {
  it('推定した方向は、判定案に書く', () => {
    const proposal = propose(RATE, { ...none, baseline: '50', target: '100', actual: '100' })
    expect(proposal.word).toBe('A')
    expect(proposal.why).toContain('改善の方向は推定です')
    expect(proposal.inputs).toContainEqual({ name: '改善の方向', value: '増やす（推定）' })
  })
  it('単位は、数値のすぐ後に付く', () =>
    expect(propose(RATE, { ...none, target: '30.0以上', actual: '31.8' }).inputs).toContainEqual({
      name: '目標（令和6年度）',
      value: '30.0件以上',
    }))
  it('用いた値が、印字のとおり残る', () => {
    expect(propose(PROGRESS, final('100', '50.0')).inputs).toEqual([
      { name: '現況値', value: '0件' },
      { name: '目標（令和9年度）', value: '100件' },
      { name: '実績（令和6年度）', value: '50.0件' },
      { name: '改善の方向', value: '増やす' },
      { name: '目標までの進捗', value: '50％' },
    ])
  })
  it('対象外の指標は理由を書いて判定しない', () => {
    const rule = { ...RATE, exempt: [{ indicator: anId('indicator'), reason: '調査が隔年のため' }] }
    expect(propose(rule, { target: '100', actual: '100' })).toMatchObject({ word: null, why: '判定の対象外です：調査が隔年のため' })
  })

  const both = (...actuals: string[]) =>
    proposeForInitiative(
      RATE,
      scale,
      actuals.map((actual, nth) => anIndicator({ id: anId(`indicator-${nth}`), name: `指標${nth}`, target: '100', actual })),
      2024,
    )
  it('取組は最も低い指標による', () => {
    expect(both('130', '85')).toMatchObject({ word: 'B', why: expect.stringContaining('最も低いのは「指標1」') })
  })
  it('最も低くない指標の方向が推定でも、そう書く', () => {
    const sure = anIndicator({ id: anId('sure'), name: '確か', target: '100', actual: '85' })
    const guess = anIndicator({ ...none, id: anId('guess'), name: '推定', baseline: '50', target: '100', actual: '130' })
    const proposal = proposeForInitiative(RATE, scale, [sure, guess], 2024)
    expect(proposal).toMatchObject({ word: 'B', why: expect.stringContaining('ほかの指標に、改善の方向が推定のものがあります') })
    expect(both('130', '85').why).not.toContain('推定')
  })
  it('判定できない指標は数えて書く', () => {
    expect(both('130', '')).toMatchObject({ word: 'S', why: expect.stringContaining('判定できない指標が1件') })
    expect(both('', '－')).toMatchObject({ word: null, why: expect.stringContaining('どれも判定できません') })
    expect(both()).toMatchObject({ word: null, why: expect.stringContaining('数値の指標がない') })
  })

  it('区分は隙間なく重ならず、どの値にもちょうど一つある', () => {
    const random = randomFrom(7)
    for (let nth = 0; nth < 500; nth += 1) {
      const value = aDecimal(((random() - 0.3) * 2).toFixed(4))
      const fits = RATE.bands.filter(({ from }, place) => {
        const above = RATE.bands[place - 1]?.from ?? null
        return (from === null || Number(value) >= Number(from)) && (above === null || Number(value) < Number(above))
      })
      expect(fits).toEqual([bandOf(RATE.bands, value)])
    }
  })

  it('良い実績が悪い評語になることはない（どの方法でも、どの向きでも）', () => {
    const random = randomFrom(2024)
    const number = (): string => ((random() - 0.35) * 200).toFixed(1)
    const order = scale.grades.map(({ word }) => word)
    let compared = 0
    for (let nth = 0; nth < 4000; nth += 1) {
      const up = random() < 0.5
      const comparator = ['', up ? '以上' : '以下', up ? '以上を維持' : '以下を維持', up ? '超' : '未満'][Math.floor(random() * 4)]
      const target = `${number()}${comparator}`
      const year = random() < 0.5 ? { fiscalYear: 2024 } : { fiscalYear: 2027, final: true }
      const [low, high] = [number(), number()].toSorted((a, b) => Number(a) - Number(b)) as [string, string]
      const base: Indicator = anIndicator({
        direction: up ? 'increase' : 'decrease',
        baseline: random() < 0.8 ? number() : null,
        aggregation: random() < 0.2 ? 'cumulative' : null,
        targets: [aTarget(target, year)],
      })
      const rule = [RATE, PROGRESS, SHARE, BASELINE, TWO][nth % 5] as JudgementRule
      const worded = (actual: string) => proposeJudgement(rule, { ...base, actuals: [anActual(actual)] }, 2024).word
      const [better, worse] = up ? [worded(high), worded(low)] : [worded(low), worded(high)]
      if (better === null || worse === null) continue
      compared += 1
      expect(order.indexOf(better), `${target} 現況${base.baseline?.raw} ${low}/${high}`).toBeLessThanOrEqual(order.indexOf(worse))
    }
    expect(compared).toBeGreaterThan(1000)
  })
})
