import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Judgement } from '../src/reform/judgement.ts'
import type { Store } from '../src/store/database.ts'
import { saveImprovement } from '../src/store/improvement.ts'
import { saveJudgement } from '../src/store/judgement.ts'
import { saveOpinion } from '../src/store/opinion.ts'
import { saveCriterion, saveScale } from '../src/store/scale.ts'
import { paths } from '../src/web/paths.ts'
import { afterJudgements } from '../src/workflows/after-judgement.ts'
import { anId } from '../town/story/builders.ts'
import { aJudgement, anImprovement, anOpinion, aScale } from '../town/story/judging-builders.ts'
import { aDay } from '../town/story/round-builders.ts'
import { CHROMIUM, inBrowser } from './browser.ts'
import { openStaffDesk, type StaffDesk } from './staff-desk.ts'
import { AOBA, act, FAMILY, openTown } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const { staff } = paths
const decision = aScale('decision', ['拡充', '継続', '改善', '縮小', '廃止'])
const results = aScale('results', ['向上', '維持', '低下'])
const cost = aScale('cost', ['削減', '維持', '増加'])

/** Opinions in every state, improvement plans in every state, decisions with and without a reflection, a criterion that catches. */
async function fill(store: Store): Promise<void> {
  const plan = { cause: '積立ての計画がない', action: '計画を作り、毎年度点検する', due: aDay('2025-03-31') }
  const judge = (id: string, nth: number, scale: Judgement['scale'], word: string) =>
    aJudgement({ id, initiative: anId(`initiative-${nth}`), scale, word })
  await store.writing(act('jimukyoku'), async (tx) => {
    for (const [nth, scale] of [decision, results, cost].entries()) await saveScale(tx, FAMILY, scale, nth)
    const judgements = [judge('j1', 1, decision.id, '改善'), judge('j2', 2, decision.id, '縮小'), judge('j3', 5, decision.id, '廃止')]
    const both = [1, 2, 3, 4].flatMap((nth) => [judge(`r${nth}`, nth, results.id, '維持'), judge(`c${nth}`, nth, cost.id, '削減')])
    for (const one of [...judgements, ...both, judge('r5', 5, results.id, '低下')]) await saveJudgement(tx, FAMILY, one)
    await afterJudgements(tx, FAMILY, judgements)
    const running = { initiative: anId('initiative-2'), section: '財政課', ...plan, judgement: null }
    const notes = [{ on: aDay('2025-02-03'), by: 'zaisei', text: '料金の比較表を作った。' }]
    await saveImprovement(tx, FAMILY, anImprovement({ ...running, id: 'running', state: 'running', notes }))
    const closed = { state: 'closed' as const, closedOn: aDay('2025-04-01'), outcome: '計画を定めた。', initiative: anId('initiative-3') }
    await saveImprovement(tx, FAMILY, anImprovement({ ...running, ...closed, id: 'closed', section: '市民課' }))
    const answered = { section: '財政課', text: '料金の比較を公表する。', on: aDay('2025-04-15') }
    await saveOpinion(tx, FAMILY, anOpinion({ id: 'answered', initiative: anId('initiative-2'), response: answered }))
    await saveOpinion(tx, FAMILY, anOpinion({ id: 'unanswered', initiative: anId('initiative-1') }))
    await saveOpinion(tx, FAMILY, anOpinion({ id: 'selected', initiative: anId('initiative-3'), text: '', saidOn: null }))
    await saveOpinion(tx, FAMILY, anOpinion({ id: 'plan', initiative: null, fiscalYear: 2023 }))
    await saveCriterion(tx, FAMILY, { id: 'criterion', name: '基準1', rule: { kind: 'targets-missed', years: 1 } }, 0)
    await saveCriterion(
      tx,
      FAMILY,
      { id: 'word', name: '基準2', rule: { kind: 'same-word', scale: results.id, word: '低下', years: 2 } },
      1,
    )
  })
}

