import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import type { Page } from './page.ts'
import { textCell, workbookParts, zipped } from './workbook-builder.ts'
import { readWorkbook } from './xlsx.ts'

const read = async (bytes: Uint8Array): Promise<Page[]> => {
  const pages = await readWorkbook(bytes)
  if (!pages.ok) throw new Error(pages.problem.kind)
  return pages.value
}
const grid = (page: Page | undefined) => page?.rows.map((row) => row.cells.map((cell) => cell.text))

const LIST = [
  ['あおば市 行財政改革 取組一覧', null, null, null],
  ['令和6年度末現在', null, null, null],
  [],
  ['番号', '取組名', '所管課', '効果額（千円）'],
  [1, '窓口予約の導入', '市民課', 1234567],
  [2, '広告収入の確保', '財政課\n（契約係）', -500],
]

describe('Excel の読み取り', () => {
  it('一覧のシート: 題名の行、見出し、値が、見えるとおりの文字になる', async () => {
    const cells = new Map([
      ['4,3', { value: 1234567, type: 'number' as const, style: { numFmt: '#,##0' } }],
      ['5,3', { value: -500, type: 'number' as const, style: { numFmt: '#,##0;"▲ "#,##0' } }],
    ])
    const [page] = await read(await writeXlsx({ sheets: [{ name: '一覧', rows: LIST, cells }] }))
    expect(grid(page)).toEqual([
      ['あおば市 行財政改革 取組一覧', '', '', ''],
      ['令和6年度末現在', '', '', ''],
      [],
      ['番号', '取組名', '所管課', '効果額（千円）'],
      ['1', '窓口予約の導入', '市民課', '1,234,567'],
      ['2', '広告収入の確保', '財政課\n（契約係）', '▲ 500'],
    ])
    expect(page?.rows[5]?.cells[2]).toMatchObject({ at: '一覧!C6', column: 2 })
  })

  it('様式のシート: 結合セルは幅と高さを持つ一つのセルで、隠れたセルは無い', async () => {
    const rows = [
      ['取組調書', null, null, null],
      ['取組名', '公用車の共同利用', null, null],
      ['目標', '年度', 'R6', 'R7'],
      [null, '目標値', 10, 12],
      ['備考', null, null, null],
    ]
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
      { startRow: 1, startCol: 1, endRow: 1, endCol: 3 },
      { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
      { startRow: 4, startCol: 1, endRow: 1_048_575, endCol: 3 },
    ]
    const [page] = await read(await writeXlsx({ sheets: [{ name: '様式1', rows, merges }] }))
    expect(page?.rows.map((row) => row.cells.map((c) => [c.at.slice(4), c.text, c.columnSpan, c.rowSpan]))).toEqual([
      [['A1', '取組調書', 4, 1]],
      [
        ['A2', '取組名', 1, 1],
        ['B2', '公用車の共同利用', 3, 1],
      ],
      [
        ['A3', '目標', 1, 2],
        ['B3', '年度', 1, 1],
        ['C3', 'R6', 1, 1],
        ['D3', 'R7', 1, 1],
      ],
      [
        ['B4', '目標値', 1, 1],
        ['C4', '10', 1, 1],
        ['D4', '12', 1, 1],
      ],
      [
        ['A5', '備考', 1, 1],
        ['B5', '', 3, 1],
      ],
    ])
  })

  it('複数のシートは順に読み、隠したシート（リスト、識別子）は読まない', async () => {
    const rows = [['値']]
    const pages = await read(
      await writeXlsx({
        sheets: [
          { name: '方針', rows },
          { name: '_list', rows, hidden: true },
          { name: '取組', rows },
          { name: '_meta', rows, veryHidden: true },
        ],
      }),
    )
    expect(pages.map((page) => page.name)).toEqual(['方針', '取組'])
  })

  it('日付は和暦の表示で、百分率は％で、数式は最後の結果で読む', async () => {
    const cells = new Map([
      ['0,0', { value: new Date('2022-04-01'), type: 'date' as const, style: { numFmt: '[$-411]ggge"年"m"月"d"日"' } }],
      ['0,1', { value: 0.124, type: 'number' as const, style: { numFmt: '0.0%' } }],
      ['0,2', { value: 30, type: 'formula' as const, formula: 'SUM(A1:A2)', formulaResult: 30 }],
      ['0,3', { value: '新規', type: 'richText' as const, richText: [{ text: '新', font: { bold: true } }, { text: '規' }] }],
    ])
    const [page] = await read(await writeXlsx({ sheets: [{ name: '表', rows: [[null, null, null, null, 0.1 + 0.2, true]], cells }] }))
    expect(grid(page)).toEqual([['令和4年4月1日', '12.4%', '30', '新規', '0.3', 'TRUE']])
  })

  it('番号だけの和暦の表示形式（58 番）も、ふりがなも、日本語版 Excel のとおりに読む', async () => {
    const sheet = `<sheetData><row r="1"><c r="A1" s="1"><v>44652</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>市民課</t><rPh sb="0" eb="3"><t>シミンカ</t></rPh></is></c></row></sheetData>`
    const styles = `<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="58" applyNumberFormat="1"/></cellXfs></styleSheet>`
    const strings = `<sst><si><t>財政課</t><rPh sb="0" eb="3"><t>ザイセイカ</t></rPh></si></sst>`
    const [page] = await read(zipped(workbookParts(sheet, { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings })))
    expect(grid(page)).toEqual([['令和4年4月1日', '財政課', '市民課']])
  })

  it('末尾の空行・空列は落ち、途中の長い空きは二十行までになる', async () => {
    const sheet = `<sheetData><row r="1">${textCell('B1', '上')}<c r="Z1"/></row><row r="900000">${textCell('A900000', '下')}</row><row r="1000000"><c r="A1000000"/></row></sheetData>`
    const [page] = await read(zipped(workbookParts(sheet)))
    expect(page?.rows.length).toBe(22)
    expect(page?.rows[0]?.cells.map((c) => c.text)).toEqual(['', '上'])
    expect(page?.rows.at(-1)?.cells[0]).toMatchObject({ text: '下', at: '一覧!A900000' })
  })

  it('図形の中の文字も、セルの後に読む', async () => {
    const textBoxes = [{ text: '様式第1号', anchor: { from: { row: 0, col: 4 } } }]
    const [page] = await read(await writeXlsx({ sheets: [{ name: '様式', rows: [['取組名']], textBoxes }] }))
    expect(page?.rows.map((row) => [row.at, row.cells[0]?.text])).toEqual([
      ['様式!1', '取組名'],
      ['様式!1 図形1', '様式第1号'],
    ])
  })

  it('同時に頼まれた十二のブックも、それぞれの答えになる', async () => {
    const books = Array.from({ length: 12 }, (_, n) =>
      zipped(workbookParts(`<sheetData><row r="1">${textCell('A1', `取組${n}`)}</row></sheetData>`)),
    )
    const pages = await Promise.all(books.map(read))
    expect(pages.map(([page]) => page?.rows[0]?.cells[0]?.text)).toEqual(books.map((_, n) => `取組${n}`))
  })
})
