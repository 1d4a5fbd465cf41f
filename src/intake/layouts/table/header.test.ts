import { describe, expect, it } from 'vitest'
import { readText } from '../../read/text.ts'
import { headerAt } from './header.ts'

const columns = (...lines: string[]): unknown[] | null => {
  const rows = readText(lines.map((l) => l.replaceAll('|', '\t')).join('\n')).flatMap((p) => p.rows)
  return headerAt(rows, 0)?.columns.map((c) => [c.role, c.year, c.phase]) ?? null
}

describe('表の見出し', () => {
  it.each([
    [
      '一段',
      ['取組名|担当課|R 6 取組状況'],
      [
        ['title', null, null],
        ['section', null, null],
        ['progress', 2024, null],
      ],
    ],
    [
      '二段：年度の下の目標と実績',
      ['指標|基準値|R5||R6', '||目標|実績|目標'],
      [
        ['indicator', null, null],
        ['baseline', null, null],
        ['target', 2023, '目標'],
        ['actual', 2023, '実績'],
        ['target', 2024, '目標'],
      ],
    ],
    [
      '三段：効果額の下の年度と金額',
      ['基本方針|効果額||合計額', '|令和4年度 (実績)|令和5年度 (見込み)|', '|金額|金額|'],
      [
        ['pillar', null, null],
        ['effect', 2022, '実績'],
        ['effect', 2023, '見込み'],
        ['total', null, null],
      ],
    ],
    [
      '次の行が内容なら一段',
      ['取組名|担当課|取組状況', '窓口|市民課|延ばした。'],
      [
        ['title', null, null],
        ['section', null, null],
        ['progress', null, null],
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(columns(...lines)).toEqual(expected)
  })

  it.each([['窓口の改善|市民課|延ばした。'], ['令和4年度|令和5年度|令和6年度'], ['120|118|95']])('「%s」は見出しではない', (line) => {
    expect(columns(line)).toBeNull()
  })
})
