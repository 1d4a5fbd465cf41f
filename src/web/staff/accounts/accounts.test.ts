import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, act, ask, cookieOf, openOffice, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import { aPerson } from '../../../../town/story/staff.ts'
import { peopleOf, personOf, savePerson } from '../../../store/account.ts'
import { secretOf } from '../../../store/account-secret.ts'
import { auditOf } from '../../../store/audit.ts'
import type { Store } from '../../../store/database.ts'
import { sectionsOf } from '../../../store/section.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const at = paths.staff
let store: Store
let app: Hono
let admin = ''
const lines: string[] = []

beforeAll(async () => {
  store = await openTestStore()
  await openOffice(store)
  app = staffApp({ ...staffOptions(store), log: (line) => lines.push(line) })
  admin = await cookieOf(store, 'kanri')
})
afterAll(() => store?.close())

type Form = Record<string, string | string[]>
const post = async (path: string, form: Form, cookie = admin) => {
  const response = await ask(app, path, { cookie, form })
  return { status: response.status, to: response.headers.get('location'), text: await response.text() }
}
const seen = async (login: string): Promise<string> => {
  const text = await (await ask(app, at.account(AOBA, login), { cookie: admin })).text()
  return (/name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
const personIn = (login: string) => store.reading(AOBA, (db) => personOf(db, login))
const rows = (...roles: [string, string, string, string][]): Form => ({
  role: roles.map(([role]) => role),
  section: roles.map(([, section]) => section),
  from: roles.map(([, , from]) => from),
  to: roles.map(([, , , to]) => to),
})

describe('職員を登録する', () => {
  const GOOD = { login: 'Shinjin01', name: '新人 一', mail: '', ...rows(['reporter', '総務課', '2025-04-01', ''], ['', '', '', '']) }

  it('初回パスワードを一度だけ見せ、それで入れる', async () => {
    const made = await post(at.newAccount(AOBA), GOOD)
    const password = /<code class="secret">((?:[a-z0-9]{4}-){3}[a-z0-9]{4})<\/code>/.exec(made.text)?.[1] ?? ''
    expect([made.status, password.length]).toEqual([200, 19])
    expect((await personIn('shinjin01'))?.assignments).toEqual([{ role: 'reporter', section: '総務課', from: '2025-04-01', to: null }])
    expect((await store.reading(AOBA, (db) => secretOf(db, 'shinjin01')))?.oneTime).toBe(true)
    const entered = await ask(app, at.signIn(AOBA), { form: { login: 'shinjin01', password } })
    expect(entered.status).toBe(303)
    const again = await (await ask(app, at.account(AOBA, 'shinjin01'), { cookie: admin })).text()
    expect(again).not.toContain(password)
  })

  it.each<{ title: string; said: Form; status: number; says: string }>([
    { title: '使われているログイン名', said: { login: 'zaisei' }, status: 409, says: 'すでに使われています' },
    { title: '使えない文字のログイン名', said: { login: '新人' }, status: 422, says: 'ログイン名「新人」は使えません' },
    { title: '氏名がない', said: { name: ' ' }, status: 422, says: '氏名を入力してください' },
    { title: 'メールの形', said: { mail: 'shinjin' }, status: 422, says: 'メールアドレス「shinjin」の形' },
    { title: '所属の要る役割に所属がない', said: rows(['sectionHead', '', '', '']), status: 422, says: '所属が要ります' },
    { title: '登録されていない所属', said: rows(['reporter', '宇宙課', '', '']), status: 422, says: '「宇宙課」という所属は' },
    { title: '終わる日が始まる日', said: rows(['office', '', '2025-04-01', '2025-04-01']), status: 422, says: '終わる日が始まる日より' },
    { title: '日付でない', said: rows(['office', '', '2025-02-30', '']), status: 422, says: '「2025-02-30」は日付として' },
    { title: '役割を選んでいない', said: rows(['', '財政課', '', '']), status: 422, says: '1行目：役割を選んで' },
    { title: 'ない役割', said: rows(['mayor', '', '', '']), status: 422, says: '1行目：役割を選んで' },
  ])('$title ときは、理由を言い、入力したものを残し、何も作らない', async ({ said, status, says }) => {
    const before = await store.reading(AOBA, peopleOf)
    const page = await post(at.newAccount(AOBA), { ...GOOD, login: 'futaribanme', ...said })
    expect([page.status, page.text.includes(says)]).toEqual([status, true])
    if (!('name' in said)) expect(page.text).toContain('新人 一')
    expect(await store.reading(AOBA, peopleOf)).toEqual(before)
  })
})

describe('職員を変える', () => {
  it('氏名・メール・役割を変え、記録に人と理由が残る', async () => {
    const said = { name: '橋本 さくら', mail: 'sakura@aoba.example', ...rows(['reporter', '市民課', '2023-04-01', '2026-04-01']) }
    const saved = await post(at.account(AOBA, 'shimin'), { ...said, seen: await seen('shimin') })
    expect(saved.to).toBe(`${at.account(AOBA, 'shimin')}?done=saved`)
    expect(await personIn('shimin')).toMatchObject({ mail: 'sakura@aoba.example', assignments: [{ to: '2026-04-01' }] })
    const [row] = await store.reading(AOBA, (db) => auditOf(db, { limit: 1 }))
    expect([row?.by, row?.why]).toEqual(['kanri', '職員の変更'])
  })

  it('画面を開いている間にほかの人が変えていれば、断って今の登録を見せる', async () => {
    const stale = await seen('koho')
    const form = { name: '斎藤 直子', mail: '', ...rows(['reporter', '総務課', '2023-04-01', '']) }
    await post(at.account(AOBA, 'koho'), { ...form, seen: stale })
    const refused = await post(at.account(AOBA, 'koho'), { ...form, name: '後から', seen: stale })
    expect([refused.status, refused.text.includes('ほかの人がこの職員を変更しました'), refused.text.includes('今の登録')]).toEqual([
      409,
      true,
      true,
    ])
    expect((await personIn('koho'))?.name).toBe('斎藤 直子')
  })

  it('使用を止めると、セッションがすぐに終わる（S-07）', async () => {
    const cookie = await cookieOf(store, 'kaikei')
    const form = { name: '西田 葵', mail: '', disabled: 'on', ...rows(['reporter', '会計課', '2023-04-01', '']) }
    await post(at.account(AOBA, 'kaikei'), { ...form, seen: await seen('kaikei') })
    expect((await ask(app, at.own(AOBA), { cookie })).status).toBe(303)
  })

  it('最後の管理者は、自分を止めることも役割を外すこともできない', async () => {
    const named = { name: '情報 太郎', mail: '', seen: await seen('kanri') }
    const own = rows(['administrator', '', '2023-04-01', ''])
    const tries = [
      { ...named, ...own, disabled: 'on' },
      { ...named, ...rows(['office', '', '2023-04-01', '']) },
      { ...named, ...rows(['administrator', '', '2023-04-01', '2026-04-01']) },
    ]
    for (const form of tries) {
      const refused = await post(at.account(AOBA, 'kanri'), form)
      expect([refused.status, refused.text.includes('管理者が一人もいなくなります')]).toEqual([409, true])
    }
  })

  it('ない職員は404', async () => expect((await ask(app, at.account(AOBA, 'nobody'), { cookie: admin })).status).toBe(404))
})

describe('初回パスワードとセッション（S-07）', () => {
  it('再発行すると、開いているセッションは終わる', async () => {
    const cookie = await cookieOf(store, 'shinjin01')
    const made = await post(at.accountPassword(AOBA, 'shinjin01'), {})
    expect([made.status, made.text.includes('初回パスワードを出しました')]).toEqual([200, true])
    expect((await ask(app, at.own(AOBA), { cookie })).status).toBe(303)
  })

  it('見本の職員には出さない', async () => {
    const refused = await post(at.accountPassword(AOBA, 'zaisei'), {})
    expect([refused.status, await store.reading(AOBA, (db) => secretOf(db, 'zaisei'))]).toEqual([409, null])
  })

  it('一人のセッションだけを終わらせる', async () => {
    const [one, other] = [await cookieOf(store, 'somu'), await cookieOf(store, 'zaisei')]
    await post(at.accountSessions(AOBA, 'somu'), {})
    expect([(await ask(app, at.own(AOBA), { cookie: one })).status, (await ask(app, at.own(AOBA), { cookie: other })).status]).toEqual([
      303, 200,
    ])
    expect(lines.some((line) => line.includes('セッション終了 990019 kanri "somu"'))).toBe(true)
  })

  it('全員のセッションを終わらせても、自分は残る', async () => {
    const [one, other] = [await cookieOf(store, 'somu'), await cookieOf(store, 'zaisei')]
    await post(at.sessions(AOBA), {})
    const left = await Promise.all([one, other, admin].map(async (cookie) => (await ask(app, at.own(AOBA), { cookie })).status))
    expect(left).toEqual([303, 303, 200])
  })
})

describe('異動の引継ぎ', () => {
  const DAY = '2026-04-01'
  const line = (login: string, role: string, section: string | null) => JSON.stringify([login, role, section, '2023-04-01'])
  const form = (intent: string, ...lines: [key: string, fate: string, taker: string, section: string][]): Form => ({
    day: DAY,
    intent,
    key: lines.map(([key]) => key),
    fate: lines.map(([, fate]) => fate),
    taker: lines.map(([, , taker]) => taker),
    section: lines.map(([, , , section]) => section),
  })
  const lines4: [string, string, string, string][] = [
    [line('zaisei', 'reporter', '財政課'), 'passes', 'nozei', ''],
    [line('nozei', 'reporter', '納税課'), 'ends', '', ''],
    [line('shoko', 'reporter', '商工観光課'), 'moves', '', '財政課'],
    [line('kyodo', 'reporter', '市民協働課'), 'stays', '', ''],
  ]

  it('はじめは次の4月1日の表が出る', async () => {
    const text = await (await ask(app, at.handover(AOBA), { cookie: admin })).text()
    expect(text).toContain('令和8年4月1日（水）に続いている役割')
  })

  it('確かめると、変わる人と空く席を見せ、まだ何も変えない', async () => {
    const before = await store.reading(AOBA, peopleOf)
    const shown = await post(at.handover(AOBA), form('preview', ...lines4))
    expect(shown.status).toBe(200)
    for (const words of ['変わる人（3人）', '商工観光課', 'このとおり登録する']) expect(shown.text).toContain(words)
    const missing = shown.text.slice(shown.text.indexOf('空く席'), shown.text.indexOf('どうなるか'))
    expect([missing.includes('納税課'), missing.includes('商工観光課'), missing.includes('財政課')]).toEqual([true, true, false])
    expect(await store.reading(AOBA, peopleOf)).toEqual(before)
  })

  it('一つでもできなければ、理由を言い、選んだものを残し、何も変えない', async () => {
    const before = await store.reading(AOBA, peopleOf)
    const bad: [string, string, string, string] = [line('kyodo', 'reporter', '市民協働課'), 'passes', 'dareka', '']
    const refused = await post(at.handover(AOBA), form('apply', ...lines4.slice(0, 3), bad))
    expect([refused.status, refused.text.includes('引き継ぐ職員「dareka」は登録されていない')]).toEqual([409, true])
    expect(refused.text).toMatch(/<option value="passes" selected/)
    expect(await store.reading(AOBA, peopleOf)).toEqual(before)
  })

  it('登録すると、一度に変わり、その日から働く', async () => {
    const done = await post(at.handover(AOBA), form('apply', ...lines4))
    expect(done.to).toBe(`${at.handover(AOBA)}?day=${DAY}&done=3`)
    const after = await store.reading(AOBA, peopleOf)
    const of = (login: string) => after.find((one) => one.login === login)?.assignments.map(({ section, from, to }) => [section, from, to])
    expect(of('zaisei')).toEqual([['財政課', '2023-04-01', DAY]])
    expect(of('nozei')).toEqual([
      ['納税課', '2023-04-01', DAY],
      ['財政課', DAY, null],
    ])
    expect(of('shoko')).toEqual([
      ['商工観光課', '2023-04-01', DAY],
      ['財政課', DAY, null],
    ])
    const [row] = await store.reading(AOBA, (db) => auditOf(db, { limit: 1 }))
    expect(row?.why).toBe('令和8年4月1日（水）の異動の引継ぎ')
  })

  it('最後の管理者は引継ぎでも終われない', async () => {
    const refused = await post(at.handover(AOBA), form('apply', [line('kanri', 'administrator', null), 'ends', '', '']))
    expect([refused.status, refused.text.includes('管理者が一人もいなくなります')]).toEqual([409, true])
  })
})

describe('所属', () => {
  const sectionIn = async (name: string) => (await store.reading(AOBA, sectionsOf)).filter((one) => one.name === name)

  it('登録し、直し、上位の所属をなくせる', async () => {
    const made = await post(at.newSection(AOBA), { name: '危機管理課', from: '2026-04-01', to: '', parent: '総務部', successors: '' })
    expect(made.to).toBe(`${at.sections(AOBA)}?done=saved`)
    const where = at.section(AOBA, '危機管理課', '2026-04-01')
    expect((await ask(app, where, { cookie: admin })).status).toBe(200)
    await post(where, { from: '2026-10-01', to: '', parent: '', successors: '' })
    expect(await sectionIn('危機管理課')).toEqual([{ name: '危機管理課', from: '2026-10-01', to: null, successors: [] }])
  })

  it('引き継ぐ所属は一行に一つで、その日にあるものだけ', async () => {
    const where = at.section(AOBA, '商工観光課', '')
    const bad = await post(where, { from: '', to: '2027-04-01', parent: '産業部', successors: '市民協働課\r\n観光課' })
    expect([bad.status, bad.text.includes('引き継ぐ所属「観光課」は')]).toEqual([422, true])
    expect(bad.text).toContain('市民協働課\r\n観光課')
    await post(where, { from: '', to: '2027-04-01', parent: '産業部', successors: '市民協働課\r\n総務課' })
    expect((await sectionIn('商工観光課'))[0]?.successors).toEqual(['市民協働課', '総務課'])
  })

  it('行革担当課も所属を直せるが、職員は直せない', async () => {
    const office = await cookieOf(store, 'jimukyoku')
    const statuses = await Promise.all(
      [at.sections(AOBA), at.accounts(AOBA)].map(async (path) => (await ask(app, path, { cookie: office })).status),
    )
    expect(statuses).toEqual([200, 403])
  })

  it('ない所属は404', async () => expect((await ask(app, at.section(AOBA, '宇宙課', ''), { cookie: admin })).status).toBe(404))
})

describe('書ける項目（S-02）', () => {
  it('様式にない項目を足しても、何も変わらない', async () => {
    await store.writing(act('kanri'), (tx) => savePerson(tx, aPerson({ login: 'mass', name: '例' })))
    const form = { name: '例', mail: '', ...rows(['reporter', '財政課', '2023-04-01', '']), seen: await seen('mass') }
    await post(at.account(AOBA, 'mass'), {
      ...form,
      login: 'other',
      demonstration: 'true',
      municipality: '132012',
      password: 'x',
      one_time: 'false',
    })
    expect(await personIn('mass')).toMatchObject({ login: 'mass', demonstration: false })
    expect([await personIn('other'), await store.reading(AOBA, (db) => secretOf(db, 'mass'))]).toEqual([null, null])
  })
})
