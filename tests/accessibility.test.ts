import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Edition } from '../src/reform/edition.ts'
import { withJudgements } from '../src/reform/judgement-evaluations.ts'
import { anEdition } from '../src/report/test-edition.ts'
import type { Store } from '../src/store/database.ts'
import { type RunningServer, type ServerOptions, startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { DEMONSTRATION_PASSWORD } from '../src/workflows/sign-in.ts'
import { anEffect, anId } from '../town/story/builders.ts'
import { aJudgement, aJudging, anImprovement, anOpinion, aReflection, aScale } from '../town/story/judging-builders.ts'
import { aMark, anOutlook } from '../town/story/outlook-builders.ts'
import { axe, CHROMIUM, FLAGS, inBrowser, stylesheet } from './browser.ts'
import { aLargeEdition } from './large-edition.ts'
import { AOBA, openOffice, staffOptions } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const PLAN = '/990019/plans/plan-1/'
const LARGE = '/990019/plans/plan/'
const PAGES = [
  '/',
  '/990019/',
  PLAN,
  `${PLAN}list/`,
  `${PLAN}list/?status=ended&q=none`,
  `${PLAN}list/by-status/behind/`,
  `${PLAN}tree/`,
  `${PLAN}initiatives/initiative-1/`,
  `${PLAN}initiatives/initiative-2/`,
  `${PLAN}initiatives/initiative-1/form/`,
  `${PLAN}status-map/`,
  `${PLAN}indicators/`,
  `${PLAN}effects/`,
  `${PLAN}effects/1-2/`,
  `${PLAN}progress-table/`,
  `${PLAN}carry-over/`,
  `${PLAN}review/`,
  `${PLAN}reorganisations/`,
  `${PLAN}checks/`,
  `${PLAN}remarks/`,
  `${PLAN}chapters/`,
  `${PLAN}glossary/`,
  `${PLAN}guide/`,
  `${PLAN}sources/`,
  `${PLAN}sources/a0baa0baa0baa0ba/`,
  `${PLAN}downloads/`,
  `${PLAN}editions/`,
  `${PLAN}editions/1/`,
  `${PLAN}roadmap/`,
  `${PLAN}evaluation/`,
  `${PLAN}following/`,
  `${PLAN}results-and-cost/`,
  `${PLAN}outlook/`,
  `${LARGE}indicators/`,
  `${LARGE}indicators/node-1/`,
  '/no-such-page/',
]
/** With everything that has a page of its own: an evaluation, what follows it, results beside costs, an outlook with its marks. */
const judged = (said: Partial<Edition> = {}): Edition => {
  const scales = [
    aScale('status', ['達成', '順調', '遅れ']),
    aScale('decision', ['継続', '改善', '縮小']),
    aScale('results', ['向上', '維持']),
    aScale('cost', ['増加', '削減']),
  ]
  const id = anId('initiative-1')
  const word = { status: '遅れ', decision: '改善', results: '向上', cost: '削減' }
  const judgements = scales.map((scale) => aJudgement({ id: scale.id, initiative: id, scale: scale.id, word: word[scale.kind] }))
  const judging = aJudging({
    scales,
    judgements,
    opinions: [anOpinion({ initiative: id })],
    improvements: [anImprovement({ initiative: id })],
    reflections: [aReflection({ initiative: id })],
  })
  const effects = [anEffect({ of: { initiative: id }, fiscalYear: 2024 })]
  const edition = anEdition({ judging, outlooks: [{ outlook: anOutlook(), marks: effects.map((effect) => aMark(effect)) }], ...said })
  return { ...edition, record: withJudgements(edition.record, judging) }
}

describe.skipIf(!CHROMIUM)(inBrowser('誰にでも使えるか'), () => {
  let server: RunningServer
  let browser: Browser
  let store: Store
  const contexts = new Map<number, BrowserContext>()

  beforeAll(async () => {
    store = await openTestStore()
    const read = async () => ({ editions: [judged(), judged({ number: 1 }), aLargeEdition()], downloads: [] })
    await openOffice(store)
    const staff: ServerOptions['staff'] = (pages) => staffApp({ ...staffOptions(store), ...pages })
    server = await startServer({
      read,
      stylesheet: stylesheet('style-portal.css'),
      staffStylesheet: stylesheet(),
      port: 0,
      host: '127.0.0.1',
      staff,
    })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
  })

  const openAt = async (width: number, path: string): Promise<{ page: Page; refused: string[] }> => {
    const context = contexts.get(width) ?? (await browser.newContext({ viewport: { width, height: 800 } }))
    contexts.set(width, context)
    const page = await context.newPage()
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) refused.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) refused.push(request.url())
    })
    await page.goto(server.url + path)
    return { page, refused }
  }

  describe.each([1280, 320])('幅 %i', (width) => {
    it.each(PAGES)('%s に指摘がない', async (path) => {
      const { page, refused } = await openAt(width, path)
      // a page that is not there would have nothing to be found either
      expect((await page.title()).includes('頁が見つかりません')).toBe(path === '/no-such-page/')
      const { violations } = await axe(page)
      const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      await page.close()
      expect({ found, sideways, refused }).toEqual({ found: [], sideways: 0, refused: [] })
    })
  })

  it.each([1280, 320])('取込みの画面も、選ぶ・確かめる・終わるのどこにも指摘がない（幅 %i）', async (width) => {
    const { page } = await openAt(width, `/${AOBA}/staff/imports/`)
    const found: string[] = []
    const look = async (state: string) => {
      const { violations } = await axe(page)
      for (const v of violations) found.push(`${state} ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (sideways > 0) found.push(`${state} 横に${sideways}pxはみ出す`)
    }
    await look('サインインする')
    await page.getByLabel('ログイン名').fill('jimukyoku')
    await page.getByLabel('パスワード').fill('違う')
    await page.getByRole('button', { name: 'サインインする' }).click()
    await look('サインインできない')
    await page.getByLabel('パスワード').fill(DEMONSTRATION_PASSWORD)
    await page.getByRole('button', { name: 'サインインする' }).click()
    await page.waitForURL(/imports/)
    await look('選ぶ')
    const csv = `取組名,内容,所管課,令和6年度取組状況\r\n取組${width},内容,財政課,12件を実施した。\r\n別の取組${width},内容,税務課,－`
    await page.setInputFiles('#files', { name: '取組状況.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await page.getByRole('button', { name: '読み取って確かめる' }).click()
    await page.waitForURL(/imports\/[0-9a-f]+/)
    await look('取込み先が分からない')
    await page.getByLabel('計画の名称').fill('あおば市行財政改革推進プラン')
    await page.getByRole('button', { name: '取込み先を決める' }).click()
    await page.getByRole('button', { name: '取り込む', exact: true }).waitFor()
    await look('確かめる')
    await page.getByLabel(`外す：別の取組${width}`).check()
    await page.getByRole('button', { name: '取り込む', exact: true }).click()
    await page.waitForURL(/done/)
    await look('終わる')
    await page.getByRole('button', { name: 'サインアウト' }).click()
    await look('サインアウトした')
    await page.close()
    expect(found).toEqual([])
  })

  it('キーボードだけで、本文へ移動し、取組を絞り込める', async () => {
    const { page } = await openAt(1280, `${PLAN}list/`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(page.url()).toContain('#main')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/status=behind/)
    expect(await page.getByRole('status').innerText()).toContain('2件')
    await page.close()
  })

  it('押せるものは24px以上ある', async () => {
    const { page } = await openAt(320, `${PLAN}initiatives/initiative-1/`)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, summary, select, input')]
        .filter((e) => e.getClientRects().length > 0 && !e.closest('p, li, dd, td, th') && !e.matches('.skip'))
        .filter((e) => e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24)
        .map((e) => e.textContent),
    )
    await page.close()
    expect(small).toEqual([])
  })
})
