import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { AOBA, act, ask, cookieOf, NOW, openTown } from '../../../../tests/staff-town.ts'
import { anId } from '../../../../town/story/builders.ts'
import { aContent } from '../../../../town/story/round-builders.ts'
import type { RoundItem } from '../../../reform/round.ts'
import { type Store, storeOn } from '../../../store/database.ts'
import { openMemory } from '../../../store/embedded/open.ts'
import { itemById, itemsOf } from '../../../store/round-item.ts'
import { submitReport } from '../../../workflows/submit-report.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

describe('R-03 一回の要求で問い合わせる数', () => {
  let store: Store
  let app: Hono
  let items: RoundItem[]
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
    const round = await openTown(store)
    items = await store.reading(AOBA, (db) => itemsOf(db, round.id))
    app = staffApp({
      store,
      stylesheet: '/x.css',
      script: '/x.js',
      now: () => NOW,
      published: () => {},
      demonstration: true,
      plainHttp: true,
    })
  })
  afterAll(() => store.close())

  const now = async (nth: number) => (await store.reading(AOBA, (db) => itemById(db, (items[nth] as RoundItem).id))) as RoundItem
  const counted = async (login: string, path: string, form?: Record<string, string | string[]>) => {
    const cookie = await cookieOf(store, login)
    asked = 0
    const response = await ask(app, path, { cookie, ...(form ? { form } : {}) })
    return { status: response.status, asked }
  }
  const filled = async (nth: number, progress: string) => ({
    version: String((await now(nth)).version),
    progress,
    'actual-0': '95',
    'status-0': '実績',
  })
  const report = (nth: number) => paths.staff.report(AOBA, (items[nth] as RoundItem).id)
  const step = (nth: number, name: string) => paths.staff.step(AOBA, (items[nth] as RoundItem).id, name)
  const MOST = 15

  it.each([
    { title: 'わたしの仕事', login: 'zaisei', path: () => paths.staff.home(AOBA) },
    { title: 'わたしの仕事（事務局）', login: 'jimukyoku', path: () => paths.staff.home(AOBA) },
    { title: '報告する', login: 'zaisei', path: () => paths.staff.reports(AOBA) },
    { title: '報告の画面', login: 'zaisei', path: () => report(0) },
    { title: '審査する', login: 'jimukyoku', path: () => paths.staff.reviews(AOBA) },
  ])('$title', async ({ login, path }) => {
    const { status, asked } = await counted(login, path())
    expect(status).toBe(200)
    expect(asked).toBeLessThanOrEqual(MOST)
  })

  it('下書き保存・自動保存', async () => {
    for (const path of [report(0), paths.staff.draft(AOBA, (items[0] as RoundItem).id)]) {
      const { status, asked } = await counted('zaisei', path, await filled(0, `書いた文 ${path}`))
      expect(status).toBeLessThan(400)
      expect(asked).toBeLessThanOrEqual(MOST)
    }
  })

  it('提出と承認', async () => {
    const submitted = await counted('zaisei', step(0, 'submit'), await filled(0, '提出する文'))
    expect(submitted.status).toBe(303)
    const approved = await counted('zaisei-kacho', step(0, 'approve'), { version: String((await now(0)).version) })
    expect(approved.status).toBe(303)
    // saving and submitting are two acts in one press: three questions more than one act, and always the same number
    expect(submitted.asked).toBeLessThanOrEqual(MOST + 3)
    expect(approved.asked).toBeLessThanOrEqual(MOST)
  })

  it('まとめた承認は、一件ごとに読み直さない', async () => {
    const content = (nth: number) => aContent({ actuals: [{ indicator: anId(`indicator-${nth + 1}`), raw: '95', status: '実績' }] })
    for (const [nth, by] of [
      [1, 'zaisei'],
      [2, 'shimin'],
      [4, 'nozei'],
    ] as const)
      await submitReport(store, { item: (items[nth] as RoundItem).id, version: 0, content: content(nth) }, act(by))
    const one = await counted('shimin-kacho', paths.staff.bulkStep(AOBA, 'approve'), { items: `${items[2]?.id}@${(await now(2)).version}` })
    const none = await counted('shimin-kacho', paths.staff.bulkStep(AOBA, 'approve'), {
      items: [`${items[1]?.id}@1`, `${items[2]?.id}@1`, `${items[4]?.id}@1`],
    })
    expect([one.status, none.status]).toEqual([303, 409])
    // three that are refused ask no more than one that is approved
    expect(none.asked).toBeLessThanOrEqual(one.asked)
  })
})
