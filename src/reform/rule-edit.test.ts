import { describe, expect, it } from 'vitest'
import { anId } from '../../town/story/builders.ts'
import { aRule, aScale } from '../../town/story/judging-builders.ts'
import type { RuleId } from './judgement.ts'
import { type RuleSaid, shareIn, withRule } from './rule-edit.ts'

const scale = aScale('status', ['S', 'A', 'B', 'C'])
const known = { scales: [scale], rules: [], indicators: new Set([anId('indicator')]) }
const NEW = 'new' as RuleId
/** «残り» marks the word that takes the rest */
const said = (from: Record<string, string>, more: Partial<RuleSaid> = {}): RuleSaid => ({
  name: '達成率による判定',
  scale: scale.id,
  method: 'achievement-rate',
  bands: scale.grades.map(({ word }) => (from[word] === '残り' ? { word, from: '', rest: 'on' } : { word, from: from[word] ?? '' })),
  shares: [],
  exempt: [],
  ...more,
})
const bandsOf = (from: Record<string, string>) => {
  const made = withRule(known, NEW, said(from))
  return made.ok ? made.value.bands.map((band) => `${band.word}${band.from ?? ''}`).join(' ') : JSON.stringify(made.problem)
}

describe('判定基準を書く', () => {
  it.each([
    ['上から順に区分となり、印のある評語が残りを受ける', { S: '120', A: '100％', B: '８０', C: '残り' }, 'S1.2 A1 B0.8 C'],
    ['下限も印もない評語は提案しない', { A: '100', C: '残り' }, 'A1 C'],
    ['負の下限', { S: '10', A: '0', B: '▲10', C: '残り' }, 'S0.1 A0 B-0.1 C'],
    ['小数の割合', { S: '99.5', A: '残り' }, 'S0.995 A'],
  ])('%s', (_, from, bands) => expect(bandsOf(from)).toBe(bands))

  it.each([
    ['名前がない', said({ A: '100', C: '残り' }, { name: '' }), [{ field: 'name', kind: 'missing' }]],
    ['どの評語にも下限がない', said({}), [{ field: 'bands.0.from', kind: 'missing' }]],
    ['数でない下限', said({ A: '高い', C: '残り' }), [{ field: 'bands.1.from', kind: 'not-a-number' }]],
    ['上より高い下限', said({ S: '80', A: '100', C: '残り' }), [{ field: 'bands.1.from', kind: 'not-lower' }]],
    ['上と同じ下限', said({ S: '80', A: '80', C: '残り' }), [{ field: 'bands.1.from', kind: 'not-lower' }]],
    ['残りを受ける評語がない', said({ S: '100', A: '80', B: '50', C: '20' }), [{ field: 'bands.3.rest', kind: 'no-rest' }]],
    ['残りを受ける評語が上にある', said({ S: '残り', A: '80' }), [{ field: 'bands.3.rest', kind: 'no-rest' }]],
    ['残りを受ける評語が二つ', said({ S: '100', B: '残り', C: '残り' }), [{ field: 'bands.3.rest', kind: 'either-or' }]],
    ['期待割合がない', said({ A: '100', C: '残り' }, { method: 'expected-share' }), [{ field: 'shares.0.share', kind: 'missing' }]],
    [
      '期待割合が100％を超える',
      said({ A: '100', C: '残り' }, { method: 'expected-share', shares: [{ fiscalYear: '2024', share: '120' }] }),
      [{ field: 'shares.0.share', kind: 'not-a-share' }],
    ],
    [
      '同じ年度が二つ',
      said(
        { A: '100', C: '残り' },
        {
          method: 'expected-share',
          shares: [
            { fiscalYear: '令和6年度', share: '20' },
            { fiscalYear: '2024', share: '40' },
          ],
        },
      ),
      [{ field: 'shares.1.fiscalYear', kind: 'twice' }],
    ],
    [
      '対象外の理由がない',
      said({ A: '100', C: '残り' }, { exempt: [{ indicator: 'indicator' }] }),
      [{ field: 'exempt.0.reason', kind: 'missing' }],
    ],
    [
      'ない指標を対象外にする',
      said({ A: '100', C: '残り' }, { exempt: [{ indicator: 'other', reason: '隔年の調査' }] }),
      [{ field: 'exempt.0.indicator', kind: 'not-a-choice' }],
    ],
  ] as const)('%s', (_, form, faults) =>
    expect(withRule(known, NEW, form)).toEqual({ ok: false, problem: { kind: 'edit-faults', faults } }),
  )

  it('一つの尺度に基準は一つ', () =>
    expect(withRule({ ...known, rules: [aRule({ scale: scale.id })] }, NEW, said({ A: '100', C: '残り' }))).toEqual({
      ok: false,
      problem: { kind: 'scale-has-rule', scale: '状況', rule: '達成率による判定' },
    }))
  it('期待割合は年度の順に並ぶ', () => {
    const shares = [
      { fiscalYear: '2025', share: '60' },
      { fiscalYear: '令和6年度', share: '40' },
      { fiscalYear: '2027', share: '' },
    ]
    const made = withRule(known, NEW, said({ A: '100', C: '残り' }, { method: 'expected-share', shares }))
    expect(made.ok && made.value.shares).toEqual([
      { fiscalYear: 2024, share: '0.4' },
      { fiscalYear: 2025, share: '0.6' },
    ])
  })
  it.each([
    ['80', '0.8'],
    ['100', '1'],
    ['１２０％', '1.2'],
    ['△5', '-0.05'],
    ['0', '0'],
    ['八割', null],
  ])('%s は %s', (text, share) => expect(shareIn(text)).toBe(share))
})
