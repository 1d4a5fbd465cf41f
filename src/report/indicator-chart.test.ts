import { describe, expect, it } from 'vitest'
import { aDecimal, anActual, anIndicator, aTarget } from '../../town/story/builders.ts'
import { chartLegend, chartOf } from './indicator-chart.ts'

const T = (printed: string, fiscalYear: number, more: object = {}) => aTarget(printed, { fiscalYear, ...more })
const A = (printed: string, fiscalYear: number) => anActual(printed, { fiscalYear })
type Said = Parameters<typeof anIndicator>[0]
const chart = (said: Said) => chartOf(anIndicator({ direction: 'increase', directionSource: 'stated', ...said }), 'i')
const places = (all: { x: string; y: number }[] = []) => all.map((p) => `${p.x}:${p.y}`)

describe('指標の図', () => {
  it('現況値・目標・実績を別の印で置き、現況値から最終目標までの道筋を引く', () => {
    const drawn = chart({ baseline: '60', targets: [T('80以上', 2023), T('100以上', 2025, { final: true })], actuals: [A('78', 2023)] })
    expect(drawn?.series.map((s) => [s.kind, places(s.points), s.points.map((p) => p.text)])).toEqual([
      ['target', ['2023:80', '2025:100'], ['80以上', '100以上']],
      ['actual', ['2023:78'], ['78']],
    ])
    expect([drawn?.baseline?.x, drawn?.baseline?.y]).toEqual(['2022', 60])
    expect([drawn?.way?.from.x, drawn?.way?.to]).toEqual(['2022', { x: '2025', y: 100 }])
    expect(drawn?.years.map((y) => y.key)).toEqual(['2022', '2023', '2024', '2025'])
    expect(chartLegend(drawn as never).map((l) => l.kind)).toEqual(['baseline', 'target', 'actual', 'way', 'met'])
    expect(drawn?.notes).toEqual([])
  })

  it.each([
    { target: '10以下', direction: 'increase', says: ['below'] },
    { target: '10未満', direction: null, says: ['below'] },
    { target: '10以上', direction: 'decrease', says: ['above'] },
    { target: '10', direction: 'increase', says: ['above'] },
    { target: '10', direction: 'decrease', says: ['below'] },
    { target: '85%以上を維持', direction: 'increase', says: ['above'] },
    { target: '-5', direction: 'increase', says: ['above'] },
    { target: '0', direction: 'decrease', says: ['below'] },
  ] as const)('目標「$target」、改善の方向 $direction のとき、達成とみなす側は$says', ({ target, direction, says }) =>
    expect(chart({ baseline: null, direction, targets: [T(target, 2024)], actuals: [A('3', 2023)] })?.met?.map((m) => m.side)).toEqual(
      says,
    ),
  )

  it('どちらが改善か分からないときは側を示さず、そう書く', () => {
    const drawn = chart({ baseline: null, direction: null, targets: [T('10', 2024)], actuals: [A('3', 2023)] })
    expect([drawn?.met, drawn?.notes?.join('')]).toEqual([[], expect.stringContaining('どちらが改善かが分からない')])
  })
  it('推定した方向による側は、推定と書く', () => {
    const drawn = chart({ baseline: '5', direction: null, targets: [T('10', 2024)], actuals: [A('3', 2023)] })
    expect([drawn?.met?.map((m) => m.side), drawn?.notes]).toEqual([
      ['above'],
      ['達成とみなす側は、増減のどちらが改善かの推定によります。'],
    ])
  })

  it.each([
    { title: '現況値がないとき', said: { baseline: null, targets: [T('10', 2024)] } },
    { title: '現況値がすでに目標を満たすとき', said: { baseline: '12', targets: [T('10以上', 2024)] } },
    { title: '維持の目標のとき', said: { baseline: '80', targets: [T('85%以上を維持', 2024)] } },
  ])('$title、道筋を引かず、理由を書く', ({ said }) => {
    const drawn = chart({ ...said, actuals: [A('9', 2023)] })
    expect([drawn?.way, drawn?.notes?.some((n) => n.includes('道筋を示していません'))]).toEqual([null, true])
  })

  it('数値でない答えは図に置かず、下に書く。空欄は答えではない', () => {
    const drawn = chart({
      baseline: '5',
      targets: [T('8', 2023), T('10', 2025), T('適切に短縮', 2024)],
      actuals: [A('－', 2023), A('', 2024)],
    })
    expect(drawn?.series.map((s) => s.kind)).toEqual(['target'])
    expect(drawn?.notes).toEqual([
      '令和6年度（2024）の目標「適切に短縮」は数値ではないか、時期が分からないため、図にありません。',
      '令和5年度（2023）の実績「－」は数値ではないか、時期が分からないため、図にありません。',
    ])
    expect(drawn?.desc).toContain('適切に短縮')
  })

  it('三月の現況値は前の年度に置く', () =>
    expect(
      chart({
        baseline: { asOf: '2022-03-31', value: aDecimal('60'), answer: 'number', raw: '60' },
        targets: [T('100', 2025)],
        actuals: [],
      } as never)?.baseline?.x,
    ).toBe('2021'))
  it('一つの数値だけでは描かない', () => expect(chart({ baseline: null, targets: [T('100', 2024)], actuals: [] })).toBeNull())
  it('一年度の目標と実績は描く', () =>
    expect(chart({ baseline: null, targets: [T('100', 2024)], actuals: [A('90', 2024)] })?.years).toHaveLength(1))
})
