import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/database.ts'
import { paths } from '../src/web/paths.ts'
import { anId } from '../town/story/builders.ts'
import { CHROMIUM, inBrowser } from './browser.ts'
import { openStaffDesk, type StaffDesk } from './staff-desk.ts'
import { AOBA, FAMILY } from './staff-town.ts'
import { openTestStore } from './test-store.ts'
import { aTownWithHistory } from './trace-town.ts'

describe.skipIf(!CHROMIUM)(inBrowser('変更の履歴と記録は、誰にでも使えるか'), () => {
  let desk: StaffDesk
  let store: Store

  beforeAll(async () => {
    store = await openTestStore()
    await aTownWithHistory(store)
    desk = await openStaffDesk(store)
  })
  afterAll(() => desk?.close())

  it.each([1280, 320])('どの状態にも指摘がない（幅 %i）', { timeout: 120_000 }, async (width) => {
    const { page, found, look } = await desk.sit('jimukyoku', width)
    const trace = desk.url + paths.staff.trace(AOBA)
    await page.goto(desk.url + paths.staff.initiativeHistory(AOBA, FAMILY, anId('initiative-1')))
    await look('履歴')
    await page.goto(trace)
    await look('まだ検証していない')
    await page.locator('summary').filter({ hasText: '変わったところ' }).first().click()
    await look('開いたところ')
    await page.getByRole('button', { name: '検証する' }).click()
    await page.getByText('切れていません').waitFor()
    await look('検証した')
    await page.setInputFiles('#kept', { name: 'x.jsonl', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await page.getByRole('button', { name: '検証する' }).click()
    await page.getByRole('alert').waitFor()
    await look('控えでないファイル')
    await page.goto(`${trace}?day=x&by=nobody`)
    await look('日の誤り')
    await page.goto(`${trace}?by=zaisei`)
    await look('絞り込んだ')
    await page.context().close()
    expect(found).toEqual([])
  })
})
