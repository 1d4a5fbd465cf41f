import { describe, expect, it } from 'vitest'
import { aDay, anItem, aRound, aSheet } from '../../town/story/round-builders.ts'
import { aPerson, people, sections } from '../../town/story/staff.ts'
import { whatIsDue } from '../evaluate/what-is-due.ts'
import type { Person } from '../reform/account.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import { digestLetter, noticeLetter, sentText } from './wording-mail.ts'

const zaisei = people.find(({ login }) => login === 'zaisei') as Person
const kacho = people.find(({ login }) => login === 'zaisei-kacho') as Person
const items = [
  anItem({ sheet: aSheet({ number: '1-1', title: '基金の積立て' }) }),
  anItem({
    sheet: aSheet({ number: '1-2', title: '使用料の見直し' }),
    state: 'returned',
    returned: { reason: '根拠を\r\n書いてください。', fields: [], by: 'zaisei-kacho', at: new Date(0) },
  }),
]
const digestOf = (person: Person, day: string, said: Partial<RoundItem>[] = [], round: Partial<Round> = {}) =>
  digestLetter(
    { person, sections, day: aDay(day) },
    whatIsDue({ person, sections, day: aDay(day) }, [
      { round: aRound(round), items: said.length > 0 ? said.map((one) => anItem(one)) : items },
    ]),
  )

describe('督促の文', () => {
  it('何が、いつまでに、どの状態で残っているかを、手紙として読める', () =>
    expect(digestOf(zaisei, '2025-05-15')).toEqual({
      subject: '【行財政改革】報告の提出　2件　令和7年5月16日（金）まで',
      body: `財政課　清水 陽菜 様

令和7年5月15日（木）の時点で、行財政改革の照会について、次のものが残っています。

■ 提出していない報告　2件
照会：令和6年度取組状況の照会
期限：令和7年5月16日（金）（あと1開庁日）
・1-1 基金の積立て　未着手
・1-2 使用料の見直し　差戻し（理由：根拠を 書いてください。）

行き違いで既に済んでいるときは、ご容赦ください。

問合せ先：行政経営課 改革係（内線 2345）
`,
    }))

  it.each([
    { title: '当日', day: '2025-05-16', round: {}, says: '期限：令和7年5月16日（金）（当日）' },
    {
      title: '連休をはさむ期限は、開庁日で数える',
      day: '2025-05-02',
      round: { dueSection: aDay('2025-05-07') },
      says: '期限：令和7年5月7日（水）（あと1開庁日）',
    },
    {
      title: '年末年始をはさむ月曜の期限',
      day: '2025-12-26',
      round: { dueSection: aDay('2026-01-05') },
      says: '期限：令和8年1月5日（月）（あと1開庁日）',
    },
    {
      title: '期限を過ぎたとき',
      day: '2025-05-19',
      round: { graceDays: 3 },
      says: '期限：令和7年5月16日（金）（1開庁日を過ぎています）\n令和7年5月22日（木）から入力できなくなります。それまでに提出してください。',
    },
    {
      title: '締め切られたとき',
      day: '2025-05-19',
      round: {},
      says: '締切を過ぎたため、入力できません。提出が必要なときは、下の問合せ先に再開を依頼してください。',
    },
  ] as { title: string; day: string; round: Partial<Round>; says: string }[])('$title', ({ day, round, says }) =>
    expect(digestOf(zaisei, day, [], round).body).toContain(says),
  )

  it('課長には、所属の遅れを担当課の名とともに伝える', () => {
    const { subject, body } = digestOf(kacho, '2025-05-19')
    expect(subject).toBe('【行財政改革】期限を過ぎた報告　2件　期限を過ぎています')
    expect(body).toContain('■ 所属で期限を過ぎた報告　2件')
    expect(body).toContain('・1-1 基金の積立て（財政課）　未着手')
    expect(body).toContain('担当者に状況を確かめ、提出するよう伝えてください。')
  })

  it('多いときは50件を示し、残りの数を伝える', () => {
    const { body } = digestOf(
      zaisei,
      '2025-05-15',
      Array.from({ length: 62 }, () => ({})),
    )
    expect(body.match(/^・/gm)).toHaveLength(51)
    expect(body).toContain('・ほか12件は、画面でご覧ください。')
  })

  it('宛名は、組織改正の後は今の課の名になる', () => {
    const digital = people.find(({ login }) => login === 'digital') as Person
    expect(digestOf(digital, '2025-05-15', [{ section: '行政経営課' }]).body).toMatch(/^行政経営課　江口 美咲 様/)
  })
  it('名前や件名に改行や制御文字があっても、行は始まらない', () => {
    const evil = aPerson({ name: '悪い\r\nBcc: x@evil.example\u001b[2J' })
    const { subject, body } = digestOf(evil, '2025-05-15', [{ sheet: aSheet({ number: null, title: '題\n■ 偽の見出し' }) }], {
      title: '照会\r\nの題',
    })
    expect(subject).not.toMatch(/[\r\n]/)
    expect(body.split('\n').filter((line) => line.startsWith('■'))).toHaveLength(1)
    expect(body).not.toMatch(/^Bcc|\r|\u001b/m)
  })
})

describe('手続の知らせ', () => {
  const notice = { day: aDay('2025-05-15'), sections, round: aRound() }
  it('差戻しは、理由とともに報告者に知らせる', () =>
    expect(noticeLetter({ ...notice, kind: 'returned', to: zaisei, by: kacho, items: items.slice(1) })).toEqual({
      subject: '【行財政改革】報告が差し戻されました：1-2 使用料の見直し',
      body: `財政課　清水 陽菜 様

次の報告が差し戻されました。

照会：令和6年度取組状況の照会
手続をした人：佐々木 進（令和7年5月15日（木））
・1-2 使用料の見直し（財政課）　理由：根拠を 書いてください。

理由を確かめて直し、もう一度提出してください。

問合せ先：行政経営課 改革係（内線 2345）
`,
    }))
  it('まとめて進めた分は、一通で知らせる', () =>
    expect(noticeLetter({ ...notice, kind: 'submitted', to: kacho, by: zaisei, items }).subject).toBe(
      '【行財政改革】報告が提出されました：1-1 基金の積立て ほか1件',
    ))
  it.each([
    { page: 'https://kaikaku.aoba.example/990019/staff/', says: '\n画面：https://kaikaku.aoba.example/990019/staff/\n' },
    { page: null, says: '本文\n\n――' },
  ])('送るときに、画面のアドレス（$page）と送り主が付く', ({ page, says }) =>
    expect(sentText('本文\n', { municipality: 'あおば市', page })).toContain(says),
  )
})
