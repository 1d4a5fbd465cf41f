import type { Effect, EffectTotal, Series } from '../../reform/record.ts'
import { decimal, dictionary, integer, oneOf, text, yen } from './field.ts'
import { noun } from './noun.ts'

export const effect = noun<Effect>('nth')({
  table: 'effect',
  same: ['estimate', 'scope', 'of', 'fiscalYear', 'side', 'basis', 'status'],
  fields: [
    text('estimate'),
    oneOf('of', { node: 'plan_node', initiative: 'initiative' }),
    text('scope'),
    integer('fiscalYear'),
    yen('amountYen'),
    decimal('quantity'),
    text('unit'),
    text('side'),
    text('basis'),
    text('status'),
    text('raw'),
  ],
})

export const effectTotal = noun<EffectTotal>('nth')({
  table: 'effect_total',
  same: ['estimate', 'scope'],
  fields: [text('estimate'), text('scope'), yen('amountYen'), yen('differenceYen'), text('raw')],
})

const point = noun<Series['points'][number]>('nth')({
  table: 'series_point',
  same: ['at', 'status'],
  fields: [text('at'), decimal('value'), text('answer'), text('raw'), text('status')],
})

export const series = noun<Series>('nth')({
  table: 'series',
  same: ['name', 'breakdown'],
  fields: [text('name'), text('unit'), text('breakdown'), dictionary('thresholds')],
  children: { points: point },
})
