import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anId } from '../../town/story/builders.ts'
import { aSheet } from '../../town/story/round-builders.ts'
import type { ItemSheet, ReportContent } from '../reform/report-content.ts'
import type { FormVariant, ReadForm } from './form.ts'
import { patchWorkbook, type WorkbookEdit } from './patch-workbook.ts'
import { settleForm } from './settle-form.ts'
import { aForm, formsIn, hasOffice, inOffice, throughOffice } from './test-forms.ts'
import { writeForms } from './write-forms.ts'

const [first] = aSheet().indicators
if (!first) throw new Error('no indicator')
const INDICATORS = Array.from({ length: 6 }, (_, nth) => ({ ...first, id: anId(`indicator-${nth}`), name: `指標${nth}` }))
const EFFECTS = Array.from({ length: 3 }, (_, nth) => ({
  row: `歳出 ${nth}`,
  scope: `歳出 ${nth}`,
  unit: '千円',
  planned: null,
  earlier: [],
}))
const SHEET: ItemSheet = aSheet({ indicators: INDICATORS, effects: EFFECTS })

/** What sections really type, and what breaks programs: each is a value, to its last blank. */
const HARD = fc.constantFrom(
  ...[
    '=1+1',
    '+81',
    '-5,000',
    '@SUM(A1)',
    '＝１＋１',
    '－',
    '-',
    '▲1,234',
    '△500',
    '①㈱髙﨑～－',
    '〜−‖―',
    '0012',
    '1e5',
    '2024/4/1',
    '1/2',
  ],
  ...[
    "'0012",
    '#N/A',
    '#REF!',
    'TRUE',
    '_x000D_',
    '_x005F_',
    ' 前の空白',
    '後の空白 ',
    '　全角の空白　',
    '\t',
    '一\n二\n\n三',
    '\n',
    '𠮷野家😀',
    '葛󠄀城',
  ],
  // words of the form itself, and its marks
  ...[
    '帳票番号',
    '取組名',
    '取組状況',
    '実績値',
    '指標名',
    '記入欄',
    '計画の見直し',
    '変更なし',
    'K24-00001-2',
    'kaikaku-list/1',
    'kaikaku-column entry',
  ],
  ...['kaikaku-form/1 {}', 'kaikaku-row {"field":"progress","label":"x"}', 'kaikaku-item/1 {}'],
  ...['<b>&amp;</b>', ']]>', '"引用"', '%3Cscript%3E', '概ね達成', '１２，３４５', '100％', '-0', '1,234,567.890', '99999999999999999999'],
)
const text = fc.oneof(
  HARD,
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.oneof(HARD, fc.constantFrom('\n', ' ', '、', '\r\n')), { maxLength: 8 }).map((parts) => parts.join('')),
)
const figure = fc.oneof(
  HARD,
  fc.integer().map(String),
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n.toLocaleString('ja-JP')),
  fc.double({ noNaN: true }).map(String),
)
const long = fc.oneof(
  { weight: 60, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom('長い文章。'.repeat(3_990), 'あ\n'.repeat(9_000)) },
)
const change = fc.record({
  kind: fc.constantFrom('target' as const, 'schedule' as const, 'section' as const, 'title' as const),
  of: fc.constantFrom(null, '対象手続の拡大', anId('indicator-1'), `${anId('indicator-2')}@2026`),
  after: text,
  reason: fc.constantFrom('前倒し', '－', '=A1'),
})
const content = (with_: { changes: boolean }): fc.Arbitrary<ReportContent> =>
  fc
    .record({
      unchanged: fc.boolean(),
      progress: long,
      issues: long,
      revision: text,
      actuals: fc.tuple(
        ...INDICATORS.map(({ id }) =>
          fc.record({
            indicator: fc.constant(id),
            raw: figure,
            status: fc.constantFrom(null, '見込み' as const, '実績' as const, '決算' as const),
          }),
        ),
      ),
      effects: fc.tuple(...EFFECTS.map(({ row }) => fc.record({ row: fc.constant(row), raw: figure }))),
      changes: fc.array(change, { maxLength: with_.changes ? 2 : 0 }),
    })
    .map((said) => ({
      ...said,
      actuals: said.actuals.filter(({ raw, status }) => raw !== '' || status !== null),
      effects: said.effects.filter(({ raw }) => raw !== ''),
    }))

