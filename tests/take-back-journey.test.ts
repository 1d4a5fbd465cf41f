import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { zipSync } from 'fflate'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/database.ts'
import { saveDocument } from '../src/store/document.ts'
import { itemsOf } from '../src/store/round-item.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { saveReport } from '../src/workflows/save-report.ts'
import { startTakeBack } from '../src/workflows/start-take-back.ts'
import { CHROMIUM, FLAGS, findings, inBrowser, stylesheet } from './browser.ts'
import { AOBA, act, cookieOf, FAMILY, NOW, staffOptions } from './staff-town.ts'
import { answerOf, encryptedBook, openWideTown, photo, type WideTown, withFormula, workbookOf } from './take-back-town.ts'
import { openTestStore } from './test-store.ts'

const COUNT = 100
const SCRIPT = '<script>alert(1)</script>を案内に載せた。'
/** Where a person wants to look at the pages: PICTURES=folder. */
const PICTURES = process.env.PICTURES

/** The city's own form, as the list of documents shows it. */
const aDocument = {
  sha256: createHash('sha256').update(photo()).digest('hex'),
  name: '実施計画調書.xlsx',
  kind: 'xlsx' as const,
  readAt: NOW,
  layouts: [],
  accounting: { characters: 0, fields: 0, prose: 0, boilerplate: 0, unread: 0 },
  checks: [],
  unread: [],
  bytes: photo(),
  lines: [],
}

