import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/database.ts'
import { paths } from '../src/web/paths.ts'
import { applyEffectTable, previewEffectTable } from '../src/workflows/apply-effect-table.ts'
import { CHROMIUM, inBrowser } from './browser.ts'
import { openStaffDesk, type StaffDesk } from './staff-desk.ts'
import { AOBA, act, aStaffPlan, FAMILY, openTown } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const { staff } = paths
const TABLES = [
  [
    '計画策定時',
    '項目\t歳入・歳出\t単年度・継続\t単位\tR6\tR7\n使用料の見直し\t歳入\t単年度\t千円\t1,200\t▲300\n文書の電子化\t\t\t時間\t120.5\t240',
  ],
  [
    '令和7年度見直し',
    '項目\t歳入・歳出\t単年度・継続\t単位\tR6（実績）\tR7（見込み）\n使用料の見直し\t歳入\t単年度\t千円\t900\t－\n使用料の見直し\t歳入\t継続\t千円\t900\t1,800',
  ],
] as const

describe.skipIf(!CHROMIUM)(inBrowser('効果額の画面は、誰にでも使えるか'), () => {
  let desk: StaffDesk
  let store: Store

  beforeAll(async () => {
    store = await openTestStore()
    await openTown(store)
    let record = { ...aStaffPlan() }
    for (const [estimate, text] of TABLES) {
      const asked = { estimate, text, unit: '千円', status: '見込み' }
      const preview = previewEffectTable(record, asked)
      if (!preview.ok) throw new Error(preview.problem.kind)
      const said = { ...asked, basis: preview.value.basis, reason: '', withoutUnclear: false, withoutIgnored: false }
      const done = await applyEffectTable(store, FAMILY, said, act('jimukyoku'))
      if (!done.ok) throw new Error(done.problem.kind)
      record = { ...record, effects: done.value.effects } as typeof record
    }
    desk = await openStaffDesk(store)
  })
  afterAll(() => desk?.close())

  it('W-01 どの画面のどの状態にも指摘がない（幅1280と360）', { timeout: 480_000 }, async () => {
    const { page, found, look, lookOnce } = await desk.sit('jimukyoku', 1280, 360)
    const go = async (path: string, state: string) => {
      await page.goto(desk.url + path)
      await look(state)
    }
    const [first, second] = ['計画策定時', '令和7年度見直し'].map(encodeURIComponent)
    const board = staff.effects(AOBA, FAMILY)
    await go(board, '効果額')
    await go(`${board}?estimate=${second}&against=${first}`, '効果額の比較')
    await go(`${board}?estimate=${second}&basis=${encodeURIComponent('継続')}`, '効果額の継続')
    await go(`${board}?estimate=${first}&measure=${encodeURIComponent('unit:時間')}`, '効果額の時間')
    await go(staff.newEstimate(AOBA, FAMILY), '見積りを始める')
    await go(`${staff.newEstimate(AOBA, FAMILY)}?estimate=${second}`, '見積りを始められない')
    await go(`${staff.newEstimate(AOBA, FAMILY)}?estimate=x&from=${second}&through=R7`, '写した見積り')
    await go(`${staff.estimate(AOBA, FAMILY)}?estimate=${second}`, '見積りを直す')
    await page.getByLabel('1列目の年度').fill('来年')
    await page.getByRole('button', { name: '見積りを保存する' }).click()
    await page.getByRole('alert').waitFor()
    await lookOnce('見積りの誤り')
    await go(staff.effectPaste(AOBA, FAMILY), '効果額の貼付け')
    await page.getByLabel('見積時点（必須）').fill('新しい見積り')
    await page.getByLabel('表（見出しの行から）').fill('項目\tR8\t備考\n使用料の見直し\t調査中\tx\n見たことのない取組\t1\t\n合計\t1\t')
    await page.getByRole('button', { name: '反映する前に確かめる' }).click()
    await page.getByRole('status').waitFor()
    await look('効果額の貼付けの確かめ')
    await page.getByRole('button', { name: /か所の額を/ }).click()
    await page.getByRole('alert').waitFor()
    await lookOnce('効果額の貼付けの断り')
    await go(staff.effectsOf(AOBA, FAMILY, 'node'), '柱の効果額')
    await go(staff.effectsOf(AOBA, FAMILY, 'plan'), '計画全体の効果額')
    await page.context().close()
    expect(found).toEqual([])
  })
})
