import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CarryOverId } from '../src/reform/carry-over.ts'
import type { RecordId } from '../src/reform/record-id.ts'
import type { Store } from '../src/store/database.ts'
import type { PlanFamilyId } from '../src/store/plan-family.ts'
import { saveRecord } from '../src/store/record.ts'
import { paths } from '../src/web/paths.ts'
import { startCarryOver } from '../src/workflows/start-carry-over.ts'
import { firstHalfOf, halvesTable } from '../town/story/phases.ts'
import { CHROMIUM, inBrowser } from './browser.ts'
import { openStaffDesk, type StaffDesk } from './staff-desk.ts'
import { AOBA, act, openOffice } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const { staff } = paths
const FAMILY = 'outer' as PlanFamilyId
const START = { phase: 'first' as RecordId, title: '後期アクションプラン', kind: '', from: '令和7年度', to: '令和9年度', prefill: true }

describe.skipIf(!CHROMIUM)(inBrowser('引継ぎの画面は、誰にでも使えるか'), () => {
  let desk: StaffDesk
  let store: Store

  beforeAll(async () => {
    store = await openTestStore()
    await openOffice(store)
    const plan = { ...firstHalfOf(halvesTable.slice(0, 33)), municipality: { code: AOBA as string, name: 'あおば市' }, sources: [] }
    await store.writing(act('jimukyoku'), (tx) => saveRecord(tx, FAMILY, { ...plan, lineage: [...halvesTable.slice(0, 22)] }))
    desk = await openStaffDesk(store)
  })
  afterAll(() => desk?.close())

  it('W-01 どの画面のどの状態にも指摘がない（幅1280と360）', { timeout: 480_000 }, async () => {
    const { page, found, look, lookOnce } = await desk.sit('jimukyoku', 1280, 360)
    const go = async (path: string, state: string) => {
      await page.goto(desk.url + path)
      await look(state)
    }
    const press = async (name: string, state: string, seen = look) => {
      await page.getByRole('button', { name, exact: true }).first().click()
      await page.waitForLoadState()
      await seen(state)
    }
    await go(staff.carryOvers(AOBA, FAMILY), '引継ぎの一覧')
    await page.getByLabel('新しい期の名称（必須）').fill('後期')
    await page.getByLabel(/初めの年度/).fill('来年')
    await page.getByLabel(/終わりの年度/).fill('再来年')
    await press('引継ぎを始める', '引継ぎの始めの誤り', lookOnce)
    const begun = await startCarryOver(store, FAMILY, START, act('jimukyoku'))
    const id = (begun.ok ? begun.value.id : '') as CarryOverId
    const here = staff.carryOver(AOBA, FAMILY, id)
    await go(here, '取組を決める')
    if (process.env.PICTURES) {
      await page.emulateMedia({ media: 'print' })
      await lookOnce('取組を決める-印刷')
      await page.emulateMedia({ media: 'screen' })
    }
    await page.getByLabel('理由：標準化による流れの見直し').fill('')
    await press('保存する', '取組を決める-保存した', lookOnce)
    await page.getByLabel('選ぶ：書かない窓口').check()
    await press('選んだ取組を一つに統合する', '取組を決める-断り', lookOnce)
    await go(`${here}?show=open`, '取組を決める-未定だけ')
    await go(staff.carryOverArranging(AOBA, FAMILY, id), '番号と並び')
    await go(staff.carryOverTable(AOBA, FAMILY, id), '整理表と図')
    await go(staff.carryOverMaking(AOBA, FAMILY, id), '作る-直すところ')
    await page.goto(desk.url + here)
    await page.getByLabel('理由：標準化による流れの見直し').fill('取組を集約')
    for (const box of await page.getByRole('combobox', { name: /見直し区分/ }).all())
      if ((await box.inputValue()) === '') await box.selectOption('continue')
    await press('保存する', '取組を決める-すべて', lookOnce)
    await go(staff.carryOverMaking(AOBA, FAMILY, id), '作る')
    await press('「後期アクションプラン」を作る', '作った')
    await go(here, '取組を決める-作成済')
    await go(staff.carryOverMaking(AOBA, FAMILY, id), '作った-取り消す前')
    await press('新しい期を取り消す', '取り消した')
    await page.context().close()
    expect(found).toEqual([])
  })
})
