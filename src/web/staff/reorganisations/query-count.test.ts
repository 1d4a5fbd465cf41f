import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { AOBA, act, ask, cookieOf, openTown, staffOptions } from '../../../../tests/staff-town.ts'
import { aChange, aReorganisation } from '../../../../town/story/reorganisation-builders.ts'
import type { ReorganisationId } from '../../../reform/reorganisation.ts'
import { type Store, storeOn } from '../../../store/database.ts'
import { openMemory } from '../../../store/embedded/open.ts'
import { draftReorganisation } from '../../../workflows/reorganise.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const at = paths.staff
const ID = 'reorganisation' as ReorganisationId

describe('R-03 組織改正の画面で一回に問い合わせる数', () => {
  let store: Store
  let app: Hono
  let cookie: string
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
    await openTown(store)
    const said = aReorganisation([aChange('統合', '財政課、納税課', '税財政課')], { id: ID })
    await draftReorganisation(store, said, 0, act('jimukyoku'))
    app = staffApp(staffOptions(store))
    cookie = await cookieOf(store, 'jimukyoku')
  })
  afterAll(() => store.close())

  it.each([
    ['一覧', at.reorganisations(AOBA)],
    ['新しい組織改正', at.newReorganisation(AOBA)],
    ['確かめる頁', at.reorganisation(AOBA, ID)],
    ['直す頁', at.reorganisationEdit(AOBA, ID)],
    ['Excel', at.reorganisationWorkbook(AOBA, ID)],
  ])('%s', async (_, path) => {
    asked = 0
    expect((await ask(app, path, { cookie })).status).toBe(200)
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThanOrEqual(15)
  })
})
