import { aDecimal, anActual, anId, anIndicator, aTarget } from '../../town/story/builders.ts'
import type { RecordId, ReformRecord } from '../reform/record.ts'
import { CHARTER } from './test-ids.ts'
import { counter, hometown, vehicles } from './test-initiatives.ts'

/** あおば市の指標 — every kind of target and of answer once. */
export function indicators(): ReformRecord['indicators'] {
  const of = (id: RecordId) => ({ of: { initiative: id } })
  return [
    anIndicator({
      id: anId('indicator-1'),
      of: { part: anId('part-1') },
      name: '電子化した手続の数',
      unit: '手続',
      aggregation: 'cumulative',
      baseline: { asOf: '2022', value: aDecimal('60'), answer: 'number', raw: '60' },
      targets: [
        aTarget('80', { fiscalYear: 2023 }),
        aTarget('100', { fiscalYear: 2024 }),
        aTarget('120以上', { fiscalYear: 2026, final: true }),
      ],
      actuals: [anActual('78', { fiscalYear: 2023 }), anActual('96', { fiscalYear: 2024 })],
    }),
    anIndicator({
      ...of(vehicles.id),
      id: anId('indicator-2'),
      name: '公用車の台数',
      unit: '台',
      direction: 'decrease',
      directionSource: 'guessed',
      baseline: '52',
      targets: [aTarget('40以下')],
      actuals: [anActual('38')],
    }),
    anIndicator({
      ...of(hometown.id),
      id: anId('indicator-3'),
      name: '寄附の増減',
      unit: '千円',
      baseline: '0',
      targets: [aTarget('50,000')],
      actuals: [anActual('▲2,218', { status: '見込み' })],
    }),
    anIndicator({
      ...of(counter.id),
      id: anId('indicator-4'),
      name: '待ち時間',
      unit: '分',
      direction: 'decrease',
      baseline: null,
      targets: [aTarget('適切に短縮')],
      actuals: [anActual('－')],
    }),
    anIndicator({
      ...of(counter.id),
      id: anId('indicator-5'),
      name: '苦情の件数',
      unit: '件',
      direction: 'decrease',
      targets: [aTarget('0')],
      actuals: [anActual('')],
    }),
    anIndicator({
      of: { plan: CHARTER },
      id: anId('indicator-6'),
      name: '納税の口座振替率',
      kind: 'outcome',
      unit: '%',
      targets: [aTarget('85%以上を維持')],
      actuals: [anActual('90.2', { raw: '90.2%', numerator: aDecimal('15006'), denominator: aDecimal('16636') })],
    }),
  ]
}
