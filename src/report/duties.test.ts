import { describe, expect, it } from 'vitest'
import { aContent, aDay, anItem, aRound } from '../../town/story/round-builders.ts'
import { aPerson, sections } from '../../town/story/staff.ts'
import type { Role } from '../reform/account.ts'
import type { Round, RoundItem, RoundItemId } from '../reform/round.ts'
import { dutiesOf, ownReports, waitingFor } from './duties.ts'
import { leftText, restText } from './wording-reporting.ts'

const item = (id: string, said: Partial<RoundItem> = {}) => anItem({ id: id as RoundItemId, ...said })
const work = (roles: [Role, string | null][], items: RoundItem[], { day = '2025-05-12', round = {} as Partial<Round> } = {}) => ({
  standing: { person: aPerson({ login: 'rei', roles }), sections, day: aDay(day) },
  rounds: [aRound(round)],
  items,
})
const told = (roles: [Role, string | null][], items: RoundItem[], said = {}) =>
  Object.fromEntries(
    Object.entries(dutiesOf(work(roles, items, said))).flatMap(([key, duties]) =>
      duties.length > 0 ? [[key, duties.map((one) => one.item.id).join()]] : [],
    ),
  )
const returned = { reason: '根拠', fields: ['progress'], by: 'kacho', at: new Date('2025-05-01T09:00:00+09:00') }
const reporter: [Role, string | null][] = [['reporter', '財政課']]

describe('わたしの仕事', () => {
  it.each([
    { title: '書く報告', roles: reporter, items: [item('a'), item('b', { state: 'drafting' })], says: { toWrite: 'a,b' } },
    { title: 'ほかの課の報告は出ない', roles: reporter, items: [item('a', { section: '市民課' })], says: {} },
    {
      title: '差し戻された報告が先',
      roles: reporter,
      items: [item('a'), item('b', { state: 'returned', returned })],
      says: { returned: 'b', toWrite: 'a' },
    },
    { title: '直している途中も差戻し', roles: reporter, items: [item('a', { state: 'drafting', returned })], says: { returned: 'a' } },
    { title: '提出した報告は仕事でない', roles: reporter, items: [item('a', { state: 'submitted' })], says: {} },
    {
      title: '猶予の間は期限を過ぎた報告',
      roles: reporter,
      items: [item('a')],
      said: { day: '2025-05-19', round: { graceDays: 3 } },
      says: { overdue: 'a' },
    },
    { title: '締切の後は締め切られた報告', roles: reporter, items: [item('a')], said: { day: '2025-05-19' }, says: { locked: 'a' } },
    {
      title: '再開した報告は、その期限までの仕事',
      roles: reporter,
      items: [item('a', { state: 'returned', returned, reopened: { until: aDay('2025-06-30'), reason: '決算' } })],
      said: { day: '2025-06-02' },
      says: { returned: 'a' },
    },
    { title: '始まる前の照会は出ない', roles: reporter, items: [item('a')], said: { day: '2025-04-01' }, says: {} },
    { title: '終えた照会は出ない', roles: reporter, items: [item('a')], said: { round: { closed: true } }, says: {} },
    {
      title: '課長には承認',
      roles: [['sectionHead', '財政課']],
      items: [item('a', { state: 'submitted' }), item('b')],
      says: { approve: 'a' },
    },
    {
      title: '課長には期限を過ぎた課の報告',
      roles: [['sectionHead', '財政課']],
      items: [item('a')],
      said: { day: '2025-05-19' },
      says: { late: 'a' },
    },
    {
      title: '部長には、部長承認のある照会の承認',
      roles: [['departmentHead', '財務部']],
      items: [item('a', { state: 'approved' }), item('b', { state: 'approved', section: '市民課' })],
      said: { round: { departmentApproval: true } },
      says: { approveDepartment: 'a' },
    },
    {
      title: '部長承認のない照会では、部長の仕事はない',
      roles: [['departmentHead', '財務部']],
      items: [item('a', { state: 'approved' })],
      says: {},
    },
    {
      title: '事務局には受理',
      roles: [['office', null]],
      items: [item('a', { state: 'approved' }), item('b', { state: 'submitted' })],
      says: { accept: 'a' },
    },
    {
      title: '自分が提出した報告の承認は待たない',
      roles: [['sectionHead', '財政課']],
      items: [item('a', { state: 'submitted', submittedBy: 'rei' })],
      says: {},
    },
    { title: '監査に仕事はない', roles: [['auditor', null]], items: [item('a'), item('b', { state: 'approved' })], says: {} },
    { title: '管理者に仕事はない', roles: [['administrator', null]], items: [item('a')], says: {} },
    {
      title: '報告者で課長の人の遅れは、一度だけ出る',
      roles: [
        ['reporter', '財政課'],
        ['sectionHead', '財政課'],
      ],
      items: [item('a')],
      said: { day: '2025-05-19', round: { graceDays: 3 } },
      says: { overdue: 'a' },
    },
  ] as { title: string; roles: [Role, string | null][]; items: RoundItem[]; said?: object; says: object }[])(
    '$title',
    ({ roles, items, said, says }) => {
      expect(told(roles, items, said)).toEqual(says)
    },
  )

  it('残りの欄と、期限までの開庁日を数える', () => {
    const [bare, full] = ownReports(work(reporter, [item('a'), item('b', { state: 'drafting', content: aContent() })]))
    expect([bare?.faults, bare?.left, full?.faults]).toEqual([2, 4, 0])
  })

  it('担当課の決まっていない報告は、事務局だけが受理できる', () => {
    const open = item('a', { state: 'approved', section: null })
    expect(waitingFor(work([['office', null]], [open])).accept).toHaveLength(1)
    expect(ownReports(work(reporter, [open]))).toEqual([])
  })
})

describe('期限と残りの文', () => {
  it.each([
    { left: 5, overdue: false, says: 'あと5開庁日' },
    { left: 0, overdue: false, says: '今日が期限' },
    { left: 0, overdue: true, says: '期限を過ぎています' },
    { left: -3, overdue: true, says: '期限を3開庁日過ぎています' },
  ])('$says', ({ says, ...duty }) => expect(leftText(duty)).toBe(says))

  it.each([
    { item: item('a'), faults: 2, says: 'あと2か所' },
    { item: item('a', { state: 'drafting' }), faults: 0, says: 'すべて記入済み' },
    { item: item('a', { state: 'returned', returned }), faults: 0, says: '直す欄1か所' },
    { item: item('a', { state: 'returned', returned: { ...returned, fields: [] } }), faults: 0, says: '差戻しの理由を確認' },
  ])('$says', ({ says, ...duty }) => expect(restText(duty)).toBe(says))
})
