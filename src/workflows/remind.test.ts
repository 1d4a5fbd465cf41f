import { beforeAll, expect, it } from 'vitest'
import { AOBA, act, openTown } from '../../tests/staff-town.ts'
import { onBothDatabases } from '../../tests/test-store.ts'
import type { Round } from '../reform/round.ts'
import { messagesOfDay } from '../store/outbox-reading.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { digestsOn, remind, remindable, remindNow } from './remind.ts'

const at = (day: string) => new Date(`${day}T07:00:00+09:00`)

onBothDatabases('R-06 督促を作る', (database) => {
  const store = () => database().store
  const remindOn = (day: string) => remind(store(), act('kaikaku', { at: at(day) }), { sends: true })
  const reportersOf = (ids: string[]) => ids.map((id) => id.split(':')[1])
  let round: Round
  beforeAll(async () => {
    round = await openTown(store())
  })

  it('督促の日には、残りのある人に一通ずつ作り、もう一度しても増えない', async () => {
    const first = await remindOn('2025-05-15')
    // デジタル推進課 went into 行政経営課, which answers for 行政改革課 as well
    expect(reportersOf(first.made)).toEqual(['digital', 'gyokaku', 'nozei', 'shimin', 'somu', 'zaisei'])
    expect(await remindOn('2025-05-15')).toEqual({ made: [], already: first.made })
    const letters = await store().reading(AOBA, (db) => messagesOfDay(db, '2025-05-15' as Day))
    expect(letters.map(({ toLogin, state, rounds }) => [toLogin, state, rounds])).toEqual(
      reportersOf(first.made).map((login) => [login, 'queued', [round.id]]),
    )
    expect(letters.find(({ toLogin }) => toLogin === 'zaisei')?.body).toContain('■ 提出していない報告　2件')
  })

  it.each(['2025-05-13', '2025-05-17', '2025-04-11'])('督促の日でない %s には、何も作らない', async (day) =>
    expect(await remindOn(day)).toEqual({ made: [], already: [] }),
  )

  it('期限後の決めた曜日には課長にも、5開庁日を過ぎると部長にも作る', async () => {
    const logins = async (day: string) => (await digestsOn(store(), AOBA, day as Day)).map(({ person }) => person.login)
    expect(await logins('2025-05-19')).toEqual([
      'digital',
      'digital-kacho',
      'gyokaku',
      'gyokaku-kacho',
      'nozei',
      'nozei-kacho',
      'shimin',
      'shimin-kacho',
      'somu',
      'somu-kacho',
      'zaisei',
      'zaisei-kacho',
    ])
    expect((await logins('2025-05-26')).filter((login) => login.endsWith('bucho'))).toEqual(['shimin-bucho', 'somu-bucho', 'zaimu-bucho'])
  })

  it('今すぐ作るときは、督促の日でなくても、選んだ人にだけ作る', async () => {
    const day = '2025-05-13'
    const people = await remindable(store(), AOBA, day as Day, round.id)
    expect(people.map(({ person }) => person.login)).toContain('zaisei')
    const now = (by: string, logins: string[]) => remindNow(store(), { round: round.id, logins, sends: true }, act(by, { at: at(day) }))
    expect(await now('zaisei', ['zaisei'])).toMatchObject({ ok: false, problem: { kind: 'not-allowed' } })
    expect(await now('jimukyoku', [])).toMatchObject({ ok: false, problem: { kind: 'nobody-chosen' } })
    expect(await now('jimukyoku', ['kansa'])).toMatchObject({ ok: false, problem: { kind: 'nothing-due' } })
    expect(await now('jimukyoku', ['zaisei', 'kansa'])).toEqual({ ok: true, value: { made: [`digest:zaisei:${day}`], already: [] } })
    expect(await now('jimukyoku', ['zaisei', 'nozei'])).toEqual({
      ok: true,
      value: { made: [`digest:nozei:${day}`], already: [`digest:zaisei:${day}`] },
    })
  })

  it('待っていた前の日の督促は、新しい督促に替わる', async () => {
    await remindOn('2025-05-16')
    const before = await store().reading(AOBA, (db) => messagesOfDay(db, '2025-05-15' as Day))
    expect([...new Set(before.map(({ state }) => state))]).toEqual(['failed'])
  })
})
