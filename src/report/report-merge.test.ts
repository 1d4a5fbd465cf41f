import { describe, expect, it } from 'vitest'
import { anId } from '../../town/story/builders.ts'
import { aContent, aSheet } from '../../town/story/round-builders.ts'
import { conflictsOf, mergedReport, type Taken } from './report-merge.ts'

const sheet = aSheet()
const actual = (raw: string) => [{ indicator: anId('indicator'), raw, status: '実績' as const }]
const drawn = aContent({ progress: '元の文', issues: '元の課題', actuals: actual('1') })
const theirs = aContent({ ...drawn, progress: '前の人の文', actuals: actual('2') })
const mine = aContent({ ...drawn, progress: '自分の文', issues: '自分の課題' })

describe('二人の入力を比べる', () => {
  it('一方だけが直した欄は、直した人の内容を勧める', () => {
    expect(conflictsOf(theirs, mine, drawn, sheet).map(({ field, offered, joins }) => [field, offered, joins])).toEqual([
      ['progress', 'mine', true],
      ['actual:indicator', 'theirs', false],
      ['issues', 'mine', true],
    ])
  })
  it('開いたときの内容が分からなければ、自分の入力を勧める', () => {
    expect(conflictsOf(theirs, mine, null, sheet).map(({ offered }) => offered)).toEqual(['mine', 'mine', 'mine'])
  })
  it('空の欄は続けて残せない', () => {
    expect(conflictsOf({ ...theirs, issues: '' }, mine, drawn, sheet).map(({ joins }) => joins)).toEqual([true, false, false])
  })
})

describe('選んだとおりに合わせる', () => {
  const merged = (taken: Record<string, Taken>) => mergedReport(theirs, mine, new Map(Object.entries(taken)))
  it('何も選ばなければ、前の人の内容', () => expect(merged({})).toEqual(theirs))
  it('すべて自分の入力', () => {
    const all = Object.fromEntries(
      ['unchanged', 'progress', 'issues', 'revision', 'actual:indicator', 'changes'].map((field) => [field, 'mine' as const]),
    )
    expect(merged(all)).toEqual(mine)
  })
  it('欄ごとに選ぶ', () => {
    expect(merged({ progress: 'both', 'actual:indicator': 'theirs', issues: 'mine' })).toMatchObject({
      progress: '前の人の文\n自分の文',
      issues: '自分の課題',
      actuals: actual('2'),
    })
  })
  it('一方にだけある実績値も、選んだ側のとおりになる', () => {
    const none = { ...mine, actuals: [] }
    expect(mergedReport(theirs, none, new Map([['actual:indicator', 'mine']])).actuals).toEqual([])
    expect(mergedReport(none, theirs, new Map([['actual:indicator', 'mine']])).actuals).toEqual(actual('2'))
  })
})
