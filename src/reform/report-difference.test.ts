import { describe, expect, it } from 'vitest'
import { anId } from '../../town/story/builders.ts'
import { aContent, aSheet } from '../../town/story/round-builders.ts'
import type { ReportContent } from './report-content.ts'
import { fieldsOf, reportDifferences } from './report-difference.ts'

const sheet = aSheet({ effects: [{ row: '経費', scope: '経費の節減', unit: '千円', planned: null, earlier: [] }] })
const actual = (raw: string, status: '見込み' | '実績' | null = '実績') => [{ indicator: anId('indicator'), raw, status }]

describe('二つの報告の違い', () => {
  it.each([
    { title: '同じ', said: {}, says: [] },
    { title: '取組状況', said: { progress: '直した文' }, says: [['progress', '対象手続を20件に広げた。', '直した文']] },
    { title: '実績値', said: { actuals: actual('2,200') }, says: [['actual:indicator', '2,150（実績）', '2,200（実績）']] },
    { title: '値の区分', said: { actuals: actual('2,150', '見込み') }, says: [['actual:indicator', '2,150（実績）', '2,150（見込み）']] },
    { title: '消した実績値', said: { actuals: [] }, says: [['actual:indicator', '2,150（実績）', '']] },
    { title: '効果額', said: { effects: [{ row: '経費', raw: '500' }] }, says: [['effect:経費', '', '500']] },
    { title: '変更なし', said: { unchanged: true }, says: [['unchanged', '', '変更なし']] },
    {
      title: '見直しの提案',
      said: { changes: [{ kind: 'target', of: 'indicator', after: '120', reason: '早く達した' }] },
      says: [['changes', '', '目標：indicator：120：早く達した']],
    },
    {
      title: '照会票にない指標は比べない',
      said: { actuals: [...actual('2,150'), { indicator: anId('other'), raw: '1', status: null }] },
      says: [],
    },
  ] as { title: string; said: Partial<ReportContent>; says: string[][] }[])('$title', ({ said, says }) => {
    expect(reportDifferences(aContent(), aContent(said), sheet).map(({ field, before, after }) => [field, before, after])).toEqual(says)
  })

  it('様式の順に、すべての項目がある', () => {
    expect(fieldsOf(aContent(), sheet).map(({ field }) => field)).toEqual([
      'unchanged',
      'progress',
      'actual:indicator',
      'effect:経費',
      'issues',
      'revision',
      'changes',
    ])
  })
})
