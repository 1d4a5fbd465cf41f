import { describe, expect, it } from 'vitest'
import type { ScheduleCell } from '../reform/record.ts'
import { ganttOf } from './gantt.ts'

const bar = (from: string, to: string | null, text = ''): ScheduleCell => ({ from, to, text, milestone: false })
const PERIOD = { from: 2022, to: 2025 }
/** «__AAB?» — one letter a column, _ empty, ? behind a bar whose end is unknown. */
const drawn = (schedule: ScheduleCell[], period: typeof PERIOD | null = PERIOD) =>
  ganttOf([{ name: '取組', schedule }], period)?.rows.map((row) =>
    row.cells
      .map((c) => (c.kind === 'empty' ? '_'.repeat(c.span) : c.openEnd ? `${c.text}${'?'.repeat(c.span - 1)}` : c.text.repeat(c.span)))
      .join(''),
  )

describe('行動計画の表', () => {
  it.each([
    { title: '一年の帯', schedule: [bar('2023', '2023', 'A')], says: ['_A__'] },
    { title: '終わりまでの帯', schedule: [bar('2022', '2025', 'A')], says: ['AAAA'] },
    { title: '終期の記載がない帯は端まで消えていく', schedule: [bar('2023', null, 'A')], says: ['_A??'] },
    { title: '次の帯の前で止まる', schedule: [bar('2022', null, 'A'), bar('2024', '2024', 'B')], says: ['A?B_'] },
    { title: '重なる帯は別の行に分ける', schedule: [bar('2022', '2024', 'A'), bar('2023', '2025', 'B')], says: ['AAA_', '_BBB'] },
    { title: '半年の帯があれば列を半年にする', schedule: [bar('2022-H2', '2023-H1', 'A')], says: ['_AA_____'] },
    { title: '半年の列に年度の帯', schedule: [bar('2022', '2022', 'A'), bar('2023-H2', '2023-H2', 'B')], says: ['AA_B____'] },
    { title: '期間の外に出る帯は列を増やす', schedule: [bar('2025', '2026', 'A')], says: ['___AA'] },
    { title: '帯のない取組も行になる', schedule: [], says: ['____'] },
  ])('$title', ({ schedule, says }) => expect(drawn(schedule)).toEqual(says))

  it('終期の記載がないことを言葉でも伝える', () => {
    const cell = ganttOf([{ name: '取組', schedule: [bar('2023', null)] }], PERIOD)?.rows[0]?.cells[1]
    expect(cell).toMatchObject({ openEnd: true, when: '令和5年度から、終期の記載なし' })
  })

  it.each([
    { title: '取組内容がない', activities: [], period: PERIOD },
    { title: '年度も計画期間もない', activities: [{ name: '取組', schedule: [] }], period: null },
    { title: '年度の読み違い（千年の帯）', activities: [{ name: '取組', schedule: [bar('2022', '3022')] }], period: PERIOD },
  ])('$title なら表を作らない', ({ activities, period }) => expect(ganttOf(activities, period)).toBeNull())
})