/** LibreOffice keeps no carriage returns and no control characters; nobody can type them into a cell either. */
const isTypable = (said: ReportContent): boolean =>
  textsOf(said).every((one) => !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/.test(one))
const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []

const countOf = (said: ReportContent): number => 4 + 2 * said.actuals.length + said.effects.length + 4 * said.changes.length

async function returned(contents: readonly ReportContent[], variant: FormVariant, through = (bytes: Uint8Array) => bytes) {
  const forms = contents.map((said, nth) => aForm(nth, { sheet: SHEET, content: said }))
  const read = await formsIn(through(await writeForms(forms, variant)))
  return read.map((form) => settleForm(form, SHEET))
}

/** What a person types into the cells of an empty form. */
function filledIn(at: ReadForm['at'], said: ReportContent): WorkbookEdit[] {
  const text: Record<string, string> = {
    unchanged: said.unchanged ? '○' : '',
    progress: said.progress,
    issues: said.issues,
    revision: said.revision,
    ...Object.fromEntries(said.actuals.map(({ indicator, raw }) => [`actual:${indicator}`, raw])),
    ...Object.fromEntries(said.effects.map(({ row, raw }) => [`effect:${row}`, raw])),
  }
  return Object.entries(at).flatMap(([field, place]) => (field === 'changes' ? [] : [{ at: place ?? '', text: text[field] ?? null }]))
}

describe('出して、記入されて、戻った値は、出したときと同じ (S-10)', () => {
  it.each([
    { variant: 'sheets' as const, runs: 60, seed: 20_250_401 },
    { variant: 'list' as const, runs: 90, seed: 20_250_402 },
  ])('$variant: 一万を超える文字と数値', { timeout: 60_000 }, async ({ variant, runs, seed }) => {
    let values = 0
    await fc.assert(
      fc.asyncProperty(fc.array(content({ changes: variant === 'sheets' }), { minLength: 8, maxLength: 8 }), async (contents) => {
        const read = await returned(contents, variant)
        expect(read.flatMap(({ problems }) => problems)).toEqual([])
        expect(read.map((form) => form.content)).toEqual(contents)
        values += contents.reduce((sum, said) => sum + countOf(said), 0)
      }),
      { numRuns: runs, seed, endOnFailure: true },
    )
    expect(values).toBeGreaterThan(10_000)
  })

  it.each(['sheets', 'list'] as const)('%s: 空の様式に記入された値も、そのまま取り込まれる', async (variant) => {
    const contents = fc.sample(content({ changes: false }), { numRuns: 20, seed: 20_250_405 })
    const empty = await writeForms(
      contents.map((_, nth) => aForm(nth, { sheet: SHEET })),
      variant,
    )
    const edits = (await formsIn(empty)).flatMap(({ at }, nth) => filledIn(at, contents[nth] as ReportContent))
    const filled = await patchWorkbook(empty, edits)
    if (!filled.ok) throw new Error(filled.problem.kind)
    const read = (await formsIn(filled.value)).map((form) => settleForm(form, SHEET))
    expect(read.flatMap(({ problems }) => problems)).toEqual([])
    expect(read.map((form) => form.content)).toEqual(
      contents.map((said) => ({ ...said, actuals: said.actuals.map((one) => ({ ...one, status: null })).filter(({ raw }) => raw !== '') })),
    )
  })

  it.skipIf(!hasOffice)(inOffice('LibreOffice で開いて保存し直しても同じ'), async () => {
    const sample = fc.sample(content({ changes: true }).filter(isTypable), { numRuns: 15, seed: 20_250_403 })
    const read = await returned(sample, 'sheets', throughOffice)
    expect(read.flatMap(({ problems }) => problems)).toEqual([])
    expect(read.map((form) => form.content)).toEqual(sample)
    const list = await returned(
      sample.map((said) => ({ ...said, changes: [] })),
      'list',
      throughOffice,
    )
    expect(list.map((form) => form.content)).toEqual(sample.map((said) => ({ ...said, changes: [] })))
  })
})
