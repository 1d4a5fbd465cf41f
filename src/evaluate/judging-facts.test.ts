import { expect, it } from 'vitest'
import { aDecimal, anActual, anId, anIndicator, anInitiative, aRecord, aReport, aTarget } from '../../town/story/builders.ts'
import { aRule, aScale } from '../../town/story/judging-builders.ts'
import { proposalFor } from './judging-facts.ts'

const scale = aScale('status', ['A', 'C'])
const rule = aRule({ method: 'achievement-rate', bands: { A: '1', C: null } })
const indicator = anIndicator({ name: '改善の割合', unit: '%', targets: [aTarget('7')], actuals: [anActual('7.2')] })

function why(numerator: string, fiscalYear = 2024, asked: string | null = null): string {
  const counts = { numerator: aDecimal(numerator), denominator: aDecimal('227') }
  const figure = {
    label: '改善の割合',
    raw: `${numerator}／227件 7.2%`,
    value: aDecimal('7.2'),
    unit: '%',
    indicator: indicator.id,
    ...counts,
  }
  const initiative = anInitiative({ reports: [aReport({ fiscalYear, figures: [figure] })] })
  const record = aRecord({ initiatives: [initiative], indicators: [{ ...indicator, of: { initiative: initiative.id } }] })
  return proposalFor(record, rule, scale, { initiative, indicator: asked === null ? null : anId(asked), fiscalYear: 2024 })?.why ?? ''
}

it('判定案は、検算と合わない実績を黙って使わない（36÷227は7.2％ではない）', () => {
  expect(why('36')).toMatch(/用いた実績が検算と合いません：「改善の割合」は7\.2%と書かれていますが、件数から計算すると15\.9%です/)
  expect(why('36', 2024, 'indicator')).toContain('検算と合いません')
  expect(why('16.3')).not.toContain('検算')
  expect(why('36', 2023)).not.toContain('検算')
})
