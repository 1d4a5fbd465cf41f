import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formFields } from '../../../../tests/form-fields.ts'
import { AOBA, act, ask, cookieOf, FAMILY, openTown, staffOptions } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import { anId } from '../../../../town/story/builders.ts'
import { aJudgement, anOpinion, aScale } from '../../../../town/story/judging-builders.ts'
import { aDay } from '../../../../town/story/round-builders.ts'
import type { Judgement } from '../../../reform/judgement.ts'
import type { Store } from '../../../store/database.ts'
import { improvementsOf, reflectionsOf } from '../../../store/improvement.ts'
import { saveJudgement } from '../../../store/judgement.ts'
import { opinionsOf, saveOpinion } from '../../../store/opinion.ts'
import { criteriaOf, saveScale } from '../../../store/scale.ts'
import { afterJudgements } from '../../../workflows/after-judgement.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

let store: Store
let app: ReturnType<typeof staffApp>
const cookies = new Map<string, string>()
const scale = aScale('decision', ['拡充', '継続', '改善', '縮小', '廃止'])

beforeAll(async () => {
  store = await openTestStore()
  await openTown(store)
  app = staffApp(staffOptions(store))
  for (const login of ['jimukyoku', 'zaisei', 'zaisei-kacho', 'shimin', 'zaisei-tanto', 'kansa'])
    cookies.set(login, await cookieOf(store, login))
  await store.writing(act('jimukyoku'), (tx) => saveScale(tx, FAMILY, scale, 0))
})
afterAll(() => store?.close())

const { staff } = paths
const cookie = (login: string): string => cookies.get(login) as string
const page = async (path: string, login = 'jimukyoku') => (await ask(app, path, { cookie: cookie(login) })).text()
const send = (path: string, form: Record<string, string | string[]>, login = 'jimukyoku') => ask(app, path, { cookie: cookie(login), form })
const opinions = () => store.reading(AOBA, (db) => opinionsOf(db, FAMILY))
const improvements = () => store.reading(AOBA, (db) => improvementsOf(db, FAMILY))
const decide = (said: Partial<Judgement>) =>
  store.writing(act('jimukyoku'), async (tx) => {
    const judgement = aJudgement({ scale: scale.id, initiative: anId('initiative-1'), ...said })
    await saveJudgement(tx, FAMILY, judgement)
    await afterJudgements(tx, FAMILY, [judgement])
  })

