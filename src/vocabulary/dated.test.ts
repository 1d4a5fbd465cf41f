import { describe, expect, it } from 'vitest'
import { findDates, readDated } from './dated.ts'

describe('時点の読み取り', () => {
  it.each([
    ['R4. 4. 1', { kind: 'date', date: '2022-04-01', year: 2022 }],
    ['2022.4.1時点', { kind: 'date', date: '2022-04-01', year: 2022 }],
    ['令和6年1月30日', { kind: 'date', date: '2024-01-30', year: 2023 }],
    ['R6.1.30', { kind: 'date', date: '2024-01-30', year: 2023 }],
    ['令和５年３月３１日現在', { kind: 'date', date: '2023-03-31', year: 2022 }],
    ['2021年度末時点', { kind: 'year-end', date: '2022-03-31', year: 2021 }],
    ['（2021年度末時点の現況値）', { kind: 'year-end', date: '2022-03-31', year: 2021 }],
    ['2025年度末までの目標値', { kind: 'year-end', date: '2026-03-31', year: 2025 }],
    ['令和4年度末', { kind: 'year-end', date: '2023-03-31', year: 2022 }],
    ['2021年12月時点', { kind: 'month', month: '2021-12', year: 2021 }],
    ['R5.10', { kind: 'month', month: '2023-10', year: 2023 }],
    ['H8.2', { kind: 'month', month: '1996-02', year: 1995 }],
    ['昭和61年 6月', { kind: 'month', month: '1986-06', year: 1986 }],
    ['2023.10', { kind: 'month', month: '2023-10', year: 2023 }],
    ['2020~2022', { kind: 'fiscal-year', year: 2020, to: 2022 }],
    ['2020～2022年度', { kind: 'fiscal-year', year: 2020, to: 2022 }],
    ['R13-R22', { kind: 'fiscal-year', year: 2031, to: 2040 }],
    ['平成20年度から平成24年度まで', { kind: 'fiscal-year', year: 2008, to: 2012 }],
    ['平成20年度から24年度', { kind: 'fiscal-year', year: 2008, to: 2012 }],
    ['平成32年度', { kind: 'fiscal-year', year: 2020, to: null }],
    ['令和元年度', { kind: 'fiscal-year', year: 2019, to: null }],
    ['2022年度（令和4年度）', { kind: 'fiscal-year', year: 2022, to: null }],
    ['R 4', { kind: 'fiscal-year', year: 2022, to: null }],
    ['2024', { kind: 'fiscal-year', year: 2024, to: null }],
    ['2021年', { kind: 'calendar-year', calendarYear: 2021, year: null }],
    ['5年後までに', { kind: 'years-after', years: 5, year: null }],
  ])('%s', (text, says) => {
    expect(readDated(text)).toEqual({ ...says, raw: text })
  })

  it.each(['22年度', '12.4', '令和6年13月1日', '2023.2.30', '窓口満足度', '', '10月', 'R4とR5', '2022年度退職者', '35件'])(
    '「%s」は時点ではない',
    (text) => {
      expect(readDated(text)).toBeNull()
    },
  )

  it('文中の日付は左から順に、値の数字を巻き込まない', () => {
    const text = '令和4年度末で9.8%、R3:1,712 → R5:1,507事業、3月24日、2,022.5%、22年度'
    expect(findDates(text).map((d) => text.slice(d.start, d.end))).toEqual(['令和4年度末', 'R3', 'R5', '3月24日', '22年度'])
  })
})
