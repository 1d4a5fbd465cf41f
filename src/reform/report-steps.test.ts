import { describe, expect, it } from 'vitest'
import { aDay, anItem, aRound } from '../../town/story/round-builders.ts'
import { aPerson, sections } from '../../town/story/staff.ts'
import type { Role } from './account.ts'
import { ROLES } from './account.ts'
import { REPORT_STATES, type ReportState } from './report-state.ts'
import { type CannotStep, REPORT_STEPS, type ReportStep, stepReport, stepsFor } from './report-steps.ts'
import type { Round, RoundItem } from './round.ts'

const TODAY = aDay('2025-04-21')
const PLACE: Record<Role, string | null> = {
  administrator: null,
  office: null,
  finance: null,
  auditor: null,
  reporter: '財政課',
  sectionHead: '財政課',
  departmentHead: '財務部',
}
type Asked = { round?: Partial<Round>; item?: Partial<RoundItem>; day?: typeof TODAY; login?: string; section?: string | null }
const asked = (role: Role, { round = {}, item = {}, day = TODAY, login = 'sono-hito', section = PLACE[role] }: Asked = {}) => ({
  person: aPerson({ login, roles: [[role, section]] }),
  sections,
  day,
  round: aRound(round),
  item: anItem({ submittedBy: 'hoka-no-hito', ...item }),
})

/*
 * The table of COLLECTION once more, written by hand from its sentences and not from the code: state, step, role → the state
 * it leads to. Whatever is not in here is refused. D: only where the round asks for the department's approval; S: only where
 * it does not.
 */
const ALLOWED: readonly [from: ReportState, step: ReportStep, by: Role, to: ReportState, when?: 'D' | 'S'][] = [
  ['notStarted', 'save', 'reporter', 'drafting'],
  ['returned', 'save', 'reporter', 'drafting'],
  ['drafting', 'save', 'reporter', 'drafting'],
  ['drafting', 'submit', 'reporter', 'submitted'],
  ['submitted', 'withdraw', 'reporter', 'drafting'],
  ['submitted', 'approve', 'sectionHead', 'approved'],
  ['approved', 'approveDepartment', 'departmentHead', 'departmentApproved', 'D'],
  ['submitted', 'approveElsewhere', 'reporter', 'approved', 'S'],
  ['submitted', 'approveElsewhere', 'sectionHead', 'approved', 'S'],
  ['submitted', 'approveElsewhere', 'reporter', 'departmentApproved', 'D'],
  ['submitted', 'approveElsewhere', 'sectionHead', 'departmentApproved', 'D'],
  ['submitted', 'return', 'sectionHead', 'returned'],
  ['submitted', 'return', 'departmentHead', 'returned'],
  ['submitted', 'return', 'office', 'returned'],
  ['approved', 'return', 'sectionHead', 'returned'],
  ['approved', 'return', 'departmentHead', 'returned'],
  ['approved', 'return', 'office', 'returned'],
  ['departmentApproved', 'return', 'sectionHead', 'returned'],
  ['departmentApproved', 'return', 'departmentHead', 'returned'],
  ['departmentApproved', 'return', 'office', 'returned'],
  ['approved', 'accept', 'office', 'accepted', 'S'],
  ['departmentApproved', 'accept', 'office', 'accepted', 'D'],
  ['accepted', 'reopen', 'office', 'returned'],
  ['published', 'reopen', 'office', 'returned'],
  ['accepted', 'publish', 'office', 'published'],
]

describe('S-03 状態 × 手続 × 役割', () => {
  const every = [false, true].flatMap((departmentApproval) =>
    REPORT_STATES.flatMap((state) => REPORT_STEPS.flatMap((step) => ROLES.map((role) => ({ departmentApproval, state, step, role })))),
  )

  it('8状態 × 10手続 × 7役割を、部長承認のある照会とない照会で尋ねる', () => expect(every).toHaveLength(2 * 8 * 10 * 7))

  it.each(ROLES)('%s', (role) => {
    for (const one of every.filter((each) => each.role === role)) {
      const { departmentApproval, state, step } = one
      // whoever withdraws is the one who submitted
      const submittedBy = step === 'withdraw' ? 'sono-hito' : 'hoka-no-hito'
      const answer = stepReport(step, asked(role, { round: { departmentApproval }, item: { state, submittedBy } }))
      const row = ALLOWED.find(
        ([from, named, by, , when]) =>
          from === state && named === step && by === role && (when === undefined || (when === 'D') === departmentApproval),
      )
      expect(answer.ok ? answer.value : null, `${state} ${step} ${role} 部長承認${departmentApproval}`).toBe(row?.[3] ?? null)
    }
  })

  it('画面のボタンは、同じ答えから選ばれる', () => {
    expect(stepsFor(asked('sectionHead', { item: { state: 'submitted' } }))).toEqual(['approve', 'approveElsewhere', 'return'])
    expect(stepsFor(asked('reporter', { item: { state: 'drafting' } }))).toEqual(['save', 'submit'])
    expect(stepsFor(asked('auditor', { item: { state: 'submitted' } }))).toEqual([])
  })
})

