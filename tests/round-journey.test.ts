import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/database.ts'
import { loadRecord } from '../src/store/record.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { DEMONSTRATION_PASSWORD } from '../src/workflows/sign-in.ts'
import { CHROMIUM, FLAGS, inBrowser, stylesheet } from './browser.ts'
import { AOBA, FAMILY, NOW, openTown } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

/*
 * 報告の一生 — a section reports, its head returns it with a reason, the section mends it, the head sees what changed and approves,
 * the office accepts; after the lock one item is reopened, and only that one. Each person has a browser of their own, without
 * script, as on a locked-down desk.
 */
describe.skipIf(!CHROMIUM)(inBrowser('報告の一生（ブラウザー、スクリプトなし）'), () => {
  let store: Store
  let server: RunningServer
  let browser: Browser
  let clock = NOW
  const desks = new Map<string, Page>()

  beforeAll(async () => {
    store = await openTestStore()
    await openTown(store)
    server = await startServer({
      read: async () => ({ editions: [], downloads: [] }),
      stylesheet: stylesheet(),
      staffScript: '',
      staff: (pages) => staffApp({ store, now: () => clock, log: () => {}, demonstration: true, plainHttp: false, ...pages }),
      port: 0,
      host: '127.0.0.1',
    })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
  })

  /** The page of somebody who has signed in with the password of the demonstration. */
  const deskOf = async (login: string): Promise<Page> => {
    const known = desks.get(login)
    if (known) return known
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await page.goto(`${address()}/990019/staff/`)
    await page.getByLabel('ログイン名').fill(login)
    await page.getByLabel('パスワード').fill(DEMONSTRATION_PASSWORD)
    await page.getByRole('button', { name: 'サインインする' }).click()
    desks.set(login, page)
    return page
  }
  // a Secure cookie is kept for localhost, not for 127.0.0.1
  const address = (): string => server.url.replace('127.0.0.1', 'localhost')
  const open = async (login: string, menu: string, title: string): Promise<Page> => {
    const page = await deskOf(login)
    await page.goto(`${address()}/990019/staff/`)
    await page.getByRole('navigation', { name: 'メニュー' }).getByRole('link', { name: menu, exact: true }).first().click()
    await page.getByRole('link', { name: title }).first().click()
    return page
  }
  const headings = (page: Page): Promise<string[]> => page.getByRole('heading').allTextContents()

  it('報告者は、空欄のまま提出すると何が足りないかを示され、書けば提出できる', async () => {
    const page = await open('zaisei', '報告する', '基金の積立て')
    await page.getByRole('button', { name: '提出する' }).click()
    expect(await page.getByRole('alert').first().textContent()).toMatch(/取組状況/)
    await page.getByLabel(/令和6年度の取組状況/).fill('基金に12億円を積み立てた。')
    await page.getByLabel(/令和6年度の実績値/).fill('95')
    await page.getByRole('button', { name: '提出する' }).click()
    expect(await page.getByText('提出済').first().isVisible()).toBe(true)
  })

  it('課長は理由を付けて差し戻し、報告者は理由を見て直し、再び提出する', async () => {
    const head = await open('zaisei-kacho', '審査する', '基金の積立て')
    await head.getByLabel(/差戻しの理由/).fill('積立ての時期を書いてください。')
    await head.getByRole('checkbox', { name: '取組状況' }).check()
    await head.getByRole('button', { name: '差し戻す' }).click()
    expect(await head.getByText('差戻し').first().isVisible()).toBe(true)

    const page = await open('zaisei', '報告する', '基金の積立て')
    expect(await page.getByText('積立ての時期を書いてください。').first().isVisible()).toBe(true)
    await page.getByLabel(/令和6年度の取組状況/).fill('令和7年3月に基金に12億円を積み立てた。')
    await page.getByRole('button', { name: '提出する' }).click()
    expect(await page.getByText('提出済').first().isVisible()).toBe(true)
  })

  it('課長には前回の提出から変わったところが初めに示され、承認すると事務局が受理できる', async () => {
    const head = await open('zaisei-kacho', '審査する', '基金の積立て')
    expect((await headings(head)).find((text) => text.startsWith('前回の提出'))).toContain('直したところ')
    expect(await head.locator('ins').allTextContents()).toEqual(['（追加）令和7年3月に'])
    await head.getByRole('button', { name: '課長承認する' }).click()

    const office = await open('jimukyoku', '審査する', '基金の積立て')
    expect(await office.locator('ins').first().textContent()).toBe('（追加）令和7年3月に')
    await office.getByRole('button', { name: '受理する' }).click()
    const record = await store.reading(AOBA, (db) => loadRecord(db, FAMILY))
    expect(record?.initiatives[0]?.reports.at(-1)).toMatchObject({ fiscalYear: 2024, progress: '令和7年3月に基金に12億円を積み立てた。' })
  })

  it('締切の後は書けないが、理由と期限を付けて再開した一件だけは書ける', async () => {
    clock = new Date('2025-06-20T10:00:00+09:00')
    desks.clear()
    const office = await open('jimukyoku', '照会の状況', '令和6年度取組状況の照会')
    await office
      .getByRole('link', { name: /受理.*1/ })
      .first()
      .click()
    await office.getByRole('link', { name: '基金の積立て' }).first().click()
    await office.getByLabel(/再開の理由/).fill('決算で積立額が変わったため')
    await office.getByLabel(/いつまでに直すか/).fill('2025-06-30')
    await office.getByRole('button', { name: '再開する' }).click()

    const page = await open('zaisei', '報告する', '基金の積立て')
    await page.getByLabel(/令和6年度の取組状況/).fill('令和7年3月に基金に11億9千万円を積み立てた。')
    await page.getByRole('button', { name: '提出する' }).click()
    expect(await page.getByText('提出済').first().isVisible()).toBe(true)

    const other = await open('zaisei', '報告する', '使用料の見直し')
    expect(await other.getByRole('button', { name: '提出する' }).count()).toBe(0)
    expect(await other.getByRole('main').textContent()).toMatch(/締切|締め切/)
  })
})