describe('意見と対応', () => {
  const typed = {
    initiative: 'initiative-1',
    year: '令和6年度',
    stage: 'external',
    from: '総合計画審議会',
    text: '基金の目標額の根拠を示すこと。',
    saidOn: '令和7年4月10日',
  }

  it('事務局が記録し、所管課が下書きを経て対応し、ほかの課は書けない', async () => {
    const made = await send(staff.newOpinion(AOBA, FAMILY), typed)
    expect(made.status).toBe(303)
    const opinion = (await opinions())[0]
    expect(opinion).toMatchObject({ initiative: 'initiative-1', fiscalYear: 2024, saidOn: '2025-04-10', response: null })
    const [here, response] = [staff.opinion(AOBA, FAMILY, opinion?.id ?? ''), staff.opinionResponse(AOBA, FAMILY, opinion?.id ?? '')]
    expect(await page(here, 'shimin')).not.toContain('対応を書く')
    const form = formFields(await page(here, 'zaisei'), response)
    expect(form.section).toBe('財政課')
    expect((await send(response, { ...form, text: '横取り' }, 'shimin')).status).toBe(403)
    expect((await send(response, { ...form, text: '検討中' }, 'zaisei')).status).toBe(303)
    expect(await page(staff.opinions(AOBA, FAMILY))).toContain('下書き（公表しません）')
    expect((await opinions())[0]?.response).toMatchObject({ text: '検討中', on: null })
    // drawn before the draft: somebody was faster
    const late = await send(response, { ...form, text: '根拠を示した', final: 'on' }, 'zaisei-kacho')
    expect(late.status).toBe(409)
    const back = await late.text()
    expect(back).toContain('検討中')
    expect(formFields(back, response).text).toBe('根拠を示した')
    expect((await send(response, { ...formFields(back, response), final: 'on' }, 'zaisei-kacho')).status).toBe(303)
    expect((await opinions())[0]?.response).toMatchObject({ text: '根拠を示した', section: '財政課', on: '2025-04-21' })
    expect((await send(staff.opinionRemoval(AOBA, FAMILY, opinion?.id ?? ''), {})).status).toBe(409)
  })

  it('誤った記入は、書いたまま戻る', async () => {
    const wrong = await send(staff.newOpinion(AOBA, FAMILY), { ...typed, year: '来年', from: ' ', text: '' })
    expect(wrong.status).toBe(422)
    const back = await wrong.text()
    expect(back).toContain('年度や日付として読めません')
    expect(formFields(back, staff.newOpinion(AOBA, FAMILY)).year).toBe('来年')
    expect((await opinions()).length).toBe(1)
  })

  it('選んだ取組は意見待ちになり、意見の前に対応は書けず、述べられてから書き入れる', async () => {
    const said = { from: '外部評価委員会', stage: 'external', year: '令和6年度' }
    expect((await send(staff.opinionSelection(AOBA, FAMILY), { ...said, initiatives: [] })).status).toBe(422)
    expect((await send(staff.opinionSelection(AOBA, FAMILY), { ...said, initiatives: ['initiative-2', 'initiative-3'] })).status).toBe(303)
    await send(staff.opinionSelection(AOBA, FAMILY), { ...said, initiatives: ['initiative-2'] })
    const asked = (await opinions()).filter(({ text }) => text === '')
    expect(asked.map(({ initiative }) => initiative).toSorted()).toEqual(['initiative-2', 'initiative-3'])
    const [here, response] = [staff.opinion(AOBA, FAMILY, asked[0]?.id ?? ''), staff.opinionResponse(AOBA, FAMILY, asked[0]?.id ?? '')]
    expect((await send(response, { text: '先に答える', final: 'on', basis: 'x' })).status).toBe(409)
    const form = formFields(await page(here), here)
    expect((await send(here, { ...form, text: '料金の比較を示すこと。', saidOn: '2025-04-15' })).status).toBe(303)
    expect(await page(`${staff.opinions(AOBA, FAMILY)}?state=unanswered`)).toContain('料金の比較を示すこと。')
  })

  it('表から貼り付けると、書く前に一行ずつ示され、確かめたとおりに入る', async () => {
    const text = [
      '取組番号\t取組名\t年度\t機関\t意見\t意見の日\t対応\t対応の日\t備考',
      '1-4\t\t令和6年度\t市議会\t総点検の結果を公表すること。\t令和7年3月20日\t公表する。\t令和7年4月2日\tx',
      '\t\t2024\t市議会\t計画全体を分かりやすく示すこと。\t\t\t\t',
      '9-9\tない取組\t2024\t市議会\t意見\t\t\t\t',
      '1-5\t\t来年\t市議会\t意見\t\t\t\t',
    ].join('\n')
    const before = (await opinions()).length
    const shown = await send(staff.opinionTable(AOBA, FAMILY), { text })
    const told = await shown.text()
    expect(told).toContain('4行のうち、新しい意見2行、対応を加える0行、変更なし0行、確かめが必要2行')
    expect(told).toContain('この名・番号の取組が計画に見つかりません')
    expect((await opinions()).length).toBe(before)
    const apply = staff.opinionTableApplication(AOBA, FAMILY)
    const form = formFields(told, apply)
    expect((await send(apply, form)).status).toBe(422)
    const consent = { withoutUnknown: 'on', withoutUnclear: 'on' }
    expect((await send(apply, { ...form, ...consent, basis: 'old' })).status).toBe(409)
    expect((await send(apply, { ...form, ...consent })).status).toBe(303)
    expect((await opinions()).length).toBe(before + 2)
    expect((await opinions()).find(({ initiative }) => initiative === null)?.text).toContain('計画全体')
    expect(await (await send(staff.opinionTable(AOBA, FAMILY), { text })).text()).toContain('変更なし2行')
  })

  it('見出しのない表や空の表は、理由を言って断る', async () => {
    expect((await send(staff.opinionTable(AOBA, FAMILY), { text: 'a\tb' })).status).toBe(422)
    expect(await (await send(staff.opinionTable(AOBA, FAMILY), { text: '意見' })).text()).toContain('見出しの下に行がありません')
  })
})