describe.skipIf(!CHROMIUM)(inBrowser('事務局が100のブックを回収する'), () => {
  let store: Store
  let town: WideTown
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const found: string[] = []

  beforeAll(async () => {
    store = await openTestStore()
    town = await openWideTown(store, COUNT)
    await store.writing(act('jimukyoku'), (tx) => saveDocument(tx, FAMILY, aDocument))
    server = await startServer({
      read: async () => ({ editions: [], downloads: [] }),
      stylesheet: stylesheet(),
      port: 0,
      host: '127.0.0.1',
      staff: (pages) => staffApp({ ...staffOptions(store), ...pages }),
    })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await enter('jimukyoku')
    page = await context.newPage()
    if (PICTURES) mkdirSync(PICTURES, { recursive: true })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
  })

  const enter = async (login: string) => {
    const [name, value] = (await cookieOf(store, login)).split('=') as [string, string]
    await context.addCookies([{ name, value, url: server.url }])
  }
  const open = (path: string) => page.goto(`${server.url}/${AOBA}/staff/${path}`)
  /** Looks at the page as it is, wide and narrow. */
  const look = async (state: string, widths = [1280]) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      found.push(...(await findings(page, `${state}（幅 ${width}）`)))
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${state}-${width}.png`, fullPage: true })
    }
    await page.setViewportSize({ width: 1280, height: 900 })
  }

  /** 94 good ones, and 6 that cannot be taken, each for a reason of its own. */
  const workbooks = async (): Promise<Record<string, Uint8Array>> => {
    const files: Record<string, Uint8Array> = {}
    for (let nth = 0; nth < COUNT; nth += 1)
      files[`回収/${String(nth + 1).padStart(3, '0')}.xlsx`] = await workbookOf(town, nth, answerOf(nth, nth === 7 ? SCRIPT : undefined))
    const other = { code: '072028', name: '会津若松市' }
    files['回収/011.xlsx'] = await workbookOf(town, 10, answerOf(10), { municipality: other })
    files['回収/022.xlsx'] = await workbookOf(town, 21, answerOf(21), { round: town.lastRound })
    files['回収/033.xlsx'] = withFormula(await workbookOf(town, 32, answerOf(32, undefined, '4,567')), '4,567', 'SUM(A1:A2)')
    files['回収/044.xlsx'] = photo()
    files['回収/055.xlsx'] = encryptedBook()
    files['回収/066.xlsx'] = await workbookOf(town, 65, answerOf(65), { twice: true })
    return files
  }

  it('配付、回収、確認、決定と進み、93件と選んだ1件が書かれ、6件は理由とともに残る', { timeout: 180_000 }, async () => {
    await open(`rounds/${town.round.id}/forms/`)
    await look('配付', [1280, 320])
    await page.getByLabel('配付先').selectOption('s:財政課')
    await page.getByLabel('一つのファイルにする').check()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '様式をダウンロードする' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('令和6年度取組状況の照会_財政課_様式.xlsx')

    // the 77th workbook is well, but its section has written something else in the browser since it left
    const written = { item: town.items[76]?.id as never, version: 0, content: answerOf(76, '画面で書いた取組') }
    expect((await saveReport(store, written, act('shoko'))).ok).toBe(true)

    await open('take-backs/')
    await look('回収', [1280, 320])
    await page.getByRole('button', { name: '読み取って比べる' }).click()
    await look('回収（ファイルなし）')
    const zip = Buffer.from(zipSync({ ...(await workbooks()), '回収/Thumbs.db': new Uint8Array([1]) }))
    await page.getByLabel('ファイル', { exact: true }).setInputFiles({ name: '回収.zip', mimeType: 'application/zip', buffer: zip })
    await page.getByRole('button', { name: '読み取って比べる' }).click()
    await page.waitForURL(/take-backs\/[0-9a-f-]+\//)
    await page.getByRole('heading', { level: 2, name: '100 ファイル：93 取り込めます、7 確認が必要' }).waitFor()
    await look('決定待ち', [1280, 320])

    const troubles = page.getByRole('table', { name: /取り込めない様式/ })
    const rows = await troubles.getByRole('row').allInnerTexts()
    const say = (file: string): string => rows.filter((row) => row.includes(file)).join('')
    expect(say('011.xlsx')).toContain('会津若松市（団体コード 072028）の様式です')
    expect(say('022.xlsx')).toContain('「令和5年度取組状況の照会」（令和5年度分）の様式です')
    expect(say('033.xlsx')).toMatch(/![A-Z]+\d+ に数式「=SUM\(A1:A2\)」が入っています/)
    expect(say('044.xlsx')).toContain('JPEG 画像')
    expect(say('055.xlsx')).toContain('パスワードで保護されたファイルです')
    expect(say('066.xlsx')).toContain('同じ帳票番号の様式が、一つのファイルに2つあります')
    expect(await page.content()).not.toContain('<script>alert')

    await page.getByRole('button', { name: '決定して取り込む' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('まだ決めていない項目が1件あります')
    await look('決定待ち（選ばずに押した）')
    expect((await reports()).filter(({ state }) => state === 'drafting')).toHaveLength(1)

    await page.getByLabel('ファイルの値にする').check()
    await page.getByRole('button', { name: '決定して取り込む' }).click()
    await page.getByText('94件の報告に取り込みました').waitFor()
    await look('取込み済み', [1280, 320])

    const now = await reports()
    expect(now.filter(({ state }) => state === 'drafting')).toHaveLength(94)
    expect(now[7]?.content).toEqual(answerOf(7, SCRIPT))
    expect(now[76]?.content).toEqual(answerOf(76))
    expect([10, 21, 32, 43, 54, 65].map((nth) => now[nth]?.state)).toEqual(Array(6).fill('notStarted'))
    expect(found).toEqual([])
  })

  it('読み取りが止まった回収は続きから読め、取りやめれば何も書かない', { timeout: 180_000 }, async () => {
    const bytes = await workbookOf(town, 10, answerOf(10))
    const files = [{ name: '011.xlsx', size: bytes.length, bytes: async () => bytes }]
    const started = await startTakeBack(store, { round: town.round.id, files }, act('jimukyoku'))
    await open(`take-backs/${started.ok ? started.value : ''}/`)
    await look('読み取りが止まった', [1280, 320])
    await page.getByRole('button', { name: '続きを読み取る' }).click()
    await page.getByRole('heading', { level: 2, name: '1 ファイル：1 取り込めます、0 確認が必要' }).waitFor()
    await page.getByText('1件の報告の3個の値を見る').click()
    await look('取り込む値')
    await page.getByRole('button', { name: '取りやめる' }).click()
    await page.getByText('取りやめました').waitFor()
    await look('取りやめ')
    await open('take-backs/')
    await look('これまでの回収')
    expect((await reports())[10]?.state).toBe('notStarted')
    expect(found).toEqual([])
  })

  const reports = () => store.reading(AOBA, (db) => itemsOf(db, town.round.id))
})
