import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, NOW, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import { peopleOf } from '../../../store/account.ts'
import type { Store } from '../../../store/database.ts'
import { municipalities } from '../../../store/municipality.ts'
import type { MunicipalityCode } from '../../../vocabulary/municipality-code.ts'
import { firstAdministrator } from '../../../workflows/first-administrator.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const ONE_TIME = 'abcd-efgh-jkmn-pqrs'
const GOOD = {
  'one-time': ONE_TIME,
  municipality: '990019',
  name: 'あおば市',
  person: '管理 花',
  login: 'hana',
  wanted: '潮風と灯台と坂道',
  repeated: '潮風と灯台と坂道',
}

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store?.close())
const founded = () => store.across((db) => municipalities(db))

describe('初期設定', () => {
  const app = () => staffApp({ ...staffOptions(store), setup: ONE_TIME })
  it.each([
    { title: '端末のパスワードが違う', said: { 'one-time': 'xxxx-xxxx-xxxx-xxxx' }, says: '初期設定のパスワードが違います' },
    { title: '検証番号が合わない', said: { municipality: '990018' }, says: '検証番号' },
    { title: '表にない団体コードで名称がない', said: { name: '' }, says: '名称も入力してください' },
    { title: '知らない市区町村', said: { municipality: 'しおかぜ市', name: '' }, says: '見つかりません' },
    { title: '同じ名の市が二つある', said: { municipality: '府中市', name: '' }, says: '団体コードで入力してください' },
    { title: 'ログイン名の形', said: { login: '花' }, says: 'ログイン名「花」は使えません' },
    { title: '氏名がない', said: { person: ' ' }, says: '氏名を入力してください' },
    { title: '短いパスワード', said: { wanted: '短い', repeated: '短い' }, says: '新しいパスワードは2文字です' },
    { title: '二度の入力が違う', said: { repeated: '違う' }, says: '確認のために入力したパスワードが違います' },
  ])('$title ときは、理由を言い、入力したものを残し、何も作らない', async ({ said, says }) => {
    const page = await ask(app(), paths.setup(), { form: { ...GOOD, ...said } })
    const text = await page.text()
    expect([page.status, text.includes(says), await founded()]).toEqual([422, true, []])
    if (!('person' in said)) expect(text).toContain('管理 花')
    expect(text).not.toContain(GOOD.wanted)
    expect(text).not.toContain(ONE_TIME)
  })

  it('端末のパスワードを当てようとすると429で断る（S-13）', async () => {
    const one = app()
    for (let i = 0; i < 20; i += 1) await ask(one, paths.setup(), { form: { ...GOOD, 'one-time': `${i}` } })
    expect((await ask(one, paths.setup(), { form: GOOD })).status).toBe(429)
  })

  it('別のサイトからは受け付けない（S-15）', async () =>
    expect((await ask(app(), paths.setup(), { form: GOOD, origin: 'https://evil.example' })).status).toBe(403))

  it('団体と管理者を作り、そのあとこの画面はない', async () => {
    const one = app()
    expect(await (await ask(one, paths.staffDoor())).text()).toContain(paths.setup())
    const made = await ask(one, paths.setup(), { form: { ...GOOD, municipality: '９９００１９' } })
    expect([made.status, made.headers.get('location')]).toEqual([303, paths.staff.signIn('990019')])
    expect((await founded()).map(({ code, name }) => [code, name])).toEqual([['990019', 'あおば市']])
    const people = await store.reading('990019' as MunicipalityCode, peopleOf)
    expect(people.map(({ login, name, assignments }) => [login, name, assignments.map(({ role }) => role)])).toEqual([
      ['hana', '管理 花', ['administrator']],
    ])
    expect([(await ask(one, paths.setup())).status, (await ask(one, paths.setup(), { form: GOOD })).status]).toEqual([404, 404])
    const entered = await ask(one, paths.staff.signIn('990019'), { form: { login: 'hana', password: GOOD.wanted } })
    expect(entered.status).toBe(303)
    expect(await (await ask(one, paths.staffDoor())).text()).toContain('あおば市')
  })

  it('団体があれば、はじめからこの画面はない', async () =>
    expect((await ask(staffApp(staffOptions(store)), paths.setup())).status).toBe(404))

  it('人のいる団体には、端末から管理者を作らない', async () => {
    const act = { municipality: '990019' as MunicipalityCode, by: 'root', at: NOW }
    expect(await firstAdministrator(store, act)).toBeNull()
  })
})
