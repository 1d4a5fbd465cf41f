import { writeFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Edition } from '../src/reform/edition.ts'
import type { RecordId } from '../src/reform/record.ts'
import { anEdition } from '../src/report/test-edition.ts'
import type { Store } from '../src/store/database.ts'
import { paths } from '../src/web/paths.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { editPlan } from '../src/workflows/edit-plan.ts'
import { publishEdition } from '../src/workflows/publish-edition.ts'
import { CHROMIUM, FLAGS, findings, inBrowser, stylesheet } from './browser.ts'
import { AOBA, act, cookieOf, FAMILY, openTown, staffOptions } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const PLAN = '/990019/plans/plan-1/'

/** The plan as it was an edition ago: another name and another section. */
function earlier(): Edition {
  const edition = anEdition({ number: 1, publishedAt: '2024-09-01T09:00:00+09:00', fiscalYear: 2023 })
  const [first, ...rest] = edition.record.initiatives
  const initiatives = first ? [{ ...first, title: '申請の電子化', sections: first.sections.slice(0, 1) }, ...rest] : rest
  return { ...edition, record: { ...edition.record, initiatives }, documents: [], sources: [], checks: [] }
}

describe.skipIf(!CHROMIUM)(inBrowser('総括・ロードマップ・版の比較は、誰にでも使えるか'), () => {
  let store: Store
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    store = await openTestStore()
    await openTown(store)
    await publishEdition(store, FAMILY, act('jimukyoku'))
    const basics = { number: '1-6', title: '公文書の電子化', description: '', goal: '', under: 'node' }
    const asked = {
      edit: { edit: 'basics' as const, id: 'initiative-6' as RecordId, said: basics },
      basis: null,
      reason: '対象を公文書に限る。',
    }
    const renamed = await editPlan(store, FAMILY, asked, act('jimukyoku'))
    if (!renamed.ok) throw new Error(renamed.problem.kind)
    server = await startServer({
      read: async () => ({ editions: [anEdition(), earlier()], downloads: [] }),
      stylesheet: stylesheet(),
      port: 0,
      host: '127.0.0.1',
      staff: (pages) => staffApp({ ...staffOptions(store), ...pages }),
    })
    browser = await chromium.launch({ ...(CHROMIUM ? { executablePath: CHROMIUM } : {}), args: FLAGS })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
  })

  const seat = async (width: number, login?: string) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    if (login) {
      const [name, value] = (await cookieOf(store, login)).split('=') as [string, string]
      await context.addCookies([{ name, value, url: server.url }])
    }
    const page = await context.newPage()
    const found: string[] = []
    const look = async (state: string) => {
      found.push(...(await findings(page, state)))
      if (process.env.PICTURES) writeFileSync(`${process.env.PICTURES}/${state}-${width}.png`, await page.screenshot({ fullPage: true }))
    }
    return { page, found, look }
  }

  it.each([1280, 360])('W-01 公表の頁に指摘がない（幅 %i）', { timeout: 120_000 }, async (width) => {
    const { page, found, look } = await seat(width)
    const pages = {
      総括: 'review/',
      ロードマップ: 'roadmap/',
      版の履歴: 'editions/',
      前の版: 'editions/1/',
      指標: 'initiatives/initiative-1/',
    }
    for (const [state, path] of Object.entries(pages)) {
      expect((await page.goto(`${server.url}${PLAN}${path}`))?.status()).toBe(200)
      await look(`公表-${state}`)
    }
    await page.goto(`${server.url}${PLAN}editions/`)
    await page.getByRole('link', { name: '第1版の計画を、今の計画と並べて見る' }).click()
    expect(await page.getByText('申請の電子化').first().isVisible()).toBe(true)
    await page.context().close()
    expect(found).toEqual([])
  })

  const write = async (page: Page, width: number, look: (state: string) => Promise<void>) => {
    await page.goto(server.url + paths.staff.plan(AOBA, FAMILY))
    await page.getByRole('link', { name: '総括', exact: true }).click()
    if (width === 1280) await look('総括なし')
    await page.getByRole('link', { name: '総括を書き始める' }).click()
    await page.getByLabel('振り返る計画・期').selectOption({ index: 1 })
    await page.getByRole('button', { name: '保存する' }).click()
    await page
      .getByRole('link', { name: /次に取り組むこと（Try）を加える/ })
      .last()
      .click()
    await page.getByLabel('番号').fill('①')
    await page.getByLabel('本文（必須）').fill('窓口を一つにする')
    await page.getByLabel('注記 1', { exact: true }).fill('名のない取組')
    await page.getByRole('button', { name: '保存する' }).first().click()
    await page.getByRole('alert').waitFor()
    await look('総括の項目が断られた')
    await page.getByLabel('計画の取組 1', { exact: true }).selectOption({ index: 3 })
    await page.getByRole('button', { name: '取組の行を増やす', exact: true }).click()
    await page.getByLabel('取組名 2', { exact: true }).fill('これからの取組')
    await page.getByRole('button', { name: '保存する' }).first().click()
    await page
      .getByRole('link', { name: /次に取り組むこと（Try）を加える/ })
      .last()
      .click()
    await page.getByLabel('番号').fill('②')
    await page.getByLabel('本文（必須）').fill('財政計画との整合')
    await page.getByRole('button', { name: '保存する' }).first().click()
    await page.getByText('次に取り組むこと2件のうち1件に取組があります。').first().waitFor()
    await look('総括')
  }

  it.each([1280, 360])('W-01 職員が総括を書き、工程を書き、版を比べる（幅 %i）', { timeout: 180_000 }, async (width) => {
    const { page, found, look } = await seat(width, 'jimukyoku')
    await write(page, width, look)
    await page
      .getByRole('link', { name: /財政計画との整合/ })
      .last()
      .click()
    await page.locator('summary').filter({ hasText: 'この項目を消す' }).click()
    await look('総括の項目')
    await page.getByRole('button', { name: 'この項目を消す' }).click()
    await page.getByText('消しました。').waitFor()

    await page.goto(server.url + paths.staff.planRoadmap(AOBA, FAMILY))
    await page
      .getByRole('link', { name: /工程を直す|に工程を加える/ })
      .first()
      .click()
    await page
      .getByLabel(/^工程\d行目の工程の内容/)
      .last()
      .fill('受付を始める')
    await page
      .getByLabel(/^工程\d行目の始まりの年度/)
      .last()
      .fill('令和7年度')
    await page
      .getByLabel(/^工程\d行目の月/)
      .last()
      .fill('13')
    await page.getByRole('button', { name: '保存する' }).first().click()
    await page.getByRole('alert').waitFor()
    await look('工程が断られた')
    await page.locator('[aria-invalid="true"]').fill('10')
    await page.getByRole('button', { name: '保存する' }).first().click()
    await page.getByText('保存しました。').waitFor()
    await look('ロードマップ')

    await page.goto(server.url + paths.staff.editionComparison(AOBA, FAMILY))
    await page.getByText('対象を公文書に限る。').waitFor()
    await look('版の比較')
    await page.context().close()
    expect(found).toEqual([])
  })
})
