import { describe, expect, it } from 'vitest'
import { aDay, aRound } from '../../town/story/round-builders.ts'
import type { SectionHistory } from '../reform/edition.ts'
import type { ReportStep } from '../reform/report-steps.ts'
import type { RoundItemId } from '../reform/round.ts'
import { type MeasuredItem, type MeasuredStep, passagesOf, STALE_DAYS, talliesBySection, tallyOf } from './round-measures.ts'

const aSection = (name: string, parent: string | null, said: Partial<SectionHistory> = {}): SectionHistory => ({
  name,
  from: null,
  to: null,
  successors: [],
  parent,
  ...said,
})
const SECTIONS = [
  aSection('総務部', null),
  aSection('財務部', null),
  aSection('行政経営課', '総務部', { from: '2025-04-01' }),
  aSection('行政改革課', '総務部', { to: '2025-04-01', successors: ['行政経営課'] }),
  aSection('管財課', '財務部', { to: '2025-04-01', successors: ['財政課', '納税課'] }),
  aSection('財政課', '財務部'),
  aSection('納税課', '財務部'),
  aSection('議会事務局', null),
]
const measured = (said: Partial<MeasuredItem> = {}): MeasuredItem => ({
  id: 'item' as RoundItemId,
  section: '財政課',
  state: 'submitted',
  imported: false,
  savedAt: null,
  ...said,
})
/** «submit 5/16» — a step on a day of 令和7年, at ten in the morning in Japan */
const steps = (text: string, item = 'item'): MeasuredStep[] =>
  text === ''
    ? []
    : text.split('、').map((one) => {
        const [step, day] = one.split(' ') as [ReportStep, string]
        const [month, date] = day.split('/').map((part) => part.padStart(2, '0'))
        return { item: item as RoundItemId, step, at: new Date(`2025-${month}-${date}T10:00:00+09:00`) }
      })
const passage = (taken: string, said: Partial<MeasuredItem> = {}, round: Partial<ReturnType<typeof aRound>> = {}, day = '2025-06-02') =>
  passagesOf({ round: aRound(round), items: [measured(said)], steps: steps(taken), sections: SECTIONS, day: aDay(day) })[0]

describe('提出の時期', () => {
  it.each([
    { title: '期限の日の提出は期限内', taken: 'submit 5/16', is: 'onTime' },
    { title: '翌開庁日は、猶予がなければ期限後', taken: 'submit 5/19', is: 'late' },
    { title: '猶予3開庁日の最後の日は猶予内', taken: 'submit 5/21', grace: 3, is: 'withinGrace' },
    { title: '猶予を過ぎれば期限後', taken: 'submit 5/22', grace: 3, is: 'late' },
    { title: '差戻し後の再提出は、最初の提出で数える', taken: 'submit 5/15、return 5/19、submit 5/28', is: 'onTime' },
    { title: '引き戻した提出は、なかったことになる', taken: 'submit 5/15、withdraw 5/15', is: 'outstanding' },
    { title: '引き戻して出し直せば、出し直した日で数える', taken: 'submit 5/15、withdraw 5/15、submit 5/20', is: 'late' },
    {
      title: '差戻し後の再提出を引き戻しても、最初の提出は残る',
      taken: 'submit 5/15、return 5/19、submit 5/28、withdraw 5/28',
      is: 'onTime',
    },
    { title: '下書きだけなら未提出', taken: 'save 5/10', is: 'outstanding' },
  ])('$title', ({ taken, is, grace = 0 }) => expect(passage(taken, {}, { graceDays: grace })?.arrival).toBe(is))

  it('日本の日付で数える: 期限の日の23時は期限内、翌日0時は期限後', () => {
    const at = (time: string) =>
      passagesOf({
        round: aRound(),
        items: [measured()],
        steps: [{ item: 'item' as RoundItemId, step: 'submit', at: new Date(time) }],
        sections: SECTIONS,
        day: aDay('2025-06-02'),
      })[0]?.arrival
    expect([at('2025-05-16T23:59:00+09:00'), at('2025-05-17T00:00:00+09:00')]).toEqual(['onTime', 'late'])
  })

  it('取り込んだ過去の報告は、期限と比べない', () => expect(passage('', { imported: true, state: 'accepted' })?.arrival).toBe('imported'))
})

