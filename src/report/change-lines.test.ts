import { describe, expect, it } from 'vitest'
import { changeLines } from './change-lines.ts'

const changed = (said: Partial<Parameters<typeof changeLines>[0][number]> = {}) => ({
  kind: 'changed' as const,
  list: 'initiatives',
  title: '窓口の一本化',
  field: 'description',
  before: '旧い概要',
  after: '新しい概要',
  ...said,
})

describe('変わるところ', () => {
  it('前と後を言い、加わるだけのものと空欄を埋めるものは言わない', () => {
    expect(changeLines([changed(), changed({ before: null }), { ...changed(), kind: 'added' }])).toEqual([
      '  取組「窓口の一本化」の概要：旧い概要 → 新しい概要',
    ])
  })
  it('多いときは数を言う', () => {
    expect(changeLines(Array.from({ length: 23 }, () => changed())).at(-1)).toBe('  ほか 3 件')
  })
})
