import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, ask, cookieOf, FAMILY, openTown, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import type { Store } from '../../../store/database.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

let store: Store
let app: ReturnType<typeof staffApp>
beforeAll(async () => {
  store = await openTestStore()
  await openTown(store)
  app = staffApp(staffOptions(store))
})
afterAll(() => store?.close())

describe('今の状況の地図', () => {
  it('公表していない計画のどの取組も、一つの印になり、課の報告者も見られる', async () => {
    const cookie = await cookieOf(store, 'zaisei')
    expect(await (await ask(app, paths.staff.plan(AOBA, FAMILY), { cookie })).text()).toContain(paths.staff.planMap(AOBA, FAMILY))
    const page = await (await ask(app, paths.staff.planMap(AOBA, FAMILY), { cookie })).text()
    expect(page).toContain('まだ公表していない報告と評価も含みます')
    const marks = page
      .split('</svg>')
      .flatMap((svg) => [...svg.matchAll(/<a href="[^"]*\/initiatives\/([^"/]+)\/" class="[a-z-]+"><title>([^<]*)/g)])
    expect(marks.map((m) => m[1]).toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `initiative-${n}`))
    expect(marks.map((m) => m[2])).toContain('1-1 基金の積立て：判定不能')
  })
  it('知らない計画は404', async () =>
    expect((await ask(app, paths.staff.planMap(AOBA, 'x'), { cookie: await cookieOf(store, 'zaisei') })).status).toBe(404))
})
