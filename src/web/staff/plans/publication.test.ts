import { afterAll, expect, it } from 'vitest'
import { AOBA, act, ask, cookieOf, FAMILY, openTown, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import { anId } from '../../../../town/story/builders.ts'
import { aContent } from '../../../../town/story/round-builders.ts'
import type { RoundItem } from '../../../reform/round.ts'
import type { Store } from '../../../store/database.ts'
import { awaitingEdition, itemsOf } from '../../../store/round-item.ts'
import { saveReport } from '../../../workflows/save-report.ts'
import { takeStep } from '../../../workflows/take-step.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

let store: Store
afterAll(() => store?.close())

it('受理した後に再開して直している報告は、公表の前に、前の内容のまま載ると伝える', async () => {
  store = await openTestStore()
  const round = await openTown(store)
  const item = (await store.reading(AOBA, (db) => itemsOf(db, round.id)))[5] as RoundItem
  const step = (name: Parameters<typeof takeStep>[1], by: string, said = {}) =>
    takeStep(store, name, item.id, { version: null, ...said }, act(by))
  const content = aContent({
    progress: '受理した取組の文',
    actuals: [{ indicator: anId('indicator-6'), raw: '97', status: '実績' }],
    changes: [],
  })
  const page = async () => {
    const cookie = await cookieOf(store, 'jimukyoku')
    return (await ask(staffApp(staffOptions(store)), paths.staff.planPublication(AOBA, FAMILY), { cookie })).text()
  }
  await saveReport(store, { item: item.id, version: 0, content }, act('somu'))
  await step('submit', 'somu')
  await step('approve', 'somu-kacho')
  await step('accept', 'jimukyoku')
  expect(await page()).not.toContain('再開して直している報告')
  expect((await step('reopen', 'jimukyoku', { reason: '決算の確定', until: '2099-03-31' })).ok).toBe(true)
  expect(await store.reading(AOBA, (db) => awaitingEdition(db, FAMILY))).toEqual([{ fiscalYear: 2024, accepted: 0, reopened: 1 }])
  expect(await page()).toContain('令和6年度：1件。前に受理した内容のまま載ります。')
})
