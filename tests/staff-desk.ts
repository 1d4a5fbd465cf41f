import { writeFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Store } from '../src/store/database.ts'
import { startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import type { StaffOptions } from '../src/web/staff/staff.ts'
import { CHROMIUM, FLAGS, findings, stylesheet } from './browser.ts'
import { cookieOf, staffOptions } from './staff-town.ts'

/**
 * A signed-in page; `look` keeps what axe finds in a state in every width of the seat, and its pictures where PICTURES names a folder.
 * `lookOnce` is for a refused form, which is the same form with sentences in it: the first width is enough.
 */
export type Seat = { page: Page; found: string[]; look: (state: string) => Promise<void>; lookOnce: (state: string) => Promise<void> }
export type StaffDesk = { url: string; sit: (login: string, ...widths: [number, ...number[]]) => Promise<Seat>; close: () => Promise<void> }

/** 職員の机 — the staff pages on a server of their own, and a browser before them. Closes the store with itself. */
export async function openStaffDesk(store: Store, said: Partial<StaffOptions> = {}): Promise<StaffDesk> {
  const server = await startServer({
    read: async () => ({ editions: [], downloads: [] }),
    stylesheet: stylesheet(),
    port: 0,
    host: '127.0.0.1',
    staff: (pages) => staffApp({ ...staffOptions(store), ...pages, ...said }),
  })
  const browser: Browser = await chromium.launch({ ...(CHROMIUM ? { executablePath: CHROMIUM } : {}), args: FLAGS })
  const sit: StaffDesk['sit'] = async (login, ...widths) => {
    const [first] = widths
    const context = await browser.newContext({ viewport: { width: first, height: 800 } })
    const [name, value] = (await cookieOf(store, login)).split('=') as [string, string]
    await context.addCookies([{ name, value, url: server.url }])
    const page = await context.newPage()
    const found: string[] = []
    const lookAt = async (state: string, width: number) => {
      if (widths.length > 1) await page.setViewportSize({ width, height: 800 })
      found.push(...(await findings(page, widths.length > 1 ? `${state}（幅${width}）` : state)))
      if (process.env.PICTURES) writeFileSync(`${process.env.PICTURES}/${state}-${width}.png`, await page.screenshot({ fullPage: true }))
    }
    const lookOnce = (state: string) => lookAt(state, first)
    // the last look leaves the page as wide as it was opened, so that the walk goes on as it began
    const look = async (state: string) => {
      for (const width of widths.toReversed()) await lookAt(state, width)
    }
    return { page, found, look, lookOnce }
  }
  const close = async () => {
    await browser.close()
    await server.close()
    await store.close()
  }
  return { url: server.url, sit, close }
}
