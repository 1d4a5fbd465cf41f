import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { AOBA, ask, cookieOf, openOffice, staffOptions } from '../../../../tests/staff-town.ts'
import { type Store, storeOn } from '../../../store/database.ts'
import { openMemory } from '../../../store/embedded/open.ts'
import { DEMONSTRATION_PASSWORD } from '../../../workflows/sign-in.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const at = paths.staff

describe('R-03 職員の画面で一回に問い合わせる数', () => {
  let store: Store
  let app: Hono
  let asked = 0

  beforeAll(async () => {
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked += 1
        return node
      },
      transformResult: async ({ result }) => result,
    }
    const engine = await openMemory(new Blob([readFileSync(inject('migrated'))]))
    store = await storeOn({ ...engine, database: engine.database.withPlugin(counting) })
    await openOffice(store)
    app = staffApp(staffOptions(store))
  })
  afterAll(() => store.close())

  it('サインイン', async () => {
    asked = 0
    const form = { login: 'zaisei', password: DEMONSTRATION_PASSWORD }
    expect((await ask(app, at.signIn(AOBA), { form })).status).toBe(303)
    expect(asked).toBeLessThanOrEqual(15)
  })

  it.each([
    at.signIn(AOBA),
    at.accounts(AOBA),
    at.account(AOBA, 'zaisei'),
    at.newAccount(AOBA),
    at.handover(AOBA),
    at.sections(AOBA),
    at.own(AOBA),
  ])('%s', async (path) => {
    const cookie = path === at.signIn(AOBA) ? undefined : await cookieOf(store, 'kanri')
    asked = 0
    expect((await ask(app, path, cookie ? { cookie } : {})).status).toBe(200)
    expect(asked).toBeLessThanOrEqual(15)
  })
})
