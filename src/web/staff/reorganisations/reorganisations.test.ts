import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, act, ask, cookieOf, FAMILY, NOW, openTown, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import { auditOf } from '../../../store/audit.ts'
import type { Store } from '../../../store/database.ts'
import { planChangesOf } from '../../../store/plan-change.ts'
import { loadRecord } from '../../../store/record.ts'
import { reorganisationsOf } from '../../../store/reorganisation.ts'
import { itemsOfOpenRounds } from '../../../store/round-item.ts'
import { sectionsOf } from '../../../store/section.ts'
import { publishEdition } from '../../../workflows/publish-edition.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const at = paths.staff
const PASTE = [
  '区分\t旧\t新\t部\t理由',
  '統合\t納税課、財政課\t税財政課\t財務部\t一体で担う',
  '分割\t市民課\t窓口課、戸籍課\t\t',
  '謎\t総務課\t\t\t',
].join('\n')
const ROWS = (rows: string[][]): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap(([kind = '', from = '', to = '', parent = ''], nth) => [
      [`changes.${nth}.kind`, kind],
      [`changes.${nth}.from`, from],
      [`changes.${nth}.to`, to],
      [`changes.${nth}.parent`, parent],
    ]),
  )

describe('組織改正の画面', () => {
  let store: Store
  let app: Hono
  let cookie: string
  beforeAll(async () => {
    store = await openTestStore()
    await openTown(store)
    await publishEdition(store, FAMILY, act('jimukyoku'))
    app = staffApp(staffOptions(store))
    cookie = await cookieOf(store, 'jimukyoku')
  })
  afterAll(() => store.close())
  const get = async (path: string) => (await ask(app, path, { cookie })).text()
  const post = (path: string, form: Record<string, string>) => ask(app, path, { cookie, form })
  const made = async () => {
    const [one] = await store.reading(AOBA, reorganisationsOf)
    if (!one) throw new Error('案がありません')
    return one
  }
  const hidden = (text: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''

  it('多すぎる行の表は、一部だけ取り込まずに、そう言う', async () => {
    const pasted = Array.from({ length: 130 }, (_, nth) => `改称\t課${nth}\t新課${nth}`).join('\n')
    const html = await (await post(at.newReorganisation(AOBA), { press: 'paste', title: '春の改正', pasted })).text()
    expect([html.includes('130行になります'), html.includes('新課129'), html.includes('name="changes.5.to"')]).toEqual([true, true, false])
  })
  it('貼り付けた表は、読めない行も含めてすべて示され、まだ保存されない', async () => {
    const answer = await post(at.newReorganisation(AOBA), { press: 'paste', title: '春の改正', pasted: PASTE })
    const text = await answer.text()
    for (const said of ['3行を読み取り', 'うち1行は区分を読み取れません', '区分「謎」は', 'value="納税課、財政課"', 'value="春の改正"'])
      expect(text).toContain(said)
    expect(await store.reading(AOBA, reorganisationsOf)).toEqual([])
  })

  it('日付や区分が読めない様式は、理由と、入力したすべてとともに戻る', async () => {
    const answer = await post(at.newReorganisation(AOBA), { press: 'save', title: '春', effective: '来春', ...ROWS([['', '甲', '乙']]) })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    for (const said of ['施行日「来春」は日付として読めません', '1行目：区分を選んでください', 'value="甲"', 'value="来春"'])
      expect(text).toContain(said)
  })

  it('誤りのある案も保存され、直すところがすべて示され、適用できない', async () => {
    const rows = ROWS([
      ['統合', '納税課', '税財政課'],
      ['改称', '市民課', '総務課'],
      ['廃止', '会計課', ''],
    ])
    const answer = await post(at.newReorganisation(AOBA), { press: 'save', title: '春の改正', effective: '令和7年4月21日', ...rows })
    expect(answer.status).toBe(303)
    const it = await made()
    const text = await get(at.reorganisation(AOBA, it.id))
    for (const said of [
      '直すところ（3か所）',
      '統合なのに、「旧」が1課',
      '「総務課」は、施行日の前日',
      '「会計課」の業務を引き継ぐ課が書かれていません',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('この内容で適用する')
    const forced = await post(at.reorganisationApplication(AOBA, it.id), { basis: 'x' })
    expect(forced.status).toBe(409)
  })

  it('二人目の保存は断られ、今の案と入力した内容の両方が見える', async () => {
    const it = await made()
    const rows = ROWS([
      ['統合', '納税課、財政課', '税財政課', '財務部'],
      ['分割', '市民課', '窓口課、戸籍課'],
    ])
    const said = { press: 'save', title: '春の改正', effective: '2025-04-21', version: String(it.version) }
    expect((await post(at.reorganisationEdit(AOBA, it.id), { ...said, ...rows })).status).toBe(303)
    const second = await post(at.reorganisationEdit(AOBA, it.id), { ...said, ...ROWS([['改称', '総務課', '庶務課']]) })
    const text = await second.text()
    expect(second.status).toBe(409)
    for (const one of ['ほかの人がこの組織改正を直しました', '今の案：春の改正', '税財政課', 'value="庶務課"']) expect(text).toContain(one)
  })

  it('影響を受ける取組・報告・票・照会・職員を、件数と一覧で示し、後継を選べる', async () => {
    const it = await made()
    const text = await get(at.reorganisation(AOBA, it.id))
    for (const said of ['影響を受ける取組（4件）', '照会の票（4件）', '照会（1件）', '職員の役割（7件）', '後継を選んでいないもの1件'])
      expect(text).toContain(said)
    const name = JSON.stringify([FAMILY, 'initiative-3', '市民課'])
    const chosen = await post(at.reorganisationChoices(AOBA, it.id), { version: String(it.version), [name]: '窓口課' })
    expect(chosen.status).toBe(303)
    expect((await made()).choices).toEqual([{ family: FAMILY, initiative: 'initiative-3', from: '市民課', to: ['窓口課'] }])
  })

  it('見たとおりにだけ適用され、課・計画・照会が一度に改まり、前の値と記録が残る', async () => {
    const it = await made()
    const stale = await post(at.reorganisationApplication(AOBA, it.id), { basis: 'f'.repeat(64) })
    expect([stale.status, (await stale.text()).includes('確かめた後に')]).toEqual([409, true])
    const basis = hidden(await get(at.reorganisation(AOBA, it.id)), 'basis')
    expect((await post(at.reorganisationApplication(AOBA, it.id), { basis })).status).toBe(303)
    const { sections, record, items, changes, log } = await store.reading(AOBA, async (db) => ({
      sections: await sectionsOf(db),
      record: await loadRecord(db, FAMILY),
      items: await itemsOfOpenRounds(db),
      changes: await planChangesOf(db, FAMILY),
      log: await auditOf(db, { table: 'section' }),
    }))
    expect(
      sections.filter(({ from, to }) => from === '2025-04-21' || to === '2025-04-21').map(({ name, successors }) => [name, ...successors]),
    ).toEqual(
      expect.arrayContaining([
        ['納税課', '税財政課'],
        ['財政課', '税財政課'],
        ['市民課', '窓口課', '戸籍課'],
        ['税財政課'],
        ['窓口課'],
        ['戸籍課'],
      ]),
    )
    expect(record?.initiatives.map((one) => one.sections.map(({ name }) => name).join())).toEqual([
      '税財政課',
      '税財政課',
      '窓口課',
      '行政改革課',
      '税財政課',
      '総務課',
    ])
    expect(record?.initiatives[0]?.reports[0]?.section).toBe('財政課')
    expect(items.map(({ section }) => section)).toEqual(['税財政課', '税財政課', '窓口課', '行政経営課', '税財政課', '総務課'])
    expect(changes.map(({ kind, state, before, after, reason }) => [kind, state, before, after, reason])).toContainEqual([
      'section',
      'decided',
      '市民課',
      '窓口課',
      '組織改正（春の改正、令和7年4月21日施行）による所管の変更',
    ])
    expect(log[0]).toMatchObject({ by: 'jimukyoku', why: '組織改正の適用' })
    expect(await get(at.reorganisation(AOBA, it.id))).toContain('適用済み')
    expect((await ask(app, at.reorganisationWorkbook(AOBA, it.id), { cookie })).headers.get('content-type')).toContain('spreadsheetml')
    expect((await post(at.reorganisationRemoval(AOBA, it.id), { version: '9' })).status).toBe(409)
  })

  it('先の日付の改正は、課だけを先に登録し、その日が来てから所管を移す', async () => {
    const said = { press: 'save', title: '秋の改正', effective: '2025-10-01', ...ROWS([['改称', '総務課', '庶務課']]) }
    expect((await post(at.newReorganisation(AOBA), said)).status).toBe(303)
    const it = (await store.reading(AOBA, reorganisationsOf)).find(({ title }) => title === '秋の改正')
    if (!it) throw new Error('案がありません')
    const page = at.reorganisation(AOBA, it.id)
    expect((await post(at.reorganisationApplication(AOBA, it.id), { basis: hidden(await get(page), 'basis') })).status).toBe(303)
    expect(await get(page)).toContain('施行日を待っています')
    expect((await post(at.reorganisationHandover(AOBA, it.id), { version: '2' })).status).toBe(409)
    const ownerNow = async () => (await store.reading(AOBA, (db) => loadRecord(db, FAMILY)))?.initiatives[5]?.sections[0]?.name
    expect(await ownerNow()).toBe('総務課')
    const later = new Date('2025-10-01T09:00:00+09:00')
    const autumn = staffApp({ ...staffOptions(store), now: () => later })
    const then = await cookieOf(store, 'jimukyoku', AOBA, later)
    expect(await (await ask(autumn, page, { cookie: then })).text()).toContain('所管を移す')
    expect((await ask(autumn, at.reorganisationHandover(AOBA, it.id), { cookie: then, form: { version: '2' } })).status).toBe(303)
    expect(await ownerNow()).toBe('庶務課')
    expect(NOW < later).toBe(true)
  })

  it('選ばなかった取組と票は「所管が決まっていない取組」に出て、照会の一覧で後継から決めると消える', async () => {
    const said = { press: 'save', title: '分割', effective: '2025-05-01', ...ROWS([['分割', '戸籍課', '戸籍第一課、戸籍第二課']]) }
    const [item] = (await store.reading(AOBA, itemsOfOpenRounds)).filter(({ section }) => section === '窓口課')
    if (!item) throw new Error('票がありません')
    const later = new Date('2025-05-01T09:00:00+09:00')
    const may = staffApp({ ...staffOptions(store), now: () => later })
    const then = await cookieOf(store, 'jimukyoku', AOBA, later)
    const get = async (path: string) => (await ask(may, path, { cookie: then })).text()
    const post = (path: string, form: Record<string, string>) => ask(may, path, { cookie: then, form })
    // the item comes into the hands of the section that is about to be divided
    expect((await post(at.roundOwner(AOBA, item.round, item.id), { section: '戸籍課' })).status).toBe(303)
    expect((await post(at.newReorganisation(AOBA), said)).status).toBe(303)
    const it = (await store.reading(AOBA, reorganisationsOf)).find(({ title }) => title === '分割')
    if (!it) throw new Error('案がありません')
    const page = at.reorganisation(AOBA, it.id)
    expect((await post(at.reorganisationApplication(AOBA, it.id), { basis: hidden(await get(page), 'basis') })).status).toBe(303)
    const text = await get(page)
    expect(text).toContain('所管が決まっていない取組（1件）')
    expect(text).toContain(at.roundOwner(AOBA, item.round, item.id))
    const board = await get(at.round(AOBA, item.round))
    expect(board).toContain('所管が決まっていない（課が分かれた）　1件')
    const list = `${at.roundItems(AOBA, item.round)}?list=divided`
    expect([...(await get(list)).matchAll(/<option value="(戸籍[^"]*)"/g)].map(([, name]) => name)).toContain('戸籍第二課')
    const chosen = await post(at.roundOwner(AOBA, item.round, item.id), { section: '戸籍第二課', list: 'divided' })
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, `${list}&done=owner`])
    expect(await get(page)).not.toContain('所管が決まっていない取組')
    expect(await get(list)).toContain('該当する報告はありません')
  })
})
