import { describe, expect, it } from 'vitest'
import type { CannotPatch } from '../reform/own-form.ts'
import type { FormProblem } from '../reform/returned-form.ts'
import { anotherFormText, cannotPatchText, formProblemText, noAnswersText, ownFormNotes } from './wording-forms.ts'

const at = '様式2!F14'

describe('様式の読み取れないところは、セルと見つけたものと直し方を言う', () => {
  it.each<{ problem: FormProblem; says: string[] }>([
    { problem: { kind: 'formula', at, text: '=SUM(H1:H9)' }, says: [at, '=SUM(H1:H9)', '値だけを入力し直す'] },
    { problem: { kind: 'too-long', at, length: 25_000 }, says: [at, '25,000 字', '20,000 字'] },
    {
      problem: { kind: 'missing-cell', field: 'issues', name: '今後の課題・方向性' },
      says: ['今後の課題・方向性', '配付した様式に写して'],
    },
    { problem: { kind: 'label-moved', at, expected: '取組状況', found: '' }, says: [at, '取組状況', '空欄'] },
    { problem: { kind: 'label-moved', at, expected: '取組状況', found: '実施内容' }, says: ['「実施内容」'] },
    { problem: { kind: 'unknown-choice', at, text: '確定' }, says: [at, '確定', '選び直して'] },
    { problem: { kind: 'stray-text', at, text: '続き' }, says: [at, '続き', '記入欄の中に'] },
    { problem: { kind: 'number-differs', at, hidden: 'K24-00001-2', seen: 'K24-00002-0' }, says: [at, 'K24-00001-2', 'K24-00002-0'] },
    { problem: { kind: 'bad-number', at, text: 'K24-00001-0' }, says: [at, 'K24-00001-0', '検査数字'] },
    { problem: { kind: 'unknown-row', at, name: '別の指標' }, says: [at, '別の指標'] },
  ])('$problem.kind', ({ problem, says }) => {
    const text = formProblemText(problem)
    for (const said of says) expect(text).toContain(said)
    expect(text).toMatch(/(?:ください|取り込みません)。$/)
  })

  it.each<CannotPatch>([
    { kind: 'no-such-sheet', at },
    { kind: 'no-such-cell', at },
    { kind: 'formula-cell', at },
    { kind: 'covered-cell', at },
    { kind: 'too-long-for-cell', at, length: 40_000 },
  ])('書き込めない: $kind', (problem) => {
    expect(cannotPatchText(problem)).toMatch(/^様式2!F14 .*ください。$/)
  })

  it('書き込めないファイルは、読めないファイルの言葉で', () => {
    expect(cannotPatchText({ kind: 'encrypted' })).toContain('パスワード')
  })

  it('市の様式で残したことと、記入欄のない項目', () => {
    const years = Array.from({ length: 7 }, (_, nth) => ({ at: `様式!B${nth + 1}`, text: '令和6年度' }))
    const [left, without] = ownFormNotes({ years, unplaced: [{ field: 'revision', name: '計画の見直し' }] })
    expect(left).toBe(
      '様式の中の年度は書き換えていません：様式!B1「令和6年度」、様式!B2「令和6年度」、様式!B3「令和6年度」、様式!B4「令和6年度」、様式!B5「令和6年度」 ほか 2 か所。配付の前に直してください。',
    )
    expect(without).toContain('計画の見直し')
    expect(ownFormNotes({ years: [], unplaced: [] })).toEqual([])
    expect(anotherFormText({ kind: 'another-form', share: 0.456 })).toContain('45％')
    expect(noAnswersText({ heads: ['日付', '天気'] })).toContain('日付、天気')
  })
})
