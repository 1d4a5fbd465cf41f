import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MailServer, startMailServer } from '../../tests/mail-process.ts'
import { AOBA, act, NOW, openTown } from '../../tests/staff-town.ts'
import { onBothDatabases } from '../../tests/test-store.ts'
import { people } from '../../town/story/staff.ts'
import type { MailSettings } from '../mail/settings.ts'
import { type OutgoingMessage, RETRY_MINUTES } from '../reform/message.ts'
import { savePerson } from '../store/account.ts'
import { addLetters, claimNext } from '../store/outbox.ts'
import { messageById } from '../store/outbox-reading.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'
import { giveOrder, sendFailedAgain } from './order-message.ts'
import { doubtAbandoned, type Post, sendOutbox } from './send-outbox.ts'

onBothDatabases('R-06 送信箱から送る', (database) => {
  const store = () => database().store
  let server: MailServer
  let clock = NOW
  const later = (minutes: number) => {
    clock = new Date(clock.getTime() + minutes * 60_000)
  }
  const settingsAt = (port: number): MailSettings => ({
    ...{ host: '127.0.0.1', port, security: 'none', user: null, password: null },
    from: { name: '行政経営課', address: 'gyokaku@aoba.example' },
  })
  const post = (port = server.port): Post => ({
    settings: settingsAt(port),
    municipality: { code: AOBA, name: 'あおば市' },
    pageOf: ({ kind }) => (kind === 'digest' ? 'https://kaikaku.aoba.example/990019/staff/' : null),
    now: () => clock,
  })
  const letter = (id: string, to = 'zaisei'): OutgoingMessage => ({
    ...{ id, kind: 'digest', day: dayInJapan(NOW), toLogin: 'zaisei', toMail: `${to}@aoba.example` },
    ...{ rounds: [], about: null, subject: '報告の提出', body: '残っています。\n' },
  })
  const put = (...letters: OutgoingMessage[]) => store().writing(act('kaikaku', { at: clock }), (tx) => addLetters(tx, letters))
  const now = (id: string) => store().reading(AOBA, (db) => messageById(db, id))
  const order = (message: string, said: { order?: 'send-again' | 'arrived'; sends?: boolean; by?: string } = {}) =>
    giveOrder(
      store(),
      { message, order: said.order ?? 'send-again', sends: said.sends ?? true },
      act(said.by ?? 'jimukyoku', { at: clock }),
    )

  beforeAll(async () => {
    await openTown(store())
    server = await startMailServer()
  })
  afterAll(async () => {
    await server.kill()
    server.remove()
  })

  it('待っているものを送り、画面のアドレスと送り主を付ける', async () => {
    await put(letter('a'), letter('b'))
    expect(await sendOutbox(store(), post())).toEqual({ sent: 2, later: 0, failed: 0, unknown: 0 })
    expect(await sendOutbox(store(), post())).toEqual({ sent: 0, later: 0, failed: 0, unknown: 0 })
    const [taken] = server.taken()
    const text = Buffer.from(taken?.letter.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8')
    expect(text).toContain('残っています。\r\n\r\n画面：https://kaikaku.aoba.example/990019/staff/\r\n')
    expect(text).toContain('このメールは、あおば市の行財政改革のシステムが自動で送っています。')
    expect(await now('a')).toMatchObject({ state: 'sent', attempts: 1, sentAt: clock, lastError: null })
  })

  it('1分、5分、30分、2時間、6時間の後に送り直し、それでも駄目なら送れないとする', async () => {
    await put(letter('busy', 'later'))
    for (const minutes of RETRY_MINUTES) {
      expect(await sendOutbox(store(), post())).toMatchObject({ later: 1 })
      later(minutes - 1)
      expect(await sendOutbox(store(), post())).toMatchObject({ later: 0 })
      later(1)
    }
    expect(await sendOutbox(store(), post())).toMatchObject({ failed: 1 })
    expect(await now('busy')).toMatchObject({ state: 'failed', attempts: 6, lastError: 'メールサーバーの答え：451 try again later' })
  })

  it('受け取らないと言われたら、すぐに送れないとし、サーバーの言葉を残す', async () => {
    await put(letter('nobody', 'refuse'))
    expect(await sendOutbox(store(), post())).toMatchObject({ failed: 1 })
    expect(await now('nobody')).toMatchObject({ state: 'failed', attempts: 1, lastError: expect.stringContaining('550 no such user') })
  })

  it('答えのないまま切れたら、送れたか不明とし、自動では送り直さない', async () => {
    await put(letter('lost', 'take-and-hang-up'))
    expect(await sendOutbox(store(), post())).toMatchObject({ unknown: 1 })
    later(24 * 60)
    expect(await sendOutbox(store(), post())).toEqual({ sent: 0, later: 0, failed: 0, unknown: 0 })
    expect(await order('lost', { order: 'arrived' })).toMatchObject({ ok: true, value: { state: 'sent' } })
    expect(await order('lost')).toMatchObject({ ok: false, problem: { kind: 'wrong-message-state' } })
  })

  it('サーバーがないときは、一通だけを試し、ほかは手を付けずに待たせる', async () => {
    await put(letter('c'), letter('d'))
    expect(await sendOutbox(store(), post(1))).toEqual({ sent: 0, later: 1, failed: 0, unknown: 0 })
    expect([(await now('c'))?.attempts, (await now('d'))?.attempts]).toEqual([1, 0])
    expect((await now('c'))?.lastError).toContain('メールサーバーにつながりません（ECONNREFUSED）')
    later(1)
    expect(await sendOutbox(store(), post())).toMatchObject({ sent: 2 })
  })

  it('送り手が消えた一通は、次の起動か10分後に、送れたか不明となる', async () => {
    await put(letter('e'), letter('f'))
    const hand = () => store().writing(act('kaikaku', { at: clock }), (tx) => claimNext(tx, () => '<x@aoba.example>'))
    await hand()
    expect(await doubtAbandoned(store(), post())).toBe(0)
    expect(await doubtAbandoned(store(), post(), { everything: true })).toBe(1)
    await hand()
    later(11)
    await sendOutbox(store(), post())
    expect([(await now('e'))?.state, (await now('f'))?.state]).toEqual(['unknown', 'unknown'])
  })

  it('送り直しは、今の宛先に、同じ Message-ID で送る', async () => {
    const before = (await now('e'))?.messageId
    const zaisei = people.find(({ login }) => login === 'zaisei')
    if (zaisei) await store().writing(act('kanri'), (tx) => savePerson(tx, { ...zaisei, mail: 'new@aoba.example' }))
    expect(await order('e', { by: 'zaisei' })).toMatchObject({ ok: false, problem: { kind: 'not-allowed' } })
    expect(await order('e', { sends: false })).toMatchObject({ ok: false, problem: { kind: 'mail-not-set-up' } })
    expect(await order('e')).toMatchObject({ ok: true, value: { state: 'queued', toMail: 'new@aoba.example' } })
    expect(await sendOutbox(store(), post())).toMatchObject({ sent: 1 })
    const taken = server.taken().at(-1)
    expect([taken?.to, taken?.letter.includes(`Message-ID: ${before}`)]).toEqual([['new@aoba.example'], true])
  })

  it('送れなかったものは、まとめて送り直せる。届いたかもしれないものは含めない', async () => {
    expect(await sendFailedAgain(store(), { sends: true }, act('jimukyoku', { at: clock }))).toEqual({ ok: true, value: 2 })
    expect(await sendOutbox(store(), post())).toMatchObject({ sent: 2 })
    expect((await now('f'))?.state).toBe('unknown')
  })

  it('メールの設定がなければ、待っているものは読むだけになり、設定の後に送れる', async () => {
    await put(letter('g'))
    expect(await sendOutbox(store(), { ...post(), settings: null })).toMatchObject({ sent: 0 })
    expect((await now('g'))?.state).toBe('reading-only')
    expect(await sendOutbox(store(), post())).toMatchObject({ sent: 0 })
    expect(await order('g')).toMatchObject({ ok: true })
    expect(await sendOutbox(store(), post())).toMatchObject({ sent: 1 })
  })
})
