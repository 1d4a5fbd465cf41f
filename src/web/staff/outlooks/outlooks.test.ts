import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formFields } from '../../../../tests/form-fields.ts'
import { AOBA, act, aStaffPlan, ask, cookieOf, FAMILY, openOffice, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import { anEffect, anId } from '../../../../town/story/builders.ts'
import { r5 } from '../../../../town/story/outlook.ts'
import type { OutlookId } from '../../../reform/fiscal-outlook.ts'
import type { Store } from '../../../store/database.ts'
import { marksOf, outlooksOf } from '../../../store/fiscal-outlook.ts'
import { saveRecord } from '../../../store/record.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const at = paths.staff
const unescaped = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('▲マイナス', '▲')
    .replaceAll('&amp;', '&')

describe('財政見通しを残し、効果額と突き合わせる（画面）', () => {
  let store: Store
  let app: Hono
  let finance: string
  let office: string
  const effects = [
    anEffect({ of: { node: anId('node') }, scope: '1 柱', fiscalYear: 2022, thousandYen: 100 }),
    ...[2023, 2024, 2025].map((fiscalYear) => anEffect({ of: { node: anId('node') }, scope: '1 柱', fiscalYear, thousandYen: 12_000 })),
  ]
  const outlooks = () => store.reading(AOBA, outlooksOf)
  const marks = () => store.reading(AOBA, (db) => marksOf(db, FAMILY))
  const post = (path: string, form: Record<string, string | string[] | File>, cookie = finance) => ask(app, path, { cookie, form })
  const page = async (path: string, cookie = finance): Promise<string> => (await ask(app, path, { cookie })).text()
  const reconciliation = async (): Promise<string> => at.reconciliation(AOBA, FAMILY, (await outlooks())[0]?.id ?? '')

  beforeAll(async () => {
    store = await openTestStore()
    await openOffice(store)
    await store.writing(act('jimukyoku'), (tx) => saveRecord(tx, FAMILY, { ...aStaffPlan(), effects }))
    app = staffApp(staffOptions(store))
    finance = await cookieOf(store, 'zaisei-tanto')
    office = await cookieOf(store, 'jimukyoku')
  })
  afterAll(() => store.close())

  it('文書は、読んだだけでは残らず、推定を確かめないと残らない', async () => {
    const file = new File([readFileSync(new URL(`../../../../town/story/${r5.file}`, import.meta.url))], '見通し.xlsx')
    const grid = await (await post(at.newOutlook(AOBA), { file })).text()
    expect([grid.includes('（推定）'), grid.includes('合わない 0件'), await outlooks()]).toEqual([true, true, []])
    const fields = formFields(grid, at.outlookGrid(AOBA))
    const refused = await post(at.outlookGrid(AOBA), { ...fields, do: 'save' })
    expect([refused.status, unescaped(await refused.text()).includes('推定した行が'), await outlooks()]).toEqual([422, true, []])
    const kept = await post(at.outlookGrid(AOBA), { ...fields, do: 'save', confirmed: 'on' })
    expect(kept.status).toBe(303)
    const [outlook] = await outlooks()
    expect([outlook?.title, outlook?.document?.name, outlook?.lines.length]).toEqual([r5.title, '見通し.xlsx', 29])
    expect(outlook?.lines[0]?.values[0]).toMatchObject({ amountYen: 8_420_000_000, at: '見通し!C6' })
  })

  it('同じ題名と策定の日の見通しは断り、入力したものはなくならない', async () => {
    const [outlook] = await outlooks()
    const fields = formFields(await page(at.outlookEdit(AOBA, outlook?.id ?? '')), at.outlookEdit(AOBA, outlook?.id ?? ''))
    const { basisHash: _, ...again } = fields
    const refused = await post(at.outlookGrid(AOBA), { ...again, do: 'save' })
    const html = await refused.text()
    expect([refused.status, html.includes('もう残っています'), html.includes('value="8,420"')]).toEqual([409, true, true])
  })

  it.each([
    ['期間が列より長い', { to: '令和10年度' }, '期間の年度は6個ですが、どの行の値も5個です'],
    ['同じ行が二つ', { 'lines.4.name': '地方譲与税・各種交付金' }, '行が二つあります'],
    ['単位のない行', { 'lines.0.unit': '' }, '単位が分かりません'],
    ['読めない基準', { 'lines.0.thresholds': 'よくなること' }, '読めません'],
    ['策定の日がない', { madeOn: '' }, '策定の日が読めません'],
  ])('%s は理由を言って断る', async (_, said, words) => {
    const [outlook] = await outlooks()
    const fields = formFields(await page(at.outlookEdit(AOBA, outlook?.id ?? '')), at.outlookEdit(AOBA, outlook?.id ?? ''))
    const answer = await post(at.outlookGrid(AOBA), { ...fields, ...said, title: '別の見通し', do: 'check' })
    const html = unescaped(await answer.text())
    expect([answer.status, html.includes(words)]).toEqual([422, true])
  })

  it('貼り付けた表も、空の表も、同じ表になる', async () => {
    const pasted = await (await post(at.newOutlook(AOBA), { text: '区分（単位：千円）\tR7\tR8\tR9\n市税\t1,000\t算定中\t－' })).text()
    expect(formFields(pasted, at.outlookGrid(AOBA))).toMatchObject({
      'lines.0.name': '市税',
      'lines.0.cells.1': '算定中',
      from: '2025',
      to: '2027',
    })
    const blank = await (await post(at.newOutlook(AOBA), { blank: '1' })).text()
    expect(blank).toContain('value="財政調整基金残高"')
    const bad = await post(at.newOutlook(AOBA), { text: '区分\tR7\tR9\n市税\t1\t2' })
    const html = await bad.text()
    expect([bad.status, html.includes('令和8年度の列を加えて'), html.includes('市税')]).toEqual([422, true, true])
  })

  it('年度の外の額は期間外の案になり、まとめて採れる', async () => {
    const here = await reconciliation()
    const html = await page(here)
    expect([html.includes('期間外とする案（1件）'), html.includes('まだだれも判定していない')]).toEqual([true, true])
    const proposals = here.replace(/$/, 'proposals/')
    const done = await post(proposals, { ...formFields(html, proposals), mark: 'outside-period' })
    expect(done.status).toBe(303)
    expect((await marks()).map(({ mark, amountYen, by }) => [mark, amountYen, by])).toEqual([['outside-period', 100_000, 'zaisei-tanto']])
  })

  const rowOf = (html: string): string => /row=([^#"]+)#mark/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const openRow = async (): Promise<string> => {
    const here = await reconciliation()
    return page(`${here}?estimate=0&row=${rowOf(await page(here))}`)
  }
  const eachForm = (html: string, action: string): Record<string, string> => {
    const second = html.slice(html.indexOf('年度ごとに</h3>') - 400)
    return { ...formFields(html, action), ...formFields(second.slice(second.indexOf('<form')), action) }
  }

  it('織込済は行と財源を、未織込は財源を言わなければ残らず、選んだものはなくならない', async () => {
    const action = `${await reconciliation()}marks/`
    const fields = eachForm(await openRow(), action)
    const answer = await post(action, {
      ...fields,
      do: 'each',
      'each.1.mark': 'in-outlook',
      'each.2.mark': 'not-in-outlook',
      'each.2.note': '覚え',
    })
    const html = unescaped(await answer.text())
    expect([answer.status, html.includes('どの行に含まれているか'), html.includes('一般財源か総額か'), (await marks()).length]).toEqual([
      422,
      true,
      true,
      1,
    ])
  })

  it('判定すると、残る収支差に一般財源の未織込だけが入る', async () => {
    const here = await reconciliation()
    const action = `${here}marks/`
    const fields = eachForm(await openRow(), action)
    const said = {
      ...{ 'each.1.mark': 'in-outlook', 'each.1.line': 'expenditure/物件費', 'each.1.fund': 'general' },
      ...{ 'each.2.mark': 'not-in-outlook', 'each.2.fund': 'general', 'each.3.mark': 'not-in-outlook', 'each.3.fund': 'total' },
    }
    expect((await post(action, { ...fields, do: 'each', ...said })).status).toBe(303)
    const html = unescaped(await page(here))
    expect([html.includes('▲678,000'), html.includes('「物件費」に含む'), html.includes('総額。残る収支差に入れない')]).toEqual([
      true,
      true,
      true,
    ])
  })

  it('二人が同じ行を開いたときは、後の人の判定を書かずに、いまの判定を見せる', async () => {
    const here = await reconciliation()
    const action = `${here}marks/`
    const html = await openRow()
    const [mine, theirs] = [eachForm(html, action), eachForm(html, action)]
    expect((await post(action, { ...theirs, do: 'each', 'each.2.mark': 'unmarked' }, office)).status).toBe(303)
    const answer = await post(action, { ...mine, do: 'each', 'each.2.note': '私の備考' })
    const text = await answer.text()
    expect([answer.status, text.includes('ほかの人が判定したか'), text.includes('私の備考')]).toEqual([409, true, true])
    expect((await marks()).find(({ effect }) => effect.includes('2024'))).toBeUndefined()
  })

  it('効果額が変わった判定は並び、今の額に改められる。なくなった額の判定はどこにも数えない', async () => {
    const here = await reconciliation()
    const changed = effects.slice(0, 3).map((effect) => (effect.fiscalYear === 2023 ? { ...effect, amountYen: 15_000_000 } : effect))
    await store.writing(act('jimukyoku'), (tx) => saveRecord(tx, FAMILY, { ...aStaffPlan(), effects: changed }))
    const html = await page(here)
    const text = unescaped(html)
    expect([text.includes('額が変わった'), text.includes('判定したときは'), text.includes('効果額のなくなった判定')]).toEqual([
      true,
      true,
      true,
    ])
    const action = `${here}changes/`
    const [first, second] = html
      .split(`action="${action}"`)
      .slice(1)
      .map((rest) => formFields(`<form action="${action}"${rest}`, action))
    expect((await post(action, { ...first, what: 'amounts' })).status).toBe(303)
    expect((await marks()).find(({ effect }) => effect.includes('2023'))?.amountYen).toBe(15_000_000)
    expect((await post(action, { ...second, what: 'vanished' })).status).toBe(303)
    expect((await marks()).some(({ effect }) => effect.includes('2025'))).toBe(false)
  })

  it('判定のある見通しは取り消せず、なければ取り消せる', async () => {
    const id = (await outlooks())[0]?.id as OutlookId
    const removal = at.outlookRemoval(AOBA, id)
    const seen = formFields(await page(at.outlook(AOBA, id)), removal)
    expect((await post(removal, { basis: 'before' })).status).toBe(409)
    const refused = await post(removal, seen)
    expect([refused.status, unescaped(await refused.text()).includes('判定が2件あるため')]).toEqual([409, true])
    const action = `${await reconciliation()}marks/`
    const fields = eachForm(await openRow(), action)
    await post(action, { ...fields, do: 'row', 'row.mark': 'unmarked' })
    expect((await post(removal, seen)).status).toBe(303)
    expect(await outlooks()).toEqual([])
  })

  it('報告者は見られるが、残すことも判定することもできない', async () => {
    const reporter = await cookieOf(store, 'zaisei')
    expect((await ask(app, at.outlooks(AOBA), { cookie: reporter })).status).toBe(200)
    expect((await ask(app, at.newOutlook(AOBA), { cookie: reporter })).status).toBe(403)
    expect((await post(`${at.reconciliation(AOBA, FAMILY, 'x')}marks/`, {}, reporter)).status).toBe(403)
  })
})
