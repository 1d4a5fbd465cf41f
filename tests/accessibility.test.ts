import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEdition } from '../src/report/test-edition.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync)
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const PLAN = '/990019/plans/plan-1/'
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
  `${PLAN}indicators/`,
  `${PLAN}effects/`,
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
  '/no-such-page/',
]
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The stylesheet as the build makes it, so that colours and sizes are those of the real page. */
function stylesheet(): string {
  const out = join(tmpdir(), `kaikaku-accessibility-${process.pid}.css`)
  const cli = new URL('../node_modules/@tailwindcss/cli/dist/index.mjs', import.meta.url).pathname
  const made = spawnSync(process.execPath, [cli, '-i', 'src/publish/site/style.css', '-o', out, '--minify'], { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  return readFileSync(out, 'utf8')
}

if (!CHROMIUM && process.env.CI === 'true') throw new Error('CI=true では Chromium が必要です（apt-get install chromium）。')

describe.skipIf(!CHROMIUM)(CHROMIUM ? '誰にでも使えるか' : '誰にでも使えるか（省略：Chromium がありません）', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const read = async () => ({ editions: [anEdition()], downloads: [] })
    server = await startServer({ read, stylesheet: stylesheet(), port: 0, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const openAt = async (width: number, path: string): Promise<{ page: Page; refused: string[] }> => {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
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
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
      const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      await page.close()
      expect({ found, sideways, refused }).toEqual({ found: [], sideways: 0, refused: [] })
    })
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