describe('改善計画', () => {
  it('「改善」が開き、所管課が書いて着手し、経過を加え、結果を書いて完了にする', async () => {
    await decide({ id: 'j1', word: '改善' })
    const [opened] = await improvements()
    expect(opened).toMatchObject({ state: 'asked', section: '財政課', judgement: 'j1' })
    const here = staff.improvement(AOBA, FAMILY, opened?.id ?? '')
    const step = (name: string) => staff.improvementStep(AOBA, FAMILY, opened?.id ?? '', name)
    expect(await page(staff.home(AOBA), 'zaisei')).toContain('改善計画')
    expect((await send(step('write'), { cause: 'x' }, 'shimin')).status).toBe(403)
    const form = formFields(await page(here, 'zaisei'), step('write'))
    const early = await send(step('start'), {}, 'zaisei')
    expect(early.status).toBe(422)
    expect(await early.text()).toContain('課題・原因・改善策・期限が書かれていません')
    expect((await send(step('write'), { ...form, cause: '積立ての計画がない', action: '計画を作る', due: '昨日' }, 'zaisei')).status).toBe(
      422,
    )
    const said = { ...form, cause: '積立ての計画がない', action: '計画を作る', due: '令和7年4月18日' }
    // S-02: fields that no form has
    const more = { state: 'closed', section: '総務課', judgement: 'j9', fiscalYear: '1999', closedOn: '2025-04-01', outcome: '済み' }
    expect((await send(step('write'), { ...said, ...more }, 'zaisei')).status).toBe(303)
    expect((await improvements())[0]).toEqual({ ...opened, cause: '積立ての計画がない', action: '計画を作る', due: '2025-04-18' })
    const late = await send(step('write'), { ...form, cause: '別の原因' }, 'zaisei-kacho')
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('積立ての計画がない')
    expect((await send(step('note'), { text: '始める前' }, 'zaisei')).status).toBe(409)
    expect((await send(step('start'), {}, 'zaisei')).status).toBe(303)
    expect((await send(step('note'), { text: '案をまとめた' }, 'zaisei')).status).toBe(303)
    // 4月18日 is three days ago
    expect(await page(`${staff.improvements(AOBA, FAMILY)}?state=overdue`)).toContain('期限切れ')
    expect(await page(staff.home(AOBA), 'zaisei')).toContain('期限を過ぎた改善計画')
    expect((await send(step('close'), { text: '' }, 'zaisei')).status).toBe(422)
    expect((await send(step('close'), { text: '計画を作り、積立てを始めた' }, 'zaisei')).status).toBe(303)
    expect((await send(step('note'), { text: '後から' }, 'zaisei')).status).toBe(409)
    expect((await send(step('reopen'), { text: '戻った' }, 'zaisei')).status).toBe(403)
    expect((await send(step('reopen'), { text: '積立てが止まった' })).status).toBe(303)
    const [now] = await improvements()
    expect(now).toMatchObject({ state: 'running', outcome: null })
    expect(now?.notes.map(({ text }) => text)).toEqual(['案をまとめた', '積立てが止まった'])
  })

  it('決定を改めると、書かれた計画は残って印が付き、書かれていない計画は消える', async () => {
    await decide({ id: 'j2', initiative: anId('initiative-3'), word: '改善' })
    expect(await improvements()).toHaveLength(2)
    await decide({ id: 'j2', initiative: anId('initiative-3'), word: '継続' })
    await decide({ id: 'j1', word: '継続' })
    expect(await improvements()).toHaveLength(1)
    expect(await page(staff.improvements(AOBA, FAMILY))).toContain('元になった令和6年度の評価は「継続」に改められています')
  })

  it('事務局は評価によらずに求められ、同じ年度に二つは求められない', async () => {
    const said = { initiative: 'initiative-5', year: '令和6年度' }
    expect((await send(staff.improvements(AOBA, FAMILY), said)).status).toBe(303)
    expect((await send(staff.improvements(AOBA, FAMILY), said)).status).toBe(409)
    expect(await page(staff.improvements(AOBA, FAMILY))).toContain('行革担当課の求めにより')
  })
})

