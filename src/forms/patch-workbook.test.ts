import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { workbookParts, zipped } from '../intake/read/workbook-builder.ts'
import { readFilledSheets } from '../intake/read/xlsx.ts'
import { letters } from './form-grid.ts'
import { patchWorkbook, type WorkbookEdit } from './patch-workbook.ts'
import { hasOpenpyxl, inOpenpyxl } from './test-forms.ts'

const town = fileURLToPath(new URL('../../town/', import.meta.url))
const FILES = [
  ...readdirSync(join(town, 'story', '様式')).map((name) => join('story', '様式', name)),
  ...readdirSync(join(town, 'corpus'))
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => join('corpus', name)),
]
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(town, file)))

async function patched(bytes: Uint8Array, edits: WorkbookEdit[]): Promise<Uint8Array> {
  const written = await patchWorkbook(bytes, edits)
  if (!written.ok) throw new Error(JSON.stringify(written.problem))
  return written.value
}
async function textsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const sheets = await readFilledSheets(bytes)
  if (!sheets.ok) throw new Error(sheets.problem.kind)
  return new Map(
    sheets.value.flatMap(({ name, cells }) => cells.map(([row, column, text]) => [`${name}!${letters(column)}${row + 1}`, text] as const)),
  )
}
/** Cells of a workbook that hold something, spread over it. */
async function some(bytes: Uint8Array): Promise<string[]> {
  const sheets = await readFilledSheets(bytes)
  if (!sheets.ok) throw new Error(sheets.problem.kind)
  return sheets.value.flatMap(({ name, cells }) =>
    cells.filter((cell, nth) => nth % 7 === 3 && !cell[3]).map(([row, column]) => `${name}!${letters(column)}${row + 1}`),
  )
}
const TEXTS = ['=1+1', '－', ' ①㈱髙﨑～－ ', '一\n二\r\n三', '0012', '-5,000', '<b>&</b>', '_x000D_', '😀']

