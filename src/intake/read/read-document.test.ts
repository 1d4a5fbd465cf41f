import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { unreadableText } from '../../report/wording-unreadable.ts'
import { readDocument } from './read-document.ts'
import { textCell, workbookParts, zipped } from './workbook-builder.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const compound = (stream: string): Uint8Array =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(600), ...Buffer.from(stream, 'utf16le')])
const row = (...texts: string[]): string =>
  `<sheetData><row r="1">${texts.map((t, i) => textCell(`${'ABC'[i]}1`, t)).join('')}</row></sheetData>`
const workbook = zipped(workbookParts(row('取組', '市民課')))

describe('文書の種類は、名前ではなく中身で決まる', () => {
  it.each([
    { name: '一覧.csv', bytes: utf8('番号,取組\n1,窓口\n2,広告'), kind: 'csv', characters: 10 },
    { name: '一覧.txt', bytes: workbook, kind: 'xlsx', characters: 5 },
    { name: '計画.xlsx', bytes: utf8('改革の方針\n\n 窓口を見直す。'), kind: 'txt', characters: 12 },
    { name: '覚書.txt', bytes: utf8('一,二\n三,四\n五,六\n"七,八\n九,十'), kind: 'txt', characters: 16 },
    { name: '長い.csv', bytes: utf8('一,二\n'.repeat(100_000)), kind: 'csv', characters: 200_000 },
    { name: '計画', bytes: Uint8Array.from(Buffer.from('8ee6916788ea9797', 'hex')), kind: 'txt', characters: 4 },
  ])('$name は $kind', async ({ name, bytes, kind, characters }) => {
    const read = await readDocument({ name, bytes })
    expect(read).toMatchObject({ ok: true, value: { name, kind, characters } })
    expect(read.ok && read.value.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    { title: '空のファイル', bytes: new Uint8Array(), problem: { kind: 'empty' } },
    { title: '空白だけの文', bytes: utf8('\ufeff\n　\n'), problem: { kind: 'empty' } },
    { title: '何も書いていないブック', bytes: zipped(workbookParts('<sheetData/>')), problem: { kind: 'empty' } },
    { title: 'PDF', bytes: utf8('%PDF-1.7\n…'), problem: { kind: 'not-supported', type: 'pdf' } },
    {
      title: 'Word',
      bytes: zipped({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
      problem: { kind: 'not-supported', type: 'docx' },
    },
    { title: 'ただの ZIP', bytes: zipped({ 'a.txt': strToU8('a') }), problem: { kind: 'not-supported', type: 'zip' } },
    { title: '古い Excel', bytes: compound('Workbook'), problem: { kind: 'not-supported', type: 'xls' } },
    { title: '古い Word', bytes: compound('WordDocument'), problem: { kind: 'not-supported', type: 'doc' } },
    { title: 'パスワードつきの Excel', bytes: compound('EncryptedPackage'), problem: { kind: 'encrypted' } },
    {
      title: '画像',
      bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      problem: { kind: 'binary', looksLike: 'PNG 画像' },
    },
    { title: 'Web ページ', bytes: utf8('<!DOCTYPE html><html><body>改革</body></html>'), problem: { kind: 'not-supported', type: 'html' } },
    { title: '途中で切れたブック', bytes: workbook.subarray(0, workbook.length - 60), problem: { kind: 'truncated' } },
    {
      title: '50 MB の文',
      bytes: new Uint8Array(50_000_000).fill(0x61),
      problem: { kind: 'too-large', bytes: 50_000_000, limit: 20_000_000 },
    },
    {
      title: '1 万列の CSV',
      bytes: utf8(`${'あ,'.repeat(9_999)}い\n`.repeat(3)),
      problem: { kind: 'too-wide', columns: 10_000, limit: 1_000 },
    },
    {
      title: '1 万列のタブの表',
      bytes: utf8(`はじめに\n\n${'あ\t'.repeat(9_999)}い\n\nおわりに`),
      problem: { kind: 'too-wide', columns: 10_000, limit: 1_000 },
    },
    {
      title: '110万字の文',
      bytes: utf8(`${'改革'.repeat(1_000)}\n`.repeat(550)),
      problem: { kind: 'too-long', count: 1_100_000, limit: 1_000_000, unit: '字' },
    },
    {
      title: '12万行の文',
      bytes: utf8('改革\n'.repeat(120_000)),
      problem: { kind: 'too-long', count: 120_000, limit: 100_000, unit: '行' },
    },
    { title: '縦線だけの 10 MB', bytes: utf8(`${'|'.repeat(900)}\n`.repeat(11_000)), problem: { kind: 'too-many-cells' } },
    { title: '空行ばかりの 5 MB', bytes: utf8(`改革${'\n'.repeat(5_000_000)}計画`), problem: { kind: 'too-many-cells' } },
    { title: 'カンマだけの 5 MB', bytes: utf8(`${','.repeat(5_000)}あ\n`.repeat(1_000)), problem: { kind: 'too-many-cells' } },
  ])('$title は、理由を言って断る', async ({ bytes, problem }) => {
    const read = await readDocument({ name: 'a', bytes })
    expect(read).toEqual({ ok: false, problem: expect.objectContaining(problem) })
    expect(read.ok || unreadableText(read.problem)).toMatch(/。$/)
  })
})
