import { describe, expect, it } from 'vitest'
import { delimiterOf, readCsv } from './csv.ts'

const pageOf = (text: string) => {
  const read = readCsv(text, ',')
  if (!read.ok) throw new Error(read.problem.kind)
  return read.value[0]
}
const grid = (text: string) => pageOf(text)?.rows.map((row) => row.cells.map((cell) => cell.text))

describe('CSV か、ただの文か', () => {
  it.each([
    { title: 'カンマ区切り', name: 'a.csv', text: '番号,取組,所管課\n1,窓口の見直し,市民課\n2,広告収入,財政課', says: ',' },
    { title: '題名の行が上にある', name: 'a.csv', text: 'あおば市\n令和6年度\n\n番号,取組\n1,窓口\n2,広告', says: ',' },
    { title: 'セミコロン区切り', name: 'a.csv', text: '番号;取組\n1;窓口\n2;広告', says: ';' },
    { title: 'タブ区切りの Unicode テキスト', name: 'a.txt', text: '番号\t取組\n1\t窓口\n2\t広告\n3\t公用車', says: '\t' },
    { title: '拡張子は txt、中身は CSV', name: 'a.txt', text: '番号,取組\n1,窓口\n2,広告\n3,公用車', says: ',' },
    { title: '1 行だけの CSV', name: 'a.csv', text: '1,窓口', says: ',' },
    {
      title: '桁区切りのある文',
      name: 'a.txt',
      text: '効果額は 1,234千円でした。\n前年度は 2,345千円でした。\n以上です。\nおわり',
      says: null,
    },
    {
      title: 'タブの表を含む文',
      name: 'a.txt',
      text: 'はじめに\n\n本市では改革を進めます。\n\n番号\t取組\n1\t窓口\n\nおわりに',
      says: null,
    },
    { title: '拡張子は csv、中身は文', name: 'a.csv', text: '改革の方針\n\n本市では改革を進めます。', says: null },
  ])('$title', ({ name, text, says }) => {
    expect(delimiterOf(text, name)).toBe(says)
  })
})

describe('CSV の読み取り', () => {
  it('引用符の中の区切りと改行はセルの中身', () => {
    expect(grid('番号,内容\r\n1,"窓口、受付,\r\n予約"\r\n2,"""試行"""')).toEqual([
      ['番号', '内容'],
      ['1', '窓口、受付,\n予約'],
      ['2', '"試行"'],
    ])
  })

  it('場所は記録の始まる行とセルの番号', () => {
    const page = pageOf('題名\n番号,内容\n1,"一\n二\n三"\n2,四')
    expect(page?.rows.map((row) => row.at)).toEqual(['line 1', 'line 2', 'line 3', 'line 6'])
    expect(page?.rows[3]?.cells[1]).toMatchObject({ at: 'line 6 cell 2', column: 1, text: '四' })
  })

  it('途中の空セルと空行は残り、末尾の空行・空列は落ちる', () => {
    expect(grid('a,,c,,\n\n1,,3,,\n,,,,\n\n')).toEqual([['a', '', 'c'], [''], ['1', '', '3']])
  })

  it('閉じない引用符は、途中で切れたファイル', () => {
    expect(readCsv('番号,内容\n1,"窓口の', ',')).toEqual({ ok: false, problem: { kind: 'truncated' } })
  })
})
