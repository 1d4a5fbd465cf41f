import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { formFields } from '../../../../tests/form-fields.ts'
import { AOBA, act, aStaffPlan, ask, cookieOf, FAMILY, openOffice, staffOptions } from '../../../../tests/staff-town.ts'
import { anEffect } from '../../../../town/story/builders.ts'
import { anOutlook } from '../../../../town/story/outlook-builders.ts'
import { type Store, storeOn } from '../../../store/database.ts'
import { openMemory } from '../../../store/embedded/open.ts'
import { saveOutlook } from '../../../store/fiscal-outlook.ts'
import { saveRecord } from '../../../store/record.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const at = paths.staff

describe('R-03 財政見通しの画面で一回に問い合わせる数', () => {
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
    await openOffice(store)
    const effects = [2022, 2023, 2024, 2025].map((fiscalYear) => anEffect({ fiscalYear }))
    await store.writing(act('jimukyoku'), async (tx) => {
      await saveRecord(tx, FAMILY, { ...aStaffPlan(), effects })
      await saveOutlook(tx, anOutlook())
      await saveOutlook(tx, anOutlook({ id: 'outlook-2', from: 2024 }))
    })
    app = staffApp(staffOptions(store))
    cookie = await cookieOf(store, 'zaisei-tanto')
  })
  afterAll(() => store.close())

  const here = at.reconciliation(AOBA, FAMILY, 'outlook-2')
  it.each([
    at.outlooks(AOBA),
    at.newOutlook(AOBA),
    at.outlook(AOBA, 'outlook-1'),
    at.outlookEdit(AOBA, 'outlook-1'),
    at.reconciliations(AOBA, FAMILY),
    here,
    `${here}?estimate=0`,
  ])('%s', async (path) => {
    asked = 0
    expect((await ask(app, path, { cookie })).status).toBe(200)
    expect(asked).toBeLessThanOrEqual(15)
  })

  it('案をまとめて採る', async () => {
    const action = at.markProposals(AOBA, FAMILY, 'outlook-2')
    const fields = formFields(await (await ask(app, here, { cookie })).text(), action)
    asked = 0
    expect((await ask(app, action, { cookie, form: { ...fields, mark: 'outside-period' } })).status).toBe(303)
    expect(asked).toBeLessThanOrEqual(15)
  })
})
