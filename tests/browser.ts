import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Debian's browser; without it the tests that need one are skipped and say so, except in CI. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync)
export const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
if (!CHROMIUM && process.env.CI === 'true') throw new Error('CI=true では Chromium が必要です（apt-get install chromium）。')
export const inBrowser = (title: string): string => (CHROMIUM ? title : `${title}（省略：Chromium がありません）`)

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The stylesheet as the build makes it (of the staff, or of the portal), so that colours and sizes are those of the real page. */
export function stylesheet(source: 'style.css' | 'style-portal.css' = 'style.css'): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaikaku-style-'))
  try {
    const out = join(folder, 'site.css')
    const cli = new URL('../node_modules/@tailwindcss/cli/dist/index.mjs', import.meta.url).pathname
    const made = spawnSync(process.execPath, [cli, '-i', `src/publish/site/${source}`, '-o', out, '--minify'], { encoding: 'utf8' })
    if (made.status !== 0) throw new Error(made.stderr)
    return readFileSync(out, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** No page has a frame, so that axe may look at the page itself instead of opening another one for its findings. */
export const axe = (page: Page) => new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze()

/** 指摘 — what axe finds on a page in a state, and whether the page scrolls sideways (W-01). */
export async function findings(page: Page, state: string): Promise<string[]> {
  const { violations } = await axe(page)
  const found = violations.map((v) => `${state} ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return sideways > 0 ? [...found, `${state} 横に${sideways}pxはみ出す`] : found
}
