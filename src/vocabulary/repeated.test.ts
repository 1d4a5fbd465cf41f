import { describe, expect, it } from 'vitest'
import { isRepeated, REPEATED } from './repeated.ts'

describe('再掲の題', () => {
  it.each([
    [`あおば市行財政改革推進プラン 成果と費用${REPEATED}`, true],
    ['評価集計 (再掲)', true],
    ['評価集計（再掲） ', true],
    ['（再掲）評価集計', false],
    ['再掲', false],
    ['うち再掲', false],
    ['評価一覧', false],
  ])('「%s」は %s', (title, says) => {
    expect(isRepeated(title)).toBe(says)
  })
})
