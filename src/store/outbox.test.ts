import { beforeAll, expect, it } from 'vitest'
import { AOBA, act, NOW } from '../../tests/staff-town.ts'
import { onBothDatabases } from '../../tests/test-store.ts'
import { people } from '../../town/story/staff.ts'
import { afterAttempt, type OutgoingMessage } from '../reform/message.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { savePerson } from './account.ts'
import { auditOf } from './audit.ts'
import { saveMunicipality } from './municipality.ts'
import { addLetters, claimNext, doubtClaims, obeyOrder, onlyForReading, overtakeDigests, saveDelivery } from './outbox.ts'
import { messageById, messagesOfDay, ordersOf, outboxCounts, problemMessages } from './outbox-reading.ts'

const DAY = '2025-05-15' as Day
const aLetter = (id: string, said: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id,
  kind: 'digest',
  day: DAY,
  toLogin: 'zaisei',
  toMail: 'zaisei@aoba.example',
  rounds: [],
  about: null,
  subject: '期限のお知らせ',
  body: '本文\n',
  ...said,
})
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)
const messageIdOf = (id: string) => `<${id.length}@aoba.example>`

onBothDatabases('R-06 送信箱', (database) => {
  const store = () => database().store
  const write = <T>(work: Parameters<ReturnType<typeof store>['writing']>[1], at = NOW) =>
    store().writing(act('kaikaku', { at }), work) as Promise<T>
  const message = (id: string) => store().reading(AOBA, (db) => messageById(db, id))

  beforeAll(async () => {
    await write(async (tx) => {
      await saveMunicipality(tx, { name: 'あおば市' })
      for (const person of people) await savePerson(tx, person)
    })
  })

  it('同じ鍵の文は一度しか入らず、宛先のない人の文は読むだけになる', async () => {
    const letters = [aLetter('digest:zaisei:2025-05-15'), aLetter('digest:nozei:2025-05-15', { toLogin: 'nozei', toMail: null })]
    expect(await write((tx) => addLetters(tx, letters))).toEqual(letters.map(({ id }) => id))
    expect(await write((tx) => addLetters(tx, [aLetter('digest:zaisei:2025-05-15', { body: '別の文' })]))).toEqual([])
    expect(await message('digest:zaisei:2025-05-15')).toMatchObject({ body: '本文\n', state: 'queued', attempts: 0, toName: '清水 陽菜' })
    expect(await message('digest:nozei:2025-05-15')).toMatchObject({ state: 'reading-only', toMail: null })
  })

  it('時の来た一通だけを手に取り、同じ一通を二度は取らない', async () => {
    expect(await write((tx) => claimNext(tx, messageIdOf), minutes(-1))).toBeNull()
    expect(await write((tx) => claimNext(tx, messageIdOf))).toMatchObject({ id: 'digest:zaisei:2025-05-15', state: 'sending', attempts: 1 })
    expect(await write((tx) => claimNext(tx, messageIdOf))).toBeNull()
  })

  it('後で送り直すときは、Message-ID を変えない', async () => {
    const before = await message('digest:zaisei:2025-05-15')
    const later = afterAttempt(
      { attempts: 1 },
      { kind: 'later', cause: { kind: 'server-said', reply: '421' } },
      { at: NOW, reason: '421 混み合っています' },
    )
    await write((tx) => saveDelivery(tx, 'digest:zaisei:2025-05-15', later))
    expect(await write((tx) => claimNext(tx, () => '<other@aoba.example>'), minutes(1))).toMatchObject({
      attempts: 2,
      messageId: before?.messageId,
    })
  })

  it('手に取られたまま消息のない一通は、送れたか不明として見える', async () => {
    expect(await write((tx) => doubtClaims(tx, minutes(1), '送信の途中で止まりました。'), minutes(30))).toBe(0)
    expect(await write((tx) => doubtClaims(tx, minutes(2), '送信の途中で止まりました。'), minutes(30))).toBe(1)
    expect((await store().reading(AOBA, (db) => problemMessages(db))).map(({ id, state }) => [id, state])).toEqual([
      ['digest:zaisei:2025-05-15', 'unknown'],
    ])
    expect(await write((tx) => claimNext(tx, messageIdOf), minutes(600))).toBeNull()
  })

  it('送り直しの指示は、誰がいつ決めたかとともに残り、変更の記録に入る', async () => {
    const unknown = await message('digest:zaisei:2025-05-15')
    if (!unknown) throw new Error('見つかりません')
    await store().writing(act('jimukyoku', { at: minutes(40) }), (tx) =>
      obeyOrder(tx, 'send-again', [{ message: unknown, to: 'queued', toMail: 'new@aoba.example' }]),
    )
    expect(await message(unknown.id)).toMatchObject({
      state: 'queued',
      attempts: 0,
      toMail: 'new@aoba.example',
      messageId: unknown.messageId,
    })
    const { orders, log } = await store().reading(AOBA, async (db) => ({
      orders: await ordersOf(db, unknown.id),
      log: await auditOf(db, { table: 'outbox_order' }),
    }))
    expect(orders).toEqual([{ order: 'send-again', before: 'unknown', by: 'jimukyoku', at: minutes(40) }])
    expect(log.map(({ by, after }) => [by, after?.order])).toEqual([['jimukyoku', 'send-again']])
  })

  it('文そのものは書き換えられず、消せない', async () => {
    const change = (column: 'body' | 'subject') =>
      write((tx) =>
        tx
          .updateTable('outbox')
          .set({ [column]: '別' })
          .where('municipality', '=', AOBA)
          .execute(),
      )
    await expect(change('body')).rejects.toThrow(/permission denied/)
    await expect(write((tx) => tx.deleteFrom('outbox').where('municipality', '=', AOBA).execute())).rejects.toThrow(/permission denied/)
  })

  it('次の日の督促ができると、待っていた前の日の督促は送られない', async () => {
    const next = '2025-05-16' as Day
    await write((tx) => addLetters(tx, [aLetter('digest:zaisei:2025-05-16', { day: next })]))
    await write((tx) => overtakeDigests(tx, ['zaisei'], next, '次の日の督促に替えました。'))
    expect(await message('digest:zaisei:2025-05-15')).toMatchObject({ state: 'failed', lastError: '次の日の督促に替えました。' })
    expect(await message('digest:zaisei:2025-05-16')).toMatchObject({ state: 'queued' })
  })

  it('メールの設定がなくなると、待っている文は読むだけになる', async () => {
    expect(await write((tx) => onlyForReading(tx))).toBe(1)
    expect((await store().reading(AOBA, (db) => messagesOfDay(db, '2025-05-16' as Day))).map(({ state }) => state)).toEqual([
      'reading-only',
    ])
  })

  it('日と状態ごとの数が分かる', async () => {
    expect(await store().reading(AOBA, (db) => outboxCounts(db, DAY))).toEqual([
      { day: '2025-05-16', kind: 'digest', state: 'reading-only', count: 1 },
      { day: DAY, kind: 'digest', state: 'failed', count: 1 },
      { day: DAY, kind: 'digest', state: 'reading-only', count: 1 },
    ])
  })
})
