import { describe, expect, it } from 'vitest'
import { anId } from '../../town/story/builders.ts'
import { aContent, aSheet } from '../../town/story/round-builders.ts'
import type { ReportContent } from './report-content.ts'
import { LONGEST_TEXT, reportFaults } from './report-faults.ts'

const actual = (raw: string) => [{ indicator: anId('indicator'), raw, status: null }]
const change = (said: Partial<ReportContent['changes'][number]> = {}): ReportContent['changes'] => [
  { kind: 'title', of: null, after: '新しい名', reason: '内容に合わせるため', ...said },
]

describe('提出前の確かめ', () => {
  it.each([
    { title: 'すべて書いてある', said: {}, says: [] },
    { title: '取組状況がない', said: { progress: ' \n　' }, says: ['progress missing'] },
    { title: '「変更なし」は取組状況に代わる', said: { progress: '', unchanged: true }, says: [] },
    { title: '「変更なし」でも実績値は要る', said: { unchanged: true, actuals: [] }, says: ['actual:indicator missing'] },
    { title: '実績値が空', said: { actuals: actual('  ') }, says: ['actual:indicator missing'] },
    { title: '「－」は答え', said: { actuals: actual('－') }, says: [] },
    { title: '言葉も答え', said: { actuals: actual('概ね達成') }, says: [] },
    { title: '0も答え', said: { actuals: actual('0') }, says: [] },
    { title: '課題と見直しは空でよい', said: { issues: '', revision: '' }, says: [] },
    { title: '長すぎる文', said: { issues: 'あ'.repeat(LONGEST_TEXT + 1) }, says: ['issues too-long'] },
    { title: 'ちょうどの長さ', said: { issues: 'あ'.repeat(LONGEST_TEXT) }, says: [] },
    { title: '提案に理由がない', said: { changes: change({ reason: '' }) }, says: ['changes missing'] },
    { title: '提案に見直し後がない', said: { changes: change({ after: ' ' }) }, says: ['changes missing'] },
    { title: '目標の見直し', said: { changes: change({ kind: 'target', of: 'indicator@2026' }) }, says: [] },
    { title: 'ほかの取組の指標の目標', said: { changes: change({ kind: 'target', of: 'other@2026' }) }, says: ['changes unknown-target'] },
    { title: '指標を選んでいない目標', said: { changes: change({ kind: 'target', of: null }) }, says: ['changes unknown-target'] },
    { title: '行動計画の見直し', said: { changes: change({ kind: 'schedule', of: '対象手続の拡大@2026' }) }, says: [] },
    { title: 'ない取組内容の行動計画', said: { changes: change({ kind: 'schedule', of: 'ない@2026' }) }, says: ['changes unknown-target'] },
  ] as { title: string; said: Partial<ReportContent>; says: string[] }[])('$title', ({ said, says }) => {
    expect(reportFaults(aContent(said), aSheet()).map(({ field, kind }) => `${field} ${kind}`)).toEqual(says)
  })
})
