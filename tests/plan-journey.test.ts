import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/database.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { publishedEditions } from '../src/workflows/published.ts'
import { CHROMIUM, FLAGS, inBrowser, stylesheet } from './browser.ts'
import { cookieOf, openOffice, staffOptions } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

/*
 * 何もないところから、キーボードだけで — no mouse, no script: a plan, its pillar, an initiative with its section and an indicator are
 * written and published, and the portal shows them.
 */
describe.skipIf(!CHROMIUM)(inBrowser('W-04 計画を何もないところから書く（ブラウザー、キーボードだけ）'), () => {
  let store: Store
  let server: RunningServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    store = await openTestStore()
    await openOffice(store)
    server = await startServer({
      read: async () => ({ editions: await publishedEditions(store), downloads: [] }),
      stylesheet: stylesheet(),
      staffScript: '',
      staff: (pages) => staffApp({ ...staffOptions(store), ...pages }),
      port: 0,
      host: '127.0.0.1',
    })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
    const context = await browser.newContext({ javaScriptEnabled: false })
    const [name, value] = (await cookieOf(store, 'jimukyoku')).split('=') as [string, string]
    await context.addCookies([{ name, value, url: server.url }])
    page = await context.newPage()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
  })

  const MOST = 120
  /** Tab until the control has the focus: what the keyboard cannot reach fails here. */
  const reach = async (control: Locator): Promise<void> => {
    for (let nth = 0; nth < MOST; nth += 1) {
      await page.keyboard.press('Tab')
      if (await control.first().evaluate((element) => element === element.ownerDocument.activeElement)) return
    }
    throw new Error(`キーボードで届きません：${control}`)
  }
  const press = async (name: string | RegExp, role: 'link' | 'button' = 'button'): Promise<void> => {
    await reach(page.getByRole('main').getByRole(role, { name }))
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }
  const write = async (label: string | RegExp, text: string): Promise<void> => {
    await reach(page.getByLabel(label))
    await page.keyboard.press('Control+A')
    for (const [nth, line] of text.split('\n').entries()) {
      if (nth > 0) await page.keyboard.press('Enter')
      await page.keyboard.insertText(line)
    }
  }
  const heading = () => page.getByRole('heading', { level: 1 }).textContent()

  it('計画と柱と取組を書き、所管課と指標を加える', async () => {
    await page.goto(`${server.url}/990019/staff/plans/`)
    await press('新しい計画', 'link')
    await write(/^計画の名称/, 'みらい改革プラン')
    await write('計画期間の初めの年度', '令和7年度')
    await write('計画期間の終わりの年度', '令和11年度')
    await write('階層の名', '基本方針\n取組')
    await press('計画を作る')
    expect(await heading()).toBe('みらい改革プラン')

    await press('柱・区分を加える', 'link')
    await write('番号', '1')
    await write(/^名称/, '窓口の改革')
    await press('保存する')
    await press(/^取組を加える.*窓口の改革/, 'link')
    await write(/^取組名/, '書かない窓口')
    await press('取組を加える')
    expect(await heading()).toBe('書かない窓口')

    await press(/^直す.*所管課/, 'link')
    await write(/課名/, '市民課')
    await press('保存する')
    await press(/^指標を加える/, 'link')
    await write(/^指標名/, '窓口での平均手続時間')
    await write('単位', '分')
    await write('現況値', '27')
    await reach(page.locator('[name="targets.0.raw"]'))
    await page.keyboard.insertText('15以下')
    await press('保存する')
    expect(await page.getByRole('main').textContent()).toMatch(/窓口での平均手続時間/)
  })

  it('公表すると、公開の画面に出る', async () => {
    await page.goto(`${server.url}/990019/staff/plans/`)
    await press('みらい改革プラン', 'link')
    await press('公表', 'link')
    await press('新しい版を公表する')
    await page.goto(`${server.url}/990019/`)
    await press(/みらい改革プラン/, 'link')
    expect(await heading()).toContain('みらい改革プラン')
    const [edition] = await publishedEditions(store)
    expect(edition?.record.initiatives.map(({ title, sections }) => [title, sections.map(({ name }) => name)])).toEqual([
      ['書かない窓口', ['市民課']],
    ])
    expect(
      edition?.record.indicators.map(({ name, unit, targets }) => [name, unit, targets.map(({ raw, comparator }) => [raw, comparator])]),
    ).toEqual([['窓口での平均手続時間', '分', [['15以下', '<=']]]])
  })
})
