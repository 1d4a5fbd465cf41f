import { describe, expect, it } from 'vitest'
import { Draft } from '../../draft.ts'
import type { Page } from '../../read/page.ts'
import { progressList } from '../progress-list.ts'

type Said = [column: number, text: string, rowSpan?: number]

/** A sheet whose merged areas are one cell with its span, as the workbook reader gives it. */
function sheet(...rows: Said[][]): Page {
  const page: Page = { name: '一覧', rows: [] }
  page.rows = rows.map((cells, index) => ({
    index,
    at: `一覧!${index + 1}`,
    page,
    headingDepth: 0,
    bullet: null,
    isRule: false,
    cells: cells.map(([column, text, rowSpan = 1]) => ({
      text,
      raw: text,
      at: `一覧!R${index + 1}C${column + 1}`,
      column,
      columnSpan: 1,
      rowSpan,
    })),
  }))
  return page
}

describe('結合したセルのある一覧', () => {
  const header: Said[] = [
    [0, '基本方針'],
    [1, '取組名'],
    [2, '取組内容'],
    [3, '担当課'],
    [4, '取組状況'],
  ]

  it('二行にまたがる取組状況は、両方の部分の報告になる', () => {
    const { rows } = sheet(
      header,
      [
        [0, '1 窓口', 2],
        [1, '窓口の改善', 2],
        [2, '案内を改める。'],
        [3, '市民課'],
        [4, '改めた。', 2],
      ],
      [
        [2, '機器を入れる。'],
        [3, '情報課'],
      ],
    )
    const draft = new Draft()
    progressList.read({ layout: progressList.name, rows: rows.slice(0, progressList.claim(rows, 0, [])), headings: [] }, draft)
    const [initiative] = draft.record.initiatives
    expect(initiative?.parts.map((p) => [p.description, p.sections[0]?.name])).toEqual([
      ['案内を改める。', '市民課'],
      ['機器を入れる。', '情報課'],
    ])
    expect(initiative?.reports.map((r) => [r.parts, r.progress])).toEqual([[initiative?.parts.map((p) => p.id), '改めた。']])
  })

  it('一万列の行は表ではない', () => {
    const { rows } = sheet(Array.from({ length: 10_000 }, (_, i): Said => [i, `取組名${i}`]))
    expect(progressList.claim(rows, 0, [])).toBe(0)
  })
})
