import { buildSync } from 'esbuild'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReportContent } from '../src/reform/report-content.ts'
import type { RoundItem } from '../src/reform/round.ts'
import type { Store } from '../src/store/database.ts'
import { itemById, itemsOf } from '../src/store/round-item.ts'
import { paths } from '../src/web/paths.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { saveReport } from '../src/workflows/save-report.ts'
import { takeStep } from '../src/workflows/take-step.ts'
import { anId } from '../town/story/builders.ts'
import { aContent } from '../town/story/round-builders.ts'
import { CHROMIUM, FLAGS, findings, inBrowser, stylesheet } from './browser.ts'
import { AOBA, act, cookieOf, NOW, openTown } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const script = (): string => {
  const made = buildSync({ entryPoints: ['src/web/staff/script/staff.ts'], bundle: true, format: 'iife', target: 'es2022', write: false })
  return made.outputFiles[0]?.text ?? ''
}

/** W-03: a page does not scroll sideways, and what is pressed is 24px high and wide. */
const narrowFindings = (page: Page, state: string): Promise<string[]> =>
  page.evaluate((said) => {
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth
    const small = [
      ...document.querySelectorAll('main button, main input:not([type=hidden]), main select, main textarea, main summary, main .tabs a'),
    ]
      .filter((one) => one.getClientRects().length > 0)
      .filter((one) => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24)
    return [
      ...(sideways > 0 ? [`${said} 横に${sideways}pxはみ出す`] : []),
      ...small.map((one) => `${said} 小さい ${one.outerHTML.slice(0, 80)}`),
    ]
  }, state)

