import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lineage } from '../src/reform/record.ts'
import { anEdition } from '../src/report/test-edition.ts'
import { paths } from '../src/web/paths.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'
import { aLineage, aNode, anActual, anEvaluation, anId, anIndicator, anInitiative, aRecord, aTarget } from '../town/story/builders.ts'
import { CHROMIUM, FLAGS, findings, inBrowser, stylesheet } from './browser.ts'
import { openStaffDesk, type StaffDesk } from './staff-desk.ts'
import { AOBA, FAMILY, openTown } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const PLAN = '/990019/plans/plan-1/'
const WORDS = ['達成', '順調', '遅れ', '未着手', '完了', '－'] as const

/** 40 initiatives (axe takes its time over each link) with every state, every kind of line and an indicator that has a break in it. */
function bigEdition() {
  const initiatives = Array.from({ length: 40 }, (_, i) =>
    anInitiative({
      id: anId(`new-${i}`),
      number: String(i + 1),
      title: `見直し後の取組その${i + 1}`,
      node: anId(`pillar-${i % 3}`),
      sections: [`第${i % 9}課`],
      evaluations: [anEvaluation({ raw: WORDS[i % 6] as string })],
    }),
  )
  const end = (n: number) => ({ title: `見直し後の取組その${n + 1}`, initiative: anId(`new-${n}`) })
  const lineage = Array.from({ length: 40 }, (_, i): Lineage => {
    const place = {
      pillar: `柱${i % 3}`,
      theme: `推進項目${i % 6}`,
      reason: null,
      from: [{ title: `前の取組その${i + 1}`, initiative: null }],
    }
    if (i % 10 === 3) return aLineage({ ...place, to: [end(i), end((i + 3) % 40)], kind: '分割' })
    if (i % 10 === 6) return aLineage({ ...place, to: [end(i - 3)], kind: '統合' })
    if (i % 10 === 7) return aLineage({ ...place, to: [], kind: '廃止' })
    if (i % 10 === 8) return aLineage({ ...place, from: [], to: [end(i)], kind: '新規' })
    return aLineage({ ...place, to: [end(i)], kind: i % 10 === 9 ? '継続（新規）' : '継続' })
  })
  const indicators = [
    anIndicator({
      of: { initiative: anId('new-0') },
      baseline: '60',
      targets: [aTarget('80以上', { fiscalYear: 2023 }), aTarget('120以上', { fiscalYear: 2027, final: true })],
      actuals: [anActual('78', { fiscalYear: 2023 }), anActual('－', { fiscalYear: 2024 }), anActual('101', { fiscalYear: 2026 })],
    }),
  ]
  const nodes = [0, 1, 2].map((i) => aNode({ id: anId(`pillar-${i}`), title: `柱${i} 届く行政サービス`, parent: null }))
  return anEdition({}, aRecord({ initiatives, nodes, lineage, indicators, plans: anEdition().record.plans }))
}

const PAGES = [PLAN, `${PLAN}status-map/`, `${PLAN}carry-over/`, `${PLAN}initiatives/new-0/`, `${PLAN}initiatives/new-3/`]
/** A4 upright within its margins, in CSS pixels: what a figure may take of it. */
const PAPER = { width: Math.floor((186 / 25.4) * 96), height: Math.floor((269 / 25.4) * 96) }

describe.skipIf(!CHROMIUM)(inBrowser('図のある頁'), () => {
  let server: RunningServer
  let browser: Browser
  let desk: StaffDesk
  let page: Page
  beforeAll(async () => {
    server = await startServer({
      read: async () => ({ editions: [bigEdition()], downloads: [] }),
      stylesheet: stylesheet(),
      port: 0,
      host: '127.0.0.1',
    })
    browser = await chromium.launch({ ...(CHROMIUM ? { executablePath: CHROMIUM } : {}), args: FLAGS })
    page = await browser.newPage()
    const store = await openTestStore()
    await openTown(store)
    desk = await openStaffDesk(store)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await desk?.close()
  })

  it.each([1280, 360])('幅 %i で指摘がなく、横にはみ出さない', { timeout: 60_000 }, async (width) => {
    await page.setViewportSize({ width, height: 800 })
    const found: string[] = []
    for (const path of PAGES) {
      await page.goto(server.url + path)
      found.push(...(await findings(page, path)))
    }
    expect(found).toEqual([])
  })

  it('紙の上で、どの図も一枚に収まる', async () => {
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize(PAPER)
    const tooBig: string[] = []
    for (const path of PAGES) {
      await page.goto(server.url + path)
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('figure svg[role]')]
          .map((svg) => svg.getBoundingClientRect())
          .map((r) => [r.width, r.height, r.right]),
      )
      for (const [width = 0, height = 0, right = 0] of sizes)
        if (width > PAPER.width || right > PAPER.width + 1 || height > PAPER.height) tooBig.push(`${path} ${width}×${height}`)
      expect([path, sizes.length > 0]).toEqual([path, true])
    }
    await page.emulateMedia({ media: null })
    expect(tooBig).toEqual([])
  })

  it('職員の状況の地図', { timeout: 60_000 }, async () => {
    const seat = await desk.sit('zaisei', 1280)
    await seat.page.goto(desk.url + paths.staff.planMap(AOBA, FAMILY))
    await seat.look('状況の地図')
    expect(seat.found).toEqual([])
  })
})
