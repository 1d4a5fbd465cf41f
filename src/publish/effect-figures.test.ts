import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../tests/random.ts'
import { aNode, anEffect, anId, anInitiative } from '../../town/story/builders.ts'
import { readCsv } from '../intake/read/csv.ts'
import { readDocument } from '../intake/read/read-document.ts'
import type { Edition } from '../reform/edition.ts'
import type { Effect, ReformRecord } from '../reform/record.ts'
import { effectComparisonRows, effectSumRows } from '../report/effect-figures.ts'
import { changeText, numberText, yearShort } from '../report/figures.ts'
import { anEdition } from '../report/test-edition.ts'
import { toDecimal } from '../vocabulary/decimal.ts'
import { csvFiles } from './csv.ts'
import { printEdition } from './json.ts'
import { parseEdition } from './json-reading.ts'
import { drawn, siteOf } from './site/site.tsx'
import { toWorkbook } from './workbook.ts'

const ESTIMATES = ['計画策定時', '令和6年度見直し', '令和7年度見直し']
const YEARS = [2023, 2024, 2025]

/** Three estimates of three pillars and one initiative, in yen and in hours; nothing of it is rounded. */
function anyEdition(seed: number): Edition {
  const random = randomFrom(seed)
  const whole = (most: number): number => Math.floor(random() * most)
  const amounts = (estimate: string, pillar: number): Effect[] =>
    YEARS.flatMap((fiscalYear) => {
      if (random() < 0.15) return []
      const status = fiscalYear === 2023 && estimate !== ESTIMATES[0] ? '実績' : '見込み'
      const of = { node: anId(`pillar-${pillar}`) }
      const said = { estimate, of, scope: `${pillar} 柱${pillar}`, fiscalYear, status } as const
      const hours = { amountYen: null, quantity: toDecimal(`${whole(900)}.${whole(9) + 1}`), unit: '時間' }
      return [anEffect({ ...said, thousandYen: whole(400_000) - 90_000 }), anEffect({ ...said, ...hours })]
    })
  const record: ReformRecord = {
    ...anEdition().record,
    nodes: [1, 2, 3].map((nth) => aNode({ id: anId(`pillar-${nth}`), parent: null, number: String(nth), title: `柱${nth}` })),
    initiatives: [anInitiative({ id: anId('kiosk'), node: anId('pillar-1') })],
    indicators: [],
    lineage: [],
    effects: ESTIMATES.flatMap((estimate) => [1, 2, 3].flatMap((pillar) => amounts(estimate, pillar))),
    effectTotals: [],
    reviews: [],
    events: [],
    roadmap: [],
    series: [],
  }
  return { ...anEdition(), record }
}

/** The text of a page as it is seen: ▲ is seen, マイナス is heard. */
const seen = (html: string): string =>
  html
    .replace(/<span class="unseen">[^<]*<\/span>/g, '')
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<\/t[dhr]>/g, '|')
    .replace(/<[^>]*>/g, '')

const pageOf = (edition: Edition, path: string): string => {
  const draw = [...siteOf([edition]).pages].find(([address]) => address.endsWith(path))
  if (!draw) throw new Error(path)
  return seen(drawn(draw[1]({ path: draw[0], link: (_, to) => to, stylesheet: '/x.css', chosen: {}, served: false })))
}

describe('R-09 計算した効果額は、頁でもブックでもCSVでもJSONでも同じ', () => {
  const seeds = [1, 2, 3, 4, 5]
  it.each(seeds)('差と累計（種 %i）', async (seed) => {
    const edition = anyEdition(seed)
    const { record } = edition
    const [sums, compared] = [effectSumRows(record), effectComparisonRows(record)]
    expect(compared.length).toBeGreaterThan(60)

    // JSON: what is computed from the edition that was printed and read again
    const again = parseEdition(printEdition(edition))
    if (!again.ok) throw new Error('JSON')
    expect(effectSumRows(again.value.record)).toEqual(sums)
    expect(effectComparisonRows(again.value.record)).toEqual(compared)

    // CSV: every row, every figure
    const lines = (name: string): string[][] => {
      const read = readCsv(csvFiles(record).find((f) => f.name === name)?.text ?? '', ',')
      return read.ok ? (read.value[0]?.rows ?? []).slice(1).map((row) => row.cells.map((cell) => cell.raw)) : []
    }
    const told = (value: unknown): string => (value === null ? '' : String(value))
    expect(lines('effect_sums').map((cells) => cells.slice(5))).toEqual(sums.map((row) => [row.sum, row.cumulative].map(told)))
    expect(lines('effect_comparisons').map((cells) => cells.slice(6))).toEqual(
      compared.map((row) => [row.before, row.after, row.difference].map(told)),
    )

    // the workbook: cells are numbers
    const read = await readDocument({ name: '帳票.xlsx', bytes: await toWorkbook(record) })
    if (!read.ok) throw new Error(read.problem.kind)
    const sheet = (name: string): string[][] =>
      (read.value.pages.find((p) => p.name === name)?.rows ?? []).slice(2).map((row) => row.cells.map((cell) => cell.text))
    const numbers = (cells: readonly string[]): (number | null)[] =>
      cells.map((text) => (text === '' ? null : Number(text.replaceAll(',', '').replace('▲', '-'))))
    const asNumber = (value: string | null): number | null => (value === null ? null : Number(value))
    expect(sheet('計算 効果の累計').map((cells) => numbers(cells.slice(5, 7)))).toEqual(
      sums.map((row) => [row.sum, row.cumulative].map(asNumber)),
    )
    expect(sheet('計算 見積りの差').map((cells) => numbers(cells.slice(6, 9)))).toEqual(
      compared.map((row) => [row.before, row.after, row.difference].map(asNumber)),
    )

    // the pages: each total of each pillar, and the cumulative line, as they are written
    for (const [nth, [earlier, later]] of [
      ['計画策定時', '令和6年度見直し'],
      ['計画策定時', '令和7年度見直し'],
      ['令和6年度見直し', '令和7年度見直し'],
    ].entries()) {
      const html = pageOf(edition, `/effects/${['1-2', '1-3', '2-3'][nth]}/`)
      for (const row of compared.filter((one) => one.earlier === earlier && one.later === later)) {
        if (row.fiscalYear === null) {
          const amounts = [row.before, row.after].map((value) => (value === null ? '記載なし' : numberText(value)))
          expect(html).toContain(`${row.pillar ?? '合計'}|${amounts.join('|')}|${changeText(row.difference)}|`)
        } else expect(html).toContain(changeText(row.difference))
      }
    }
    const page = pageOf(edition, '/effects/')
    for (const row of sums) expect(page, `${row.estimate} ${yearShort(row.fiscalYear)}`).toContain(`${numberText(row.cumulative)}|`)
  })
})