describe('承認までの日数', () => {
  it.each([
    { title: '同じ日なら0', taken: 'submit 5/12、approve 5/12', days: [0] },
    { title: '土日をはさめば開庁日だけ数える', taken: 'submit 5/16、approve 5/19', days: [1] },
    { title: '差戻しをはさめば、再提出から数える', taken: 'submit 5/12、return 5/13、submit 5/20、approve 5/22', days: [2] },
    { title: '決裁済の登録も承認に数える', taken: 'submit 5/12、approveElsewhere 5/14', days: [2] },
    { title: '部長承認は数え直さない', taken: 'submit 5/12、approve 5/13、approveDepartment 5/20', days: [1] },
  ])('$title', ({ taken, days }) => expect(passage(taken)?.approvalDays).toEqual(days))
})

describe('どの課の、どの部の報告か', () => {
  it.each([
    { section: '財政課', is: ['財政課', '財務部'] },
    { section: '行政改革課', is: ['行政経営課', '総務部'], title: '組織改正で改まった課は、今の名で数える' },
    { section: '管財課', is: ['管財課', '財務部'], title: '分かれた課は、元の名のまま数える' },
    { section: '総務部', is: ['総務部', '総務部'], title: '部そのものの報告は、その部に入る' },
    { section: '議会事務局', is: ['議会事務局', null], title: '部に属さない所属' },
    { section: null, is: [null, null], title: '所管がない' },
  ])('$section $title', ({ section, is }) => {
    const told = passage('', { section })
    expect([told?.section, told?.department]).toEqual(is)
  })
})

describe('下書きのまま止まっている日数', () => {
  it.each([
    { state: 'drafting', savedAt: '2025-03-03T10:00:00+09:00', is: STALE_DAYS + 1 },
    { state: 'drafting', savedAt: '2025-03-04T10:00:00+09:00', is: STALE_DAYS },
    { state: 'submitted', savedAt: '2025-01-01T10:00:00+09:00', is: null },
  ] as const)('$state $savedAt', ({ state, savedAt, is }) => expect(passage('', { state, savedAt: new Date(savedAt) })?.draftDays).toBe(is))
})

describe('集計', () => {
  const all = passagesOf({
    round: aRound({ graceDays: 3 }),
    items: [
      measured({ id: 'a' as RoundItemId, state: 'accepted' }),
      measured({ id: 'b' as RoundItemId, state: 'returned', section: '納税課' }),
      measured({ id: 'c' as RoundItemId, state: 'submitted', section: '行政改革課' }),
      measured({ id: 'd' as RoundItemId, state: 'notStarted', section: '行政経営課' }),
      measured({ id: 'e' as RoundItemId, state: 'accepted', imported: true }),
      measured({ id: 'f' as RoundItemId, state: 'notStarted', section: null }),
    ],
    steps: [
      ...steps('submit 5/12、approve 5/13、accept 5/20', 'a'),
      ...steps('submit 5/16、approve 5/20、return 5/22', 'b'),
      ...steps('submit 5/20', 'c'),
    ],
    sections: SECTIONS,
    day: aDay('2025-06-02'),
  })

  it('全体: 取り込んだ報告は期限内率と差戻し率の分母に入れない', () =>
    expect(tallyOf(all)).toEqual({
      expected: 6,
      imported: 1,
      received: 4,
      rate: expect.stringMatching(/^0\.66/),
      onTime: 2,
      onTimeRate: '0.4',
      withinGrace: 1,
      late: 0,
      outstanding: 2,
      returned: 1,
      returnedRate: expect.stringMatching(/^0\.33/),
      returnedNow: 1,
      accepted: 2,
      medianApprovalDays: 1.5,
    }))

  it('部と課: 計画の並びで、所管のないものが最後', () =>
    expect(
      talliesBySection(all).map(({ department, tally, sections }) => [
        department,
        tally.expected,
        sections.map((one) => `${one.section} ${one.tally.received}/${one.tally.expected}`),
      ]),
    ).toEqual([
      ['財務部', 3, ['財政課 2/2', '納税課 1/1']],
      ['総務部', 2, ['行政経営課 1/2']],
      [null, 1, ['null 0/1']],
    ]))

  it('部の計は課の和、全体は部の和に等しい', () => {
    const departments = talliesBySection(all)
    for (const key of ['expected', 'received', 'onTime', 'late', 'returned', 'accepted'] as const) {
      for (const { tally, sections } of departments) expect(sections.reduce((sum, one) => sum + one.tally[key], 0)).toBe(tally[key])
      expect(departments.reduce((sum, one) => sum + one.tally[key], 0)).toBe(tallyOf(all)[key])
    }
  })

  it('一件もなければ、率は0ではなく「なし」', () =>
    expect(tallyOf([])).toMatchObject({ expected: 0, rate: null, onTimeRate: null, returnedRate: null, medianApprovalDays: null }))
})
