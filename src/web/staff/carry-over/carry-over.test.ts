import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { AOBA, act, ask, cookieOf, openOffice, staffOptions } from '../../../../tests/staff-town.ts'
import { firstHalfOf, halvesTable } from '../../../../town/story/phases.ts'
import { carryOversOf } from '../../../store/carry-over.ts'
import { type Store, storeOn } from '../../../store/database.ts'
import { openMemory } from '../../../store/embedded/open.ts'
import type { PlanFamilyId } from '../../../store/plan-family.ts'
import { loadRecord, saveRecord } from '../../../store/record.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const FAMILY = 'outer' as PlanFamilyId
const { staff } = paths

describe('引継ぎの画面', () => {
  let store: Store
  let app: Hono
  let cookie: string
  let id: string
  let asked = 0

  beforeAll(async () => {
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked += 1
        return node
      },
      transformResult: async ({ result }) => result,
    }
    const engine = await openMemory(new Blob([readFileSync(inject('migrated'))]))
    store = await storeOn({ ...engine, database: engine.database.withPlugin(counting) })
    await openOffice(store)
    await store.writing(act('jimukyoku'), (tx) =>
      saveRecord(tx, FAMILY, { ...firstHalfOf(halvesTable.slice(0, 6)), municipality: { code: AOBA, name: 'あおば市' }, sources: [] }),
    )
    app = staffApp(staffOptions(store))
    cookie = await cookieOf(store, 'jimukyoku')
  })
  afterAll(() => store.close())

  const paper = async () => (await store.reading(AOBA, (db) => carryOversOf(db, FAMILY)))[0]
  const send = (path: string, form: Record<string, string | string[]>) => ask(app, path, { cookie, form })
  const start = { phase: 'first', title: '後期アクションプラン', kind: '', from: '令和7年度', to: '令和9年度' }
  const here = () => staff.carryOver(AOBA, FAMILY, id)
  /** the fields of the page as a browser would send them back */
  const fieldsOf = async (path = here()): Promise<Record<string, string>> => {
    const html = await (await ask(app, path, { cookie })).text()
    const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"')
    const inputs = [...html.matchAll(/<input[^>]*?name="((?:[rnt]\.|version)[^"]*)"[^>]*>/g)].map(([tag, name]) => [
      name,
      plain(/ value="([^"]*)"/.exec(tag)?.[1] ?? ''),
    ])
    const areas = [...html.matchAll(/<textarea[^>]*name="(r\.[^"]*)"[^>]*>([^<]*)<\/textarea>/g)].map(([, name, text]) => [
      name,
      plain((text ?? '').replace(/^\n/, '')),
    ])
    const selects = [...html.matchAll(/<select[^>]*name="([rt]\.[^"]*)".*?<\/select>/gs)].map(([tag, name]) => [
      name,
      /<option value="([^"]*)" selected/.exec(tag)?.[1] ?? '',
    ])
    return Object.fromEntries([...inputs, ...areas, ...selects])
  }

  it('始めると、前の期の取組がすべて未定で並ぶ', async () => {
    const refused = await send(staff.carryOvers(AOBA, FAMILY), { ...start, from: '来年' })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('計画期間（初めの年度と終わりの年度）')])
    const done = await send(staff.carryOvers(AOBA, FAMILY), start)
    id = (await paper())?.id as string
    expect([done.status, done.headers.get('location')]).toEqual([303, here()])
    expect(await (await ask(app, here(), { cookie })).text()).toContain('6件中0件を決めました')
    expect((await send(staff.carryOvers(AOBA, FAMILY), start)).status).toBe(409)
  })

  it('触れていない行は書かれず、決めた行だけが保存される', async () => {
    const fields = await fieldsOf()
    const first = await paper()
    expect((await send(here(), { ...fields, do: 'save' })).headers.get('location')).toContain('done=save-0')
    expect(await paper()).toEqual(first)
    const done = await send(here(), {
      ...fields,
      'r.1.decision': 'continue-afresh',
      'r.1.titles': '評価に基づく事業の改善',
      'r.2.decision': 'end',
      'r.2.reason': '役割を終えた',
      do: 'save:g-1',
    })
    expect(done.headers.get('location')).toContain('done=save-2#g-1')
    const now = await paper()
    expect(now?.rows.slice(0, 3).map(({ decision, word, reason }) => [decision, word, reason])).toEqual([
      ['continue', '継続（新規）', ''],
      ['end', null, '役割を終えた'],
      [null, null, ''],
    ])
    expect(now?.targets[0]?.title).toBe('評価に基づく事業の改善')
  })

  it('二人が同じ行を変えると、後の人は何も失わずに断られ、いまの内容を知る。別の行なら二人とも通る', async () => {
    const [mine, theirs] = [await fieldsOf(), await fieldsOf()]
    await send(here(), { ...mine, 'r.3.decision': 'continue', do: 'save' })
    const other = await send(here(), { ...theirs, 'r.4.decision': 'continue', do: 'save' })
    expect(other.status).toBe(303)
    const refused = await send(here(), {
      ...theirs,
      'r.3.decision': 'end',
      'r.3.reason': '考えを変えた',
      'r.5.titles': '書きかけの名',
      do: 'save',
    })
    const html = await refused.text()
    expect(refused.status).toBe(409)
    for (const text of ['ほかの人が変えた、いまの内容：継続／政策に合わせた組織の見直し', '考えを変えた', '書きかけの名'])
      expect(html).toContain(text)
    expect((await paper())?.rows[2]?.decision).toBe('continue')
    const together = await send(here(), { ...theirs, tick: theirs['r.3.id'] as string, do: 'continue' })
    expect([together.status, (await together.text()).includes('ほかの人が変えた、いまの内容')]).toEqual([409, true])
  })

  it('選んで統合する。名か理由がなければ、入力を残して断る', async () => {
    const fields = await fieldsOf()
    const tick = [fields['r.5.id'] as string, fields['r.6.id'] as string]
    const refused = await send(here(), { ...fields, tick, 'r.4.reason': '書きかけ', do: 'merge' })
    const html = await refused.text()
    expect([refused.status, html.includes('統合後の取組名と理由を書いてください'), html.includes('書きかけ')]).toEqual([422, true, true])
    expect((await send(here(), { ...fields, tick: tick.slice(1), 'bulk.title': 'x', 'bulk.reason': 'x', do: 'merge' })).status).toBe(422)
    await send(here(), { ...fields, tick, 'bulk.title': '一つの窓口', 'bulk.reason': '重なるため', do: 'merge' })
    const now = await paper()
    expect(now?.rows.slice(4).map(({ decision, to, reason }) => [decision, to, reason])).toEqual([
      ['merge', now?.rows[4]?.to, '重なるため'],
      ['merge', now?.rows[4]?.to, '重なるため'],
    ])
  })

  it('新しい取組を加え、取りやめる', async () => {
    await send(here(), { ...(await fieldsOf()), 'n.0.title': '新しい流れ', 'n.0.sections': '企画課、財政課', do: 'save' })
    const added = (await paper())?.targets.at(-1)
    expect([added?.title, added?.sections, added?.added]).toEqual(['新しい流れ', ['企画課', '財政課'], true])
    await send(here(), { ...(await fieldsOf()), off: added?.key as string, do: 'save' })
    expect((await paper())?.targets.some(({ title }) => title === '新しい流れ')).toBe(false)
  })

  it('番号と並びと置き場所を整える。ほかの人が先に変えていれば断る', async () => {
    const arranging = staff.carryOverArranging(AOBA, FAMILY, id)
    const fields = await fieldsOf(arranging)
    expect((await send(arranging, { ...fields, 't.0.number': '1-9', 't.0.position': '９５', do: 'save' })).status).toBe(303)
    const now = await paper()
    expect([now?.targets.find(({ key }) => key === fields['t.0.key'])?.number, now?.targets.at(0)?.key]).toEqual(['1-9', fields['t.1.key']])
    const refused = await send(arranging, { ...fields, 't.1.title': '書きかけの名', do: 'save' })
    expect([refused.status, (await refused.text()).includes('書きかけの名')]).toEqual([409, true])
  })

  it('整理表は頁とブックで出る', async () => {
    const page = await (await ask(app, staff.carryOverTable(AOBA, FAMILY, id), { cookie })).text()
    expect(page).toContain('<svg class="flow"')
    for (const text of ['継続（新規）', '役割を終えた', '一つの窓口']) expect(page).toContain(text)
    const file = await ask(app, staff.carryOverTableFile(AOBA, FAMILY, id), { cookie })
    expect([file.status, file.headers.get('content-type')?.includes('spreadsheetml')]).toEqual([200, true])
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(3000)
  })

  it('直すところがあれば作れず、なければ作り、取り消すと計画は元に戻る', async () => {
    const making = staff.carryOverMaking(AOBA, FAMILY, id)
    const version = async () => String((await paper())?.version)
    const before = await store.reading(AOBA, (db) => loadRecord(db, FAMILY))
    const { 'r.3.reason': _, ...fields } = await fieldsOf()
    await send(here(), { ...fields, 'r.2.reason': '', do: 'save' })
    const refused = await send(making, { version: await version() })
    expect([refused.status, (await refused.text()).includes('を廃止とする理由を書いてください')]).toEqual([409, true])
    await send(here(), { ...(await fieldsOf()), 'r.2.reason': '役割を終えた', do: 'save' })
    expect((await send(making, { version: '1' })).status).toBe(409)
    const done = await send(making, { version: await version() })
    expect([done.status, done.headers.get('location')]).toEqual([303, `${making}?done=applied`])
    const now = await store.reading(AOBA, (db) => loadRecord(db, FAMILY))
    expect(now?.plans.map(({ title, parent }) => [title, parent])).toContainEqual(['後期アクションプラン', 'outer'])
    expect((await send(here(), { do: 'save' })).status).toBe(409)
    expect((await send(staff.carryOverUndoing(AOBA, FAMILY, id), { version: '1' })).status).toBe(409)
    expect((await send(staff.carryOverUndoing(AOBA, FAMILY, id), { version: await version() })).headers.get('location')).toBe(
      `${making}?done=undone`,
    )
    expect(await store.reading(AOBA, (db) => loadRecord(db, FAMILY))).toEqual(before)
  })

  it('R-03 どの頁も保存も、15回までの問い合わせで済む', async () => {
    const pages = [
      here(),
      staff.carryOverArranging(AOBA, FAMILY, id),
      staff.carryOverTable(AOBA, FAMILY, id),
      staff.carryOverMaking(AOBA, FAMILY, id),
      staff.carryOvers(AOBA, FAMILY),
    ]
    for (const path of pages) {
      asked = 0
      expect((await ask(app, path, { cookie })).status).toBe(200)
      expect([path, asked <= 15, asked]).toEqual([path, true, asked])
    }
    const fields = await fieldsOf()
    asked = 0
    expect((await send(here(), { ...fields, 'r.3.reason': '書き足した', do: 'save' })).status).toBe(303)
    expect([asked <= 15, asked]).toEqual([true, asked])
  })

  it('名称と期間を直し、案を捨てる', async () => {
    const version = async () => String((await paper())?.version)
    const settings = { title: '後期計画', kind: '実施計画', from: '2025', to: '2024', version: await version() }
    const refused = await send(staff.carryOverSettings(AOBA, FAMILY, id), settings)
    expect([refused.status, (await refused.text()).includes('value="後期計画"')]).toEqual([422, true])
    const was = await paper()
    // S-02: fields that no form has
    const more = { state: 'applied', rows: '[]', targets: '[]', made: '{}', id: 'x', phase: 'outer' }
    await send(staff.carryOverSettings(AOBA, FAMILY, id), { ...settings, to: '2028', ...more })
    expect(await paper()).toMatchObject({
      ...was,
      title: '後期計画',
      kind: '実施計画',
      period: { to: 2028 },
      version: (was?.version ?? 0) + 1,
    })
    expect((await paper())?.period).toEqual({ from: 2025, to: 2028 })
    // the one who looked at the paper before
    const late = await send(staff.carryOverSettings(AOBA, FAMILY, id), { ...settings, title: '別の名', to: '2029' })
    expect([late.status, (await late.text()).includes('value="別の名"'), (await paper())?.title]).toEqual([409, true, '後期計画'])
    expect((await send(staff.carryOverRemoval(AOBA, FAMILY, id), settings)).status).toBe(409)
    await send(staff.carryOverRemoval(AOBA, FAMILY, id), { version: await version() })
    expect(await paper()).toBeUndefined()
    expect((await ask(app, here(), { cookie })).status).toBe(404)
  })
})
