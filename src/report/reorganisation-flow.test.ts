import { expect, it } from 'vitest'
import type { SectionChange } from '../reform/reorganisation.ts'
import { changeRow } from './reorganisation-flow.ts'
import { changeText } from './wording-reorganisations.ts'

it.each<[SectionChange['kind'], string[], string[], string, string]>([
  ['新設', [], ['甲課'], '（新しく設置）', '甲課'],
  ['廃止', ['甲課'], [], '甲課', '（廃止）'],
  // the document does not say whose the work was, or what became of the two
  ['移管', [], ['甲課'], '（記載なし）', '甲課'],
  ['統合', ['甲課', '乙課'], [], '甲課、乙課', '（記載なし）'],
])('%s：書かれていない側を、新設とも廃止とも言わない', (kind, from, to, before, after) => {
  const change: SectionChange = { kind, from, to, parent: null, what: null, reason: null }
  expect(changeRow(change)).toMatchObject({ from: before, to: after })
  expect(changeText(change)).toBe(`${before.replace('、', '・')} → ${after}（${kind}）`)
})