/** What openpyxl sees of each cell and sheet: value, style, merges, protection, print set-up. */
const LOOK = `
import json, sys, openpyxl
seen = {}
book = openpyxl.load_workbook(sys.argv[1])
for ws in book.worksheets:
    seen[ws.title] = repr([sorted(map(str, ws.merged_cells.ranges)), ws.sheet_state, ws.protection.sheet, ws.protection.password, ws.print_area, ws.page_setup.orientation, [str(d.sqref) for d in ws.data_validations.dataValidation], sorted((k, v.width) for k, v in ws.column_dimensions.items())])
    for row in ws.iter_rows():
        for c in row:
            if c.value is not None or c.has_style:
                seen[ws.title + '!' + c.coordinate] = repr([c.value, c.data_type, c.number_format, c.font.name, c.font.b, c.fill.fgColor.rgb, c.border.left.style, c.alignment.wrap_text, c.protection.locked])
json.dump(seen, sys.stdout)
`
function openpyxl(bytes: Uint8Array): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'kaikaku-patch-'))
  try {
    writeFileSync(join(folder, 'a.xlsx'), bytes)
    return JSON.parse(execFileSync('/usr/bin/python3', ['-c', LOOK, join(folder, 'a.xlsx')], { encoding: 'utf8', maxBuffer: 1 << 26 }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('ブックに値だけを書き込む', () => {
  it.each(FILES)('%s: 書き込んだセルのほかは、どの部品も、どのセルも同じ', async (file) => {
    const before = bytesOf(file)
    const places = await some(before)
    const edits = places.map((at, nth) => ({ at, text: nth % 5 === 4 ? null : (TEXTS[nth % TEXTS.length] ?? '') }))
    const after = await patched(before, edits)
    const touched = new Set(places.map((at) => at.slice(0, at.lastIndexOf('!'))))
    const [old, now] = [unzipSync(before), unzipSync(after)]
    expect(Object.keys(now)).toEqual(Object.keys(old))
    const changed = Object.keys(old).filter((name) => !Buffer.from(old[name] ?? []).equals(now[name] ?? Buffer.alloc(0)))
    expect(changed.every((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))).toBe(true)
    expect(changed.length).toBe(touched.size)
    const expected = await textsOf(before)
    for (const { at, text } of edits)
      if (text === null) expected.delete(at)
      else expected.set(at, text)
    expect(await textsOf(after)).toEqual(expected)
  })

  it.skipIf(!hasOpenpyxl).each(FILES.slice(8, 16))(inOpenpyxl('%s: openpyxl にも、ほかのセルと書式は同じ'), async (file) => {
    const before = bytesOf(file)
    const places = await some(before)
    const after = openpyxl(
      await patched(
        before,
        places.map((at) => ({ at, text: '書き込み' })),
      ),
    )
    const expected = openpyxl(before)
    for (const at of places) expect(after[at]).toContain('書き込み')
    const rest = (seen: Record<string, string>) => Object.fromEntries(Object.entries(seen).filter(([at]) => !places.includes(at)))
    expect(rest(after)).toEqual(rest(expected))
    const style = (seen: string | undefined): string => (seen ?? '').split(', ').slice(-7).join()
    for (const at of places) expect(style(after[at])).toBe(style(expected[at]))
  })

  it('圧縮されたままの部品も、一つ一つ同じ', async () => {
    const before = bytesOf(FILES[0] as string)
    const after = await patched(before, [{ at: '様式!C20', text: '今年度の実績' }])
    const styles = Buffer.from(before).indexOf('xl/styles.xml')
    expect(Buffer.from(after).includes(Buffer.from(before.subarray(styles, styles + 600)))).toBe(true)
    expect(await patched(before, [])).toEqual(before)
  })
})

const sheet = (xml: string): Uint8Array => zipped(workbookParts(xml))
const xmlOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']).replace(/^<worksheet[^>]*>|<\/worksheet>$/g, '')
const T = (text: string): string => `t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`

describe('シートの XML の中の一つのセル', () => {
  it.each([
    {
      title: '数値は数値のまま',
      xml: '<sheetData><row r="1"><c r="A1" s="3"><v>5</v></c></row></sheetData>',
      at: 'A1',
      text: '-12.5',
      says: '<sheetData><row r="1"><c r="A1" s="3"><v>-12.5</v></c></row></sheetData>',
    },
    {
      title: '数値の欄に文字',
      xml: '<sheetData><row r="1"><c r="A1" s="3"><v>5</v></c></row></sheetData>',
      at: 'A1',
      text: '0012',
      says: `<sheetData><row r="1"><c r="A1" s="3" ${T('0012')}</row></sheetData>`,
    },
    {
      title: '文字の欄の数字は文字',
      xml: '<sheetData><row r="1"><c r="A1" t="s" s="3"><v>5</v></c></row></sheetData>',
      at: 'A1',
      text: '12',
      says: `<sheetData><row r="1"><c r="A1" s="3" ${T('12')}</row></sheetData>`,
    },
    {
      title: '空にする',
      xml: '<sheetData><row r="1"><c r="A1" t="s" s="3"><v>5</v></c></row></sheetData>',
      at: 'A1',
      text: null,
      says: '<sheetData><row r="1"><c r="A1" s="3"/></row></sheetData>',
    },
    {
      title: 'まだないセルを間に',
      xml: '<sheetData><row r="1"><c r="A1"/><c r="D1"/></row></sheetData>',
      at: 'B1',
      text: 'あ',
      says: `<sheetData><row r="1"><c r="A1"/><c r="B1" ${T('あ')}<c r="D1"/></row></sheetData>`,
    },
    {
      title: 'まだないセルを末尾に',
      xml: '<sheetData><row r="1"><c r="A1"/></row></sheetData>',
      at: 'AB1',
      text: 'あ',
      says: `<sheetData><row r="1"><c r="A1"/><c r="AB1" ${T('あ')}</row></sheetData>`,
    },
    {
      title: '空の行に',
      xml: '<sheetData><row r="2" s="7" customFormat="1"/></sheetData>',
      at: 'B2',
      text: 'あ',
      says: `<sheetData><row r="2" s="7" customFormat="1"><c r="B2" s="7" ${T('あ')}</row></sheetData>`,
    },
    {
      title: 'まだない行を間に',
      xml: '<sheetData><row r="1"/><row r="5"/></sheetData>',
      at: 'B3',
      text: 'あ',
      says: `<sheetData><row r="1"/><row r="3"><c r="B3" ${T('あ')}</row><row r="5"/></sheetData>`,
    },
    {
      title: '空のシートに',
      xml: '<cols><col min="2" max="3" style="4"/></cols><sheetData/>',
      at: 'B3',
      text: 'あ',
      says: `<cols><col min="2" max="3" style="4"/></cols><sheetData><row r="3"><c r="B3" s="4" ${T('あ')}</row></sheetData>`,
    },
    {
      title: '番地のないセル',
      xml: '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>',
      at: 'B1',
      text: '3',
      says: '<sheetData><row><c><v>1</v></c><c r="B1"><v>3</v></c></row></sheetData>',
    },
    {
      title: '似た文字のあるセルの隣',
      xml: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<c r="B1"><v>9</v></c>]]></t></is></c><c r="B1"><v>2</v></c></row></sheetData>',
      at: 'B1',
      text: '3',
      says: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<c r="B1"><v>9</v></c>]]></t></is></c><c r="B1"><v>3</v></c></row></sheetData>',
    },
  ])('$title', async ({ xml, at, text, says }) => {
    expect(xmlOf(await patched(sheet(xml), [{ at: `一覧!${at}`, text }]))).toBe(says)
  })

  it.each([
    {
      title: '数式のセル',
      xml: '<sheetData><row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>5</v></c></row></sheetData>',
      at: '一覧!A1',
      kind: 'formula-cell',
    },
    {
      title: '共有された数式のセル',
      xml: '<sheetData><row r="1"><c r="A1"><f t="shared" si="0"/><v>5</v></c></row></sheetData>',
      at: '一覧!A1',
      kind: 'formula-cell',
    },
    {
      title: '結合に隠れたセル',
      xml: '<sheetData/><mergeCells><mergeCell ref="A1:C2"/></mergeCells>',
      at: '一覧!B2',
      kind: 'covered-cell',
    },
    { title: 'ないシート', xml: '<sheetData/>', at: '様式!A1', kind: 'no-such-sheet' },
    { title: 'セルでない番地', xml: '<sheetData/>', at: '一覧!A0', kind: 'no-such-cell' },
    { title: '列の外', xml: '<sheetData/>', at: '一覧!XFE1', kind: 'no-such-cell' },
  ])('$title は断る', async ({ xml, at, kind }) => {
    expect(await patchWorkbook(sheet(xml), [{ at, text: '1' }])).toMatchObject({ ok: false, problem: { kind, at } })
  })

  it('書いたとおりに読める（文字千件）', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), fc.constantFrom(...TEXTS))
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.nat(30), fc.nat(8), text), {
          minLength: 100,
          maxLength: 100,
          selector: ([row, column]) => row * 100 + column,
        }),
        async (cells) => {
          const edits = cells.map(([row, column, said]) => ({ at: `一覧!${letters(column)}${row + 1}`, text: said }))
          const before = sheet('<sheetData><row r="3"><c r="C3"/></row><row r="9"/></sheetData>')
          expect(await textsOf(await patched(before, edits))).toEqual(new Map(edits.map(({ at, text: said }) => [at, said] as const)))
        },
      ),
      { numRuns: 10, seed: 20_250_404 },
    )
  })
})
