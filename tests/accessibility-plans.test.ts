import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordId } from '../src/reform/record.ts'
import type { Store } from '../src/store/database.ts'
import { paths } from '../src/web/paths.ts'
import { decidePlanChange, proposePlanChange } from '../src/workflows/decide-plan-change.ts'
import { publishEdition } from '../src/workflows/publish-edition.ts'
import { aDay } from '../town/story/round-builders.ts'
import { CHROMIUM, inBrowser } from './browser.ts'
import { openStaffDesk, type StaffDesk } from './staff-desk.ts'
import { AOBA, act, FAMILY, openTown } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const { staff } = paths
const ID = 'initiative-1' as RecordId

describe.skipIf(!CHROMIUM)(inBrowser('計画を書く画面は、誰にでも使えるか'), () => {
  let desk: StaffDesk
  let store: Store

  beforeAll(async () => {
    store = await openTestStore()
    await openTown(store)
    await publishEdition(store, FAMILY, act('jimukyoku'))
    const propose = (after: string) =>
      proposePlanChange(store, FAMILY, ID, { kind: 'target', of: 'indicator-1@2025', after, reason: '前倒しで達成した' }, act('jimukyoku'))
    const first = await propose('85以上')
    if (first.ok) await decidePlanChange(store, first.value.id, { decided: true, on: aDay('2025-05-01'), reason: '' }, act('jimukyoku'))
    await propose('90以上')
    desk = await openStaffDesk(store)
  })
  afterAll(() => desk?.close())

  it.each([1280, 320])('W-01 どの画面のどの状態にも指摘がない（幅 %i）', { timeout: 240_000 }, async (width) => {
    const { page, found, look } = await desk.sit('jimukyoku', width)
    const go = async (path: string, state: string) => {
      await page.goto(desk.url + path)
      await look(state)
    }
    const here = staff.initiative(AOBA, FAMILY, ID)
    await go(staff.plans(AOBA), '一覧')
    await go(staff.newPlan(AOBA), '新しい計画')
    await page.getByLabel('計画の名称（必須）').fill('x')
    await page.getByLabel('計画期間の初めの年度').fill('来年')
    await page.getByRole('button', { name: '計画を作る' }).click()
    await page.getByRole('alert').waitFor()
    await look('計画の誤り')
    await go(staff.plan(AOBA, FAMILY), '構成')
    await go(`${staff.plan(AOBA, FAMILY)}?arrange=1`, '並べ替え')
    await go(`${staff.newNode(AOBA, FAMILY)}?under=node`, '柱を加える')
    await go(staff.planRemoval(AOBA, FAMILY, ID), '削除の確かめ')
    await page.getByLabel('削除の理由').fill('x')
    await page.getByRole('button', { name: '削除する' }).click()
    await page.getByRole('alert').waitFor()
    await look('削除の断り')
    await go(here, '取組')
    for (const section of ['basics', 'sections', 'part', 'marks', 'effects']) await go(`${here}?edit=${section}`, `直す-${section}`)
    await go(`${here}?edit=indicator&thing=indicator-1`, '直す-indicator')
    await page.getByLabel('目標1行目の目標値').fill(`9${width}`)
    await page.getByRole('button', { name: '保存する' }).first().click()
    await page.getByRole('alert').waitFor()
    await look('理由を求める')
    await go(staff.planTable(AOBA, FAMILY), '一覧表')
    await page
      .getByLabel('表（見出しの行から）')
      .fill('識別番号\t取組名\t所管課\t備考\ninitiative-1\t\t総務課\tx\n\t取組番号\t\t\nzzz\t別の\t\t')
    await page.getByRole('button', { name: '反映する前に確かめる' }).click()
    await page.getByRole('status').waitFor()
    await look('一覧表の確かめ')
    await go(staff.planChanges(AOBA, FAMILY), '見直し')
    await go(`${staff.planChanges(AOBA, FAMILY)}?initiative=${ID}`, '見直しの提案')
    await go(staff.planPublication(AOBA, FAMILY), '公表')
    await page.context().close()
    expect(found).toEqual([])
  })
})
