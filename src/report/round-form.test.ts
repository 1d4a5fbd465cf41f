import { describe, expect, it } from 'vitest'
import { aDay, aRound } from '../../town/story/round-builders.ts'
import { besideDay, proposedRound, readRound, type TypedRound, typedOf, withProposals, yearsOffered } from './round-form.ts'
import { closedDayText } from './wording-rounds.ts'

const typed = (said: Partial<TypedRound> = {}): TypedRound => ({ ...typedOf(aRound()), ...said })

describe('照会の提案', () => {
  it.each([
    {
      title: '4月に始めれば、前の年度を問い、連休を数えない',
      day: '2025-04-21',
      year: '2024',
      due: '令和7年5月22日',
      office: '令和7年6月5日',
    },
    { title: '土曜日に開いても、次の開庁日から始める', day: '2025-04-19', year: '2024', due: '令和7年5月22日', office: '令和7年6月5日' },
    { title: '年末年始は数えない', day: '2025-12-15', year: '2024', due: '令和8年1月20日', office: '令和8年2月3日' },
    { title: '3月は、まだ前の年度のさらに前を問う', day: '2025-03-03', year: '2023', due: '令和7年4月1日', office: '令和7年4月15日' },
  ])('$title', ({ day, year, due, office }) => {
    const said = proposedRound(aDay(day), '')
    expect([said.year, said.dueSection, said.dueOffice]).toEqual([year, due, office])
  })

  it('部長承認を求めれば、その期限を挟む', () => {
    const said = withProposals(typed({ opensOn: 'R7.4.21', dueSection: '', dueDepartment: '', dueOffice: '', departmentApproval: true }))
    expect([said.dueSection, said.dueDepartment, said.dueOffice]).toEqual(['令和7年5月22日', '令和7年5月29日', '令和7年6月12日'])
  })

  it.each([
    { title: '空欄の件名', said: { title: ' ', year: '2023' }, is: '令和5年度取組状況の照会' },
    {
      title: '提案のままの件名は、年度を変えれば変わる',
      said: { title: '令和6年度取組状況の照会', year: '2023' },
      is: '令和5年度取組状況の照会',
    },
    { title: '自分で付けた件名は変えない', said: { title: '春の照会', year: '2023' }, is: '春の照会' },
  ])('$title', ({ said, is }) => expect(withProposals(typed(said)).title).toBe(is))

  it('入れた期限は上書きしない', () => expect(withProposals(typed({ dueSection: 'R7.5.9' })).dueSection).toBe('R7.5.9'))
  it('選べる年度は、今の年度から5年', () => expect(yearsOffered(aDay('2026-03-31'))).toEqual([2025, 2024, 2023, 2022, 2021]))
})

describe('設定の読み取り', () => {
  it('照会の設定は、書いて読めば同じ', () => {
    const { id: _, closed: __, family: ___, plan: ____, fiscalYear: _____, ...said } = aRound({ lockOn: aDay('2025-05-26'), graceDays: 3 })
    expect(readRound(typedOf(aRound({ lockOn: aDay('2025-05-26'), graceDays: 3 })))).toEqual({ ok: true, value: said })
  })

  it.each([
    { text: 'R7.5.16', is: '2025-05-16' },
    { text: '令和７年５月１６日（金）', is: '2025-05-16' },
    { text: '2025/5/16', is: '2025-05-16' },
    { text: '令和7年5月16日(金)', is: '2025-05-16' },
  ])('日付 $text', ({ text, is }) => expect(readRound(typed({ dueSection: text }))).toMatchObject({ ok: true, value: { dueSection: is } }))

  it.each([
    { text: '14、5、1', is: [14, 5, 1] },
    { text: '１，５ 14', is: [14, 5, 1] },
    { text: '5、5', is: [5] },
    { text: '', is: [] },
  ])('督促の日「$text」', ({ text, is }) =>
    expect(readRound(typed({ remindBefore: text }))).toMatchObject({ value: { remind: { before: is } } }),
  )

  it.each([
    { said: { opensOn: '', dueSection: '5月16日' }, fields: ['opensOn', 'dueSection'], title: '読めない日付は一度に全部' },
    { said: { departmentApproval: true, dueDepartment: '' }, fields: ['dueDepartment'], title: '部長承認を求めるなら期限が要る' },
    { said: { departmentApproval: false, dueDepartment: '読めない' }, fields: [], title: '求めないなら読まない' },
    { said: { graceDays: '-1' }, fields: ['graceDays'], title: '負の猶予' },
    { said: { graceDays: '61' }, fields: ['graceDays'], title: '長すぎる猶予' },
    { said: { remindBefore: '0' }, fields: ['remindBefore'], title: '0日前の督促' },
    { said: { lockOn: 'R7.5.16' }, fields: ['lockOn'], title: '期限の日の締切' },
    { said: { dueOffice: 'R7.5.1', dueSection: 'R7.4.1' }, fields: ['dueSection'], title: '順でない日付' },
    { said: { title: 'あ'.repeat(201) }, fields: ['title'], title: '長すぎる件名' },
  ])('$title', ({ said, fields }) => {
    const read = readRound(typed(said))
    expect(read.ok ? [] : read.problem.map(({ field }) => field)).toEqual(fields)
  })
})

describe('日付の横の言葉', () => {
  it.each([
    { day: '2025-05-16', says: null },
    { day: '2025-05-17', says: '開庁日ではありません（土曜日）。直前の開庁日は令和7年5月16日（金）、直後は令和7年5月19日（月）です。' },
    { day: '2025-05-18', says: '開庁日ではありません（日曜日）。直前の開庁日は令和7年5月16日（金）、直後は令和7年5月19日（月）です。' },
    { day: '2025-05-06', says: '開庁日ではありません（祝日）。直前の開庁日は令和7年5月2日（金）、直後は令和7年5月7日（水）です。' },
    { day: '2025-12-30', says: '開庁日ではありません（年末年始）。直前の開庁日は令和7年12月26日（金）、直後は令和8年1月5日（月）です。' },
  ])('$day', ({ day, says }) => expect(closedDayText(aDay(day))).toBe(says))

  it('読めない日付には何も添えない', () => expect(besideDay('連休明け')).toBeNull())
})
