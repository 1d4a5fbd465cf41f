import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formFields } from '../../../../tests/form-fields.ts'
import { AOBA, act, ask, cookieOf, FAMILY, openTown, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import { anEffect, anId } from '../../../../town/story/builders.ts'
import type { Effect } from '../../../reform/record.ts'
import type { Store } from '../../../store/database.ts'
import { loadRecord, saveRecord } from '../../../store/record.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const { staff } = paths
const PLAN = '計画策定時'
const board = staff.effects(AOBA, FAMILY)
const estimate = staff.estimate(AOBA, FAMILY)
const fresh = staff.newEstimate(AOBA, FAMILY)
const paste = staff.effectPaste(AOBA, FAMILY)
const application = staff.effectPasteApplication(AOBA, FAMILY)

let store: Store
let app: ReturnType<typeof staffApp>
let office: string
let reporter: string
beforeAll(async () => {
  store = await openTestStore()
  await openTown(store)
  app = staffApp(staffOptions(store))
  office = await cookieOf(store, 'jimukyoku')
  reporter = await cookieOf(store, 'zaisei')
})
afterAll(() => store?.close())

const record = async () => {
  const found = await store.reading(AOBA, (db) => loadRecord(db, FAMILY))
  if (!found) throw new Error('計画がありません')
  return found
}
const page = async (path: string, cookie = office) => (await ask(app, path, { cookie })).text()
const send = (path: string, form: Record<string, string>) => ask(app, path, { cookie: office, form })
const amounts = async (name: string) =>
  (await record()).effects.filter((e) => e.estimate === name).map((e) => [e.scope, e.fiscalYear, e.status, e.amountYen ?? e.quantity])

const TABLE = [
  '項目\t歳入・歳出\t単位\t令和6年度（見込み）\t令和7年度（見込み）\t合計',
  '1 伝わる・届く行政サービスへの転換\t歳出\t\t1,200\t▲300\t900',
  '使用料の見直し\t歳入\t\t450\t－\t450',
  '文書の電子化\t\t時間\t120.5\t240\t',
  '見たことのない取組\t\t\t1\t\t',
  '合計\t\t\t1,650\t▲300\t1,350',
].join('\n')

describe('効果額の画面', () => {
  it('額がないうちは、何から始めるかを言う', async () => {
    expect(await page(board)).toContain('新しい見積りを始める')
    expect(await page(board, reporter)).toContain('行革担当課が書く')
  })

  it('貼り付けた表は、どの行も確かめてから反映し、行き先の分からない行は断ってから除く', async () => {
    const shown = await (await send(paste, { estimate: PLAN, unit: '千円', status: '見込み', text: TABLE })).text()
    expect(shown).toContain('5行のうち、新しい行3、変更0、変更なし0、合計・内数（読みません）1、確かめが必要1')
    expect(shown).toContain('柱・取組が見つからない')
    expect(await amounts(PLAN)).toEqual([])
    const form = formFields(shown, application)
    const refused = await send(application, form)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('除いてよいことを確かめ')
    expect((await send(application, { ...form, withoutUnclear: 'on' })).status).toBe(303)
    expect(await amounts(PLAN)).toEqual([
      ['1 伝わる・届く行政サービスへの転換', 2024, '見込み', 1_200_000],
      ['1 伝わる・届く行政サービスへの転換', 2025, '見込み', -300_000],
      ['使用料の見直し', 2024, '見込み', 450_000],
      ['使用料の見直し', 2025, '見込み', null],
      ['文書の電子化', 2024, '見込み', '120.5'],
      ['文書の電子化', 2025, '見込み', '240'],
    ])
    expect((await record()).effects[0]).toMatchObject({ of: { node: 'node' }, side: '歳出', unit: '千円', raw: '1,200' })
  })

  it('同じ表をもう一度貼っても、変わるものはない', async () => {
    const shown = await (await send(paste, { estimate: PLAN, unit: '千円', status: '見込み', text: TABLE })).text()
    expect(shown).toContain('変更なし3')
    expect(shown).not.toContain('か所の額を')
  })

  it.each([
    { title: '年度の見出しがない', text: '項目\t額\n基金\t1', says: '年度の見出しが見つかりません' },
    { title: '名の列がない', text: '令和6年度\n1', says: '名の列が見つかりません' },
    { title: '同じ年度が二度', text: '項目\tR6\t令和6年度\n基金\t1\t2', says: '列が二つあります' },
    { title: '表がない', text: ' ', says: '表がありません' },
  ])('読めない表は理由を言う：$title', async ({ text, says }) => {
    const refused = await send(paste, { estimate: PLAN, unit: '千円', status: '', text })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(says)
  })

  it('積上げには、円と時間が別々に出る', async () => {
    const yen = await page(board)
    expect(yen).toContain('金額の積上げ（単位：千円）')
    expect(yen).toContain('数でない：')
    const hours = await page(`${board}?measure=${encodeURIComponent('unit:時間')}`)
    expect(hours).toContain('時間の積上げ（単位：時間）')
    expect(hours).toContain('360.5')
    expect(hours).not.toContain('1,200')
  })

  it('絞り込みと、選んだ見積りとの比較', async () => {
    const html = await page(`${board}?side=${encodeURIComponent('歳出')}`)
    expect(html).toContain('900')
    expect(await page(`${board}?side=x&estimate=y&measure=z`)).toContain('金額の積上げ')
  })
})

describe('見積りの表', () => {
  const open = `${estimate}?estimate=${encodeURIComponent(PLAN)}`

  it('直したところだけが変わり、ほかの額はそのまま残る', async () => {
    const form = formFields(await page(open), estimate)
    const cell = Object.entries(form).find(([, value]) => value === '450')?.[0] as string
    expect((await send(estimate, { ...form, [cell]: '480' })).status).toBe(303)
    const changed = (await amounts(PLAN)).filter(([scope]) => scope === '使用料の見直し')
    expect(changed.map((one) => one[3])).toEqual([480_000, null])
  })

  it('何も変えずに保存すると、そう言う', async () => {
    const refused = await send(estimate, formFields(await page(open), estimate))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('保存する変更がありません')
  })

  it('二人目の保存は断られ、打ったものと今の違いが出る。もう一度保存すると入る', async () => {
    const form = formFields(await page(open), estimate)
    const cell = Object.entries(form).find(([, value]) => value === '480')?.[0] as string
    expect((await send(estimate, { ...form, [cell]: '500' })).status).toBe(303)
    const refused = await send(estimate, { ...form, [cell]: '510' })
    expect(refused.status).toBe(409)
    const html = await refused.text()
    expect(html).toContain('ほかの人がこの見積りを直しました')
    expect(html).toContain('使用料の見直し')
    expect(await amounts(PLAN)).toContainEqual(['使用料の見直し', 2024, '見込み', 500_000])
    expect((await send(estimate, formFields(html, estimate))).status).toBe(303)
    expect(await amounts(PLAN)).toContainEqual(['使用料の見直し', 2024, '見込み', 510_000])
  })

  it('年度として読めない列は、どこかを言って断る。打ったものは残る', async () => {
    const form = formFields(await page(open), estimate)
    const refused = await send(estimate, { ...form, 'columns.0.year': '来年' })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('年度として読めません')
    expect(html).toContain('value="来年"')
  })

  it('行を消し、年度を増やす', async () => {
    const form = formFields(await page(open), estimate)
    const row = /^rows\.(\d+)\./.exec(Object.entries(form).find(([, value]) => value === '文書の電子化')?.[0] ?? '')?.[1]
    const saved = await send(estimate, {
      ...form,
      [`rows.${row}.off`]: 'on',
      'columns.2.year': 'R8',
      'columns.2.status': '見込み',
      'rows.0.cells.2': '77',
    })
    expect(saved.status).toBe(303)
    const now = await amounts(PLAN)
    expect(now.some(([scope]) => scope === '文書の電子化')).toBe(false)
    expect(now).toContainEqual(['1 伝わる・届く行政サービスへの転換', 2026, '見込み', 77_000])
  })
})

describe('新しい見積り', () => {
  const asked = `${fresh}?estimate=${encodeURIComponent('令和7年度見直し')}&from=${encodeURIComponent(PLAN)}&through=R6`

  it('前の見積りを写し、終わった年度を実績に、報告された額があればその額にする', async () => {
    const reported: Effect = anEffect({
      estimate: '実績報告',
      of: { initiative: anId('initiative-2') },
      scope: '使用料の見直し',
      thousandYen: 505,
      status: '実績',
    })
    const before = await record()
    await store.writing(act('jimukyoku'), (tx) => saveRecord(tx, FAMILY, { ...before, effects: [...before.effects, reported] }))
    const html = await page(asked)
    expect(html).toContain('各課の報告から取り入れた実績')
    expect((await send(fresh, formFields(html, fresh))).status).toBe(303)
    const now = await amounts('令和7年度見直し')
    expect(now).toContainEqual(['使用料の見直し', 2024, '実績', 505_000])
    expect(now).toContainEqual(['1 伝わる・届く行政サービスへの転換', 2025, '見込み', -300_000])
    expect(await amounts(PLAN)).toContainEqual(['使用料の見直し', 2024, '見込み', 510_000])
    expect(await page(`${board}?against=${encodeURIComponent(PLAN)}`)).toContain('見積りの比較')
  })

  it.each([
    { title: 'ある名', query: `estimate=${encodeURIComponent(PLAN)}`, says: 'すでにあります' },
    { title: '名がない', query: 'estimate=&from=x', says: '見積時点の名' },
    { title: '読めない年度', query: `estimate=${encodeURIComponent('新')}&through=x`, says: '最後の年度が読めません' },
  ])('始められないときは理由を言う：$title', async ({ query, says }) => {
    const refused = await ask(app, `${fresh}?${query}`, { cookie: office })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(says)
  })

  it('先に同じ名で保存されていれば断る', async () => {
    const html = await page(`${fresh}?estimate=${encodeURIComponent('別の名')}&from=${encodeURIComponent(PLAN)}`)
    const refused = await send(fresh, { ...formFields(html, fresh), estimate: PLAN })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('すでにあります')
  })
})

describe('柱と計画全体の額', () => {
  it.each([
    ['柱', 'node', { node: 'node' }],
    ['計画全体', 'plan', null],
  ])('%s の額を書く', async (_, id, of) => {
    const path = staff.effectsOf(AOBA, FAMILY, id)
    const form = formFields(await page(path), path)
    const nth = Object.keys(form).filter((key) => key.endsWith('.scope')).length - 1
    const row = { scope: `${id}の効果`, estimate: '個別', year: '令和8年度', raw: '12', unit: '人', side: '', basis: '', status: '計画' }
    const typed = Object.fromEntries(Object.entries(row).map(([key, value]) => [`effects.${nth}.${key}`, value]))
    expect((await send(path, { ...form, ...typed })).status).toBe(303)
    const saved = (await record()).effects.find(({ scope }) => scope === `${id}の効果`)
    expect(saved).toMatchObject({ of, quantity: '12', unit: '人', fiscalYear: 2026, estimate: '個別' })
  })
})
