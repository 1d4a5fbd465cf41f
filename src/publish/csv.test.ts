import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../intake/read/csv.ts'
import { readDocument } from '../intake/read/read-document.ts'
import { emptyRecord, type ReformRecord } from '../reform/record.ts'
import { aFullRecord } from '../report/test-record.ts'
import { csvFiles } from './csv.ts'

const file = (record: ReformRecord, name: string): string => csvFiles(record).find((f) => f.name === name)?.text ?? ''
const cells = (text: string): string[][] => {
  const read = readCsv(text, ',')
  if (!read.ok) throw new Error(read.problem.kind)
  return (read.value[0]?.rows ?? []).map((row) => row.cells.map((cell) => cell.raw))
}

describe('オープンデータの CSV', () => {
  it('どの表も BOM と CRLF と見出しの行を持つ', () => {
    for (const { text } of csvFiles(emptyRecord())) expect(text).toMatch(/^\ufeff[a-z_]+(,[a-z_]+)*\r\n$/)
  })

  it('指標の値は一つの事実が一行で、数でない答えは value_status が言う', () => {
    const indicators: ReformRecord['indicators'] = [
      {
        ...(aFullRecord().indicators[0] as ReformRecord['indicators'][number]),
        id: 'i1' as never,
        baseline: { asOf: '2023-03', value: '60' as never, answer: 'number', raw: '60件' },
        targets: [
          { fiscalYear: 2024, asOf: null, comparator: '>=', value: '100.0' as never, answer: 'number', raw: '100.0以上', final: true },
        ],
        actuals: [
          {
            fiscalYear: 2024,
            asOf: null,
            value: null,
            answer: 'not-applicable',
            raw: '－',
            numerator: null,
            denominator: null,
            status: '見込み',
          },
        ],
      },
    ]
    expect(cells(file({ ...emptyRecord(), indicators }, 'indicator_values')).slice(1)).toEqual([
      ['i1', '', '2023-03', 'baseline', '', '60', 'ok', '', '', '', '60件'],
      ['i1', '2024', '', 'target', '>=', '100.0', 'ok', '', '', '', '100.0以上'],
      ['i1', '2024', '', 'actual', '', '', 'not_applicable', '', '', '見込み', '－'],
    ])
  })

  it('負の金額は数のまま、文書から来た数式は動かない', () => {
    const effect = {
      estimate: '=1+1',
      of: null,
      scope: '@計',
      fiscalYear: 2024,
      amountYen: -5000,
      quantity: '-1.50',
      unit: null,
      side: null,
      basis: null,
      status: null,
      raw: '-5,000',
    }
    const text = file({ ...emptyRecord(), effects: [effect as ReformRecord['effects'][number]] }, 'effects')
    expect(text.split('\r\n')[1]).toBe(`'=1+1,,,'@計,2024,,,,-5000,-1.50,,"-5,000"`)
  })

  it('一つの取組の全部の行が、それぞれの表に出る', () => {
    const record = aFullRecord()
    const count = (name: string): number => cells(file(record, name)).length - 1
    expect(count('initiatives')).toBe(record.initiatives.length)
    expect(count('reports')).toBe(record.initiatives.flatMap((i) => i.reports).length)
    expect(count('lineage')).toBe(record.lineage.flatMap((l) => [...l.from, ...l.to]).length)
    expect(count('schedule')).toBe(
      record.initiatives.flatMap((i) => i.parts.flatMap((p) => p.activities.flatMap((a) => a.schedule))).length,
    )
  })

  it('どんな文字も、書いて読めば同じ', () => {
    const start = fc.constantFrom('', '=', '-', "'", '"', '\r', '\n', '\t', ',', ' ')
    fc.assert(
      fc.property(fc.array(fc.tuple(start, fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 20 }), (said) => {
        const texts = said.map(([head, tail]) => `${head}${tail}`.replaceAll('\0', ''))
        const nodes = texts.map((title, n) => ({
          id: `n${n}` as never,
          plan: null,
          parent: null,
          level: null,
          number: null,
          title,
          text: '終',
        }))
        expect(
          cells(file({ ...emptyRecord(), nodes }, 'nodes'))
            .slice(1)
            .map((row) => row[5]),
        ).toEqual(texts)
      }),
      { numRuns: 1_000 },
    )
  })

  it('役所の文字、改行、数式の始まりも、ファイルとして読めば一字も違わず、数は数のまま', async () => {
    const start = fc.constantFrom('', '=', '+', '-', '@', '＝', '＋', '－', '＠', "'=", '\t=', '"', '-1,234', '▲5')
    const said = fc.string({
      unit: fc.constantFrom(...'①㈱髙﨑～－−―〜‐纊塚德𠮷ｶﾞ　 ，,"\'\n;；=＋改革取組7０％円'.split(/(?:)/u)),
      maxLength: 12,
    })
    const texts = fc.array(fc.tuple(start, said), { minLength: 20, maxLength: 20 })
    const property = fc.asyncProperty(texts, fc.integer(), async (all, amountYen) => {
      const wanted = all.map(([head, tail]) => `${head}${tail}終`)
      const effects = wanted.map((scope) => ({
        ...{ estimate: '計画策定時', of: null, scope, fiscalYear: 2024, amountYen, quantity: '-1.50', unit: '千円' },
        ...{ side: null, basis: null, status: null, raw: '-5,000' },
      }))
      const text = file({ ...emptyRecord(), effects: effects as ReformRecord['effects'] }, 'effects')
      expect(text).not.toMatch(/計画策定時,,,"?[=＝@＠]/)
      const read = await readDocument({ name: 'effects.csv', bytes: new TextEncoder().encode(text) })
      if (!read.ok) throw new Error(read.problem.kind)
      const rows = (read.value.pages[0]?.rows ?? []).slice(1).map((row) => row.cells.map((cell) => cell.raw))
      expect(rows.map((row) => row[3])).toEqual(wanted)
      for (const row of rows) expect([row[8], row[9]]).toEqual([String(amountYen), '-1.50'])
    })
    await fc.assert(property, { numRuns: 50, seed: 990019 })
  })
})
