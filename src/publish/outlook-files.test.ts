import { describe, expect, it } from 'vitest'
import { anEffect, aRecord } from '../../town/story/builders.ts'
import { aLine, aMark, anOutlook } from '../../town/story/outlook-builders.ts'
import { readOutlook } from '../intake/outlook/read-outlook.ts'
import { readDocument } from '../intake/read/read-document.ts'
import { readTyped } from '../reform/outlook-typed.ts'
import { outlookReport } from '../report/outlook-reconciliation.ts'
import { outlookCsvFiles } from './csv-outlook.ts'
import { toOutlookWorkbook } from './workbook-outlook.ts'

const size = aLine('other', '標準財政規模', [15420, 15400, 15380, 15350, 15330])
const rates = aLine('ratio', '実質公債費比率', ['7.8', '8.1', '－', '', '算定中'], {
  thresholds: [{ label: '早期健全化基準', comparator: '<', value: '25.0' as never, of: null }],
})
const parent = aLine('revenue', '市税', [100, 100, 100, 100, 100])
const outlook = anOutlook({
  lines: [
    parent,
    aLine('revenue', 'うち個人市民税', ['40.5', '40.0', '39.5', '39.0', '=1+1'], { under: parent }),
    ...anOutlook().lines,
    aLine('fund', '財政調整基金残高', [1, 2, 3, 4, 5], {
      thresholds: [{ label: '目安', comparator: '>=', value: '10' as never, of: size.id }],
    }),
    size,
    rates,
  ],
})
const effects = [anEffect({ fiscalYear: 2024, thousandYen: 200 }), anEffect({ scope: '2 柱', fiscalYear: 2025, thousandYen: -30 })]
const marks = [aMark(effects[0] as (typeof effects)[0], { note: '=cmd()' })]
const report = outlookReport({ record: aRecord({ effects }), outlook, marks })

describe('財政見通しのファイル', () => {
  it('Excel に書いた見通しは、取り込み直すと同じ行と値になる', async () => {
    const bytes = await toOutlookWorkbook([{ report, outlook }])
    const read = await readDocument({ name: 'outlook.xlsx', bytes })
    if (!read.ok) throw new Error(read.problem.kind)
    const page = read.value.pages.find(({ name }) => name === '財政見通し')
    const again = readOutlook({ ...read.value, pages: page ? [page] : [] })
    if (!again.ok) throw new Error(JSON.stringify(again.problem))
    const { said, faults } = readTyped(again.value.typed)
    expect([faults, said.title, said.madeOn]).toEqual([[], outlook.title, outlook.madeOn])
    const plain = (lines: typeof outlook.lines) =>
      lines.map(({ id, kind, under, total, unit, thresholds, values }) => ({
        ...{ id, kind, under, total, unit, thresholds },
        values: values.map(({ amountYen, value, answer }) => [amountYen, value, answer]),
      }))
    expect(plain(said.lines)).toEqual(plain(outlook.lines))
  })

  it('表・図・CSVは同じ残る収支差を言い、CSVの文字は数式にならない', () => {
    const [lines, told, gap] = outlookCsvFiles([{ outlook, marks, report }])
    const remaining = report.figures.years.map(({ remainingYen }) => remainingYen)
    const rows = (gap?.text ?? '')
      .trim()
      .split('\r\n')
      .map((row) => row.split(','))
    const at = rows[0]?.indexOf('remaining_yen') ?? -1
    expect(rows.slice(1).map((row) => Number(row[at]))).toEqual(remaining)
    expect(report.figure?.years.map((one) => (one.remaining ?? 0) * 1000)).toEqual(remaining)
    expect(report.gap.find(({ key }) => key === 'remaining')?.cells[1]).toBe('▲709,800')
    expect(told?.text).toContain("'=cmd()")
    expect(lines?.text).toContain("'=1+1")
    expect(told?.text.trim().split('\r\n')).toHaveLength(3)
  })

  it('判定の済んでいないものがあれば幅を言い、なければ言わない', () => {
    expect(report.gap.map(({ key }) => key)).toEqual(['balance', 'added', 'remaining', 'inside', 'unmarked', 'low', 'high'])
    const all = [...marks, aMark(effects[1] as (typeof effects)[0], { fund: 'total' })]
    const done = outlookReport({ record: aRecord({ effects }), outlook, marks: all })
    expect(done.gap.map(({ key }) => key)).toEqual(['balance', 'added', 'remaining', 'inside', 'total', 'unmarked'])
    expect(done.notes.some((note) => note.includes('使い道の決まった財源'))).toBe(true)
  })

  it('見通しがなければファイルもない', () => expect(outlookCsvFiles([])).toEqual([]))
})
