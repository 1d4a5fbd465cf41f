import { expect, it } from 'vitest'
import { readText } from '../read/text.ts'
import { understand } from '../understand.ts'

const read = (lines: string[]) =>
  understand({ name: '一覧.txt', sha256: '', kind: 'txt', pages: readText(lines.join('\n')), characters: 0 })

const HEADS = ['番号', '取組名', '担当課', '取組状況', '今後の課題']
const FIRST = ['1', '窓口予約の導入', '市民課', '事業者を選んだ。', '周知を進める。']
const SECOND = ['2', '公用車の共用', '管財課', '3台を減らした。', '予約の方法をそろえる。']
const apart = (lines: readonly string[]): string[] => lines.flatMap((line) => [line, ''])

it.each([
  ['空行で分かれた行', [...HEADS, '', ...FIRST, '', ...SECOND]],
  ['番号で分かれた行', [...HEADS, ...FIRST, ...SECOND]],
  ['どの行の後にも空行', apart([...HEADS, ...FIRST, ...SECOND])],
  ['番号がなく、担当課の位置で確かめられる行', [...HEADS, ...FIRST, ...SECOND].filter((line) => !/^(番号|\d)$/.test(line))],
])('一行一セル：%s', (_title, lines) => {
  const { document, initiatives, accounting } = read(['令和6年度の取組状況', '', ...lines])
  expect(document.layouts).toEqual(['one-per-line'])
  expect(
    initiatives.map((i) => [i.title, i.sections[0]?.name, i.reports[0]?.fiscalYear, i.reports[0]?.progress, i.reports[0]?.issues]),
  ).toEqual([
    ['窓口予約の導入', '市民課', 2024, '事業者を選んだ。', '周知を進める。'],
    ['公用車の共用', '管財課', 2024, '3台を減らした。', '予約の方法をそろえる。'],
  ])
  expect(accounting.unread).toBeLessThanOrEqual('令和6年度の取組状況'.length)
})

it('行の数が合わない記録は、確かなところまでしか読まない', () => {
  const { initiatives, unread } = read([
    ...HEADS,
    '',
    ...FIRST,
    '',
    ...SECOND,
    '',
    '3',
    '職員の応援',
    '総務課',
    '応援した。',
    '受け入れた。',
    '手順書をつくる。',
  ])
  expect(initiatives.map((i) => [i.title, i.reports.length])).toEqual([
    ['窓口予約の導入', 1],
    ['公用車の共用', 1],
    ['職員の応援', 0],
  ])
  expect(unread.map((u) => u.text)).toEqual(['応援した。', '受け入れた。', '手順書をつくる。'])
})

it('見出しの行は、その後の取組の柱になる', () => {
  const { nodes, initiatives } = read([...HEADS, '', '基本方針1 便利な市役所', '', ...FIRST, '', '基本方針2 小さな市役所', '', ...SECOND])
  expect(initiatives.map((i) => nodes.find((n) => n.id === i.node)?.title)).toEqual(['便利な市役所', '小さな市役所'])
})
