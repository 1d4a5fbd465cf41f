import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, act, ask, cookieOf, NOW, openOffice, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import { aPerson } from '../../../../town/story/staff.ts'
import { savePerson } from '../../../store/account.ts'
import { changeSecret, secretOf } from '../../../store/account-secret.ts'
import { auditOf } from '../../../store/audit.ts'
import type { Store } from '../../../store/database.ts'
import { hashPassword } from '../../../workflows/secrets/password-hash.ts'
import { codeOf, stepAt } from '../../../workflows/secrets/totp.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const FIRST = 'first-one-time-password'
const NEW = '潮風と灯台と坂道'
const at = paths.staff

let store: Store
let app: Hono
const now = new Date(NOW.getTime() + 60_000)
const password = (() => {
  let made: Promise<string> | null = null
  return () => (made ??= hashPassword(FIRST))
})()

beforeAll(async () => {
  store = await openTestStore()
  await openOffice(store)
  app = staffApp({ ...staffOptions(store), now: () => now, breached: (one) => one === 'この町の流出した合言葉' })
})
afterAll(() => store?.close())

async function aMember(login: string, role: 'reporter' | 'office', oneTime = true): Promise<string> {
  const hash = await password()
  await store.writing(act('kanri'), async (tx) => {
    await savePerson(tx, aPerson({ login, roles: [[role, '財政課']] }))
    await changeSecret(tx, { login, password: hash, oneTime, totp: null, totpLastStep: null, changedAt: NOW })
  })
  return cookieOf(store, login, AOBA, now)
}
const change = (cookie: string, wanted: string, said: { present?: string; repeated?: string } = {}) =>
  ask(app, at.ownPassword(AOBA), { cookie, form: { present: FIRST, wanted, repeated: wanted, ...said } })
const newCookie = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
const secretIn = async (login: string) => store.reading(AOBA, (db) => secretOf(db, login))

describe('初回パスワード', () => {
  it('変えるまでは、自分の設定とサインアウトのほかは何も開かず、何も書けない', async () => {
    const cookie = await aMember('shonin', 'reporter')
    const opened = await Promise.all([at.home(AOBA), at.reports(AOBA), at.own(AOBA)].map((path) => ask(app, path, { cookie })))
    expect(opened.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
      [303, at.own(AOBA)],
      [303, at.own(AOBA)],
      [200, null],
    ])
    expect((await ask(app, at.takeBacks(AOBA), { cookie, form: {} })).status).toBe(403)
  })

  it('変えると開き、前のセッションはほかの場所でも終わり、記録には変えたことだけが残る', async () => {
    const cookie = await aMember('shonin2', 'reporter')
    const elsewhere = await cookieOf(store, 'shonin2', AOBA, now)
    const changed = await change(cookie, NEW)
    expect([changed.status, changed.headers.get('location')]).toEqual([303, `${at.own(AOBA)}?done=password`])
    const states = await Promise.all([newCookie(changed), cookie, elsewhere].map((one) => ask(app, at.home(AOBA), { cookie: one })))
    expect(states.map(({ status }) => status)).toEqual([200, 303, 303])
    const [row] = await store.reading(AOBA, (db) => auditOf(db, { limit: 1 }))
    expect([row?.table, row?.by, row?.why, Object.keys(row?.after ?? {})]).toEqual([
      'account',
      'shonin2',
      'パスワードの変更',
      ['secret_changed'],
    ])
    expect(JSON.stringify(row)).not.toContain('argon2')
  })
})

