import { describe, expect, it } from 'vitest'
import type { ScheduleCell } from './record.ts'
import { cellsIn, withYear } from './schedule-year.ts'

/** «2022~2024:検討», «2022~:検討» without an end, «2022~2022:開始*» a milestone */
const cell = (said: string): ScheduleCell => {
  const [, from = '', to = '', text = '', star] = /^(.+)~(.*):(.*?)(\*?)$/.exec(said) ?? []
  return { from, to: to || null, text, milestone: star === '*' }
}
const said = ({ from, to, text, milestone }: ScheduleCell): string => `${from}~${to ?? ''}:${text}${milestone ? '*' : ''}`

describe('その年度の行動計画', () => {
  it.each([
    { title: '年度にかかる帯', schedule: ['2022~2024:検討'], says: ['2022~2024:検討'] },
    { title: '終わった帯は言わない', schedule: ['2021~2022:検討'], says: [] },
    { title: '終期の書かれていない帯は続いている', schedule: ['2021~:検討'], says: ['2021~:検討'] },
    { title: '後の帯が始まれば、前の帯は終わっている', schedule: ['2021~:検討', '2022~:試行'], says: ['2022~:試行'] },
    { title: '後の帯が終わっていれば、何も続いていない', schedule: ['2021~:検討', '2022~2022:試行'], says: [] },
    {
      title: '上半期と下半期',
      schedule: ['2023-H1~2023-H1:検討', '2023-H2~2023-H2:試行'],
      says: ['2023-H1~2023-H1:検討', '2023-H2~2023-H2:試行'],
    },
    { title: '節目は続かない', schedule: ['2022~:開始*'], says: [] },
    { title: '先の年度の帯は言わない', schedule: ['2024~:実施'], says: [] },
  ])('$title', ({ schedule, says }) => expect(cellsIn(schedule.map(cell), 2023).map(said)).toEqual(says))
})

describe('その年度の行動計画を書き直す', () => {
  it.each([
    { title: 'その年度だけの帯', schedule: ['2022~2022:検討', '2023~2023:試行'], says: ['2022~2022:検討', '2023~2023:新しい'] },
    { title: '終期の書かれていないその年度の帯', schedule: ['2023~:試行', '2024~:実施'], says: ['2023~:新しい', '2024~:実施'] },
    {
      title: '数年度の帯は、ほかの年度を残して分かれる',
      schedule: ['2022~2025:検討'],
      says: ['2022~2022:検討', '2023~2023:新しい', '2024~2025:検討'],
    },
    { title: 'その年度から始まる帯', schedule: ['2023~2025:検討'], says: ['2023~2023:新しい', '2024~2025:検討'] },
    { title: 'その年度に終わる帯', schedule: ['2022~2023:検討'], says: ['2022~2022:検討', '2023~2023:新しい'] },
    { title: '半期の帯は合わせて一つになる', schedule: ['2023-H1~2023-H1:検討', '2023-H2~2023-H2:試行'], says: ['2023~2023:新しい'] },
    { title: '節目は残る', schedule: ['2023~:試行', '2023~:開始*'], says: ['2023~:新しい', '2023~:開始*'] },
    { title: '帯のない年度には加わる', schedule: ['2022~:検討', '2025~:実施'], says: ['2022~:検討', '2023~2023:新しい', '2025~:実施'] },
  ])('$title', ({ schedule, says }) => expect(withYear(schedule.map(cell), 2023, '新しい').map(said)).toEqual(says))
})
