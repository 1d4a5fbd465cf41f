import { readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/database.ts'
import { saveRecord } from '../src/store/record.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { publishEdition } from '../src/workflows/publish-edition.ts'
import { publishedEditions } from '../src/workflows/published.ts'
import { anEffect, anId } from '../town/story/builders.ts'
import { r5, r6 } from '../town/story/outlook.ts'
import { CHROMIUM, FLAGS, inBrowser, stylesheet } from './browser.ts'
import { act, aStaffPlan, cookieOf, FAMILY, openOffice, staffOptions } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

/*
 * 見通しを一年繰り越す — the finance officer takes in the outlook R5–R9, marks everything, takes in R6–R10 a year later, decides what
 * changed, and the portal shows what is left. No script runs in the browser.
 */
describe.skipIf(!CHROMIUM)(inBrowser('財政見通しの繰越し（ブラウザー、スクリプトなし）'), () => {
  let store: Store
  let server: RunningServer
  let browser: Browser
  let page: Page
  const fileOf = (file: string, name: string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(readFileSync(new URL(`../town/story/${file}`, import.meta.url))),
  })
  const amount = (scope: string, fiscalYear: number, thousandYen: number) =>
    anEffect({ of: { node: anId('node') }, scope, fiscalYear, thousandYen, estimate: '計画策定時' })
  const years = [2022, 2023, 2024, 2025, 2026, 2027, 2028]
  const effects = [
    ...years.slice(0, 6).map((year) => amount('1 窓口の改革', year, 12_000)),
    ...years.map((year) => amount('2 定員の見直し', year, 30_000)),
    ...years.map((year) => amount('3 財産の活用', year, -2_000)),
  ]
  const withEffects = (all: typeof effects) =>
    store.writing(act('jimukyoku'), (tx) => saveRecord(tx, FAMILY, { ...aStaffPlan(), effects: all }))

  beforeAll(async () => {
    store = await openTestStore()
    await openOffice(store)
    await withEffects(effects)
    server = await startServer({
      read: async () => ({ editions: await publishedEditions(store), downloads: [] }),
      stylesheet: stylesheet(),
      staffScript: '',
      staff: (pages) => staffApp({ ...staffOptions(store), ...pages }),
      port: 0,
      host: '127.0.0.1',
    })
    browser = await chromium.launch({ ...(CHROMIUM ? { executablePath: CHROMIUM } : {}), args: FLAGS })
    const context = await browser.newContext({ javaScriptEnabled: false })
    const [name, value] = (await cookieOf(store, 'zaisei-tanto')).split('=') as [string, string]
    await context.addCookies([{ name, value, url: server.url }])
    page = await context.newPage()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
  })

  const main = () => page.getByRole('main')
  const press = (name: string | RegExp) => main().getByRole('button', { name }).first().click()
  const follow = (name: string | RegExp) => main().getByRole('link', { name }).first().click()
  const told = async (): Promise<string> => ((await main().textContent()) ?? '').replaceAll('▲マイナス', '▲')
  /** The figures of a row of the table for the mayor. */
  const gap = async (row: string): Promise<string[]> => {
    const cells = await page
      .locator('table.gap tr', { has: page.getByRole('rowheader', { name: row, exact: true }) })
      .locator('td')
      .allTextContents()
    return cells.map((cell) => cell.replaceAll('マイナス', ''))
  }

  async function takeIn(file: string, name: string): Promise<void> {
    await page.goto(`${server.url}/990019/staff/outlooks/`)
    await follow('新しい見通し')
    await page.getByLabel('中期財政見通しのファイル').setInputFiles(fileOf(file, name))
    await press('読み取って確かめる')
    expect(await told()).toContain('合わない 0件')
    await page.getByLabel(/（推定）とある行/).check()
    await press(/^残す$/)
    expect(await told()).toContain('財政見通しを残しました')
    await follow(/あおば市|行財政/)
  }

  async function markRow(scope: RegExp, said: { mark: string; line?: string; fund: string }): Promise<void> {
    await follow(scope)
    const form = page.locator('#mark form').first()
    await form.getByLabel(/^区分/).selectOption({ label: said.mark })
    if (said.line) await form.getByLabel(/^含まれている行/).selectOption({ label: said.line })
    await form.getByLabel(/^財源の別/).selectOption({ label: said.fund })
    await press('すべての年度をまとめて判定する')
  }

  it('令和5年度の見通しを取り込み、案を採り、残りを判定する', { timeout: 120_000 }, async () => {
    await takeIn(r5.file, '令和5年度の見通し.xlsx')
    expect(await told()).toContain('期間外とする案（5件）')
    await press(/「期間外」の案5件をすべて採る/)
    expect(await told()).toContain('5件の判定を残しました')
    await markRow(/判定する\s*：1/, { mark: '織込済', line: '歳出：物件費', fund: '一般財源' })
    await markRow(/判定する\s*：2/, { mark: '織込済', line: '歳出：人件費', fund: '一般財源' })
    await page.locator('summary', { hasText: '残りの未判定5件をまとめて判定する' }).click()
    const rest = page.locator('details form')
    await rest.getByLabel(/^区分/).selectOption({ label: '未織込' })
    await rest.getByLabel(/^財源の別/).selectOption({ label: '一般財源' })
    await press('5件をまとめて判定する')
    expect(await gap('残る収支差')).toEqual(['▲322', '▲692', '▲792', '▲762', '▲822', '▲3,390'])
    expect(await gap('未判定の効果額（決まっていない）')).toEqual(['0', '0', '0', '0', '0', '0'])
  })

  it('令和6年度の見通しを取り込むと、変わったことが並び、案を採って、残りを直す', { timeout: 120_000 }, async () => {
    await withEffects([
      ...effects
        .filter(({ scope, fiscalYear }) => !(scope.startsWith('3') && fiscalYear === 2027))
        .map((one) => (one.scope.startsWith('2') && one.fiscalYear === 2026 ? { ...one, amountYen: 33_000_000 } : one)),
      amount('4 広告の拡大', 2025, 1_000),
    ])
    await takeIn(r6.file, '令和6年度の見通し.csv')
    const text = await told()
    expect(text).toContain('期間に入った年度：令和10年度　外れた年度：令和5年度')
    for (const kind of ['年度が入った', '行がなくなった', '新しい効果額', '額が変わった', '効果額のなくなった判定'])
      expect(text).toContain(kind)
    await press(/「織込済」の案4件をすべて採る/)
    await press(/「未織込」の案\d件をすべて採る/)
    await press(/「期間外」の案\d件をすべて採る/)
    await markRow(/判定する\s*：1/, { mark: '織込済', line: '歳出：物件費・維持補修費', fund: '一般財源' })
    await markRow(/判定する\s*：4/, { mark: '未織込', fund: '一般財源' })
    await follow(/判定する\s*：2/)
    const year = page.locator('fieldset', { hasText: '令和10年度' })
    await year.getByLabel(/^区分/).selectOption({ label: '未織込' })
    await year.getByLabel(/^財源の別/).selectOption({ label: '総額' })
    await press('年度ごとの判定を残す')
    // 3 of 令和10年度 stays open
    expect(await gap('残る収支差')).toEqual(['▲642', '▲981', '▲1,052', '▲1,130', '▲1,270', '▲5,075'])
    expect(await gap('未判定の効果額（決まっていない）')).toEqual(['0', '0', '0', '0', '▲2', '▲2'])
  })

  it('公表すると、公開の画面に同じ数字が出る', { timeout: 60_000 }, async () => {
    const published = await publishEdition(store, FAMILY, act('jimukyoku'))
    expect(published.ok).toBe(true)
    const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    const again = await startServer({
      read: async () => ({ editions: await publishedEditions(store), downloads: [] }),
      stylesheet: stylesheet(),
      port: 0,
      host: '127.0.0.1',
    })
    await reader.goto(`${again.url}/990019/plans/plan/`)
    await reader.getByRole('link', { name: '効果額と財政見通し' }).first().click()
    const cells = await reader.locator('table.gap tr.strong td').allTextContents()
    expect(cells.map((cell) => cell.replaceAll('マイナス', ''))).toEqual(await gap('残る収支差'))
    await reader.getByRole('link', { name: r5.title }).click()
    expect(await reader.locator('h1').textContent()).toBe(r5.title)
    await again.close()
  })
})