describe('予算反映', () => {
  const at = staff.reflection(AOBA, FAMILY, '2024', 'initiative-2')

  it('縮小・廃止の決定は未記録として並び、財政担当か所管課が、額か理由のどちらかを記す', async () => {
    await decide({ id: 'j3', initiative: anId('initiative-2'), word: '縮小' })
    expect(await page(`${staff.reflections(AOBA, FAMILY)}?only=lacking`)).toContain('未記録')
    // the count of the first page is that of the list
    const lacking = (await page(`${staff.reflections(AOBA, FAMILY)}?only=lacking`)).match(/未記録<\/span>/g)?.length ?? 0
    expect(lacking).toBeGreaterThan(0)
    const link = `<a href="${staff.reflections(AOBA, FAMILY)}">あおば市行財政改革推進プラン2023-2027：${lacking}件</a>`
    for (const login of ['jimukyoku', 'zaisei-tanto']) expect(await page(staff.home(AOBA), login)).toContain(link)
    expect(await page(staff.home(AOBA), 'shimin')).not.toContain('記録を待つ予算反映')
    const form = formFields(await page(at, 'zaisei-tanto'), at)
    expect((await send(at, { ...form, amount: '' }, 'zaisei-tanto')).status).toBe(422)
    expect((await send(at, { ...form, amount: '百', none: '' }, 'zaisei-tanto')).status).toBe(422)
    expect((await send(at, { ...form, amount: '▲100', none: '変えない' }, 'zaisei-tanto')).status).toBe(422)
    expect((await send(at, form, 'shimin')).status).toBe(403)
    expect((await send(at, { ...form, budgetYear: '令和8年度', amount: '▲1,200千円', note: '委託の縮小' }, 'zaisei')).status).toBe(303)
    expect(await store.reading(AOBA, (db) => reflectionsOf(db, FAMILY))).toMatchObject([
      { word: '縮小', reflected: { budgetYear: 2026, amountYen: -1_200_000, note: '委託の縮小' }, none: null },
    ])
    const list = await page(staff.reflections(AOBA, FAMILY))
    expect(list).toContain('1,200,000円')
    expect(list).toContain('予算反映の合計')
    const late = await send(at, { ...form, budgetYear: '', amount: '', none: '執行の見直し' }, 'zaisei-tanto')
    expect(late.status).toBe(409)
    expect(formFields(await late.text(), at).none).toBe('執行の見直し')
  })

  it('求めていない決定には記せない', async () => {
    expect((await ask(app, staff.reflection(AOBA, FAMILY, '2024', 'initiative-4'), { cookie: cookie('jimukyoku') })).status).toBe(409)
    expect((await send(staff.reflection(AOBA, FAMILY, '2024', 'initiative-4'), { amount: '1' })).status).toBe(409)
  })

  it('決定が変わると、記録は前の決定のものと示される', async () => {
    await decide({ id: 'j3', initiative: anId('initiative-2'), word: '廃止' })
    expect(await page(staff.reflections(AOBA, FAMILY))).toContain('記録は「縮小」に対するもの')
  })
})

