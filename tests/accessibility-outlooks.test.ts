import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/database.ts'
import { outlooksOf } from '../src/store/fiscal-outlook.ts'
import { planFamilies } from '../src/store/plan-family.ts'
import { paths } from '../src/web/paths.ts'
import { startServer } from '../src/web/server.tsx'
import { publishedEditions } from '../src/workflows/published.ts'
import { tellOutlook } from '../src/workflows/tell-outlook.ts'
import { tellStory } from '../src/workflows/tell-story.ts'
import * as outlook from '../town/story/outlook.ts'
import * as story from '../town/story/story.ts'
import { CHROMIUM, inBrowser, stylesheet } from './browser.ts'
import { openStaffDesk, type StaffDesk } from './staff-desk.ts'
import { AOBA } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const { staff } = paths
const root = fileURLToPath(new URL('..', import.meta.url))

describe.skipIf(!CHROMIUM)(inBrowser('財政見通しの画面は、誰にでも使えるか'), () => {
  let desk: StaffDesk
  let store: Store
  let family: string
  let ids: string[]
  let css: string

  beforeAll(async () => {
    store = await openTestStore()
    const plans = story.imports.filter(({ files }) => /02-|05-/.test(files[0] ?? ''))
    await tellStory(store, { ...story, imports: plans }, root, () => {}, [
      tellOutlook({ ...outlook, plan: story.plan, folder: 'town/story' }, root),
    ])
    const families = await store.reading(AOBA, planFamilies)
    family = families.find(({ title }) => title === story.plan)?.id ?? ''
    ids = (await store.reading(AOBA, outlooksOf)).map(({ id }) => id)
    desk = await openStaffDesk(store)
    css = stylesheet()
  }, 120_000)
  afterAll(() => desk?.close())

  it('W-01 どの画面のどの状態にも指摘がない（幅1280と360）', { timeout: 480_000 }, async () => {
    const { page, found, look, lookOnce } = await desk.sit('zaisei-tanto', 1280, 360)
    const go = async (path: string, state: string) => {
      await page.goto(desk.url + path)
      await look(state)
    }
    await go(staff.outlooks(AOBA), '見通し-一覧')
    await go(staff.newOutlook(AOBA), '見通し-新しい')
    await page.getByLabel('表（年度の見出しの行から）').fill('区分\tR7\tR9\n市税\t1\t2')
    await page.getByRole('button', { name: '貼り付けた表を確かめる' }).click()
    await page.getByRole('alert').waitFor()
    await lookOnce('見通し-読めない')
    await page.getByLabel('表（年度の見出しの行から）').fill('区分（千円）\tR7\tR8\n市税\t1\t算定中\n歳入合計\t100\t100\n市債\t70\t80')
    await page.getByRole('button', { name: '貼り付けた表を確かめる' }).click()
    await page.getByLabel('題名').waitFor()
    await look('見通し-表')
    await page.getByRole('button', { name: '残す', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await lookOnce('見通し-表の断り')
    await go(staff.outlook(AOBA, ids[0] ?? ''), '見通し-一つ')
    await go(staff.outlookEdit(AOBA, ids[0] ?? ''), '見通し-直す')
    await go(staff.reconciliations(AOBA, family), '突き合わせ-一覧')
    await go(staff.reconciliation(AOBA, family, ids[1] ?? ''), '突き合わせ-判定済')
    await go(staff.reconciliation(AOBA, family, ids[0] ?? ''), '突き合わせ')
    await page.getByRole('link', { name: /^判定する\s*：3/ }).click()
    await page.getByRole('heading', { name: /^判定する：3/ }).waitFor()
    await look('突き合わせ-行')
    const year = page.locator('fieldset', { hasText: '令和9年度' })
    await year.getByLabel(/^区分/).selectOption('not-in-outlook')
    await page.getByRole('button', { name: '年度ごとの判定を残す' }).click()
    await page.getByRole('alert').waitFor()
    await lookOnce('突き合わせ-断り')
    await page.context().close()
    expect(found).toEqual([])
  })

  it('W-01 公開の画面にも指摘がなく、30KBに収まり、A4横に刷れる', { timeout: 180_000 }, async () => {
    const editions = await publishedEditions(store)
    const server = await startServer({ read: async () => ({ editions, downloads: [] }), stylesheet: css, port: 0, host: '127.0.0.1' })
    const plan = editions.find(({ outlooks }) => outlooks)?.plan ?? ''
    const { page, found, look } = await desk.sit('zaisei-tanto', 1280, 360)
    for (const [path, state] of [
      [paths.outlook(AOBA, plan), '公開-見通し'],
      [paths.outlookOf(AOBA, plan, ids[1] ?? ''), '公開-前の見通し'],
    ] as const) {
      const answer = await page.goto(server.url + path)
      expect(answer?.status()).toBe(200)
      await look(state)
    }
    if (process.env.PICTURES) writeFileSync(`${process.env.PICTURES}/公開-見通し.pdf`, await page.pdf({ preferCSSPageSize: true }))
    await page.context().close()
    const packed = await fetch(server.url + paths.outlook(AOBA, plan), { headers: { 'accept-encoding': 'gzip' } })
    const html = await packed.text()
    expect(new Blob([html]).size).toBeGreaterThan(1_000)
    await server.close()
    expect(found).toEqual([])
  })
})
