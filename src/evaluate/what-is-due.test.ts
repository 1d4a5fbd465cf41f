import { describe, expect, it } from 'vitest'
import { aDay, anItem, aRound } from '../../town/story/round-builders.ts'
import { people, sections } from '../../town/story/staff.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import { dutiesToTell, whatIsDue } from './what-is-due.ts'

const standingOf = (login: string, day: string) => {
  const person = people.find((one) => one.login === login)
  if (!person) throw new Error(login)
  return { person, sections, day: aDay(day) }
}
const dutiesOf = (login: string, day: string, items: Partial<RoundItem>[], round: Partial<Round> = {}) =>
  whatIsDue(standingOf(login, day), [{ round: aRound(round), items: items.map((said) => anItem(said)) }])
/** kind, due day, days left, how many; «*» where the day is one of those on which the round reminds of it */
const told = (duties: ReturnType<typeof whatIsDue>) =>
  duties.map(({ kind, due, left, items, reminded }) => `${kind} ${due.slice(5)} ${left} ${items.length}${reminded ? '*' : ''}`)

describe('何が残っているか', () => {
  it.each([
    {
      title: '未着手・下書き・差戻しは報告者に残る',
      by: 'zaisei',
      day: '2025-05-15',
      items: [{}, { state: 'drafting' }, { state: 'returned' }],
      says: ['report 05-16 1 3*'],
    },
    {
      title: '提出済は報告者に残らない',
      by: 'zaisei',
      day: '2025-05-15',
      items: [{ state: 'submitted' }, { state: 'accepted' }],
      says: [],
    },
    { title: 'ほかの課の分は残らない', by: 'zaisei', day: '2025-05-15', items: [{ section: '納税課' }], says: [] },
    { title: '当日は残り0開庁日', by: 'zaisei', day: '2025-05-16', items: [{}], says: ['report 05-16 0 1*'] },
    { title: '週末を越えた月曜は1開庁日の遅れ', by: 'zaisei', day: '2025-05-19', items: [{}], says: ['report 05-16 -1 1*'] },
    {
      title: '再開した分は、その期限で数える',
      by: 'zaisei',
      day: '2025-07-01',
      items: [{ state: 'returned', reopened: { until: aDay('2025-07-04'), reason: '決算' } }],
      says: ['report 07-04 3 1'],
    },
    {
      title: '提出済は課長の承認待ち、期限は審査の一覧と照会文と同じ',
      by: 'zaisei-kacho',
      day: '2025-06-12',
      items: [{ state: 'submitted' }],
      says: ['approval 06-13 1 1*'],
    },
    {
      title: 'S-16 自分で提出したものの承認は待たない',
      by: 'zaisei-kacho',
      day: '2025-05-15',
      items: [{ state: 'submitted', submittedBy: 'zaisei-kacho' }],
      says: [],
    },
    {
      title: '期限を過ぎた報告は、決めた曜日に課長に伝える',
      by: 'zaisei-kacho',
      day: '2025-05-19',
      items: [{}],
      says: ['lateReports 05-16 -1 1*'],
    },
    { title: '期限の前は、課長に未提出を伝えない', by: 'zaisei-kacho', day: '2025-05-15', items: [{}], says: [] },
    { title: '遅れが4開庁日なら部長に伝えない', by: 'zaimu-bucho', day: '2025-05-22', items: [{}], says: [] },
    {
      title: '遅れが5開庁日以上なら部長にも伝える',
      by: 'zaimu-bucho',
      day: '2025-05-26',
      items: [{}],
      says: ['lateReportsOfDepartment 05-16 -6 1*'],
    },
    { title: 'ほかの部の遅れは伝えない', by: 'somu-bucho', day: '2025-05-26', items: [{}], says: [] },
    { title: '部長承認のない照会では、部長の仕事はない', by: 'zaimu-bucho', day: '2025-05-15', items: [{ state: 'approved' }], says: [] },
    {
      title: '部長承認のある照会では、課長承認済は部長の承認待ち',
      by: 'zaimu-bucho',
      day: '2025-05-22',
      items: [{ state: 'approved' }],
      round: { departmentApproval: true, dueDepartment: aDay('2025-05-23') },
      says: ['departmentApproval 05-23 1 1*'],
    },
    {
      title: '最後の承認が済むと、事務局の受理待ち',
      by: 'jimukyoku',
      day: '2025-06-12',
      items: [{ state: 'approved' }],
      says: ['acceptance 06-13 1 1*'],
    },
    {
      title: '部長承認が残るものは、事務局に残らない',
      by: 'jimukyoku',
      day: '2025-06-12',
      items: [{ state: 'approved' }],
      round: { departmentApproval: true },
      says: [],
    },
    {
      title: '担当課の決まらない取組は、事務局に残る',
      by: 'jimukyoku',
      day: '2025-05-15',
      items: [{ section: null }],
      says: ['ownerless 05-16 1 1*'],
    },
    {
      title: '組織改正の後は、後継の課の報告者に残る',
      by: 'gyokaku',
      day: '2025-05-15',
      items: [{ section: '行政経営課' }],
      says: ['report 05-16 1 1*'],
    },
    { title: '監査には残らない', by: 'kansa', day: '2025-05-15', items: [{}, { state: 'submitted' }], says: [] },
    { title: '始まる前の照会は数えない', by: 'zaisei', day: '2025-04-11', items: [{}], says: [] },
    { title: '閉じた照会は数えない', by: 'zaisei', day: '2025-05-15', items: [{}], round: { closed: true }, says: [] },
  ] as { title: string; by: string; day: string; items: Partial<RoundItem>[]; round?: Partial<Round>; says: string[] }[])(
    '$title',
    ({ by, day, items, round, says }) => expect(told(dutiesOf(by, day, items, round))).toEqual(says),
  )

  it('締切の後は、入力できないと分かり、再開した分は分けて数える', () => {
    const items = [{}, { state: 'returned' as const, reopened: { until: aDay('2025-05-16'), reason: '決算' } }]
    expect(dutiesOf('zaisei', '2025-05-16', items).map(({ locked, items: of }) => [locked, of.length])).toEqual([[false, 2]])
    const [late] = dutiesOf('zaisei', '2025-05-19', [{}])
    expect(late).toMatchObject({ locked: true, lockedFrom: '2025-05-17' })
    const back = { reason: '根拠を', fields: [], by: 'jimukyoku', at: new Date('2025-05-19T09:00:00+09:00') }
    expect(dutiesOf('zaisei', '2025-05-20', [{ state: 'returned', returned: back }])[0]).toMatchObject({ locked: false, lockedFrom: null })
    expect(dutiesOf('zaisei', '2025-05-19', [{}], { graceDays: 3 })[0]).toMatchObject({ locked: false, lockedFrom: '2025-05-22' })
  })
})

describe('督促に載せるもの', () => {
  const other = aRound({ id: 'other' as Round['id'], title: '別の照会', dueSection: aDay('2025-05-30') })
  const both = (login: string, day: string) =>
    dutiesToTell(
      whatIsDue(standingOf(login, day), [
        { round: aRound(), items: [anItem()] },
        { round: other, items: [anItem({ round: other.id })] },
      ]),
    )

  it('一つの照会の督促の日には、自分に残るものをすべての照会について載せる', () =>
    expect(told(both('zaisei', '2025-05-15'))).toEqual(['report 05-16 1 1*', 'report 05-30 11 1']))
  it('どの照会の督促の日でもなければ、送らない', () => expect(both('zaisei', '2025-05-13')).toEqual([]))
  it('休みの日には送らない', () => expect(both('zaisei', '2025-05-17')).toEqual([]))
  it('課長への遅れの知らせは、決めた曜日にだけ載る', () => {
    expect(told(both('zaisei-kacho', '2025-05-19'))).toEqual(['lateReports 05-16 -1 1*'])
    expect(both('zaisei-kacho', '2025-05-20')).toEqual([])
  })
})
