import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/database.ts'
import { loadRecord } from '../src/store/record.ts'
import { reorganisationsOf } from '../src/store/reorganisation.ts'
import { itemsOfOpenRounds } from '../src/store/round-item.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { publishEdition } from '../src/workflows/publish-edition.ts'
import { DEMONSTRATION_PASSWORD } from '../src/workflows/sign-in.ts'
import { nextTable } from '../town/story/reorganisation.ts'
import { CHROMIUM, FLAGS, inBrowser, stylesheet } from './browser.ts'
import { AOBA, act, FAMILY, openTown } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

/*
 * 組織改正の一日 — the office pastes a reorganisation with 14 new sections, mends what is wrong, sees what it touches, chooses
 * successors and applies it; the open round follows, a person of a merged section reports, and the report of an earlier year names
 * the section of its time and who answers for it today. Browsers without script, as on a locked-down desk.
 */
describe.skipIf(!CHROMIUM)(inBrowser('組織改正の一日（ブラウザー、スクリプトなし）'), () => {
  let store: Store
  let server: RunningServer
  let browser: Browser
  const desks = new Map<string, Page>()
  // the day after it takes effect, so that everything follows at once
  const ON = '2025-05-01'
  const clock = new Date(`${ON}T10:00:00+09:00`)

  beforeAll(async () => {
    store = await openTestStore()
    await openTown(store)
    await publishEdition(store, FAMILY, act('jimukyoku'))
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

  // a Secure cookie is kept for localhost, not for 127.0.0.1
  const address = (): string => server.url.replace('127.0.0.1', 'localhost')
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
  const open = async (login: string, menu: string): Promise<Page> => {
    const page = await deskOf(login)
    await page.goto(`${address()}/990019/staff/`)
    await page.getByRole('navigation', { name: 'メニュー' }).getByRole('link', { name: menu, exact: true }).first().click()
    return page
  }
  const save = (page: Page) => page.getByRole('button', { name: '案を保存して確かめる' }).first().click()
  const sectionsAsked = async () => (await store.reading(AOBA, itemsOfOpenRounds)).map(({ section }) => section)

  it('メニューから開き、表を貼り付けると、すべての行が見え、まだ何も残らない', async () => {
    const page = await open('jimukyoku', '組織改正')
    await page.getByRole('link', { name: '組織改正を作る' }).click()
    await page.getByLabel('題名').fill('令和7年5月組織改正')
    await page.getByLabel('施行日').fill('令和7年5月1日')
    // a slip of the pen in each of three rows
    const wrong = nextTable
      .replace('納税課、会計課', '納税科、会計課')
      .replace('デジタル戦略室\t総務部', 'デジタル戦略室\t経営部')
      .replace('分割\t市民課', '改称\t市民課')
    await page.getByLabel('表（区分・旧・新・部・理由）').fill(wrong)
    await page.getByRole('button', { name: '貼り付けた行を表に加える' }).click()
    expect(await page.getByRole('status').textContent()).toContain('12行を読み取り')
    expect(await page.getByLabel('1行目の旧', { exact: true }).inputValue()).toBe('財政課、資産経営課')
    expect(await page.getByLabel('題名').inputValue()).toBe('令和7年5月組織改正')
    expect(await store.reading(AOBA, reorganisationsOf)).toEqual([])
  })

  it('保存すると、直すところが一度にすべて示され、直すまで適用できない', async () => {
    const page = await deskOf('jimukyoku')
    await save(page)
    const told = await page.locator('section.notice.error').textContent()
    for (const said of ['「納税科」は、施行日の前日', '部の「経営部」は', '改称なのに、「旧」が1課、「新」が2課'])
      expect(told).toContain(said)
    expect(await page.getByRole('button', { name: 'この内容で適用する' }).count()).toBe(0)
    await page.getByRole('link', { name: '内容を直す' }).first().click()
    await page.getByLabel('2行目の旧', { exact: true }).fill('納税課、会計課')
    await page.getByLabel('3行目の区分', { exact: true }).selectOption('分割')
    await page.getByLabel('9行目の部', { exact: true }).fill('総務部')
    await save(page)
    expect(await page.locator('section.notice.error').count()).toBe(0)
    expect(await page.locator('svg.flow').count()).toBeGreaterThan(0)
  })

  it('影響を受けるものを件数と一覧で見て、分かれる課の取組の後継を選ぶ', async () => {
    const page = await deskOf('jimukyoku')
    const text = (await page.locator('main').textContent()) ?? ''
    for (const said of ['影響を受ける取組（6件）', '照会の票（6件）', '照会（1件）', 'うち後継を選んでいないもの1件'])
      expect(text).toContain(said)
    await page.getByLabel('後継の課：1-3 窓口申請のオンライン化（市民課）').selectOption('窓口サービス課')
    await page.getByRole('button', { name: '後継の選択を保存する' }).click()
    expect(await page.getByRole('status').textContent()).toContain('後継の選択を保存しました')
    expect(await page.locator('main').textContent()).not.toContain('うち後継を選んでいないもの')
  })

  it('適用すると、課・計画・進行中の照会が一度に改まる', async () => {
    const page = await deskOf('jimukyoku')
    await page.getByRole('button', { name: 'この内容で適用する' }).click()
    expect(await page.getByRole('status').textContent()).toContain('適用しました')
    expect(await sectionsAsked()).toEqual(['財政資産課', '財政資産課', '窓口サービス課', '行政経営課', '収納課', '法務総務課'])
    const record = await store.reading(AOBA, (db) => loadRecord(db, FAMILY))
    expect(record?.initiatives.map((it) => it.sections[0]?.name)).toEqual([
      '財政資産課',
      '財政資産課',
      '窓口サービス課',
      '行政改革課',
      '収納課',
      '法務総務課',
    ])
    expect(record?.initiatives[0]?.reports[0]?.section).toBe('財政課')
  })

  it('統合した課の職員は、発令のままで、新しい課の報告を出せる', async () => {
    const page = await open('nozei', '報告する')
    await page.getByRole('link', { name: '市税収納率の向上' }).first().click()
    expect(await page.locator('.state-line').textContent()).toContain('収納課')
    expect(await page.locator('main').textContent()).toContain('令和5年度の取組 5')
    await page.getByLabel(/令和6年度の取組状況/).fill('口座振替を進めた。')
    await page.getByLabel(/令和6年度の実績値/).fill('95')
    await page.getByRole('button', { name: '提出する' }).click()
    expect(await page.getByText('提出済').first().isVisible()).toBe(true)
  })

  it('以前の報告は当時の課の名で残り、現在の課と並べて示される。見直しの記録に理由が残る', async () => {
    const page = await open('jimukyoku', '計画と取組')
    await page
      .getByRole('link', { name: /行財政改革推進プラン/ })
      .first()
      .click()
    await page
      .getByRole('link', { name: /基金の積立て/ })
      .first()
      .click()
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text).toContain('当時：財政課（現在：財政資産課）')
    expect(text).toContain('組織改正（令和7年5月組織改正、令和7年5月1日施行）による所管の変更')
  })

  it('分かれた課の職員は、選ばれた課の報告だけを持つ', async () => {
    const page = await open('shimin', '報告する')
    expect(await page.locator('main').textContent()).toContain('窓口申請のオンライン化')
  })
})
