import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AOBA, act, ask, cookieOf, NOW, openOffice, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import { aPerson } from '../../../../town/story/staff.ts'
import type { Role } from '../../../reform/account.ts'
import { personOf, savePerson } from '../../../store/account.ts'
import { changeSecret, secretOf } from '../../../store/account-secret.ts'
import type { Store } from '../../../store/database.ts'
import { openSession } from '../../../store/session.ts'
import { hashPassword } from '../../../workflows/secrets/password-hash.ts'
import { codeOf, newTotpSecret, stepAt } from '../../../workflows/secrets/totp.ts'
import { DEMONSTRATION_PASSWORD } from '../../../workflows/sign-in.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'
import { tokenHash } from '../session.ts'
import type { StaffOptions } from '../staff.ts'

const PASSWORD = '潮風と灯台と坂道'
const DOOR = paths.staff.signIn(AOBA)
const HOUR = 3_600_000

let store: Store
let app: Hono
let now = NOW
let lines: string[] = []
const appWith = (said: Partial<StaffOptions> = {}) =>
  staffApp({ ...staffOptions(store), now: () => now, log: (line) => lines.push(line), ...said })

beforeAll(async () => {
  store = await openTestStore()
  await openOffice(store)
  const password = await hashPassword(PASSWORD)
  await store.writing(act('kanri'), async (tx) => {
    for (const login of ['rei', 'futari', 'limit']) await savePerson(tx, aPerson({ login, name: `例 ${login}` }))
    for (const login of ['rei', 'futari', 'limit'])
      await changeSecret(tx, { login, password, oneTime: false, totp: null, totpLastStep: null, changedAt: NOW })
  })
  app = appWith()
})
afterAll(() => store?.close())
beforeEach(() => {
  // every test an hour later, so that none counts the failures of the one before it
  now = new Date(now.getTime() + HOUR)
  lines = []
})

type Tried = { password?: string; code?: string; to?: string; from?: Hono; headers?: Record<string, string> }
async function enter(login: string, { password = PASSWORD, code = '', to = '', from = app, headers = {} }: Tried = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ login, password, code, to })) body.append(name, value)
  const sent = { host: 'localhost', origin: 'http://localhost', ...headers }
  const response = await from.request(`http://localhost${DOOR}`, { method: 'POST', headers: sent, body })
  const cookie = response.headers.get('set-cookie') ?? ''
  return {
    status: response.status,
    to: response.headers.get('location'),
    cookie: cookie.split(';')[0] ?? '',
    set: cookie,
    text: await response.text(),
  }
}
const home = (cookie: string, from = app) => ask(from, paths.staff.home(AOBA), { cookie })

