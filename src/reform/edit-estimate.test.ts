import { expect, it } from 'vitest'
import { aNode, aPlan } from '../../town/story/builders.ts'
import { withEstimate } from './edit-estimate.ts'
import { emptyRecord } from './record.ts'

const node = aNode()
const record = { ...emptyRecord(), plans: [aPlan()], nodes: [node] }
const written = (raw: string, unit: string) =>
  withEstimate(record, {
    estimate: '計画策定時',
    columns: [{ was: '', year: 'R7', status: '計画' }],
    rows: [{ was: '', of: `node:${node.id}`, scope: '', side: '', basis: '', unit, cells: [raw], off: '' }],
  })

it.each([
  ['99999999999999999999', '千円'],
  ['9007199254740993', '千円'],
  ['1.23456', '千円'],
  ['0.5', '円'],
])('円の整数にならない %s%s は、合計から落とさず断る', (raw, unit) =>
  expect(written(raw, unit)).toEqual({ ok: false, problem: [{ field: 'rows.0.scope', kind: 'not-in-yen' }] }),
)

it.each([
  ['▲1,234.5', '千円', -1_234_500, null],
  ['0', '千円', 0, null],
  ['－', '千円', null, null],
  ['検討中', '千円', null, null],
  ['1.5', '人', null, '1.5'],
])('%s%s', (raw, unit, amountYen, quantity) => {
  const done = written(raw, unit)
  expect(done.ok && done.value.effects[0]).toMatchObject({ amountYen, quantity, raw, unit })
})
