import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { r5, r6 } from '../../../town/story/outlook.ts'
import { checkOutlook } from '../../evaluate/outlook-checks.ts'
import { thresholdLines } from '../../evaluate/outlook-thresholds.ts'
import { type OutlookTyped, readTyped } from '../../reform/outlook-typed.ts'
import { readDocument } from '../read/read-document.ts'
import { readOutlook } from './read-outlook.ts'

const bytesOf = (file: string): Uint8Array => readFileSync(new URL(`../../../town/${file}`, import.meta.url))
async function readBytes(name: string, bytes: Uint8Array) {
  const read = await readDocument({ name, bytes })
  if (!read.ok) throw new Error(read.problem.kind)
  return readOutlook(read.value)
}
const readText = (lines: string[], name = 'x.txt') => readBytes(name, new TextEncoder().encode(lines.join('\n')))
async function typedIn(lines: string[]): Promise<OutlookTyped> {
  const read = await readText(lines)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value.typed
}
const shape = ({ lines }: OutlookTyped) => lines.map(({ kind, role, name, unit }) => `${kind} ${role} ${name} ${unit}`.trim())

describe('中期財政見通しを読む', () => {
  it('字下げと合計の行、▲、単位（town/corpus/fiscal-outlook.txt）', async () => {
    const read = await readBytes('fiscal-outlook.txt', bytesOf('corpus/fiscal-outlook.txt'))
    if (!read.ok) throw new Error(read.problem.kind)
    const { typed, unread } = read.value
    expect([typed.title, typed.from, typed.to, unread]).toEqual(['中期財政見通し', '2023', '2027', []])
    expect(shape(typed)).toEqual([
      'revenue total 歳入合計 百万円',
      'revenue item 市税 百万円',
      'revenue item 地方交付税 百万円',
      'expenditure total 歳出合計 百万円',
      'expenditure item 人件費 百万円',
      'expenditure item 扶助費 百万円',
      'balance total 収支差引 百万円',
      'other item 改革効果額 百万円',
    ])
    const { said, faults } = readTyped({ ...typed, madeOn: '2023-02-20' })
    expect(faults).toEqual([])
    expect(said.lines[6]?.values.map(({ amountYen, at }) => [amountYen, at])[0]).toEqual([-670_000_000, 'line 9 cell 2'])
    expect(new Set(checkOutlook(said).map(({ verdict }) => verdict))).toEqual(new Set(['cannot-tell', 'holds']))
  })

  it.each([r5, r6])('あおば市の$title', async (edition) => {
    const read = await readBytes(edition.file, bytesOf(`story/${edition.file}`))
    if (!read.ok) throw new Error(JSON.stringify(read.problem))
    const { typed, unread } = read.value
    expect([typed.title, typed.madeOn, typed.from, typed.to, unread]).toEqual([
      edition.title,
      edition.madeOn,
      `${edition.from}`,
      `${edition.from + 4}`,
      [],
    ])
    const { said, faults } = readTyped(typed)
    expect(faults).toEqual([])
    const line = (name: string) => said.lines.find((one) => one.name.startsWith(name))
    expect(line('市税')?.values.map(({ amountYen }) => amountYen)).toEqual(edition.revenue[0]?.cells.map((cell) => cell * 1_000_000))
    expect(said.lines.filter(({ under }) => under === 'revenue/市税').map(({ name }) => name)).toEqual(['うち個人市民税', 'うち固定資産税'])
    expect(said.lines.filter(({ under }) => under === 'expenditure/義務的経費').map(({ name }) => name)).toEqual([
      '人件費',
      '扶助費',
      '公債費',
    ])
    expect(said.lines.map(({ kind }) => kind)).toEqual([
      ...Array(10).fill('revenue'),
      ...Array(10).fill('expenditure'),
      'balance',
      ...Array(3).fill('fund'),
      'debt',
      'other',
      ...Array(3).fill('ratio'),
    ])
    expect(line('実質公債費比率')?.values.map(({ value }) => value)).toEqual(edition.ratios[0]?.cells)
    const checks = checkOutlook(said)
    expect([checks.length, new Set(checks.map(({ verdict }) => verdict))]).toEqual([20, new Set(['holds'])])
    expect(thresholdLines(said).map(({ line: of, threshold, years }) => [of.name, threshold.value, years.at(-1)?.verdict])).toEqual([
      ['財政調整基金残高', '10', 'misses'],
      [line('実質公債費比率')?.name, '25.0', 'keeps'],
      [line('将来負担比率')?.name, '350.0', 'keeps'],
      [line('経常収支比率')?.name, '95.0', 'misses'],
    ])
    // 歳入 and 歳出 are said by the document; what it does not say is marked as a guess
    expect(typed.lines.filter(({ guessed }) => guessed).map(({ kind }) => kind)).not.toContain('revenue')
  })

  it('数値の場所はセルまで分かる', async () => {
    const read = await readBytes(r5.file, bytesOf(`story/${r5.file}`))
    expect(read.ok && read.value.typed.lines[0]?.places.slice(0, 2)).toEqual(['見通し!C6', '見通し!D6'])
  })

  it('西暦、億円、括弧書きの負数、財源不足額', async () => {
    const typed = await typedIn([
      '財政収支の見通し\t\t\t(単位:億円)',
      '項目\t2024年度\t2025年度\t2026年度',
      '歳入総額\t280.5\t279.0\t278.1',
      '歳出総額\t284.0\t285.2\t286.0',
      '財源不足額\t3.5\t6.2\t7.9',
      '積立基金残高\t21.8\t(1.5)\t－',
    ])
    expect(shape(typed)).toEqual([
      'revenue total 歳入総額 億円',
      'expenditure total 歳出総額 億円',
      'balance item 財源不足額 億円',
      'fund item 積立基金残高 億円',
    ])
    const { said } = readTyped({ ...typed, madeOn: '2024-10-01' })
    expect(said.lines.map(({ values }) => values.map(({ amountYen }) => amountYen))).toEqual([
      [28_050_000_000, 27_900_000_000, 27_810_000_000],
      [28_400_000_000, 28_520_000_000, 28_600_000_000],
      [350_000_000, 620_000_000, 790_000_000],
      [2_180_000_000, -150_000_000, null],
    ])
  })

  it('値の欄の文字は文字のまま、「－」と空欄も別の答え', async () => {
    const typed = await typedIn(['収支見通し（単位：千円）', '区分\tR6\tR7\tR8', '市税\t算定中\t－\t', '地方交付税\t1,000\t900\t800'])
    expect(readTyped(typed).said.lines[0]?.values.map(({ answer, raw }) => `${answer} ${raw}`)).toEqual([
      'text 算定中',
      'not-applicable －',
      'blank ',
    ])
  })

  it('前年度の決算の列と伸び率の列は読まず、そう言う', async () => {
    const read = await readText([
      '中期財政見通し（令和6年度～令和8年度）単位：百万円',
      '区分\t令和5年度決算\t令和6年度\t令和7年度\t令和8年度\t備考',
      '市税\t100\t101\t102\t103\t横ばい',
    ])
    if (!read.ok) throw new Error(JSON.stringify(read.problem))
    expect([read.value.typed.from, read.value.typed.lines[0]?.cells]).toEqual(['2024', ['101', '102', '103']])
    expect(read.value.unread.map(({ text }) => text)).toEqual(['「令和5年度決算」の列', '「備考」の列'])
  })

  it('単位がどこにもなければ推定せず、決めるまで残せない', async () => {
    const typed = await typedIn(['収支見通し', '区分\tR6\tR7\tR8', '市税\t1\t2\t3'])
    expect(readTyped({ ...typed, madeOn: '2024-10-01' }).faults).toEqual([{ kind: 'unit-missing', line: '市税' }])
  })

  it.each([
    ['年度が抜けている', ['区分\tR5\tR6\tR8', '市税\t1\t2\t3'], { kind: 'years-gap', years: [2023, 2024, 2026], missing: [2025] }],
    ['年度が二度ある', ['区分\tR5\tR6\tR6', '市税\t1\t2\t3'], { kind: 'years-twice', year: 2024 }],
    [
      '期間が列より長い',
      ['見通し（令和5年度～令和9年度）', '区分\tR5\tR6\tR7', '市税\t1\t2\t3'],
      { kind: 'period-not-of-columns', period: { from: 2023, to: 2027 }, years: [2023, 2024, 2025] },
    ],
    [
      '値の数が年度の数と違う行',
      ['区分\tR5\tR6\tR7', '市税\t1\t2\t3', '市債\t1\t2'],
      { kind: 'line-years', line: '市債', at: 'line 3', years: 2, expected: 3 },
    ],
    [
      '行が多すぎる',
      ['区分\tR6\tR7', ...Array.from({ length: 201 }, (_, nth) => `項目${nth}\t1\t2`)],
      { kind: 'too-many-lines', lines: 201, most: 200 },
    ],
  ])('%s 見通しは、理由を言って断る', async (_, lines, fault) => {
    expect(await readText(lines)).toEqual({ ok: false, problem: { kind: 'years-do-not-fit', faults: [fault] } })
  })

  it.each([
    [
      '年のように見える額は額',
      ['財政見通し（単位：百万円）', '区分\t2025\t2026\t2027', '市税\t1980\t1990\t2000', '歳出合計\t2010\t2011\t2012'],
      { years: '2025-2027', lines: ['市税 1980,1990,2000', '歳出合計 2010,2011,2012'], unread: [] },
    ],
    [
      '結合のほどけた二段の見出しで、伸び率が先にある',
      ['財政見通し（単位：百万円）', '区分\tR7\t\tR8\t', '\t伸び率\t金額\t伸び率\t金額', '歳入合計\t0.1\t100\t0.2\t101'],
      { years: '2025-2026', lines: ['歳入合計 100,101'], unread: ['「R7伸び率」の列', '「R8伸び率」の列'] },
    ],
    [
      '令和が上の段にある',
      ['財政見通し（単位：百万円）', '区分\t令和\t\t', '\t7年度\t8年度\t9年度', '歳入\t1\t2\t3'],
      { years: '2025-2027', lines: ['歳入 1,2,3'], unread: [] },
    ],
    [
      '年度が縦に並ぶ',
      ['財政見通し（単位：億円）', '年度\t歳入\t歳出\t基金残高', '令和6年度\t100\t102\t20', '7年度\t101\t104\t18'],
      { years: '2024-2025', lines: ['歳入 100,101', '歳出 102,104', '基金残高 20,18'], unread: [] },
    ],
    [
      '空白でそろえた表',
      ['財政見通し（単位：百万円）', '区　分     令和7年度   令和8年度', '市　税       1,200       1,210', '　うち 個人   600         605'],
      { years: '2025-2026', lines: ['市税 1,200,1,210', 'うち 個人 600,605'], unread: [] },
    ],
    [
      '表の下の前提は値でも期間でもない',
      [
        '見通し（単位：百万円）',
        '区分\tR7\tR8\tR9',
        '市税\t1\t2\t3',
        '【前提】',
        '令和7年度から令和8年度までの伸び率を用いた。',
        '・市税\t平均で推計',
      ],
      {
        years: '2025-2027',
        lines: ['市税 1,2,3'],
        unread: ['【前提】', '令和7年度から令和8年度までの伸び率を用いた。', '・市税 平均で推計'],
      },
    ],
  ])('%s', async (_, lines, says) => {
    const read = await readText(lines)
    if (!read.ok) throw new Error(JSON.stringify(read.problem))
    const { typed, unread } = read.value
    expect({
      years: `${typed.from}-${typed.to}`,
      lines: typed.lines.map(({ name, cells }) => `${name} ${cells.join()}`),
      unread: unread.map(({ text }) => text),
    }).toEqual(says)
  })

  it('決算・予算・見込の別は備考に残る', async () => {
    const typed = await typedIn(['見通し（単位：百万円）', '区分\tR5\tR6\tR7', '\t決算\t予算\t見込', '市税\t1\t2\t3'])
    expect([typed.note, typed.lines.length]).toEqual(['列の見出し：R5決算、R6予算、R7見込', 1])
  })

  it('「うち」は上の行と同じ種類、番号のついた歳入も合計', async () => {
    const typed = await typedIn([
      '見通し（単位：百万円）',
      '区分\tR7\tR8',
      '１　歳入\t9\t9',
      '(1) ふるさと納税\t9\t9',
      'ふるさと納税経費\t1\t1',
      '市債残高\t5\t5',
      'うち臨時財政対策債\t2\t2',
    ])
    expect(shape(typed)).toEqual([
      'revenue total １ 歳入 百万円',
      'revenue item (1) ふるさと納税 百万円',
      'expenditure item ふるさと納税経費 百万円',
      'debt item 市債残高 百万円',
      'debt part うち臨時財政対策債 百万円',
    ])
  })

  it.each(['99999999999999999999', '0.000000001'])('円の整数にならない %s 億円は、合計から落とさず断る', async (text) => {
    const typed = await typedIn(['見通し（単位：億円）', '区分\tR7\tR8', `市税\t${text}\t1`])
    expect(readTyped({ ...typed, madeOn: '2024-10-01' }).faults).toEqual([{ kind: 'not-in-yen', line: '市税', text, unit: '億円' }])
  })

  it('年度の表のない文書は見通しではない', async () => {
    expect(await readText(['こんにちは', '市税 100'])).toEqual({ ok: false, problem: { kind: 'no-year-table' } })
  })
})
