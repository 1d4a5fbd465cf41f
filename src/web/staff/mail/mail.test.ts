import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, act, ask, cookieOf, NOW, openTown } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import { afterAttempt } from '../../../reform/message.ts'
import type { Store } from '../../../store/database.ts'
import { claimNext, saveDelivery } from '../../../store/outbox.ts'
import { messageById } from '../../../store/outbox-reading.ts'
import type { DeliveryOutcome } from '../../../vocabulary/delivery.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const TODAY = '2025-04-21'
const digest = (login: string) => `digest:${login}:${TODAY}`

describe('督促と送信の画面', () => {
  let store: Store
  let app: Hono
  let cookie: string
  let round: string
  const appWith = (mail: boolean) =>
    staffApp({
      ...{ store, stylesheet: '/x.css', script: '/x.js', now: () => NOW, published: () => {}, demonstration: true, plainHttp: true },
      ...{ mail, url: 'https://kaikaku.aoba.example' },
    })
  beforeAll(async () => {
    store = await openTestStore()
    round = (await openTown(store)).id
    app = appWith(true)
    cookie = await cookieOf(store, 'jimukyoku')
  })
  afterAll(() => store.close())

  const get = async (path: string, of = app) => {
    const page = await ask(of, path, { cookie })
    return { status: page.status, text: await page.text(), headers: page.headers }
  }
  const post = async (path: string, form: Record<string, string | string[]> = {}, of = app) => {
    const page = await ask(of, path, { cookie, form })
    return { status: page.status, text: await page.text(), to: page.headers.get('location') ?? '' }
  }
  /** The next letter goes out and comes to this. */
  const deliver = async (outcome: DeliveryOutcome) => {
    const letter = await store.writing(act('kaikaku'), (tx) => claimNext(tx, (id) => `<${id.length}@aoba.example>`))
    if (!letter) throw new Error('待っている文がありません')
    await store.writing(act('kaikaku'), (tx) =>
      saveDelivery(tx, letter.id, afterAttempt(letter, outcome, { at: NOW, reason: '550 そのような人はいません' })),
    )
    return letter.id
  }
  const stateOf = async (id: string) => (await store.reading(AOBA, (db) => messageById(db, id)))?.state

  it('何もないときは、そう言い、下見と作成に進める', async () => {
    const { text } = await get(paths.staff.outbox(AOBA))
    for (const words of ['送れなかった文はありません。', '作った文はまだありません。', '今すぐ督促を作る', '次の開庁日の督促を見る'])
      expect(text).toContain(words)
  })

  it('下見は、その日に作る督促を見せ、何も作らない', async () => {
    expect((await get(paths.staff.outboxPreview(AOBA))).text).toContain('この日に作る督促はありません。')
    const { text } = await get(`${paths.staff.outboxPreview(AOBA)}?day=2025-05-15`)
    for (const words of [
      '令和7年5月15日（木）',
      '作る督促　6通',
      '件名：',
      '提出していない報告 2件　令和7年5月16日（金）（あと1開庁日）',
      '■ 提出していない報告　2件',
    ])
      expect(text).toContain(words)
    expect(await stateOf('digest:zaisei:2025-05-15')).toBeUndefined()
  })

  it('選んだ人の督促を今すぐ作り、同じ日に二通は作らない', async () => {
    const page = await get(paths.staff.reminders(AOBA))
    expect(page.text).toContain('id="to-zaisei"')
    const nobody = await post(paths.staff.reminders(AOBA), { round })
    expect([nobody.status, nobody.text.includes('督促を作る人が選ばれていません')]).toEqual([422, true])
    const made = await post(paths.staff.reminders(AOBA), { round, to: ['zaisei', 'nozei', 'somu', 'shimin'] })
    expect([made.status, made.to]).toEqual([303, `${paths.staff.outbox(AOBA)}?day=${TODAY}&done=made-4-0`])
    expect((await get(made.to)).text).toContain('4人分の督促を作りました。')
    expect((await get(paths.staff.reminders(AOBA))).text).toContain('今日の督促を作成済み')
    expect((await post(paths.staff.reminders(AOBA), { round, to: ['zaisei'] })).to).toContain('done=made-0-1')
  })

  it('文は送る形で読め、送れなかったものが先頭に理由とともに出る', async () => {
    const failed = await deliver({ kind: 'refused', cause: { kind: 'server-said', reply: '550' } })
    const { text } = await get(paths.staff.outbox(AOBA))
    expect(text.indexOf('550 そのような人はいません')).toBeGreaterThan(text.indexOf('送れなかった文'))
    expect(text.indexOf('550 そのような人はいません')).toBeLessThan(text.indexOf('日ごとの数'))
    const letter = await get(paths.staff.digest(AOBA, failed))
    expect(letter.text).toContain('画面：https://kaikaku.aoba.example/990019/staff/')
    expect(letter.text).toContain('このメールは、あおば市の行財政改革のシステムが自動で送っています。')
  })

  it('送れなかったものは送り直せる。届いたかもしれないものは、一通ずつ決める', async () => {
    const lost = await deliver({ kind: 'unknown', cause: { kind: 'broke-off', code: 'ECONNRESET' } })
    expect((await get(paths.staff.digest(AOBA, lost))).text).toContain('届いているかもしれません。')
    expect((await post(paths.staff.resendFailed(AOBA))).to).toContain('done=resent-1')
    expect(await stateOf(lost)).toBe('unknown')
    expect((await post(paths.staff.arrival(AOBA, lost))).status).toBe(303)
    expect(await stateOf(lost)).toBe('sent')
    const again = await post(paths.staff.resend(AOBA, lost))
    expect([again.status, again.text.includes('「送信済」になっているため')]).toEqual([409, true])
    expect((await get(paths.staff.digest(AOBA, lost))).text).toContain('届いたことを確かめた')
  })

  it('一通も一日分も、文字のファイルで保存できる', async () => {
    const one = await get(paths.staff.letterText(AOBA, digest('zaisei')))
    expect(one.headers.get('content-disposition')).toContain(encodeURIComponent('2025-04-21_清水_陽菜.txt'))
    expect(one.text).toContain('件名：【行財政改革】報告の提出')
    expect(one.text).toContain('\r\n')
    const day = await get(paths.staff.outboxDay(AOBA, TODAY))
    expect(day.text.match(/宛名：/g)).toHaveLength(4)
    expect((await get(paths.staff.outboxDay(AOBA, '2020-01-01'))).status).toBe(404)
    expect((await get(paths.staff.digest(AOBA, 'nothing'))).status).toBe(404)
  })

  it('メールの設定がないときは、読むだけになり、送る手はない', async () => {
    const silent = appWith(false)
    expect((await post(paths.staff.reminders(AOBA), { round, to: ['gyokaku'] }, silent)).status).toBe(303)
    expect(await stateOf(digest('gyokaku'))).toBe('reading-only')
    expect((await get(paths.staff.outbox(AOBA), silent)).text).toContain('メールの設定がないため、送信はしません。')
    expect((await get(paths.staff.digest(AOBA, digest('gyokaku')), silent)).text).not.toContain('/resend/')
    expect((await post(paths.staff.resend(AOBA, digest('gyokaku')), {}, silent)).status).toBe(409)
    expect((await get(paths.staff.digest(AOBA, digest('gyokaku')))).text).toContain('/resend/')
  })
})