describe.skipIf(!CHROMIUM)(inBrowser('意見・改善・予算反映の画面は、誰にでも使えるか'), () => {
  let desk: StaffDesk
  beforeAll(async () => {
    const store = await openTestStore()
    await openTown(store)
    await fill(store)
    desk = await openStaffDesk(store)
  })
  afterAll(() => desk?.close())

  it('W-01 どの画面のどの状態にも指摘がない（幅1280と360）', { timeout: 480_000 }, async () => {
    const { page, found, look, lookOnce } = await desk.sit('jimukyoku', 1280, 360)
    const go = async (path: string, state: string) => {
      await page.goto(desk.url + path)
      await look(state)
    }
    const press = async (button: string, state: string) => {
      await page.getByRole('button', { name: button, exact: true }).first().click()
      await page.getByRole('alert').waitFor()
      await lookOnce(state)
    }
    await go(staff.following(AOBA, FAMILY), '評価の後')
    await go(staff.opinions(AOBA, FAMILY), '意見の一覧')
    await go(`${staff.opinions(AOBA, FAMILY)}?state=selected`, '意見待ち')
    await go(staff.newOpinion(AOBA, FAMILY), '意見を加える')
    await page.getByLabel('評価の対象となった年度').fill('来年')
    await page.getByLabel('意見を述べた機関').fill('審議会')
    await press('意見を加える', '意見の誤り')
    await go(staff.opinion(AOBA, FAMILY, 'unanswered'), '対応を書く')
    await press('対応として記録する', '対応の誤り')
    await go(staff.opinionSelection(AOBA, FAMILY), '選定')
    await go(staff.opinionTable(AOBA, FAMILY), '意見の貼付け')
    await page
      .getByLabel('表（見出しの行から）')
      .fill('取組番号\t年度\t機関\t意見\t備考\n1-4\t2024\t市議会\t公表すること\tx\n9-9\t2024\t市議会\t意見\t')
    await page.getByRole('button', { name: '反映する前に確かめる' }).click()
    await page.getByRole('status').waitFor()
    await look('意見の貼付けの確かめ')
    await press('1行をまとめて反映する', '意見の貼付けの断り')
    await go(staff.improvements(AOBA, FAMILY), '改善計画の一覧')
    await go(staff.improvement(AOBA, FAMILY, 'running'), '改善計画-取組中')
    await page.getByLabel('期限').fill('来月')
    await press('内容を保存する', '改善計画の誤り')
    await go(staff.improvement(AOBA, FAMILY, 'closed'), '改善計画-完了')
    await go(`${staff.improvements(AOBA, FAMILY)}?state=overdue`, '改善計画-期限切れ')
    await page.goto(`${desk.url}${staff.improvements(AOBA, FAMILY)}?state=open`)
    await page.getByRole('link', { name: /開く.*1-1/ }).click()
    await press('着手する', '改善計画-着手の断り')
    await go(staff.reflections(AOBA, FAMILY), '予算反映の一覧')
    await go(staff.reflection(AOBA, FAMILY, '2024', 'initiative-2'), '予算反映を記す')
    await page.getByLabel('反映額（円）').fill('▲100')
    await page.getByLabel('反映しない理由').fill('変えない')
    await press('予算反映を記録する', '予算反映の誤り')
    await go(`${staff.retirement(AOBA, FAMILY)}?year=2024`, '廃止の候補')
    await go(staff.newCriterion(AOBA, FAMILY), '基準を加える')
    await page.getByLabel('基準の名').fill('基準3')
    await page.getByLabel('続いた年数').fill('零')
    await press('基準を保存する', '基準の誤り')
    await go(`${staff.resultsAndCost(AOBA, FAMILY)}?year=2024`, '成果とコスト')
    await page.context().close()
    const other = await desk.sit('zaisei', 1280, 360)
    await other.page.goto(desk.url + staff.home(AOBA))
    await other.look('わたしの仕事-評価の後')
    await other.page.context().close()
    expect([...found, ...other.found]).toEqual([])
  })
})