describe.skipIf(!CHROMIUM)(inBrowser('報告と審査の画面（W-01、W-04）'), () => {
  let store: Store
  let server: RunningServer
  let browser: Browser
  let items: RoundItem[]
  let now = NOW
  const contexts = new Map<string, BrowserContext>()

  beforeAll(async () => {
    store = await openTestStore()
    const round = await openTown(store)
    items = await store.reading(AOBA, (db) => itemsOf(db, round.id))
    server = await startServer({
      read: async () => ({ editions: [], downloads: [] }),
      stylesheet: stylesheet(),
      staffScript: script(),
      port: 0,
      host: '127.0.0.1',
      staff: (said) => staffApp({ store, ...said, now: () => now, demonstration: true, plainHttp: true }),
    })
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: FLAGS })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
  })

  const itemOf = (nth: number) => items[nth] as RoundItem
  const current = async (nth: number) => (await store.reading(AOBA, (db) => itemById(db, itemOf(nth).id))) as RoundItem
  const report = (nth: number) => paths.staff.report(AOBA, itemOf(nth).id)
  const contentOf = (nth: number, progress: string): ReportContent =>
    aContent({ progress, actuals: [{ indicator: anId(`indicator-${nth + 1}`), raw: '95', status: '実績' }] })
  const save = async (nth: number, by: string, progress: string) =>
    saveReport(store, { item: itemOf(nth).id, version: (await current(nth)).version, content: contentOf(nth, progress) }, act(by))
  const take = (step: Parameters<typeof takeStep>[1], nth: number, by: string, said = {}) =>
    takeStep(store, step, itemOf(nth).id, { version: null, ...said }, act(by))

  /** A browser of one person; without script unless it is asked for. */
  const open = async (login: string, path: string, { width = 1280, scripted = false } = {}): Promise<Page> => {
    const key = `${login} ${width} ${scripted}`
    const context = contexts.get(key) ?? (await newContext(login, width, scripted))
    contexts.set(key, context)
    const page = await context.newPage()
    await page.goto(server.url + path)
    return page
  }
  const newContext = async (login: string, width: number, scripted: boolean): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: true })
    // axe itself needs a page that runs scripts: without ours, the file is refused
    if (!scripted) await context.route('**/assets/staff-*.js', (route) => route.abort())
    const [name = '', value = ''] = (await cookieOf(store, login)).split('=')
    await context.addCookies([{ name, value, url: server.url }])
    return context
  }

  it.each([1280, 320])('どの状態の画面にも指摘がない（幅 %i）', { timeout: 120_000 }, async (width) => {
    const found: string[] = []
    // axe judges the same elements at both widths, which takes most of the time: the narrow one is looked at for its width and targets
    const judge = (page: Page, state: string) => (width === 1280 ? findings(page, state) : narrowFindings(page, state))
    const look = async (page: Page, state: string) => {
      found.push(...(await judge(page, state)))
      await page.close()
    }
    const at = (login: string, path: string) => open(login, path, { width })
    const first = width === 1280
    await look(await at('kaikei', paths.staff.home(AOBA)), 'することがない')
    await look(await at('kaikei', paths.staff.reports(AOBA)), '報告するものがない')
    await look(await at('zaisei', paths.staff.home(AOBA)), 'わたしの仕事')
    await look(await at('zaisei', paths.staff.reports(AOBA)), '報告する')

    const nth = first ? 0 : 2
    const [writer, head] = first ? ['zaisei', 'zaisei-kacho'] : ['shimin', 'shimin-kacho']
    const form = await at(writer as string, report(nth))
    found.push(...(await judge(form, '空の報告')))
    await form.getByRole('button', { name: '提出する' }).click()
    await form.getByRole('heading', { name: /まだ提出していません/ }).waitFor()
    await look(form, '書き残しのある提出')

    const second = await at(writer as string, report(nth))
    await save(nth, writer as string, '前の人が書いた取組の内容です。')
    await second.getByLabel('令和6年度の取組状況').fill('後の人が書いた取組の内容です。')
    await second.getByRole('button', { name: '下書き保存' }).click()
    await second.getByRole('heading', { name: /二人の入力を比べる/ }).waitFor()
    await look(second, '二人の入力を比べる')

    await save(nth, writer as string, '対象を12件に広げた。')
    await take('submit', nth, writer as string)
    await look(await at(head as string, paths.staff.reviews(AOBA)), '審査を待つ報告')
    const refusing = await at(head as string, report(nth))
    await take('return', nth, head as string, { reason: '根拠を書いてください。', fields: ['progress', `actual:indicator-${nth + 1}`] })
    await refusing.getByRole('button', { name: '課長承認する' }).click()
    await refusing.getByRole('alert').first().waitFor()
    await look(refusing, '変わった報告の承認')
    await look(await at(writer as string, report(nth)), '差し戻された報告')
    await save(nth, writer as string, '対象を20件に広げた。')
    await take('submit', nth, writer as string)
    await look(await at(head as string, report(nth)), '再提出の審査')
    await look(await at(writer as string, report(nth)), '提出した報告')
    await take('approve', nth, head as string)
    await take('accept', nth, 'jimukyoku')
    await look(await at('jimukyoku', report(nth)), '受理した報告')
    await look(await at('jimukyoku', paths.staff.reviews(AOBA)), '審査を待つものがない')
    now = new Date('2025-05-20T10:00:00+09:00')
    await look(await at('nozei', report(4)), '締め切られた報告').finally(() => {
      now = NOW
    })
    expect(found).toEqual([])
  })

  it('W-04 キーボードだけで、書いて、提出し、承認できる', { timeout: 60_000 }, async () => {
    const page = await open('nozei', paths.staff.home(AOBA))
    const focused = () =>
      page.evaluate(() => {
        const at = document.activeElement as HTMLElement
        if (at.tagName === 'SECTION') return ''
        return (at.id && document.querySelector(`label[for="${at.id}"]`)?.textContent) || at.textContent || ''
      })
    const tabTo = async (label: RegExp) => {
      for (let left = 80; left > 0; left -= 1) {
        await page.keyboard.press('Tab')
        if (label.test(await focused())) return
      }
      throw new Error(`${label} に Tab で届きません`)
    }
    await tabTo(/1-5 市税収納率の向上/)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${report(4)}`)
    await tabTo(/令和6年度の取組状況/)
    await page.keyboard.type('口座振替の勧奨を行い、新たに320件の申込みを受けた。')
    await tabTo(/令和6年度の実績値/)
    // Enter in a field saves the draft and nothing else
    await page.keyboard.type('97')
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=save/)
    expect(await page.getByRole('status').first().innerText()).toContain('下書きを保存しました')
    await tabTo(/^提出する$/)
    const bar = await page.evaluate(() => (document.activeElement as HTMLElement).getBoundingClientRect().height)
    expect(bar).toBeGreaterThanOrEqual(24)
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=submit/)
    await page.close()
    expect((await current(4)).state).toBe('submitted')

    const review = await open('nozei-kacho', `${paths.staff.reviews(AOBA)}`)
    const boxes = review.getByRole('checkbox')
    await boxes.first().focus()
    await review.keyboard.press('Space')
    await review.keyboard.press('Tab')
    while (!(await review.evaluate(() => document.activeElement?.textContent?.includes('選んだ報告を課長承認する'))))
      await review.keyboard.press('Tab')
    await review.keyboard.press('Enter')
    await review.waitForURL(/done=approve-1/)
    await review.close()
    expect((await current(4)).state).toBe('approved')
  })

  it('W-03 下の帯は、キーボードで選んだ欄を隠さない', async () => {
    const page = await open('somu', report(5))
    const covered: string[] = []
    for (let nth = 0; nth < 40; nth += 1) {
      await page.keyboard.press('Tab')
      const hidden = await page.evaluate(() => {
        const at = document.activeElement as HTMLElement
        const bar = document.querySelector('.save-bar') as HTMLElement
        if (!at || bar.contains(at) || !at.closest('.report-form')) return null
        const [field, over] = [at.getBoundingClientRect(), bar.getBoundingClientRect()]
        return field.top >= over.top && field.top < over.bottom ? at.id || at.textContent : null
      })
      if (hidden) covered.push(hidden)
    }
    await page.close()
    expect(covered).toEqual([])
  })

  describe('スクリプトが動くとき', () => {
    it('打った文は、しばらくすると下書きに残り、時刻が出る', async () => {
      const page = await open('somu', report(5), { scripted: true })
      await page.getByLabel('令和6年度の取組状況').fill('文書の電子化を進めた。')
      await page.getByText('保存しました 10:00').waitFor({ timeout: 15_000 })
      expect(await current(5)).toMatchObject({ state: 'drafting', content: { progress: '文書の電子化を進めた。' } })
      expect(await page.locator('[data-left]').innerText()).toBe('あと1か所')
      // the form goes on from the version that was saved: the plain button is no conflict with one's own autosave
      await page.getByLabel('令和6年度の取組状況').fill('文書の電子化を進め、電子決裁の割合を高めた。')
      await page.getByRole('button', { name: '下書き保存' }).click()
      await page.waitForURL(/done=save/)
      await page.close()
      expect((await current(5)).content.progress).toBe('文書の電子化を進め、電子決裁の割合を高めた。')
    })

    it('ほかの人が先に保存したときは、止まって、打った文を残す', async () => {
      const page = await open('somu', report(5), { scripted: true })
      await save(5, 'somu', '先の人の文')
      await page.getByLabel('令和6年度の取組状況').fill('後の人の文')
      await page.getByText('ほかの人が同じ報告を保存しました').waitFor({ timeout: 15_000 })
      expect(await page.getByLabel('令和6年度の取組状況').inputValue()).toBe('後の人の文')
      await page.getByRole('button', { name: '下書き保存' }).click()
      await page.getByRole('heading', { name: /二人の入力を比べる/ }).waitFor()
      await page.close()
      expect((await current(5)).content.progress).toBe('先の人の文')
    })

    it('サインインが切れても、打った文は残り、離れる前に尋ねる', async () => {
      const page = await open('somu', report(5), { scripted: true })
      await page.context().clearCookies()
      await page.getByLabel('令和6年度の取組状況').fill('切れた後の文')
      await page.getByText('サインインが切れたかもしれません').waitFor({ timeout: 15_000 })
      expect(await page.getByLabel('令和6年度の取組状況').inputValue()).toBe('切れた後の文')
      const asked = page.waitForEvent('dialog')
      void page.close({ runBeforeUnload: true })
      const dialog = await asked
      expect(dialog.type()).toBe('beforeunload')
      await dialog.accept()
    })
  })
})
