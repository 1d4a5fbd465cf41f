import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formFields } from '../../../../tests/form-fields.ts'
import { AOBA, act, ask, cookieOf, FAMILY, openTown, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import type { Store } from '../../../store/database.ts'
import { latestEdition } from '../../../store/edition.ts'
import { planChangesOf } from '../../../store/plan-change.ts'
import { loadRecord } from '../../../store/record.ts'
import { publishEdition } from '../../../workflows/publish-edition.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

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

const { staff } = paths
const page = async (path: string, cookie = office) => (await ask(app, path, { cookie })).text()
const send = (path: string, form: Record<string, string>, cookie = office) => ask(app, path, { cookie, form })
const record = async () => {
  const found = await store.reading(AOBA, (db) => loadRecord(db, FAMILY))
  if (!found) throw new Error('計画がありません')
  return found
}
const here = staff.initiative(AOBA, FAMILY, 'initiative-1')
const formOf = async (section: string, thing = '') => {
  const asked = await page(`${here}?edit=${section}&thing=${thing}`)
  return formFields(asked, staff.initiativeEdit(AOBA, FAMILY, 'initiative-1', section))
}
const sendForm = (section: string, form: Record<string, string>) => send(staff.initiativeEdit(AOBA, FAMILY, 'initiative-1', section), form)

describe('計画の一覧と構成', () => {
  it('誰でも読めて、直す入口は事務局だけに見える', async () => {
    expect(await page(staff.plans(AOBA), reporter)).toContain('あおば市行財政改革推進プラン')
    expect(await page(staff.plans(AOBA), reporter)).not.toContain('新しい計画')
    const tree = await page(staff.plan(AOBA, FAMILY))
    expect(tree).toContain('1-1 基金の積立て')
    expect(tree).toContain('柱・区分を加える')
    expect(await page(staff.plan(AOBA, FAMILY), reporter)).not.toContain('柱・区分を加える')
    expect((await send(staff.newPlan(AOBA), { title: '計画' }, reporter)).status).toBe(403)
  })

  it('柱・区分を、計画の階層の名で、深いところにも加え、移し、消せる', async () => {
    const made = await send(staff.newNode(AOBA, FAMILY), { title: '窓口の改革', number: '1-1', under: 'node', level: '', text: '' })
    expect(made.status).toBe(303)
    const node = (await record()).nodes.at(-1)
    expect(node).toMatchObject({ title: '窓口の改革', level: '推進項目', parent: 'node', plan: 'plan' })
    const path = staff.node(AOBA, FAMILY, node?.id ?? '')
    const form = formFields(await page(path), path)
    expect((await send(path, { ...form, under: 'plan:plan' })).status).toBe(303)
    expect((await record()).nodes.at(-1)?.parent).toBe(null)
    const removal = staff.planRemoval(AOBA, FAMILY, node?.id ?? '')
    expect((await send(removal, { reason: '' })).status).toBe(422)
    expect((await send(removal, { reason: '一つにまとめるため' })).status).toBe(303)
    expect((await record()).nodes).toHaveLength(1)
  })

  it('下に取組のある柱は、理由を書いても消えない', async () => {
    const answer = await send(staff.planRemoval(AOBA, FAMILY, 'node'), { reason: '要らない' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('取組6件があります')
  })

  it('照会している取組、報告のある取組は消えない', async () => {
    const answer = await send(staff.planRemoval(AOBA, FAMILY, 'initiative-1'), { reason: '要らない' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('報告')
  })

  it('並べ替えは、隣と入れ替わる', async () => {
    await send(staff.planOrder(AOBA, FAMILY), { move: 'down:initiative-1' })
    expect((await record()).initiatives.map(({ number }) => number).slice(0, 3)).toEqual(['1-2', '1-1', '1-3'])
    await send(staff.planOrder(AOBA, FAMILY), { move: 'up:initiative-1' })
  })
})

describe('取組の頁', () => {
  it('どの区切りの様式も、何も変えずに送れば、何も変わらない', async () => {
    const before = await record()
    for (const section of ['basics', 'sections', 'marks', 'published', 'effects'])
      expect((await sendForm(section, await formOf(section))).status, section).toBe(303)
    expect((await sendForm('indicator', await formOf('indicator', 'indicator-1'))).status).toBe(303)
    expect(await record()).toEqual(before)
  })

  it('指標の目標を書くと、印刷された文字と数の両方が残る', async () => {
    const form = await formOf('indicator', 'indicator-1')
    const free = Object.keys(form).find((name) => /^targets\.\d+\.year$/.test(name) && form[name] === '令和8年度') as string
    await sendForm('indicator', { ...form, [free.replace('year', 'raw')]: '85%以上' })
    expect((await record()).indicators[0]?.targets.find(({ fiscalYear }) => fiscalYear === 2026)).toMatchObject({
      raw: '85%以上',
      comparator: '>=',
      value: '85',
      answer: 'number',
    })
  })

  it('取組内容と日程を書ける', async () => {
    const form = await formOf('part')
    const answer = await sendForm('part', {
      ...form,
      'activities.0.name': '対象手続の拡大',
      'activities.0.schedule.0.text': '設計',
      'activities.0.schedule.1.text': '導入',
    })
    expect(answer.status).toBe(303)
    expect((await record()).initiatives[0]?.parts[0]?.activities).toEqual([
      {
        name: '対象手続の拡大',
        schedule: [
          { from: '2023', to: '2023', text: '設計', milestone: false },
          { from: '2024', to: '2024', text: '導入', milestone: false },
        ],
      },
    ])
  })

  it('行は、スクリプトなしで増やせる', async () => {
    const form = await formOf('sections')
    const answer = await sendForm('sections', { ...form, 'sections.0.name': '書きかけの課', more: 'sections' })
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain('書きかけの課')
    expect(html).toContain('sections.5.name')
    expect((await record()).initiatives[0]?.sections[0]?.name).toBe('財政課')
  })

  it('取組名がないとき・年度が読めないときは 422 で、入力は残る', async () => {
    const answer = await sendForm('basics', { ...(await formOf('basics')), title: ' ', goal: '書いた目標' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('書いた目標')
    expect(html).toContain('空欄です')
    const form = await formOf('effects')
    const wrong = await sendForm('effects', { ...form, 'effects.0.raw': '1,200', 'effects.0.unit': '千円', 'effects.0.year': '来年' })
    expect(wrong.status).toBe(422)
  })

  it('R-04 二人が同じところを直したときは、後の人に違いを示し、書き込まない。入力は残る', async () => {
    const form = await formOf('basics')
    expect((await sendForm('basics', { ...form, goal: '先の人の目標' })).status).toBe(303)
    const late = await sendForm('basics', { ...form, goal: '後の人の目標' })
    const html = await late.text()
    expect(late.status).toBe(409)
    expect(html).toContain('先の人の目標')
    expect(html).toContain('後の人の目標')
    expect((await record()).initiatives[0]?.goal).toBe('先の人の目標')
    // the form that came back was drawn from what is there now
    const again = formFields(html, staff.initiativeEdit(AOBA, FAMILY, 'initiative-1', 'basics'))
    expect((await sendForm('basics', again)).status).toBe(303)
    expect((await record()).initiatives[0]?.goal).toBe('後の人の目標')
  })

  it('効果額は、整数の円と、書かれたとおりの文字で残る', async () => {
    const form = await formOf('effects')
    const row = { 'effects.0.raw': '△1,200', 'effects.0.unit': '千円', 'effects.0.year': 'R7', 'effects.0.side': '歳出' }
    await sendForm('effects', { ...form, ...row })
    expect((await record()).effects).toEqual([
      expect.objectContaining({
        raw: '△1,200',
        unit: '千円',
        amountYen: -1_200_000,
        quantity: null,
        fiscalYear: 2025,
        scope: '基金の積立て',
      }),
    ])
  })

  it('S-02 様式にない欄は、何も変えない', async () => {
    const before = await record()
    const form = await formOf('basics')
    await sendForm('basics', {
      ...form,
      id: 'x',
      plan: 'x',
      reports: '[]',
      'reports.0.progress': '書き換え',
      __proto__: 'x',
      municipality: 'x',
    })
    expect(await record()).toEqual(before)
  })

  it('ほかの取組の指標は、この取組の頁からは直せない', async () => {
    const form = await formOf('indicator', 'indicator-1')
    expect((await sendForm('indicator', { ...form, thing: 'indicator-2', name: '奪う' })).status).toBe(404)
  })
})

describe('公表した後の見直し', () => {
  it('公表した取組の目標を変えるときは、理由を求め、見直しとして残し、前の値を見せる', async () => {
    await publishEdition(store, FAMILY, act('jimukyoku'))
    const form = await formOf('indicator', 'indicator-1')
    const target = Object.keys(form).find((name) => /^targets\.\d+\.raw$/.test(name) && form[name] === '85%以上') as string
    const asked = await sendForm('indicator', { ...form, [target]: '90%以上' })
    expect(asked.status).toBe(422)
    const html = await asked.text()
    expect(html).toContain('見直しの理由（必須）')
    const back = formFields(html, staff.initiativeEdit(AOBA, FAMILY, 'initiative-1', 'indicator'))
    expect(back[target]).toBe('90%以上')
    expect((await sendForm('indicator', { ...back, reason: '前年度に達成したため' })).status).toBe(303)
    const changes = await store.reading(AOBA, (db) => planChangesOf(db, FAMILY))
    expect(changes).toEqual([
      expect.objectContaining({
        kind: 'target',
        of: 'indicator-1@2026',
        before: '85%以上',
        after: '90%以上',
        state: 'decided',
        decidedOn: '2025-04-21',
      }),
    ])
    expect(await page(here)).toContain('見直し前：85%以上（令和7年4月21日 理由：前年度に達成したため）')
  })

  it('公表したことのない取組は、理由なしで直せる', async () => {
    await send(staff.newInitiative(AOBA, FAMILY), { title: '新しい取組', under: 'node', number: '1-7', description: '', goal: '' })
    const fresh = (await record()).initiatives.at(-1)
    const path = staff.initiativeEdit(AOBA, FAMILY, fresh?.id ?? '', 'basics')
    const form = formFields(await page(`${staff.initiative(AOBA, FAMILY, fresh?.id ?? '')}?edit=basics`), path)
    expect((await send(path, { ...form, title: '名を変えた取組' })).status).toBe(303)
  })
})

describe('計画の見直しと公表', () => {
  it('行革担当課の提案は、決めるまで計画を変えず、決めると前の値とともに残る', async () => {
    const path = staff.planChanges(AOBA, FAMILY)
    expect((await send(path, { initiative: 'initiative-2', what: 'title:', after: '', reason: 'x' })).status).toBe(422)
    const proposed = { initiative: 'initiative-2', what: 'title:', after: '使用料・手数料の見直し', reason: '手数料も含めるため' }
    expect((await send(path, proposed)).status).toBe(303)
    expect((await record()).initiatives.find(({ id }) => id === 'initiative-2')?.title).toBe('使用料の見直し')
    const [open] = (await store.reading(AOBA, (db) => planChangesOf(db, FAMILY))).filter(({ state }) => state === 'proposed')
    expect(await page(path)).toContain('使用料・手数料の見直し')
    expect(await page(path, reporter)).not.toContain('決定して計画に反映する')
    const decision = staff.planChange(AOBA, FAMILY, open?.id ?? '')
    expect((await send(decision, { on: 'きのう', reason: '', decision: 'decided' })).status).toBe(422)
    expect((await send(decision, { on: '令和7年5月1日', reason: '本部会議', decision: 'decided' })).status).toBe(303)
    expect((await record()).initiatives.find(({ id }) => id === 'initiative-2')?.title).toBe('使用料・手数料の見直し')
    expect((await send(decision, { on: '令和7年5月1日', reason: '', decision: 'declined' })).status).toBe(409)
    expect(await page(staff.initiative(AOBA, FAMILY, 'initiative-2'))).toContain(
      '見直し前：使用料の見直し（令和7年5月1日 理由：手数料も含めるため 本部会議）',
    )
  })

  it('公表する版は決定した見直しを載せ、同じ内容は二度公表しない', async () => {
    const path = staff.planPublication(AOBA, FAMILY)
    expect((await ask(app, path, { cookie: reporter })).status).toBe(403)
    expect(await page(path)).toContain('新しい版を公表する')
    expect((await send(path, { year: '2024' })).status).toBe(303)
    const edition = await store.reading(AOBA, (db) => latestEdition(db, FAMILY))
    expect(edition).toMatchObject({ number: 2, fiscalYear: 2024 })
    expect(edition?.changes?.map(({ kind, before }) => [kind, before])).toEqual([
      ['target', '85%以上'],
      ['title', '使用料の見直し'],
    ])
    const again = await send(path, { year: '2024' })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('変わったところがありません')
  })
})
