import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { textCell, workbookParts, zipped } from './workbook-builder.ts'
import { readAllCells } from './xlsx-cells.ts'
import { plainCells } from './xlsx-plain-cells.ts'
import { openPackage } from './xlsx-preflight.ts'

const town = fileURLToPath(new URL('../../../town/', import.meta.url))
const FILES = [
  ...readdirSync(join(town, 'story', '様式')).map((name) => join('story', '様式', name)),
  join('story', '03-令和6年度取組状況.xlsx'),
  ...readdirSync(join(town, 'corpus'))
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => join('corpus', name)),
]
const parts = (bytes: Uint8Array) => {
  const opened = openPackage(bytes)
  if (!opened.ok) throw new Error(opened.problem.kind)
  return opened.value
}
const sheet = (cells: string, more: Record<string, string> = {}) =>
  zipped(workbookParts(`<sheetData><row r="1">${cells}</row></sheetData>`, more))
const styles = (code: string) => ({
  'xl/styles.xml': `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
})

describe('普通のブックは、一度の通読で全体の読み手と同じに読める', () => {
  it.each(FILES)('%s', async (file) => {
    const opened = parts(new Uint8Array(readFileSync(join(town, file))))
    expect(plainCells(opened)).toEqual(((await readAllCells(opened)) as { value: unknown }).value)
  })

  it.each([
    {
      title: '共有された文字列と直に書いた文字列',
      bytes: () =>
        writeXlsx({ sheets: [{ name: 'あ&<"い"', rows: [[' 前後 ', '一\n二', '_x000D_', '<b>&amp;', 1.5, true, -0.1, '😀']] }] }),
    },
    {
      title: '直に書いた文字列',
      bytes: () => writeXlsx({ stringMode: 'inline', sheets: [{ name: 'a', rows: [[' 前後 ', '一\r\n二', '\u0001', null, '']] }] }),
    },
    {
      title: '数式',
      bytes: async () =>
        sheet(
          '<c r="A1"><f>SUM(B1:B9)</f><v>5</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>a&amp;b</v></c><c r="C1" t="e"><v>#N/A</v></c>',
        ),
    },
    {
      title: 'ふりがなと書式つきの文字',
      bytes: async () =>
        sheet(
          '<c r="A1" t="inlineStr"><is><r><t>改</t></r><r><t xml:space="preserve"> 革</t></r><rPh sb="0" eb="1"><t>カイ</t></rPh></is></c>',
        ),
    },
    {
      title: '表示形式',
      bytes: async () => sheet('<c r="A1" s="1"><v>-1234.5</v></c><c r="B1"><v>1E-7</v></c>', styles('#,##0.0;&quot;▲&quot;#,##0.0')),
    },
  ])('$title', async ({ bytes }) => {
    const opened = parts(await bytes())
    const plain = plainCells(opened)
    expect(plain).not.toBeNull()
    expect(plain).toEqual(((await readAllCells(opened)) as { value: unknown }).value)
  })

  it.each([
    { title: '日付の表示形式', bytes: sheet('<c r="A1" s="1"><v>45000</v></c>', styles('ggge&quot;年&quot;m&quot;月&quot;')) },
    { title: '番地のないセル', bytes: sheet('<c><v>1</v></c>') },
    { title: 'CDATA', bytes: sheet(textCell('A1', '<![CDATA[<c r="B1"><v>9</v></c>]]>')) },
    { title: '注釈', bytes: sheet('<!-- <c r="B1"><v>9</v></c> -->') },
    { title: '閉じないセル', bytes: sheet('<c r="A1"><v>1</v>') },
    { title: '一重の引用符', bytes: sheet("<c r='A1'><v>1</v></c>") },
    { title: '知らない実体', bytes: sheet(textCell('A1', '&nbsp;')) },
  ])('$title は全体の読み手に任せる', ({ bytes }) => {
    expect(plainCells(parts(bytes))).toBeNull()
  })
})
