import { type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { patchWorkbook } from '../../forms/patch-workbook.ts'
import { readForms } from '../../forms/read-forms.ts'
import { cannotPatchText } from '../../report/wording-forms.ts'
import { unreadableText } from '../../report/wording-unreadable.ts'
import { readDocument } from './read-document.ts'
import { textCell, workbookParts, zipped } from './workbook-builder.ts'

const ROW = `<sheetData><row r="1">${textCell('A1', '取組')}</row></sheetData>`
const book = (sheet: string, more?: Record<string, string>): Uint8Array => zipped(workbookParts(sheet, more))
const bookWith = (more: Zippable): Uint8Array => zipSync({ ...workbookParts(ROW), ...more })

/** Changes bytes after a signature, counted from the n-th place where it stands. */
function patched(bytes: Uint8Array, signature: number, offset: number, value: number[], nth = 0): Uint8Array {
  const copy = Buffer.from(bytes)
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(signature)
  let at = copy.indexOf(mark)
  for (let i = 0; i < nth; i += 1) at = copy.indexOf(mark, at + 4)
  copy.set(value, at + offset)
  return copy
}
const DIRECTORY = 0x02014b50
const END = 0x06054b50

/** Two names of the same length, so that one can be overwritten in place by the other. */
function renamed(from: string, to: string): Uint8Array {
  const bytes = Buffer.from(bookWith({ [from]: new Uint8Array([1]) }))
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at)
  return bytes
}

const bomb = book(`<sheetData/><!--${'a'.repeat(150_000_000)}-->`)
const manyMerges = Array.from({ length: 60_000 }, (_, n) => `<mergeCell ref="A${n + 1}:B${n + 1}"/>`).join('')
const overlapping = Array.from({ length: 1_000 }, (_, n) => `<mergeCell ref="A${n + 1}:ALL2000"/>`).join('')
const corner = `<sheetData><row r="1">${textCell('A1', '左上')}</row><row r="2000">${textCell('ALL2000', '右下')}</row></sheetData>`