describe('廃止の基準と候補', () => {
  const criteria = () => store.reading(AOBA, (db) => criteriaOf(db, FAMILY))

  it('基準を加えると候補が、当たった基準と値と共に並び、評価の画面へ進める', async () => {
    const at = staff.newCriterion(AOBA, FAMILY)
    const form = formFields(await page(at), at)
    const wrong = await send(at, { ...form, name: '', years: '0' })
    expect(wrong.status).toBe(422)
    expect((await send(at, { ...form, name: '基準1', kind: 'same-word', years: '2', word: 'どこにもない' })).status).toBe(422)
    expect((await send(at, { ...form, name: '基準1', kind: 'targets-missed', years: '1' })).status).toBe(303)
    expect((await send(at, { ...form, name: '基準2', kind: 'rate-below', years: '1', share: '95％' })).status).toBe(303)
    expect((await criteria()).map(({ rule }) => rule)).toEqual([
      { kind: 'targets-missed', years: 1 },
      { kind: 'rate-below', years: 1, share: '0.95' },
    ])
    const list = await page(`${staff.retirement(AOBA, FAMILY)}?year=2024`)
    expect(list).toContain('目標100件、実績90件、未達成')
    expect(list).toContain('評価する')
    expect(list).toContain('候補になっただけでは何も決まりません')
  })

  it('直す間に人が直していれば、書き込まずに違いを示す。取り消せる', async () => {
    const [first] = await criteria()
    const at = staff.criterion(AOBA, FAMILY, first?.id ?? '')
    const form = formFields(await page(at), at)
    expect((await send(at, { ...form, years: '3' })).status).toBe(303)
    const late = await send(at, { ...form, years: '2' })
    expect(late.status).toBe(409)
    expect((await criteria())[0]?.rule).toEqual({ kind: 'targets-missed', years: 3 })
    const removal = staff.criterionRemoval(AOBA, FAMILY, first?.id ?? '')
    expect((await send(removal, { basis: form.basis ?? '' })).status).toBe(409)
    expect((await send(removal, formFields(await page(at), removal))).status).toBe(303)
    expect(await criteria()).toHaveLength(1)
  })
})

describe('成果とコスト', () => {
  it('尺度がそろうと表が出て、両方の評価がない取組は数だけを示す', async () => {
    const here = `${staff.resultsAndCost(AOBA, FAMILY)}?year=2024`
    expect(await page(here)).toContain('そろっていません')
    const [results, cost] = [aScale('results', ['向上', '維持', '低下']), aScale('cost', ['削減', '維持', '増加'])]
    await store.writing(act('jimukyoku'), async (tx) => {
      await saveScale(tx, FAMILY, results, 1)
      await saveScale(tx, FAMILY, cost, 2)
      await saveJudgement(tx, FAMILY, aJudgement({ id: 'r1', initiative: anId('initiative-1'), scale: results.id, word: '向上' }))
      await saveJudgement(tx, FAMILY, aJudgement({ id: 'c1', initiative: anId('initiative-1'), scale: cost.id, word: '削減' }))
      await saveJudgement(tx, FAMILY, aJudgement({ id: 'r2', initiative: anId('initiative-2'), scale: results.id, word: '維持' }))
    })
    const told = await page(here)
    expect(told).toContain('両方の評価がある1件')
    expect(told).toContain('片方だけ評価した取組1件、どちらも評価していない取組4件')
  })

  it('監査は読めて、書く入口は見えない', async () => {
    await store.writing(act('jimukyoku'), (tx) => saveOpinion(tx, FAMILY, anOpinion({ id: 'o9', saidOn: aDay('2025-04-01') })))
    for (const path of [staff.following, staff.opinions, staff.improvements, staff.reflections, staff.retirement, staff.resultsAndCost]) {
      const told = await page(path(AOBA, FAMILY), 'kansa')
      expect(told).not.toMatch(/<form method="post" action="[^"]*plans/)
    }
  })
})
