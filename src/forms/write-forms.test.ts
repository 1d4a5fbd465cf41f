import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { anId } from '../../town/story/builders.ts'
import { aContent, aSheet } from '../../town/story/round-builders.ts'
import { aForm, formsIn, hasOpenpyxl, inOpenpyxl } from './test-forms.ts'
import { writeForms } from './write-forms.ts'

const DANGEROUS = aContent({
  progress: '=HYPERLINK("http://a.example","見る")',
  issues: '+SUM(A1:A9)',
  revision: '@cmd',
  actuals: [{ indicator: anId('indicator'), raw: '-5,000', status: '実績' }],
})
const FORMS = [
  aForm(1, { content: DANGEROUS }),
  aForm(2, {
    sheet: aSheet({
      title: '＝１＋１',
      number: '=1+1',
      description: '-A1',
      last: { fiscalYear: 2023, progress: '=1', issues: '@a', revision: '+1' },
    }),
  }),
]

/** What openpyxl sees of a workbook, or the workbook as openpyxl saves it. */
const python = (bytes: Uint8Array, script: string): { out: string; saved: Uint8Array } => {
  const folder = mkdtempSync(join(tmpdir(), 'kaikaku-write-'))
  try {
    const [from, to] = [join(folder, 'in.xlsx'), join(folder, 'out.xlsx')]
    writeFileSync(from, bytes)
    writeFileSync(to, bytes)
    const out = execFileSync(
      '/usr/bin/python3',
      ['-c', `import openpyxl, json, sys\nbook = openpyxl.load_workbook(sys.argv[1])\n${script}`, from, to],
      { encoding: 'utf8' },
    )
    return { out, saved: new Uint8Array(readFileSync(to)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('配付する様式のブック', () => {
  it.each(['sheets', 'list'] as const)('%s: どの文字も文字として書かれ、数式は一つもない (S-10)', async (variant) => {
    const parts = unzipSync(await writeForms(FORMS, variant))
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'))
    expect(sheets.length).toBe(variant === 'sheets' ? 4 : 3)
    for (const [, part] of sheets) expect(strFromU8(part)).not.toMatch(/<f[ >/]|<c [^>]*t="(?:n|str)"/)
    expect(Object.keys(parts).some((name) => /external|vba/i.test(name))).toBe(false)
  })

  it.each(['sheets', 'list'] as const)('%s: 同じ様式からは、いつも同じバイト列ができる', async (variant) => {
    expect(await writeForms(FORMS, variant)).toEqual(await writeForms(FORMS, variant))
  })

  it('シート名は 31 字までで、使えない文字を除き、重ならない', async () => {
    const title = '長い[取組]の:名前?'.repeat(4)
    const forms = [1, 2, 3].map((serial) => aForm(serial, { sheet: aSheet({ title }) }))
    const names = (await formsIn(await writeForms(forms, 'sheets'))).map(({ sheet }) => sheet)
    expect(new Set(names).size).toBe(3)
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/)
  })

  it.skipIf(!hasOpenpyxl).each([
    {
      variant: 'sheets' as const,
      entry: "next(c for row in ws.iter_rows() for c in row if c.value == '-5,000')",
      paper: '9',
      titles: '$2:$3',
    },
    {
      variant: 'list' as const,
      entry: "next(c for row in ws.iter_rows() for c in row if c.value == '-5,000')",
      paper: '8',
      titles: '$2:$4',
    },
  ])(inOpenpyxl('$variant: 記入欄だけが開き、選択肢と印刷の設定がある'), async ({ variant, entry, paper, titles }) => {
    const { out } = python(
      await writeForms(FORMS, variant),
      `ws = book.worksheets[0]
c = ${entry}
number = next(c for row in ws.iter_rows() for c in row if str(c.value).startswith('K24-'))
print(json.dumps([ws.protection.sheet, c.protection.locked, c.number_format, c.data_type, number.protection.locked, sorted({v.formula1 for v in ws.data_validations.dataValidation}), ws.page_setup.orientation, str(ws.page_setup.paperSize), ws.sheet_properties.pageSetUpPr.fitToPage, ws.print_title_rows, bool(ws.print_area), ws.column_dimensions['A'].hidden, ws.row_dimensions[1].hidden, [s.sheet_state for s in book.worksheets], '&P' in str(ws.oddFooter.right.text)]))`,
    )
    const lists = variant === 'sheets' ? ['_list!$A$1:$A$1', '_list!$B$1:$B$3', '_list!$C$1:$C$4'] : ['_list!$A$1:$A$1', '_list!$B$1:$B$3']
    const states = [...(variant === 'sheets' ? ['visible', 'visible'] : ['visible']), 'hidden', 'veryHidden']
    expect(JSON.parse(out)).toEqual([true, false, '@', 's', true, lists, 'landscape', paper, true, titles, true, true, true, states, true])
  })

  it.skipIf(!hasOpenpyxl).each(['sheets', 'list'] as const)(inOpenpyxl('%s: openpyxl で保存し直しても同じに読める'), async (variant) => {
    const bytes = await writeForms(FORMS, variant)
    const { saved } = python(bytes, 'book.save(sys.argv[2])')
    expect(saved).not.toEqual(bytes)
    expect(await formsIn(saved)).toEqual(await formsIn(bytes))
  })
})