describe('手続を断る理由', () => {
  const refusals: { title: string; step: ReportStep; role: Role; said: Asked; kind: CannotStep['kind'] }[] = [
    { title: 'ほかの課の人', step: 'save', role: 'reporter', said: { section: '市民課' }, kind: 'not-yours' },
    { title: '担当課の決まっていない報告', step: 'save', role: 'reporter', said: { item: { section: null } }, kind: 'not-yours' },
    { title: '役割が先に問われる', step: 'accept', role: 'reporter', said: { item: { state: 'notStarted' } }, kind: 'not-yours' },
    { title: 'まだ提出されていない', step: 'approve', role: 'sectionHead', said: { item: { state: 'drafting' } }, kind: 'wrong-state' },
    { title: '期限の翌日', step: 'save', role: 'reporter', said: { day: aDay('2025-05-17') }, kind: 'locked' },
    { title: '終えた照会', step: 'save', role: 'reporter', said: { round: { closed: true } }, kind: 'locked' },
    {
      title: 'S-16 提出した本人の承認',
      step: 'approve',
      role: 'sectionHead',
      said: { item: { state: 'submitted', submittedBy: 'sono-hito' } },
      kind: 'own-submission',
    },
    {
      title: 'S-16 提出した本人の部長承認',
      step: 'approveDepartment',
      role: 'departmentHead',
      said: { round: { departmentApproval: true }, item: { state: 'approved', submittedBy: 'sono-hito' } },
      kind: 'own-submission',
    },
    { title: '別の人の引戻し', step: 'withdraw', role: 'reporter', said: { item: { state: 'submitted' } }, kind: 'not-the-submitter' },
    {
      title: '部長承認を求めない照会の部長承認',
      step: 'approveDepartment',
      role: 'departmentHead',
      said: { item: { state: 'approved' } },
      kind: 'department-not-asked',
    },
    {
      title: '部長承認の前の受理',
      step: 'accept',
      role: 'office',
      said: { round: { departmentApproval: true }, item: { state: 'approved' } },
      kind: 'department-first',
    },
  ]
  it.each(refusals)('$title', ({ step, role, said, kind }) => {
    expect(stepReport(step, asked(role, said))).toMatchObject({ ok: false, problem: { kind } })
  })

  const allowances: { title: string; step: ReportStep; role: Role; said: Asked }[] = [
    { title: '期限の日はまだ書ける', step: 'save', role: 'reporter', said: { day: aDay('2025-05-16') } },
    { title: '猶予の日数の間は書ける', step: 'save', role: 'reporter', said: { day: aDay('2025-05-20'), round: { graceDays: 2 } } },
    {
      title: '締切の後でも承認できる',
      step: 'approve',
      role: 'sectionHead',
      said: { day: aDay('2025-06-02'), item: { state: 'submitted' } },
    },
    {
      title: '再開の期限までは、締切の後も書ける',
      step: 'save',
      role: 'reporter',
      said: { day: aDay('2025-07-31'), item: { state: 'returned', reopened: { until: aDay('2025-07-31'), reason: '決算' } } },
    },
    {
      title: '職務分離を求めない照会では、提出した本人も承認できる',
      step: 'approve',
      role: 'sectionHead',
      said: { round: { separation: false }, item: { state: 'submitted', submittedBy: 'sono-hito' } },
    },
    {
      title: '締切の後に差し戻された報告は、書いて出し直せる',
      step: 'save',
      role: 'reporter',
      said: {
        day: aDay('2025-05-23'),
        item: {
          state: 'returned',
          returned: { reason: '数値を確かめてください。', fields: [], by: 'kacho', at: new Date('2025-05-22T09:00:00+09:00') },
        },
      },
    },
    { title: '部の職員は、部の課の報告を書ける', step: 'save', role: 'reporter', said: { section: '財務部' } },
  ]
  it.each(allowances)('$title', ({ step, role, said }) => expect(stepReport(step, asked(role, said)).ok).toBe(true))

  it.each([
    { title: '締切の前は、未提出の報告を再開しない', day: '2025-05-16', state: 'drafting', role: 'office', says: null },
    { title: '締切の後は、書きかけのまま再開できる', day: '2025-05-17', state: 'drafting', role: 'office', says: 'drafting' },
    { title: '締切の後は、未着手のまま再開できる', day: '2025-05-17', state: 'notStarted', role: 'office', says: 'notStarted' },
    { title: '締切の後も、提出した報告は再開でなく差し戻す', day: '2025-05-17', state: 'submitted', role: 'office', says: null },
    { title: '締切の後の再開も、事務局だけ', day: '2025-05-17', state: 'drafting', role: 'sectionHead', says: null },
  ] as { title: string; day: string; state: ReportState; role: Role; says: ReportState | null }[])(
    '$title',
    ({ day, state, role, says }) => {
      const answer = stepReport('reopen', asked(role, { day: aDay(day), item: { state } }))
      expect(answer.ok ? answer.value : null).toBe(says)
    },
  )

  it('再開の期限の翌日からは書けない', () => {
    const returned = { reason: '決算', fields: [], by: 'jimukyoku', at: new Date('2025-07-01T09:00:00+09:00') }
    const item = { state: 'returned' as const, returned, reopened: { until: aDay('2025-07-31'), reason: '決算' } }
    expect(stepReport('save', asked('reporter', { day: aDay('2025-08-01'), item }))).toMatchObject({ problem: { kind: 'locked' } })
  })
})
