import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anIndicator, aRecord } from '../../town/story/builders.ts'
import { emptyRecord } from '../reform/record.ts'
import { checkRecord } from './check-record.ts'
import { aRecordSaying } from './checks/figure-records.ts'

describe('検算の一覧', () => {
  it('誤りを先に、指摘を最後に並べる', () => {
    const record = aRecordSaying('●受付 合計3件 窓口1件、郵送2件\n▼受付A 1／4件 25.0%\n▼受付B 1／4件 52.0%', {
      indicators: [anIndicator({ baseline: '100', actual: '90', target: '200' })],
    })
    const verdicts = checkRecord(record, {}).map((c) => c.verdict)
    expect(verdicts).toEqual(['fails', 'holds', 'holds', 'remark', 'remark'])
  })

  it('場所は値の出所から取り、なければ上の階層の出所を示す', () => {
    const record = aRecordSaying('▼受付 1／4件 52.0%')
    expect(checkRecord(record, { '/initiatives/0/reports/0/figures/0/value': ['line 9'] })[0]?.at).toEqual(['line 9'])
    expect(checkRecord(record, { '/initiatives/0/reports/0/progress': ['line 5'] })[0]?.at).toEqual(['line 5'])
    expect(checkRecord(record, {})[0]?.at).toEqual([])
  })

  it('乱れた報告でも止まらない', () => {
    const words = [
      '合計',
      '計',
      '▼',
      '●',
      '受付',
      '12',
      '0',
      '1,234',
      '5.5',
      '-3',
      '%',
      '人',
      '件',
      '千円',
      '／',
      '（',
      '）',
      '、',
      ' ',
      '前年度比',
      '増',
      '減',
      'R5',
      '→',
      'に占める',
      'の割合',
    ]
    const texts = fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((w) => w.join(''))
    fc.assert(
      fc.property(texts, texts, (text, target) => {
        const indicator = anIndicator({ baseline: '12', target, unit: '%', direction: null, directionSource: null })
        for (const check of checkRecord(aRecordSaying(text, { indicators: [indicator] }), {})) expect(check.message).not.toContain('null')
      }),
      { numRuns: 500 },
    )
  })

  it('何も書かれていない記録には何も言わない', () => {
    expect(checkRecord(emptyRecord(), {})).toEqual([])
    expect(checkRecord(aRecord({ indicators: [], effects: [] }), {})).toEqual([])
  })
})
