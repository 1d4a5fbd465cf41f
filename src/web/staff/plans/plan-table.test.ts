import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formFields } from '../../../../tests/form-fields.ts'
import { AOBA, act, ask, cookieOf, FAMILY, openTown, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import type { Store } from '../../../store/database.ts'
import { planChangesOf } from '../../../store/plan-change.ts'
import { loadRecord } from '../../../store/record.ts'
import { publishEdition } from '../../../workflows/publish-edition.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const { staff } = paths
let store: Store
let app: ReturnType<typeof staffApp>
let office: string
let reporter: string
beforeAll(async () => {
  store = await openTestStore()
  await openTown(store)
  // what has been published once is changed with a reason
  await publishEdition(store, FAMILY, act('jimukyoku'))
  app = staffApp(staffOptions(store))
  office = await cookieOf(store, 'jimukyoku')
  reporter = await cookieOf(store, 'zaisei')
})
afterAll(() => store?.close())

const page = async (path: string) => (await ask(app, path, { cookie: office })).text()
const send = (path: string, form: Record<string, string>) => ask(app, path, { cookie: office, form })
const record = async () => {
  const found = await store.reading(AOBA, (db) => loadRecord(db, FAMILY))
  if (!found) throw new Error('計画がありません')
  return found
}

describe('一覧表', () => {
  const table = staff.planTable(AOBA, FAMILY)
  const application = staff.planTableApplication(AOBA, FAMILY)
  const copied = async () => /<textarea id="copy"[^>]*>(.*?)<\/textarea>/s.exec(await page(`${table}?copy=1`))?.[1] ?? ''
  const plain = (text: string) => text.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

  it('写した文字をそのまま貼っても、変わるものはない', async () => {
    const html = await (await send(table, { text: plain(await copied()) })).text()
    expect(html).toContain('どの行も、計画と同じです')
  })

  it('貼付けは、行ごとに確かめてから、まとめて反映する。読めない列は、断ってから除く', async () => {
    const text =
      '取組番号\t取組名\t柱・区分\t所管課\t指標名\t単位\t令和8年度目標\t備考\n2-1\t広告収入の拡大\t1 伝わる・届く行政サービスへの転換\t財政課\t広告収入\t千円\t1,200以上\tメモ'
    const shown = await (await send(table, { text })).text()
    expect(shown).toContain('新しい取組1行')
    expect(shown).toContain('読めない列（備考）')
    expect((await record()).initiatives.some(({ title }) => title === '広告収入の拡大')).toBe(false)
    const form = formFields(shown, application)
    const refused = await send(application, form)
    expect(refused.status).toBe(422)
    expect((await send(application, { ...form, withoutUnknown: 'on' })).status).toBe(303)
    const now = await record()
    const it = now.initiatives.find(({ title }) => title === '広告収入の拡大')
    expect(it).toMatchObject({ number: '2-1', node: 'node', plan: 'plan', sections: [{ name: '財政課' }] })
    expect(now.indicators.at(-1)).toMatchObject({ name: '広告収入', unit: '千円', of: { initiative: it?.id } })
  })

  it('R-04 確かめた後に計画が変わったときは、反映せず、新しい結果を見せる', async () => {
    const shown = await (await send(table, { text: '識別番号\t所管課\ninitiative-3\t市民課、総務課' })).text()
    const form = formFields(shown, application)
    const sections = staff.initiativeEdit(AOBA, FAMILY, 'initiative-3', 'sections')
    const own = formFields(await page(`${staff.initiative(AOBA, FAMILY, 'initiative-3')}?edit=sections`), sections)
    await send(sections, { ...own, 'sections.0.name': '会計課', reason: '組織改正' })
    const late = await send(application, { ...form, reason: '貼付け' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('会計課 → 市民課、総務課')
  })

  it('公表した取組の所管課を変える貼付けには、理由を求める', async () => {
    const shown = await (await send(table, { text: '識別番号\t所管課\ninitiative-4\t総務課' })).text()
    const form = formFields(shown, application)
    const asked = await send(application, form)
    expect(asked.status).toBe(422)
    const back = formFields(await asked.text(), application)
    expect((await send(application, { ...back, reason: '令和7年度の組織改正' })).status).toBe(303)
    expect((await store.reading(AOBA, (db) => planChangesOf(db, FAMILY))).at(-1)?.initiative).toBeDefined()
  })

  it('Excel と CSV で受け取れる', async () => {
    const file = staff.planTableFile(AOBA, FAMILY)
    const csv = await ask(app, `${file}?format=csv`, { cookie: reporter })
    expect(csv.headers.get('content-disposition')).toContain('filename*=UTF-8')
    expect(await csv.text()).toContain('識別番号,取組番号,取組名')
    const xlsx = new Uint8Array(await (await ask(app, file, { cookie: reporter })).arrayBuffer())
    expect([...xlsx.slice(0, 2)]).toEqual([0x50, 0x4b])
  })
})
