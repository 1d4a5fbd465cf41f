import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import type { Page } from '../intake/read/page.ts'
import { readDocument } from '../intake/read/read-document.ts'
import { understand } from '../intake/understand.ts'
import { emptyRecord, type ReformRecord } from '../reform/record.ts'
import { aFullRecord } from '../report/test-record.ts'
import { toWorkbook } from './workbook.ts'

const document = async (record: ReformRecord) => {
  const read = await readDocument({ name: '帳票.xlsx', bytes: await toWorkbook(record) })
  if (!read.ok) throw new Error(read.problem.kind)
  return read.value
}
const sheet = async (record: ReformRecord, name: string): Promise<Page> => {
  const page = (await document(record)).pages.find((p) => p.name === name)
  if (!page) throw new Error(name)
  return page
}
const texts = (page: Page) => page.rows.map((row) => row.cells.map((cell) => cell.text))

/** What a sheet of one kind says when it is read like any other town's. */
async function readBack(record: ReformRecord, kind: string): Promise<ReformRecord> {
  const read = await document(record)
  return understand({ ...read, pages: read.pages.filter((page) => page.name?.startsWith(kind)) })
}

describe('取組一覧', () => {
  it('柱と年度ごとに一枚で、六列で、改革項目の列は縦に結合される', async () => {
    const read = await document(aFullRecord())
    expect(read.pages.map((p) => p.name).filter((name) => name?.startsWith('取組一覧'))).toEqual([
      '取組一覧 令和5年度 1',
      '取組一覧 令和5年度 2',
      '取組一覧 令和6年度 1',
      '取組一覧 令和6年度 2',
    ])
    const page = await sheet(aFullRecord(), '取組一覧 令和6年度 2')
    expect(texts(page).slice(0, 3)).toEqual([
      ['あおば市行財政改革実施計画（令和5年度～令和8年度） 令和6年度取組状況'],
      ['2 持続できる財政'],
      ['改革項目', '具体的取組', '内容', '所管課', '令和6年度の取組状況', '今後の課題・方向性'],
    ])
    expect(page.rows[3]?.cells[0]).toMatchObject({ text: '2-1 財源の確保と経費の見直し', rowSpan: 3 })
  })

  it('読み戻すと、取組、所管課、取組状況、課題が同じ', async () => {
    const said = ({ initiatives }: ReformRecord) =>
      initiatives.map((i) => [
        i.title,
        i.number,
        i.sections.map((s) => s.name),
        i.reports.map((r) => `${r.fiscalYear} ${r.progress}`).sort(),
      ])
    expect(said(await readBack(aFullRecord(), '取組一覧'))).toEqual(said(aFullRecord()))
  })
})

describe('様式', () => {
  it('一つの取組が A4 縦の一枚で、行動計画と指標の表を持つ', async () => {
    const rows = texts(await sheet(aFullRecord(), '様式 1'))
    expect(rows[1]).toEqual(['整理番号', '①', '取組名', '窓口申請のオンライン化', '所管課', '行政改革課\n市民課'])
    expect(rows).toContainEqual(['電子化の実施', '準備ができた手続から順に公開', '', '', '●主要手続の完了'])
    expect(rows).toContainEqual(['電子化した手続の数', '手続', '60', '80', '78', '100', '96', '120以上'])
    expect(rows).toContainEqual(['カウンター', 'キャッシュ', 'ペーパー', 'ファイル', 'ムーブ'].map((_, n) => ['○', '', '○', '', ''][n]))
  })

  it('読み戻すと、指標の目標と実績が同じ', async () => {
    const values = ({ indicators }: ReformRecord) =>
      indicators
        .filter((i) => i.of && 'part' in i.of)
        .map((i) => [
          i.name,
          i.unit,
          i.baseline?.value,
          i.targets.map((t) => [t.fiscalYear, t.value, t.comparator]),
          i.actuals.map((a) => [a.fiscalYear, a.value]),
        ])
    expect(values(await readBack(aFullRecord(), '様式'))).toEqual(values(aFullRecord()))
  })
})