describe('サインイン', () => {
  it('正しければ、行こうとした画面へ進む', async () => {
    const entered = await enter('rei', { to: paths.staff.reports(AOBA) })
    expect([entered.status, entered.to]).toEqual([303, paths.staff.reports(AOBA)])
    expect((await home(entered.cookie)).status).toBe(200)
  })

  it.each([
    'https://evil.example/',
    '//evil.example/',
    `/${AOBA}/staff//evil.example`,
    `/${AOBA}/staff/../../x`,
    '/132012/staff/',
    '/990019/staff/\\evil',
  ])('サインインの後に、外の頁 %s へは行かない', async (to) => expect((await enter('rei', { to })).to).toBe(paths.staff.home(AOBA)))

  it('サインインするたびに新しいセッションになり、持ってきた札は使わない（S-09）', async () => {
    const first = await enter('rei', { headers: { cookie: 'kaikaku=attackers-token' } })
    const second = await enter('rei')
    expect(first.cookie).not.toBe(second.cookie)
    expect(first.cookie).not.toContain('attackers')
    // 256 bits
    expect(first.cookie.split('=')[1]).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  it('知らないログイン名と、違うパスワードと、止めた職員には、同じ答えをする', async () => {
    await store.writing(act('kanri'), (tx) => savePerson(tx, aPerson({ login: 'tomari', disabled: true })))
    const answers = [await enter('rei', { password: '違う合言葉' }), await enter('nobody'), await enter('tomari')]
    const plain = answers.map(({ status, text }) => [status, text.replaceAll(/value="[^"]*"/g, '')])
    expect(plain[1]).toEqual(plain[0])
    expect(plain[2]).toEqual(plain[0])
    expect(plain[0]?.[0]).toBe(422)
  })

  it('知らないログイン名でも、同じだけの計算をする', async () => {
    const time = async (login: string) => {
      const began = performance.now()
      await enter(login, { password: '違う合言葉' })
      return performance.now() - began
    }
    const pairs: number[] = []
    for (let i = 0; i < 4; i += 1) pairs.push((await time('rei')) / (await time(`nobody-${i}`)))
    // without the work for nobody, a known login takes several times as long
    expect(pairs.sort((a, b) => a - b)[1]).toBeLessThan(3)
  })

  it('失敗は、パスワードを書かず、改行を偽らせずに記録する（S-11）', async () => {
    await enter('rei\n2025-04-21 サインイン成功', { password: '秘密の合言葉' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('サインイン失敗 990019')
    expect(lines[0]).not.toContain('秘密')
    expect(lines[0]).not.toContain('\n')
  })
})

describe('見本の職員', () => {
  it('見本の間だけ、書いてあるパスワードで入れる', async () => {
    expect((await enter('jimukyoku', { password: DEMONSTRATION_PASSWORD })).status).toBe(303)
    const off = appWith({ demonstration: false })
    expect((await enter('jimukyoku', { password: DEMONSTRATION_PASSWORD, from: off })).status).toBe(422)
  })

  it('書いてあるパスワードは、見本でない職員には効かない', async () =>
    expect((await enter('rei', { password: DEMONSTRATION_PASSWORD })).status).toBe(422))

  it('見本を止めると、開いていたセッションも終わり、名の一覧も出ない', async () => {
    const { cookie } = await enter('jimukyoku', { password: DEMONSTRATION_PASSWORD })
    const off = appWith({ demonstration: false })
    expect([(await home(cookie)).status, (await home(cookie, off)).status]).toEqual([200, 303])
    const pages = await Promise.all([app, off].map(async (one) => (await ask(one, DOOR)).text()))
    expect(pages.map((page) => page.includes('jimukyoku'))).toEqual([true, false])
  })

  it.each<{ title: string; headers: Record<string, string>; says: boolean }>([
    { title: 'この機械の前から', headers: { host: 'localhost' }, says: true },
    { title: '別の名を名乗る頁から（DNS リバインディング）', headers: { host: 'evil.example' }, says: false },
    { title: '代理サーバーを通って', headers: { host: 'localhost', 'x-forwarded-for': '203.0.113.9' }, says: false },
  ])('何も指定していなければ、$title：$says', async ({ headers, says }) => {
    const page = await (await app.request(`http://localhost${DOOR}`, { headers })).text()
    expect(page.includes('見本の職員')).toBe(says)
  })
})

describe('続けて間違える（S-13）', () => {
  it('一つのログイン名に10回間違えると、正しくても429で断り、15分で解ける', async () => {
    for (let i = 0; i < 10; i += 1) expect((await enter('limit', { password: `違う ${i}` })).status).toBe(422)
    const refused = await enter('limit')
    expect([refused.status, refused.text.includes('15分ほど待ってから')]).toEqual([429, true])
    expect((await enter('rei')).status).toBe(303)
    now = new Date(now.getTime() + 16 * 60_000)
    expect((await enter('limit')).status).toBe(303)
  })

  it('一度成功すれば、それまでの間違いは数えない', async () => {
    for (let i = 0; i < 9; i += 1) await enter('limit', { password: `違う ${i}` })
    expect((await enter('limit')).status).toBe(303)
    expect((await enter('limit', { password: '違う' })).status).toBe(422)
  })

  it('同時に来ても、数えるのは一つずつ', async () => {
    const tried = await Promise.all(Array.from({ length: 15 }, (_, i) => enter('limit', { password: `違う ${i}` })))
    expect(tried.filter(({ status }) => status === 422)).toHaveLength(10)
  })

  it('一つのアドレスから多くのログイン名を試すと断り、別のアドレスは断らない', async () => {
    const from = (address: string, login: string) =>
      enter(login, { password: '違う', headers: { 'x-forwarded-for': `10.0.0.1, ${address}` } })
    for (let i = 0; i < 50; i += 1) await from('203.0.113.7', `try-${i}`)
    expect([(await from('203.0.113.7', 'another')).status, (await from('203.0.113.8', 'another')).status]).toEqual([429, 422])
  })
})

describe('二要素認証（S-08）', () => {
  const totp = newTotpSecret()
  beforeAll(() =>
    store.writing(act('kanri'), async (tx) => {
      const secret = await secretOf(tx, 'futari')
      if (secret) await changeSecret(tx, { ...secret, totp })
    }),
  )

  it('コードがなければ入れず、コードは一度だけ使える', async () => {
    const code = codeOf(totp, stepAt(now))
    expect((await enter('futari')).status).toBe(422)
    expect((await enter('futari', { code })).status).toBe(303)
    expect((await enter('futari', { code })).status).toBe(422)
  })

  it('同じコードが同時に来ても、開くのは一度', async () => {
    const code = codeOf(totp, stepAt(now))
    const tried = await Promise.all([1, 2, 3, 4].map(() => enter('futari', { code })))
    expect(tried.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422])
  })
})

describe('セッション', () => {
  it('クッキーは __Host-、Secure、HttpOnly、SameSite で、名と期限は外に出ない（S-09）', async () => {
    const { set } = await enter('rei', { from: appWith({ plainHttp: false }) })
    expect(set).toMatch(/^__Host-kaikaku=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('https で来た要求には HSTS を1年以上で返し、http には返さない（S-09）', async () => {
    const seen = async (headers: Record<string, string>) =>
      (await app.request(`http://localhost${DOOR}`, { headers: { host: 'localhost', ...headers } })).headers.get(
        'strict-transport-security',
      )
    const [plain, encrypted] = [await seen({}), await seen({ 'x-forwarded-proto': 'https' })]
    expect(plain).toBeNull()
    expect(Number(/max-age=(\d+)/.exec(encrypted ?? '')?.[1])).toBeGreaterThanOrEqual(31_536_000)
  })

  it('職員の画面の CSP は自分のスクリプトだけを許す（S-09）', async () => {
    const policy = (await ask(app, DOOR)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it.each([
    { title: '8時間使わないと終わる', waits: [8], says: 303 },
    { title: '7時間ごとに使えば続く', waits: [7, 7], says: 200 },
    { title: '使っていても24時間で終わる', waits: [7, 7, 7, 3.5], says: 303 },
  ])('$title', async ({ waits, says }) => {
    const { cookie } = await enter('rei')
    let status = 0
    for (const hours of waits) {
      now = new Date(now.getTime() + hours * HOUR)
      status = (await home(cookie)).status
    }
    expect(status).toBe(says)
  })

  it('サインアウトすると、札を控えていても開かない', async () => {
    const { cookie } = await enter('rei')
    const left = await ask(app, paths.staff.signOut(AOBA), { cookie, form: {} })
    expect([left.status, (await home(cookie)).status]).toEqual([303, 303])
    const known = await store.reading(AOBA, (db) => openSession(db, tokenHash(cookie.split('=')[1] ?? ''), now))
    expect(known).toBeNull()
  })

  it('使用を止めると、次の要求から何も開かない（S-07）', async () => {
    const { cookie } = await enter('futari', {
      code: codeOf((await store.reading(AOBA, (db) => secretOf(db, 'futari')))?.totp ?? '', stepAt(now)),
    })
    expect((await home(cookie)).status).toBe(200)
    const person = await store.reading(AOBA, (db) => personOf(db, 'futari'))
    if (person) await store.writing(act('kanri'), (tx) => savePerson(tx, { ...person, disabled: true }))
    expect((await home(cookie)).status).toBe(303)
  })

  it('役割を変えると、次の要求から働く（S-06）', async () => {
    const { cookie } = await enter('rei')
    const asked = async () => (await ask(app, paths.staff.trace(AOBA), { cookie })).status
    const become = (role: Role) =>
      store.writing(act('kanri'), (tx) => savePerson(tx, aPerson({ login: 'rei', roles: [[role, role === 'auditor' ? null : '財政課']] })))
    const before = await asked()
    await become('auditor')
    const given = await asked()
    await become('reporter')
    expect([before, given, await asked()]).toEqual([403, 200, 403])
    expect(lines.filter((line) => line.includes('権限なし 990019 rei'))).toHaveLength(2)
  })

  it('ほかの団体の札では開かない（S-04）', async () => {
    const cookie = await cookieOf(store, 'jimukyoku', AOBA, now)
    expect((await ask(app, '/132012/staff/', { cookie })).status).toBe(404)
  })

  it('別のサイトからのサインインとサインアウトは受け付けない（S-15）', async () => {
    const { cookie } = await enter('rei')
    const origin = 'https://evil.example'
    expect((await ask(app, paths.staff.signOut(AOBA), { cookie, form: {}, origin })).status).toBe(403)
    expect((await ask(app, DOOR, { form: { login: 'rei', password: PASSWORD }, origin })).status).toBe(403)
    expect((await home(cookie)).status).toBe(200)
  })
})
