import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoundId, RoundItem } from '../src/reform/round.ts'
import type { Store } from '../src/store/database.ts'
import { saveRecord } from '../src/store/record.ts'
import { roundsOf } from '../src/store/round.ts'
import { itemsOf } from '../src/store/round-item.ts'
import { paths } from '../src/web/paths.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { changeRound, closeRound } from '../src/workflows/change-round.ts'
import { saveReport } from '../src/workflows/save-report.ts'
import { takeStep } from '../src/workflows/take-step.ts'
import { anId, anInitiative } from '../town/story/builders.ts'
import { aContent, aDay } from '../town/story/round-builders.ts'
import { CHROMIUM, FLAGS, findings, inBrowser, stylesheet } from './browser.ts'
import { AOBA, act, aStaffPlan, cookieOf, FAMILY, NOW, openOffice } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const at = paths.staff

describe.skipIf(!CHROMIUM)(inBrowser('照会の画面（W-01、W-04）'), () => {
  let store: Store
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext

  beforeAll(async () => {
    store = await openTestStore()
    await openOffice(store)
    server = await startServer({
      read: async () => ({ editions: [], downloads: [] }),
      stylesheet: stylesheet(),
      staffScript: '',
      port: 0,
      host: '127.0.0.1',
      staff: (said) => staffApp({ store, ...said, now: () => NOW, demonstration: true, plainHttp: true }),
    })
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: FLAGS })
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const [name = '', value = ''] = (await cookieOf(store, 'jimukyoku')).split('=')
    await context.addCookies([{ name, value, url: server.url }])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
  })

  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(server.url + path)
    return page
  }
  const look = async (state: string, path: string): Promise<string[]> => {
    const page = await open(path)
    const found = await findings(page, state)
    await page.setViewportSize({ width: 320, height: 800 })
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await page.close()
    return sideways > 0 ? [...found, `${state} 幅320で横に${sideways}pxはみ出す`] : found
  }
  const theRound = async () => (await store.reading(AOBA, roundsOf))[0]?.id as RoundId
  const savePlan = () => {
    const plan = aStaffPlan()
    const nobody = anInitiative({ id: anId('initiative-7'), number: '2-1', title: '公民連携の推進', sections: [] })
    return store.writing(act('jimukyoku'), (tx) => saveRecord(tx, FAMILY, { ...plan, initiatives: [...plan.initiatives, nobody] }))
  }

  it('計画も照会もないとき、指摘がない', async () => {
    const found = [...(await look('照会なし', at.rounds(AOBA))), ...(await look('計画なし', at.newRound(AOBA)))]
    expect(found).toEqual([])
  })

  it('キーボードだけで照会を始められ、断られても、確かめても、指摘がない', async () => {
    await savePlan()
    const page = await open(at.newRound(AOBA))
    const found = await findings(page, '始める')
    const press = async (field: string, text: string, button: string) => {
      await page.locator(`#f-${field}`).focus()
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
      await page.getByRole('button', { name: button }).focus()
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    }
    await page.locator('#f-opensOn').fill('R7.4.14')
    await press('dueSection', '連休明け', '内容を確かめる')
    found.push(...(await findings(page, '断られた')))
    expect(await page.getByRole('alert').innerText()).toContain('「連休明け」は日付として読めません')
    await page.getByRole('alert').getByRole('link').first().focus()
    await page.keyboard.press('Enter')
    expect(page.url()).toContain('#f-dueSection')
    expect(await page.locator('#f-dueSection').getAttribute('aria-invalid')).toBe('true')
    await press('dueSection', 'R7.5.5', '内容を確かめる')
    found.push(...(await findings(page, '確かめる')))
    expect(await page.locator('.preview').innerText()).toContain('開庁日ではありません（祝日）')
    await press('dueSection', 'R7.5.16', '内容を確かめる')
    await page.getByRole('button', { name: 'この内容で照会を始める' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=opened/)
    found.push(...(await findings(page, '始めた')))
    await page.close()
    expect(found).toEqual([])
  })

  it('受付中の照会のどの画面にも、指摘がない', async () => {
    const id = await theRound()
    const items = await store.reading(AOBA, (db) => itemsOf(db, id))
    const report = async (nth: number, by: string, steps: Parameters<typeof takeStep>[1][]) => {
      const { id: item } = items[nth] as RoundItem
      const content = aContent({
        progress: `令和5年度の取組 ${nth + 1}`,
        actuals: [{ indicator: anId(`indicator-${nth + 1}`), raw: '95', status: null }],
      })
      await saveReport(store, { item, version: 0, content }, act(by))
      for (const step of steps)
        await takeStep(store, step, item, { version: null, reason: '根拠を書いてください。' }, act(step === 'submit' ? by : `${by}-kacho`))
    }
    await report(0, 'zaisei', ['submit', 'approve'])
    await report(1, 'zaisei', ['submit', 'return'])
    await report(4, 'nozei', ['submit'])
    const nobody = (items.at(-1) as RoundItem).id
    const found = [
      ...(await look('一覧', at.rounds(AOBA))),
      ...(await look('受付中', at.round(AOBA, id))),
      ...(await look('全件', at.roundItems(AOBA, id))),
      ...(await look('所管なし', `${at.roundItems(AOBA, id)}?list=noOwner`)),
      ...(await look('該当なし', `${at.roundItems(AOBA, id)}?list=late`)),
      ...(await look('所管', at.roundOwner(AOBA, id, nobody))),
      ...(await look('設定', at.roundSettings(AOBA, id))),
      ...(await look('対象', at.roundScope(AOBA, id))),
    ]
    expect(found).toEqual([])
  })

  it('理由のない設定・終了・対象の変更は、打った内容を残して断られ、指摘がない', async () => {
    const id = await theRound()
    const page = await open(at.roundSettings(AOBA, id))
    await page.locator('#f-dueSection').fill('R7.5.23')
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '設定を改める' }).click()])
    const found = await findings(page, '理由なし')
    expect([await page.locator('#f-dueSection').inputValue(), await page.getByRole('alert').innerText()]).toEqual([
      'R7.5.23',
      expect.stringContaining('理由を入れてください'),
    ])
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '照会を終える' }).click()])
    found.push(...(await findings(page, '終われない')))
    expect(await page.getByRole('alert').innerText()).toContain('受理していない報告が7件残っています')
    await page.goto(server.url + at.roundScope(AOBA, id))
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '対象から外す' }).click()])
    found.push(...(await findings(page, '外せない')))
    await page.close()
    expect(found).toEqual([])
  })

  it('締切後も、終えた後も、指摘がない', async () => {
    const [round] = await store.reading(AOBA, roundsOf)
    if (!round) throw new Error('照会がない')
    const { id } = round
    const past = { ...round, dueSection: aDay('2025-04-18'), lockOn: aDay('2025-04-21'), graceDays: 0 }
    expect((await changeRound(store, id, past, act('jimukyoku', { why: '締切の繰上げ' }))).ok).toBe(true)
    const found = [...(await look('締切後', at.round(AOBA, id))), ...(await look('締切後の設定', at.roundSettings(AOBA, id)))]
    expect((await closeRound(store, id, act('jimukyoku', { why: '残りは来年度' }))).ok).toBe(true)
    found.push(...(await look('終了', at.round(AOBA, id))), ...(await look('終了の設定', at.roundSettings(AOBA, id))))
    found.push(...(await look('終了の対象', at.roundScope(AOBA, id))))
    expect(found).toEqual([])
  })
})