describe('取組み整理表と効果額の表', () => {
  it('二つが一つになった取組は、同じ新しい名の二行になる', async () => {
    const rows = texts(await sheet(aFullRecord(), '取組み整理表'))
    expect(rows.map((row) => row.slice(2, 5))).toContainEqual(['証明書自動交付', '廃止（取組を集約）', '総合窓口の開設'])
    expect(rows.map((row) => row.slice(2, 5))).toContainEqual(['窓口案内の改善', '廃止（取組を集約）', '総合窓口の開設'])
  })

  it('効果額は年度ごとの数の並びで、印刷された合計だけを載せる', async () => {
    const rows = texts(await sheet(aFullRecord(), '効果額 2'))
    expect(rows.slice(1)).toEqual([
      ['（単位：千円）'],
      ['基本方針', '区分', '改革改善効果額', '合計', '計画策定時との比較'],
      ['令和5年度（実績）', '令和6年度（実績）', '令和7年度（見込み）', '令和8年度（見込み）'],
      ['1 届く行政サービス', '歳出', '800', '▲1,500', '2,000', '4,000', '', ''],
      ['2 持続できる財政', '歳出', '8,240', '15,120', '24,000', '36,000', '83,360', '▲16,640'],
    ])
  })

  it('読み戻すと、金額と符号が同じ', async () => {
    const amounts = ({ effects }: ReformRecord) =>
      effects.filter((e) => e.amountYen !== null).map((e) => [e.scope, e.fiscalYear, e.amountYen, e.side, e.status])
    expect(amounts(await readBack(aFullRecord(), '効果額'))).toEqual(amounts(aFullRecord()))
  })
})

describe('帳票のブック', () => {
  it('一覧は A4 横で見出しの行を頁ごとに繰り返し、様式は A4 縦で幅に収まる', async () => {
    const { sheets } = await readXlsx(await toWorkbook(aFullRecord()))
    const setUp = (name: string) => sheets.find((s) => s.name === name)?.pageSetup
    expect(setUp('取組一覧 令和6年度 1')).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      printTitlesRow: '$3:$3',
    })
    expect(setUp('様式 1')).toMatchObject({ paperSize: 'a4', orientation: 'portrait', fitToPage: true })
  })

  it('409 ポイントより高い行は無く、長い文は幾つもの行にわたる', async () => {
    const [initiative] = aFullRecord().initiatives
    const long = { ...(initiative as ReformRecord['initiatives'][number]), description: '長い説明。'.repeat(2_000) }
    const { sheets } = await readXlsx(await toWorkbook({ ...aFullRecord(), initiatives: [long] }))
    for (const { rowDefs } of sheets) for (const { height } of rowDefs?.values() ?? []) expect(height).toBeLessThanOrEqual(409)
    expect(
      (await document({ ...aFullRecord(), initiatives: [long] })).pages.at(-1)?.rows.flatMap((r) => r.cells.map((c) => c.text)),
    ).toContain(long.description)
  })

  it('何も無い記録からも、開けるブックができる', async () => {
    expect(texts((await document(emptyRecord())).pages[0] as Page)).toEqual([['取組の記載がありません。']])
  })

  it('文書から来た文字は数式にならず、書いて読めば同じ', async () => {
    const start = fc.constantFrom('', '=', '-', '@', "'", ' ', '_x000D_', '<f>', '&amp;')
    const said = fc.array(fc.tuple(start, fc.string({ unit: 'grapheme' })), { minLength: 50, maxLength: 50 })
    const property = fc.asyncProperty(said, async (all) => {
      const wanted = all.map(([head, tail]) => `${head}${tail}終`)
      const lineage = wanted.map((title) => ({
        from: [{ title, initiative: null }],
        to: [],
        kind: '廃止',
        reason: null,
        section: null,
        pillar: null,
        theme: null,
      }))
      const bytes = await toWorkbook({ ...emptyRecord(), lineage })
      const parts = unzipSync(bytes)
      for (const [name, part] of Object.entries(parts))
        if (name.includes('worksheets/sheet')) expect(strFromU8(part)).not.toMatch(/<f[ >/]/)
      const page = (await readDocument({ name: 'a', bytes })) as { ok: true; value: { pages: Page[] } }
      expect(page.value.pages[0]?.rows.slice(2).map((row) => row.cells[2]?.raw)).toEqual(wanted)
    })
    await fc.assert(property, { numRuns: 20 })
  })
})
