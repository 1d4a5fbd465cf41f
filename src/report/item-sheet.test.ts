import { describe, expect, it } from 'vitest'
import { anEffect, anId, anIndicator, anInitiative, aPart, aRecord, aReport, aSection } from '../../town/story/builders.ts'
import type { Report } from '../reform/record.ts'
import { itemSheet } from './item-sheet.ts'

const part = (id: string, ...names: string[]) => aPart({ id: anId(id), sections: names.map((name) => aSection(name)) })
const report = (fiscalYear: number, section: string | null, parts: string[], progress: string): Report =>
  aReport({ fiscalYear, section, parts: parts.map(anId), progress, issues: null, revision: null })

describe('照会票の前年度の報告', () => {
  const parts = [part('p1', '市民課'), part('p2', '納税課'), part('p3', '納税課')]
  const last = (reports: Report[], section: string, asked: string[]) => {
    const record = aRecord({ initiatives: [anInitiative({ sections: ['市民課', '納税課'], parts, reports })], indicators: [], effects: [] })
    const sheet = itemSheet(record, { initiative: 'initiative', parts: asked, section, fiscalYear: 2024 })
    return sheet?.last && `${sheet.last.fiscalYear} ${sheet.last.progress}`
  }
  it.each([
    {
      title: '課名のない報告は、その部分を担当する課に示す',
      reports: [report(2023, null, ['p1'], '窓口'), report(2023, null, ['p2'], '徴収')],
      section: '納税課',
      asked: ['p2'],
      says: '2023 徴収',
    },
    {
      title: '部分ごとに報告した課には、すべての部分を示す',
      reports: [report(2023, '納税課', ['p2'], '徴収'), report(2023, '納税課', ['p3'], '催告'), report(2023, '市民課', ['p1'], '窓口')],
      section: '納税課',
      asked: ['p2', 'p3'],
      says: '2023 徴収\n催告',
    },
    {
      title: '部分をまとめた一つの報告は、どの課にも示す',
      reports: [report(2023, null, ['p1', 'p2', 'p3'], '全体')],
      section: '市民課',
      asked: ['p1'],
      says: '2023 全体',
    },
    {
      title: '自分の課の報告があれば、それを示す',
      reports: [report(2023, null, ['p1'], '全体'), report(2023, '市 民 課', ['p1'], '窓口')],
      section: '市民課',
      asked: ['p1'],
      says: '2023 窓口',
    },
    {
      title: 'ほかの部分の報告は示さない',
      reports: [report(2023, null, ['p1'], '窓口')],
      section: '納税課',
      asked: ['p2'],
      says: null,
    },
    {
      title: '新しく担当した課には、前の課の報告を示す',
      reports: [report(2022, '財政課', ['p1'], '古い'), report(2023, '財政課', ['p1'], '前任')],
      section: '市民課',
      asked: ['p1'],
      says: '2023 前任',
    },
    {
      title: 'その年度の報告は前年度ではない',
      reports: [report(2024, '市民課', ['p1'], '今年')],
      section: '市民課',
      asked: ['p1'],
      says: null,
    },
  ])('$title', ({ reports, section, asked, says }) => expect(last(reports, section, asked)).toBe(says))
})

describe('照会票の指標', () => {
  it('二つの課が担当する部分の指標は、初めの課の票にだけある', () => {
    const record = aRecord({
      initiatives: [anInitiative({ sections: ['会計課', '納税課'], parts: [part('p1', '会計課', '納税課')] })],
      indicators: [anIndicator({ of: { part: anId('p1') } })],
      effects: [],
    })
    const asked = (section: string) =>
      itemSheet(record, { initiative: 'initiative', parts: ['p1'], section, fiscalYear: 2024 })?.indicators.length
    expect([asked('会計課'), asked('納税課')]).toEqual([1, 0])
  })
})

describe('照会票の前年度の実績', () => {
  const actual = (raw: string, value: string | null) =>
    ({
      fiscalYear: 2023,
      asOf: null,
      value,
      answer: value === null ? 'text' : 'number',
      raw,
      numerator: null,
      denominator: null,
      status: '実績',
    }) as never
  it.each([
    { title: '文の中の数値は、数値も持つ', raw: '登用率は30.7％（前年度から2ポイント増）', value: '30.7', says: '30.7' },
    { title: '単位の付いた数値は、文字のまま読める', raw: '30.7％', value: '30.7', says: undefined },
    { title: '数値のない文は、文字だけ', raw: '概ね達成', value: null, says: undefined },
  ])('$title', ({ raw, value, says }) => {
    const record = aRecord({
      initiatives: [anInitiative()],
      indicators: [{ ...anIndicator({ of: { initiative: anId('initiative') }, unit: '％' }), actuals: [actual(raw, value)] }],
      effects: [],
    })
    const sheet = itemSheet(record, { initiative: 'initiative', parts: [], section: '行政改革課', fiscalYear: 2024 })
    expect([sheet?.indicators[0]?.earlier[0]?.raw, sheet?.indicators[0]?.earlier[0]?.value]).toEqual([raw, says])
  })
})

describe('照会票の効果額', () => {
  it('二つの課が担当する取組の効果額は、一つの課の票にだけある', () => {
    const effects = [anEffect({ of: { initiative: anId('initiative') }, scope: '経費の削減' })]
    const record = aRecord({ initiatives: [anInitiative({ sections: ['会計課', '納税課'] })], indicators: [], effects })
    const asked = (section: string) => itemSheet(record, { initiative: 'initiative', parts: [], section, fiscalYear: 2024 })?.effects.length
    expect([asked('会計課'), asked('納税課')]).toEqual([1, 0])
  })
})

describe('照会票の行動計画', () => {
  it.each([
    { title: 'その年度の計画', from: '2024', to: '2024', says: '試行' },
    { title: '終期の書かれていない帯は、いつからかを添える', from: '2022', to: null, says: '試行（令和4年度から）' },
    { title: '終わった帯は空', from: '2022', to: '2023', says: '' },
  ])('$title', ({ from, to, says }) => {
    const activities = [{ name: '対象の拡大', schedule: [{ from, to, text: '試行', milestone: false }] }]
    const record = aRecord({ initiatives: [anInitiative({ parts: [aPart({ activities })] })], indicators: [], effects: [] })
    expect(itemSheet(record, { initiative: 'initiative', parts: [], section: '行政改革課', fiscalYear: 2024 })?.activities).toEqual([
      { name: '対象の拡大', planned: says },
    ])
  })
})
