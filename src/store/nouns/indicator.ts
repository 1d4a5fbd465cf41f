import type { Actual, Indicator, Target } from '../../reform/record.ts'
import { decimal, flag, inner, integer, oneOf, optional, text } from './field.ts'
import { noun } from './noun.ts'

const target = noun<Target>('nth')({
  table: 'indicator_target',
  same: ['fiscalYear', 'asOf', 'final'],
  fields: [
    integer('fiscalYear'),
    text('asOf'),
    text('comparator'),
    decimal('value'),
    text('answer'),
    text('raw'),
    flag('final'),
    optional(flag('maintain')),
  ],
})

const actual = noun<Actual>('nth')({
  table: 'indicator_actual',
  same: ['fiscalYear', 'asOf', 'status'],
  fields: [
    integer('fiscalYear'),
    text('asOf'),
    decimal('value'),
    text('answer'),
    text('raw'),
    decimal('numerator'),
    decimal('denominator'),
    text('status'),
  ],
})

export const indicator = noun<Indicator>('id')({
  table: 'indicator',
  fields: [
    oneOf('of', { plan: 'plan', node: 'plan_node', initiative: 'initiative', part: 'part' }),
    text('name'),
    text('kind'),
    text('unit'),
    text('direction'),
    text('directionSource'),
    text('aggregation'),
    inner('baseline', 'answer', [text('asOf'), decimal('value'), text('answer'), text('raw')]),
  ],
  children: { targets: target, actuals: actual },
})
