import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NEEDS_REASON } from '../src/reform/carry-over-faults.ts'
import { DECISION_WORDS } from '../src/reform/carry-over-table.ts'
import type { Lineage } from '../src/reform/record.ts'
import { carryOversOf } from '../src/store/carry-over.ts'
import type { Store } from '../src/store/database.ts'
import type { PlanFamilyId } from '../src/store/plan-family.ts'
import { loadRecord, saveRecord } from '../src/store/record.ts'
import { paths } from '../src/web/paths.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { publishedEditions } from '../src/workflows/published.ts'
import { firstHalfOf, halvesTable } from '../town/story/phases.ts'
import { CHROMIUM, FLAGS, inBrowser, stylesheet } from './browser.ts'
import { isHere, readShared } from './expected/compare.ts'
import { AOBA, act, cookieOf, openOffice, staffOptions } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

/*
 * 65行の整理表を、画面だけで — no script: all initiatives of the first half are decided as the table says, four of them merged, one
 * divided, new ones added; the phase is made, taken back, made again and published, and then it stays.
 */
const FAMILY = 'outer' as PlanFamilyId
const DOCUMENT = 'action-plan-second-half'
const table: readonly Lineage[] = isHere(DOCUMENT) ? readShared(DOCUMENT).lineage : halvesTable
const { staff } = paths

