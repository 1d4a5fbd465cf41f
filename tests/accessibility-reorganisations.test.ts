import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/database.ts'
import { reorganisationsOf } from '../src/store/reorganisation.ts'
import { paths } from '../src/web/paths.ts'
import { publishEdition } from '../src/workflows/publish-edition.ts'
import { CHROMIUM, inBrowser } from './browser.ts'
import { openStaffDesk, type StaffDesk } from './staff-desk.ts'
import { AOBA, act, FAMILY, openTown } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const { staff } = paths
const PASTE = [
  '区分\t旧\t新\t部\t理由',
  '統合\t財政課、納税課\t税財政課\t財務部\t歳入と歳出を一体で見る',
  '分割\t市民課\t窓口課、戸籍課\t市民部\t窓口の混雑を減らす',
  '名称変更\t総務課\t法務総務課\t\t',
  '移管\t広報広聴課\t市民協働課\t\t',
  '謎\t人事課\t\t\t',
].join('\n')

describe.skipIf(!CHROMIUM)(inBrowser('組織改正の画面は、誰にでも使えるか'), () => {
  let desk: StaffDesk
  let store: Store
  beforeAll(async () => {
    store = await openTestStore()
    await openTown(store)
    await publishEdition(store, FAMILY, act('jimukyoku'))
    desk = await openStaffDesk(store)
  })
  afterAll(() => desk?.close())

  it('W-01 どの画面のどの状態にも指摘がない（幅1280と360）', { timeout: 480_000 }, async () => {
    const { page, found, look, lookOnce } = await desk.sit('jimukyoku', 1280, 360)
    const save = page.getByRole('button', { name: '案を保存して確かめる' }).first()
    await page.goto(desk.url + staff.reorganisations(AOBA))
    await look('組織改正-一覧')
    await page.goto(desk.url + staff.newReorganisation(AOBA))
    await look('組織改正-新規')
    await page.getByLabel('表（区分・旧・新・部・理由）').fill(PASTE)
    await page.getByRole('button', { name: '貼り付けた行を表に加える' }).click()
    await page.getByRole('status').waitFor()
    await look('組織改正-貼付け')
    await save.click()
    await page.getByRole('alert').waitFor()
    await lookOnce('組織改正-読めない')
    await page.getByLabel('5行目を消す').check()
    await page.getByLabel('題名').fill('春の改正')
    await page.getByLabel('施行日').fill('2025-06-01')
    await save.click()
    await page.getByRole('heading', { name: '現行と改正後' }).waitFor()
    await look('組織改正-確かめ')
    const id = (await store.reading(AOBA, reorganisationsOf)).find(({ title }) => title === '春の改正')?.id ?? ''
    await page.goto(desk.url + staff.reorganisationEdit(AOBA, id))
    await page.getByLabel('1行目の旧').fill('財政課')
    await page.getByLabel('2行目の旧').fill('市民課、戸籍課')
    await save.click()
    await page.getByRole('heading', { name: /^直すところ/ }).waitFor()
    await look('組織改正-直すところ')
    await page.getByRole('link', { name: '内容を直す' }).first().click()
    await look('組織改正-直す')
    await page.getByLabel('1行目の旧').fill('財政課、納税課')
    await page.getByLabel('1行目の新').fill('統合課')
    await page.getByLabel('2行目の旧').fill('市民課')
    await page.getByLabel('2行目の新').fill('甲課、乙課')
    await page.getByLabel('3行目の旧').fill('総務課')
    await page.getByLabel('3行目の新').fill('新課')
    await save.click()
    await page.getByRole('button', { name: 'この内容で適用する' }).click()
    await page.getByRole('status').waitFor()
    await look('組織改正-適用')
    await page.context().close()
    expect(found).toEqual([])
  })
})
