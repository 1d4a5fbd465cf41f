import { writeFileSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/database.ts'
import { paths } from '../src/web/paths.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { anId } from '../town/story/builders.ts'
import { CHROMIUM, FLAGS, findings, inBrowser, stylesheet } from './browser.ts'
import { AOBA, cookieOf, FAMILY, staffOptions } from './staff-town.ts'
import { openTestStore } from './test-store.ts'
import { aTownWithHistory } from './trace-town.ts'

describe.skipIf(!CHROMIUM)(inBrowser('変更の履歴と記録は、誰にでも使えるか'), () => {
  let server: RunningServer
  let browser: Browser
  let store: Store

  beforeAll(async () => {
    store = await openTestStore()
    await aTownWithHistory(store)
    const read = async () => ({ editions: [], downloads: [] })
    server = await startServer({
      read,
      stylesheet: stylesheet(),
      port: 0,
      host: '127.0.0.1',
      staff: (pages) => staffApp({ ...staffOptions(store), ...pages }),
    })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
  })

  it.each([1280, 320])('どの状態にも指摘がない（幅 %i）', { timeout: 120_000 }, async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const [name, value] = (await cookieOf(store, 'jimukyoku')).split('=') as [string, string]
    await context.addCookies([{ name, value, url: server.url }])
    const page = await context.newPage()
    const trace = server.url + paths.staff.trace(AOBA)
    const found: string[] = []
    const look = async (state: string) => {
      found.push(...(await findings(page, state)))
      if (process.env.PICTURES) writeFileSync(`${process.env.PICTURES}/${state}-${width}.png`, await page.screenshot({ fullPage: true }))
    }
    await page.goto(server.url + paths.staff.initiativeHistory(AOBA, FAMILY, anId('initiative-1')))
    await look('履歴')
    await page.goto(trace)
    await look('まだ検証していない')
    await page.locator('summary').filter({ hasText: '変わったところ' }).first().click()
    await look('開いたところ')
    await page.getByRole('button', { name: '検証する' }).click()
    await page.getByText('切れていません').waitFor()
    await look('検証した')
    await page.setInputFiles('#kept', { name: 'x.jsonl', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await page.getByRole('button', { name: '検証する' }).click()
    await page.getByRole('alert').waitFor()
    await look('控えでないファイル')
    await page.goto(`${trace}?day=x&by=nobody`)
    await look('日の誤り')
    await page.goto(`${trace}?by=zaisei`)
    await look('絞り込んだ')
    await context.close()
    expect(found).toEqual([])
  })
})