const REFUSED: { title: string; bytes: Uint8Array; problem: object }[] = [
  { title: '圧縮爆弾', bytes: bomb, problem: { kind: 'zip-bomb' } },
  { title: '大きさを小さく偽った圧縮爆弾', bytes: patched(bomb, DIRECTORY, 24, [9, 0, 0, 0], 4), problem: { kind: 'zip-bomb' } },
  {
    title: 'DOCTYPE と外部実体',
    bytes: book(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${ROW}`),
    problem: { kind: 'doctype' },
  },
  {
    title: '実体の膨張',
    bytes: book(ROW, { 'xl/styles.xml': '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><l>&b;</l>' }),
    problem: { kind: 'doctype' },
  },
  {
    title: 'UTF-16 に隠した DOCTYPE',
    bytes: bookWith({ 'xl/styles.xml': Buffer.from('\ufeff<!DOCTYPE a []><a/>', 'utf16le') }),
    problem: { kind: 'doctype' },
  },
  {
    title: '外のフォルダーへの名前',
    bytes: bookWith({ '../../etc/cron.d/x': new Uint8Array([1]) }),
    problem: { kind: 'unsafe-archive', fault: 'path' },
  },
  { title: '絶対パスの名前', bytes: bookWith({ '/etc/x': new Uint8Array([1]) }), problem: { kind: 'unsafe-archive', fault: 'path' } },
  {
    title: 'シンボリックリンク',
    bytes: bookWith({ 'xl/a': [new Uint8Array([1]), { os: 3, attrs: 0o120777 << 16 }] }),
    problem: { kind: 'unsafe-archive', fault: 'link' },
  },
  {
    title: '同じ名前の部品',
    bytes: renamed('xl/workbooX.xml', 'xl/workbook.xml'),
    problem: { kind: 'unsafe-archive', fault: 'duplicate' },
  },
  {
    title: '重なった部品',
    bytes: patched(book(ROW), DIRECTORY, 42, [0, 0, 0, 0], 1),
    problem: { kind: 'unsafe-archive', fault: 'overlap' },
  },
  { title: 'ZIP64', bytes: patched(book(ROW), END, 16, [0xff, 0xff, 0xff, 0xff]), problem: { kind: 'unsafe-archive', fault: 'zip64' } },
  {
    title: '部品が千を超える',
    bytes: bookWith(Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`xl/media/${n}`, new Uint8Array()]))),
    problem: { kind: 'unsafe-archive', fault: 'too-many-entries' },
  },
  {
    title: '六万の結合',
    bytes: book(`${ROW}<mergeCells>${manyMerges}</mergeCells>`),
    problem: { kind: 'unsafe-archive', fault: 'too-many-merges' },
  },
  {
    title: '重なり合う巨大な結合',
    bytes: book(`${corner}<mergeCells>${overlapping}</mergeCells>`),
    problem: { kind: 'unsafe-archive', fault: 'too-many-merges' },
  },
  {
    title: '左上と右下の果てだけに値',
    bytes: book(
      `<sheetData><row r="1">${textCell('A1', '左上')}</row><row r="1048576">${textCell('XFD1048576', '右下')}</row></sheetData>`,
    ),
    problem: { kind: 'too-wide', columns: 16_384, limit: 1_000 },
  },
  {
    title: '一万列の表',
    bytes: book(`<sheetData><row r="1">${Array.from({ length: 10_000 }, (_, n) => `<c><v>${n}</v></c>`).join('')}</row></sheetData>`),
    problem: { kind: 'too-wide', columns: 10_000, limit: 1_000 },
  },
  {
    title: '番地が範囲の外',
    bytes: book(`<sheetData><row r="1">${textCell('ZZZZ1', '外')}</row></sheetData>`),
    problem: { kind: 'truncated' },
  },
  { title: '途中で切れた XML', bytes: book(ROW, { 'xl/workbook.xml': '<workbook><sheets><sheet name="' }), problem: { kind: 'truncated' } },
  { title: 'シートの部品が無い', bytes: book(ROW, { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }), problem: { kind: 'truncated' } },
  { title: '暗号化された部品', bytes: patched(book(ROW), DIRECTORY, 8, [1, 0]), problem: { kind: 'encrypted' } },
  { title: '末尾の無い ZIP', bytes: book(ROW).subarray(0, 900), problem: { kind: 'truncated' } },
  { title: '中身の壊れた圧縮', bytes: spoilt(book(ROW)), problem: { kind: 'truncated' } },
]

function spoilt(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (let at = 60; at < 120; at += 1) copy[at] = 0xff
  return copy
}

const READ: { title: string; bytes: Uint8Array; text: string }[] = [
  {
    title: '列全体の入力規則',
    bytes: book(
      `${ROW}<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
    ),
    text: '取組',
  },
  { title: 'シート全体の結合', bytes: book(`${ROW}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`), text: '取組' },
  { title: '十億列の列幅', bytes: book(`<cols><col min="1" max="999999999" width="9"/></cols>${ROW}`), text: '取組' },
  {
    title: '書式だけの最後の行',
    bytes: book(ROW.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>')),
    text: '取組',
  },
  {
    title: '一万の名前定義',
    bytes: book(ROW, {
      'xl/names.xml': `<a>${Array.from({ length: 10_000 }, (_, n) => `<definedName name="n${n * 7}">A!$A$1:$XFD$${n}</definedName>`).join('')}</a>`,
    }),
    text: '取組',
  },
  {
    title: '外部リンクとマクロ',
    bytes: bookWith({ 'xl/externalLinks/externalLink1.xml': Buffer.from('<externalLink/>'), 'xl/vbaProject.bin': new Uint8Array(99) }),
    text: '取組',
  },
  { title: '__proto__ という文字', bytes: book(ROW.replace('取組', '__proto__')), text: '__proto__' },
  { title: '数式に見える文字', bytes: book(ROW.replace('取組', '=HYPERLINK("http://a")')), text: '=HYPERLINK("http://a")' },
]

describe('悪意のある、または壊れたブック', () => {
  it.each(REFUSED)('$title は、理由を言って断る', { timeout: 10_000 }, async ({ bytes, problem }) => {
    const read = await readDocument({ name: 'a.xlsx', bytes })
    expect(read).toEqual({ ok: false, problem })
    expect(read.ok || unreadableText(read.problem)).toMatch(/^[^a-z]*(DOCTYPE|Excel|ZIP64|[^a-z])*。$/)
  })

  it.each(READ)('$title があっても読める', { timeout: 10_000 }, async ({ bytes, text }) => {
    const read = await readDocument({ name: 'a.xlsx', bytes })
    expect(read.ok && read.value.pages[0]?.rows[0]?.cells[0]?.text).toBe(text)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
  it.each([...REFUSED, ...READ])(
    '$title は、様式として受け取っても、値を書き込もうとしても、止まらない',
    { timeout: 10_000 },
    async ({ bytes }) => {
      const read = await readForms(bytes)
      expect(read.ok ? read.value : unreadableText(read.problem)).toEqual(read.ok ? [] : expect.stringMatching(/。$/))
      const written = await patchWorkbook(bytes, [{ at: '一覧!A1', text: '値' }])
      expect(written.ok || cannotPatchText(written.problem)).toEqual(written.ok || expect.stringMatching(/。$/))
    },
  )

  // two seconds of work; what grows with the square of the rows would take hours
  it('様式に見せかけた大きなブックも、断るか読み終える', { timeout: 60_000 }, async () => {
    const rows = (text: (n: number) => string): string =>
      `<sheetData>${Array.from({ length: 60_000 }, (_, n) => `<row r="${n + 1}">${text(n)}</row>`).join('')}</sheetData>`
    const labels = book(rows((n) => textCell(`A${n + 1}`, '帳票番号') + textCell(`B${n + 1}`, 'K24-00001-1')))
    const indicators = book(
      rows((n) => textCell(`A${n + 1}`, ['帳票番号', '指標名'][n] ?? `指標${n}`) + textCell(`B${n + 1}`, n === 1 ? '実績値' : '1')),
    )
    for (const bytes of [labels, indicators]) {
      const read = await readForms(bytes)
      expect(read.ok || unreadableText(read.problem)).toBeTruthy()
    }
  })

  it('百万の文字列で作業場の記憶を使い切っても、次のブックは読める', { timeout: 20_000 }, async () => {
    const strings = Array.from({ length: 1_000_000 }, (_, n) => `<si><t>文字列${n}</t></si>`).join('')
    const greedy = await readDocument({ name: 'a.xlsx', bytes: book(ROW, { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }) })
    expect(greedy.ok ? 'read' : greedy.problem.kind).toMatch(/^(read|too-many-cells|too-slow)$/)
    expect(await readDocument({ name: 'b.xlsx', bytes: book(ROW) })).toMatchObject({ ok: true })
  })
})
