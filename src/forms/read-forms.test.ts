import { readXlsx, type WriteSheet, writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { aContent, aSheet } from '../../town/story/round-builders.ts'
import { formProblemText } from '../report/wording-forms.ts'
import type { FormVariant, ReadForm } from './form.ts'
import { readForms } from './read-forms.ts'
import { settleForm } from './settle-form.ts'
import { aForm, formsIn, hasOffice, inOffice, throughOffice } from './test-forms.ts'
import { writeForms } from './write-forms.ts'

type Grid = (string | number | boolean | Date | null)[][]
const EFFECT = { row: '人件費', scope: '人件費', unit: '千円', planned: '1,200', earlier: [] }
const sheets = [aSheet({ effects: [EFFECT] }), aSheet({ number: '1-1-2', title: '申請書記入の省力化' })]
const contents = [aContent({ effects: [{ row: '人件費', raw: '-1,250' }] }), aContent({ progress: '別の取組をした。', unchanged: true })]
const forms = sheets.map((sheet, nth) => aForm(nth + 1, { sheet, content: contents[nth] ?? aContent() }))

/** What another program or a person makes of our workbook: the values of its sheets, changed and written again. */
async function remade(
  variant: FormVariant,
  edit: (sheets: { name: string; rows: Grid; hidden?: boolean }[]) => WriteSheet[],
): Promise<Uint8Array> {
  const { sheets: read } = await readXlsx(await writeForms(forms, variant))
  return writeXlsx({
    sheets: edit(read.map(({ name, rows, hidden, veryHidden }) => ({ name, rows: rows as Grid, hidden: Boolean(hidden || veryHidden) }))),
  })
}
const visible = (all: { name: string; rows: Grid; hidden?: boolean }[]) => all.filter(({ hidden }) => !hidden)
const blank = (rows: Grid, is: (text: string) => boolean): Grid =>
  rows.map((row) => row.map((value) => (typeof value === 'string' && is(value) ? null : value)))
const withoutMarks = (rows: Grid): Grid => blank(rows, (text) => text.startsWith('kaikaku'))
const replaced = (rows: Grid, from: string, to: string): Grid => rows.map((row) => row.map((value) => (value === from ? to : value)))
const settled = (read: ReadForm[]): ReadForm[] =>
  read.map((form) => settleForm(form, sheets.find(({ title }) => title === form.seen.title) ?? sheets[0] ?? aSheet()))
const said = (read: ReadForm[]) =>
  settled(read).map(({ number, content, problems }) => ({ number, content: { ...content, changes: [] }, problems }))
const WHOLE = forms.map(({ number, item }) => ({ number, content: item.content, problems: [] }))

describe('戻ってきた様式を、隠れた ID、帳票番号、項目名で見つける', () => {
  it.each([
    { title: 'そのまま', variant: 'sheets' as const, edit: (all: WriteSheet[]) => all },
    {
      title: 'シート名を変えた',
      variant: 'sheets' as const,
      edit: (all: WriteSheet[]) => all.map((one, nth) => ({ ...one, name: `提出${nth}` })),
    },
    {
      title: '上に行を足した',
      variant: 'sheets' as const,
      edit: (all: WriteSheet[]) => all.map((one) => ({ ...one, rows: [['送付状'], [], ...(one.rows ?? [])] })),
    },
    {
      title: '左と途中に列を足した',
      variant: 'sheets' as const,
      edit: (all: WriteSheet[]) =>
        all.map((one) => ({ ...one, rows: one.rows?.map((row) => [null, ...row.slice(0, 2), null, ...row.slice(2)]) ?? [] })),
    },
    {
      title: '途中に行を足した',
      variant: 'sheets' as const,
      edit: (all: WriteSheet[]) => all.map((one) => ({ ...one, rows: one.rows?.flatMap((row) => [row, []]) ?? [] })),
    },
    {
      title: 'ほかのブックにシートを写した（_meta も _list もない）',
      variant: 'sheets' as const,
      edit: (all: WriteSheet[]) => [{ name: '送付', rows: [['送ります']] }, ...visible(all as never)],
    },
    {
      title: '隠れた ID を消された（無害化）',
      variant: 'sheets' as const,
      edit: (all: WriteSheet[]) => visible(all as never).map((one) => ({ name: one.name, rows: withoutMarks(one.rows) })),
    },
    {
      title: '二つの様式を一枚のシートに続けた',
      variant: 'sheets' as const,
      edit: (all: WriteSheet[]) => [{ name: 'まとめ', rows: visible(all as never).flatMap(({ rows }) => [...rows, []]) }],
    },
    {
      title: '隠れた ID を消して一枚に続けた',
      variant: 'sheets' as const,
      edit: (all: WriteSheet[]) => [{ name: 'まとめ', rows: visible(all as never).flatMap(({ rows }) => [...withoutMarks(rows), []]) }],
    },
    { title: '一覧のまま', variant: 'list' as const, edit: (all: WriteSheet[]) => all },
    {
      title: '一覧の隠れた ID を消された',
      variant: 'list' as const,
      edit: (all: WriteSheet[]) => visible(all as never).map((one) => ({ name: one.name, rows: withoutMarks(one.rows) })),
    },
    {
      title: '一覧の列を足した',
      variant: 'list' as const,
      edit: (all: WriteSheet[]) =>
        visible(all as never).map((one) => ({ name: one.name, rows: one.rows.map((row) => [...row.slice(0, 6), null, ...row.slice(6)]) })),
    },
  ])('$title（$variant）', async ({ variant, edit }) => {
    expect(said(await formsIn(await remade(variant, edit as never)))).toEqual(WHOLE)
  })

  it('一覧の行を並べ替え、一行を消しても、残りは自分の値を持つ', async () => {
    const bytes = await remade('list', (all) =>
      visible(all).map(({ name, rows }) => ({ name, rows: [...rows.slice(0, 4), ...rows.slice(4).reverse()] })),
    )
    expect(said(await formsIn(bytes))).toEqual(WHOLE.toReversed())
    const one = await remade('list', (all) =>
      visible(all).map(({ name, rows }) => ({ name, rows: [...rows.slice(0, 4), ...rows.slice(5)] })),
    )
    expect(said(await formsIn(one))).toEqual(WHOLE.slice(1))
  })

  it('番号の行を消したシートは、名前だけの様式として示される', async () => {
    const bytes = await remade('sheets', (all) =>
      visible(all).map(({ name, rows }) => ({ name, rows: blank(withoutMarks(rows), (text) => /^K24-|^帳票番号$/.test(text)) })),
    )
    const [form] = await formsIn(bytes)
    expect(form).toMatchObject({
      hidden: null,
      number: null,
      seen: { number: '1-1-1', title: '窓口申請のオンライン化', section: '財政課' },
    })
  })

  it('市の取組一覧は、配付した一覧ではない', async () => {
    const rows = [
      ['取組番号', '取組名', '所管課', '取組状況', '今後の課題'],
      ['1-1-1', '窓口申請のオンライン化', '市民課', '実施した。', 'なし'],
    ]
    expect(await formsIn(await writeXlsx({ sheets: [{ name: '取組一覧', rows }] }))).toEqual([])
  })

  it('様式のないブックからは何も出ない', async () => {
    expect(
      await formsIn(
        await writeXlsx({
          sheets: [
            {
              name: '一覧',
              rows: [
                ['取組', '所管課'],
                ['窓口', '市民課'],
              ],
            },
          ],
        }),
      ),
    ).toEqual([])
  })

  it.skipIf(!hasOffice).each(['sheets', 'list'] as const)(inOffice('LibreOffice で保存し直した %s'), async (variant) => {
    const bytes = throughOffice(await writeForms(forms, variant))
    const read = await formsIn(bytes)
    expect(said(read)).toEqual(WHOLE)
    expect(read.map(({ hidden }) => hidden?.item)).toEqual(['item-1', 'item-2'])
  })
})

const edited = (edit: (rows: Grid) => Grid) =>
  remade('sheets', (all) =>
    visible(all)
      .slice(0, 1)
      .map(({ name, rows }) => ({ name, rows: edit(rows) })),
  )

describe('様式の構成が変わっていれば、セルを名指して言う', () => {
  it.each([
    {
      title: '項目名を書き換えた',
      edit: (rows: Grid) => replaced(rows, '取組状況', '実施内容'),
      problem: { kind: 'label-moved', expected: '取組状況', found: '実施内容' },
    },
    {
      title: '指標名を書き換えた',
      edit: (rows: Grid) => replaced(rows, 'オンライン申請の件数', '申請件数'),
      problem: { kind: 'label-moved', expected: 'オンライン申請の件数', found: '申請件数' },
    },
    {
      title: '実績値の見出しを消した',
      edit: (rows: Grid) => replaced(rows, '実績値', ''),
      problem: { kind: 'label-moved', expected: '実績値', found: '' },
    },
    {
      title: '番号を別の様式のものに書き換えた',
      edit: (rows: Grid) => replaced(rows, forms[0]?.number ?? '', forms[1]?.number ?? ''),
      problem: { kind: 'number-differs', seen: forms[1]?.number },
    },
    {
      title: '番号の検査数字が違う',
      edit: (rows: Grid) => replaced(rows, forms[0]?.number ?? '', 'K24-00001-0'),
      problem: { kind: 'bad-number', text: 'K24-00001-0' },
    },
    {
      title: '取組名を書き換えた',
      edit: (rows: Grid) => replaced(rows, '窓口申請のオンライン化', '窓口'),
      problem: { kind: 'label-moved', expected: '窓口申請のオンライン化', found: '窓口' },
    },
    { title: '選択肢にない区分', edit: (rows: Grid) => replaced(rows, '実績', '確定'), problem: { kind: 'unknown-choice', text: '確定' } },
    {
      title: '結合を解いて下のセルに続きを書いた',
      edit: (rows: Grid) => rows.map((row, nth) => (rows[nth - 1]?.[1] === '取組状況' ? [null, null, '続き'] : row)),
      problem: { kind: 'stray-text', text: '続き' },
    },
    {
      title: '行を消した',
      edit: (rows: Grid) => rows.filter((row) => !row.includes('今後の課題・方向性')),
      problem: { kind: 'missing-cell', field: 'issues' },
    },
  ])('$title', async ({ edit, problem }) => {
    const [form] = settled(await formsIn(await edited(edit)))
    expect(form?.problems).toContainEqual(expect.objectContaining(problem))
    for (const one of form?.problems ?? []) expect(formProblemText(one)).toMatch(/。$/)
  })

  it('一覧の見える列だけを並べ替えたら、取り違えずに言う', async () => {
    const bytes = await remade('list', (all) =>
      visible(all).map(({ name, rows }) => {
        const [a, b] = [rows[4] ?? [], rows[5] ?? []]
        return { name, rows: [...rows.slice(0, 4), [a[0] ?? null, ...b.slice(1)], [b[0] ?? null, ...a.slice(1)]] }
      }),
    )
    const read = await formsIn(bytes)
    expect(read.map(({ problems }) => problems.map(({ kind }) => kind))).toEqual([
      ['number-differs', 'label-moved'],
      ['number-differs', 'label-moved'],
    ])
    expect(read.every(({ at }) => Object.keys(at).length === 0)).toBe(true)
  })

  it('数式の入った記入欄は、計算結果を取らずにセルを名指す', async () => {
    const bytes = await remade('sheets', (all) =>
      visible(all)
        .slice(0, 1)
        .map(({ name, rows }) => {
          const row = rows.findIndex((one) => one.includes('オンライン申請の件数'))
          const column = rows[row]?.indexOf('2,150') ?? -1
          return {
            name,
            rows,
            cells: new Map([[`${row},${column}`, { value: 2150, type: 'formula' as const, formula: 'SUM(H1:H9)', formulaResult: 2150 }]]),
          }
        }),
    )
    const [form] = await formsIn(bytes)
    expect(form?.problems).toEqual([
      { kind: 'formula', at: expect.stringMatching(/^1-1-1 窓口申請のオンライン化!I\d+$/), text: '=SUM(H1:H9)' },
    ])
    expect(form?.content.actuals).toEqual([])
    expect(Object.keys(form?.at ?? {})).not.toContain('actual:indicator')
  })

  it.each([
    { title: 'CSV', bytes: new TextEncoder().encode('取組名,取組状況\n窓口,した\n'), kind: 'not-supported' },
    { title: '空', bytes: new Uint8Array(), kind: 'empty' },
    { title: '大きすぎる', bytes: new Uint8Array(20_000_001), kind: 'too-large' },
  ])('$title は様式のブックではない', async ({ bytes, kind }) => {
    expect(await readForms(bytes)).toMatchObject({ ok: false, problem: { kind } })
  })
})