describe.skipIf(!CHROMIUM)(inBrowser(`引継ぎの画面で65行を決める（${isHere(DOCUMENT) ? '実際の整理表' : 'あおば市の整理表'}）`), () => {
  let store: Store
  let server: RunningServer
  let browser: Browser
  let page: Page
  const before = firstHalfOf(table)

  beforeAll(async () => {
    store = await openTestStore()
    await openOffice(store)
    const plan = { ...before, municipality: { code: AOBA as string, name: 'あおば市' }, sources: [] }
    await store.writing(act('jimukyoku'), (tx) => saveRecord(tx, FAMILY, plan))
    server = await startServer({
      read: async () => ({ editions: await publishedEditions(store), downloads: [] }),
      stylesheet: stylesheet(),
      staffScript: '',
      staff: (pages) => staffApp({ ...staffOptions(store), ...pages }),
      port: 0,
      host: '127.0.0.1',
    })
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: FLAGS })
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

  const press = async (name: string | RegExp, role: 'link' | 'button' = 'button'): Promise<void> => {
    await page.getByRole('main').getByRole(role, { name }).first().click()
    await page.waitForLoadState()
  }
  const text = async () => (await page.getByRole('main').textContent()) ?? ''
  const record = async () => {
    const found = await store.reading(AOBA, (db) => loadRecord(db, FAMILY))
    if (!found) throw new Error('計画がありません')
    return found
  }
  const row = (title: string) => page.locator('tr').filter({ has: page.getByLabel(`見直し区分：${title}`, { exact: true }) })
  const decide = async (title: string, decision: string, said: { titles?: string; reason?: string }) => {
    await page.getByLabel(`見直し区分：${title}`, { exact: true }).selectOption(decision)
    if (said.titles !== undefined) await row(title).getByLabel('新しい取組名').fill(said.titles)
    if (said.reason !== undefined) await row(title).getByLabel('理由').fill(said.reason)
  }
  const old = table.filter(({ from }) => from.length > 0)
  const titleOf = ({ from, to }: Lineage): string => (from[0] ?? to[0])?.title ?? ''
  const merging = old
    .filter(({ reason }) => reason === '取組を集約')
    .slice(0, 4)
    .map(titleOf)
  const dividing = titleOf(old.find(({ kind, from, to }) => kind === '継続' && from[0]?.title === to[0]?.title) as Lineage)

  it('計画の頁から引継ぎを始める', async () => {
    await page.goto(`${server.url}${staff.plan(AOBA, FAMILY)}`)
    await press('次の期への引継ぎ', 'link')
    await page.getByLabel(/終わる期/).selectOption('first')
    await page.getByLabel(/新しい期の名称/).fill('後期アクションプラン')
    await page.getByLabel(/初めの年度/).fill('令和7年度')
    await page.getByLabel(/終わりの年度/).fill('R9')
    await press('引継ぎを始める')
    expect(await text()).toContain(`${old.length}件中0件を決めました`)
  })

  it('整理表のとおりに決め、途中で保存し、四つを統合し、一つを分け、新しい取組を加える', { timeout: 120_000 }, async () => {
    const rest = old.filter((line) => !merging.includes(titleOf(line)) && titleOf(line) !== dividing)
    for (const [nth, line] of rest.entries()) {
      const decision = line.kind === '廃止' ? 'end' : line.kind === '継続（新規）' ? 'continue-afresh' : 'continue'
      await decide(titleOf(line), decision, decision === 'end' ? { reason: line.reason ?? '' } : { titles: line.to[0]?.title ?? '' })
      if (nth === 20) await press('保存する')
    }
    expect(await text()).toContain(`${old.length}件中21件を決めました`)
    await press('保存する')
    await decide(dividing, 'split', { titles: `${dividing}（本庁）\n${dividing}（支所）` })
    for (const title of merging) await page.getByLabel(`選ぶ：${title}`, { exact: true }).check()
    const added = table.filter(({ from }) => from.length === 0)
    const themes = new Map(added.map((line) => [line.theme, line]))
    for (const { theme, to, section } of themes.values()) {
      await page.getByLabel(`加える取組名：${theme}`).fill(to[0]?.title ?? '')
      await page.getByLabel(`加える取組の所管課：${theme}`).fill(section ?? '')
    }
    await page.getByLabel('統合後の取組名').fill('仕事の進め方の一体の見直し')
    await page.getByLabel('統合する理由').fill('一つの取組として進めるため')
    await press('選んだ取組を一つに統合する')
    expect(await text()).toContain(`${old.length}件中${old.length}件を決めました`)
    for (const line of added.filter((one) => themes.get(one.theme) !== one)) {
      await page.getByLabel(`加える取組名：${line.theme}`).fill(titleOf(line))
      await page.getByLabel(`加える取組の所管課：${line.theme}`).fill(line.section ?? '')
      await press('保存する')
    }
    const [paper] = await store.reading(AOBA, (db) => carryOversOf(db, FAMILY))
    expect(paper?.rows.filter(({ decision }) => decision === 'merge')).toHaveLength(4)
    expect(paper?.rows.every(({ decision, reason }) => decision !== null && (!NEEDS_REASON.has(decision) || reason !== ''))).toBe(true)
    expect(paper?.targets).toHaveLength(table.filter(({ to }) => to.length > 0).length + 2)
  })

  it('整理表と図を見て、新しい期を作る', async () => {
    await press('整理表と図', 'link')
    expect(await page.locator('svg.flow').count()).toBeGreaterThan(2)
    expect(await page.getByRole('row').count()).toBe(66)
    await press('新しい期を作る', 'link')
    // sections of the table may be called like sections of the town that end before the new phase begins
    if ((await text()).includes('は、新しい期の初日にはありません')) await press('所管課を後継の課に置き換える')
    expect(await text()).toContain('すべて決まっています')
    await press('「後期アクションプラン」を作る')
    expect(await text()).toContain('新しい期を作りました。')
    const now = await record()
    expect(now.lineage).toHaveLength(65)
    expect(now.lineage.filter(({ kind }) => kind === DECISION_WORDS.merge).map(({ to }) => to[0]?.initiative)).toEqual(
      Array(4).fill(now.initiatives.find(({ title }) => title === '仕事の進め方の一体の見直し')?.id),
    )
    await press('新しい期の計画を見る', 'link')
    expect(await text()).toContain(`${dividing}（支所）`)
  })

  it('取り消すと、計画は作る前とまったく同じ', async () => {
    await page.goBack()
    await press('新しい期を取り消す')
    expect(await text()).toContain('計画は、作る前に戻りました')
    const { sources: _, municipality: __, ...now } = await record()
    const { municipality: ___, ...was } = before
    expect(now).toEqual(was)
  })

  it('もう一度作って公表すると、もう取り消せない', async () => {
    await press('「後期アクションプラン」を作る')
    await page.goto(`${server.url}${staff.planPublication(AOBA, FAMILY)}`)
    await press('新しい版を公表する')
    await page.goto(`${server.url}${staff.carryOvers(AOBA, FAMILY)}`)
    await press('後期アクションプラン', 'link')
    await press('新しい期を作る', 'link')
    await press('新しい期を取り消す')
    expect(await page.getByRole('alert').textContent()).toContain('公表したものは取り消せません')
    const [edition] = await publishedEditions(store)
    expect(edition?.record.lineage).toHaveLength(65)
    await page.goto(`${server.url}${paths.carryOver(AOBA, edition?.plan ?? '')}`)
    expect(await text()).toContain('仕事の進め方の一体の見直し')
  })
})