describe('パスワードを変える（S-08）', () => {
  it.each([
    { title: '今のパスワードが違う', wanted: NEW, said: { present: '違う' }, says: '今のパスワードが違います' },
    { title: '二度の入力が違う', wanted: NEW, said: { repeated: `${NEW}。` }, says: '確認のために入力したパスワードが違います' },
    { title: '短い', wanted: '短い', said: {}, says: '新しいパスワードは2文字です' },
    { title: 'よく使われる', wanted: 'password123', said: {}, says: '多くの人が使っている' },
    { title: 'ログイン名', wanted: 'henkou1234', said: {}, says: '「henkou」がほとんど' },
    { title: '流出した', wanted: 'この町の流出した合言葉', said: {}, says: '流出したパスワードの一覧' },
    { title: '今と同じ', wanted: FIRST, said: {}, says: '今のパスワードと同じ' },
  ])('$title ときは、理由を言って変えない', async ({ wanted, said, says }) => {
    const cookie = await aMember('henkou', 'reporter')
    const before = await secretIn('henkou')
    const page = await change(cookie, wanted, said)
    const text = await page.text()
    expect([page.status, text.includes(says)]).toEqual([422, true])
    expect(text).not.toContain(wanted === FIRST ? FIRST : `"${wanted}"`)
    expect((await secretIn('henkou'))?.password).toBe(before?.password)
  })

  it('見本の職員は変えられない', async () => {
    const cookie = await cookieOf(store, 'zaisei', AOBA, now)
    const page = await change(cookie, NEW, { present: 'aoba-demo' })
    expect([page.status, await secretIn('zaisei')]).toEqual([422, null])
  })

  it('今のパスワードを当てようとすると429で断る（S-13）', async () => {
    const cookie = await aMember('ateru', 'reporter')
    const statuses: number[] = []
    for (let i = 0; i < 11; i += 1) statuses.push((await change(cookie, NEW, { present: `違う ${i}` })).status)
    expect([statuses.slice(0, 10).every((status) => status === 422), statuses[10]]).toEqual([true, 429])
  })
})

describe('二要素認証を設定する（S-08）', () => {
  const keyIn = (text: string): string => (/secret=([A-Z2-7]{32})/.exec(text) ?? [])[1] ?? ''
  const take = (cookie: string, code: string, present = FIRST) =>
    ask(app, at.ownSecondFactor(AOBA), { cookie, form: { code, password: present } })

  it('事務局は、設定するまでほかの画面を開けない', async () => {
    const cookie = await aMember('jimu', 'office', false)
    expect((await ask(app, at.home(AOBA), { cookie })).headers.get('location')).toBe(at.own(AOBA))
    const shown = await (await ask(app, at.own(AOBA), { cookie })).text()
    expect(shown).toContain('otpauth://totp/')
    const key = keyIn(shown)
    const code = codeOf(key, stepAt(now))
    expect((await take(cookie, code === '000000' ? '000001' : '000000')).status).toBe(422)
    expect((await take(cookie, code, '違う')).status).toBe(422)
    expect((await take(cookie, code)).status).toBe(303)
    expect([(await secretIn('jimu'))?.totp, (await ask(app, at.home(AOBA), { cookie })).status]).toEqual([key, 200])
    const again = await (await ask(app, at.own(AOBA), { cookie })).text()
    expect(again).not.toContain(key)
  })

  it('事務局は外せず、報告者は外せる', async () => {
    const office = await aMember('jimu2', 'office', false)
    const reporter = await aMember('hokoku', 'reporter', false)
    for (const cookie of [office, reporter]) {
      const key = keyIn(await (await ask(app, at.own(AOBA), { cookie })).text())
      await take(cookie, codeOf(key, stepAt(now)))
    }
    const remove = (cookie: string) => ask(app, at.ownSecondFactorRemoval(AOBA), { cookie, form: { password: FIRST } })
    expect([(await remove(office)).status, (await remove(reporter)).status]).toEqual([422, 303])
    expect([(await secretIn('jimu2'))?.totp === null, (await secretIn('hokoku'))?.totp]).toEqual([false, null])
  })

  it('鍵は人とセッションごとに違う', async () => {
    const cookies = [await aMember('k1', 'reporter', false), await aMember('k2', 'reporter', false), await cookieOf(store, 'k1', AOBA, now)]
    const keys = await Promise.all(cookies.map(async (cookie) => keyIn(await (await ask(app, at.own(AOBA), { cookie })).text())))
    expect(new Set(keys).size).toBe(3)
  })
})
