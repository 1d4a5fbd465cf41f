import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RuleId } from '../src/reform/judgement.ts'
import type { ScaleId } from '../src/reform/scale.ts'
import { SCALE_TEMPLATES } from '../src/reform/scale-templates.ts'
import type { Store } from '../src/store/database.ts'
import { loadRecord, saveRecord } from '../src/store/record.ts'
import { rulesOf } from '../src/store/scale.ts'
import { paths } from '../src/web/paths.ts'
import { decideJudgements } from '../src/workflows/decide-judgement.ts'
import { saveRuleEdit, saveScaleEdit } from '../src/workflows/edit-judging-rules.ts'
import { anEvaluation, anId } from '../town/story/builders.ts'
import { CHROMIUM, inBrowser } from './browser.ts'
import { openStaffDesk, type StaffDesk } from './staff-desk.ts'
import { AOBA, act, FAMILY, openTown } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const { staff } = paths
const SCALE = 'attainment' as ScaleId

/** A scale with its rule, words of a document without one, and what the sections judged. */
async function openEvaluation(store: Store): Promise<void> {
  await openTown(store)
  await store.writing(act('jimukyoku'), async (tx) => {
    const record = await loadRecord(tx, FAMILY)
    if (!record) return
    const initiatives = record.initiatives.map((it) => ({
      ...it,
      evaluations: [anEvaluation({ raw: '順調', fiscalYear: 2023, scale: '進捗' })],
    }))
    await saveRecord(tx, FAMILY, { ...record, initiatives })
  })
  const template = SCALE_TEMPLATES.find(({ key }) => key === 'attainment')
  const grades = (template?.grades ?? []).map(({ word, meaning, core }, nth) => ({
    word,
    meaning: meaning ?? '',
    core: core ?? '',
    place: String(nth),
  }))
  await saveScaleEdit(store, FAMILY, { id: SCALE, said: { name: '達成状況', kind: 'status', grades }, basis: null }, act('jimukyoku'))
  const bands = [{ word: '達成', from: '100' }, { word: '概ね達成', from: '80' }, { word: '遅れて達成' }, { word: '未達成', rest: 'on' }]
  const rule = { name: '達成率', scale: SCALE as string, method: 'achievement-rate', bands, shares: [], exempt: [] }
  await saveRuleEdit(store, FAMILY, { id: 'rule' as RuleId, said: rule, basis: null }, act('jimukyoku'))
  const rows = [1, 2, 3].map((nth) => ({
    initiative: anId(`initiative-${nth}`),
    indicator: null,
    word: '概ね達成',
    reason: '',
    basis: null,
  }))
  await decideJudgements(store, FAMILY, { fiscalYear: 2024, stage: 'section', scale: SCALE, rows }, act('jimukyoku'))
}

describe.skipIf(!CHROMIUM)(inBrowser('評価の画面は、誰にでも使えるか'), () => {
  let desk: StaffDesk
  let store: Store

  beforeAll(async () => {
    store = await openTestStore()
    await openEvaluation(store)
    expect(await store.reading(AOBA, (db) => rulesOf(db, FAMILY))).toHaveLength(1)
    desk = await openStaffDesk(store)
  })
  afterAll(() => desk?.close())

  it('W-01 どの画面のどの状態にも指摘がない（幅1280と360）', { timeout: 480_000 }, async () => {
    const { page, found, look, lookOnce } = await desk.sit('jimukyoku', 1280, 360)
    const go = async (path: string, state: string) => {
      await page.goto(desk.url + path)
      await look(state)
    }
    const refusedAs = async (state: string) => {
      await page.getByRole('alert').waitFor()
      await lookOnce(state)
    }
    await go(staff.evaluations(AOBA), '評価-計画を選ぶ')
    await go(staff.evaluation(AOBA, FAMILY), '評価-集計')
    await go(staff.judgingRules(AOBA, FAMILY), '評価-きまり')
    await go(`${staff.newScale(AOBA, FAMILY)}?from=letters`, '評価-ひな型から')
    await page.getByLabel('評語（良いものから順）2行目の評語').fill('S')
    await page.getByRole('button', { name: '保存する' }).first().click()
    await refusedAs('評価-尺度の誤り')
    await go(staff.scale(AOBA, FAMILY, SCALE), '評価-尺度')
    await page.getByRole('button', { name: 'この尺度を消す' }).click()
    await refusedAs('評価-尺度を消せない')
    await go(staff.judgementRule(AOBA, FAMILY, 'rule'), '評価-判定基準')
    await page.getByRole('textbox', { name: /1行目の下限/ }).fill('高い')
    await page.getByRole('button', { name: '保存する' }).first().click()
    await refusedAs('評価-判定基準の誤り')
    await go(`${staff.judging(AOBA, FAMILY)}?year=2024&stage=department&scale=${SCALE}`, '評価-決める')
    await page.locator('.judging summary').first().click()
    await look('評価-根拠')
    await page.getByLabel(/^評語：1-1/).selectOption('達成')
    await page.getByLabel(/^理由：1-1/).fill('')
    await page.getByRole('button', { name: 'この画面の評価を保存する' }).click()
    await refusedAs('評価-理由がない')
    await page.getByLabel(/^理由：1-1/).fill('計画を上回った')
    await page.getByRole('button', { name: 'この画面の評価を保存する' }).click()
    await page.getByRole('status').first().waitFor()
    await look('評価-決めた')
    await go(`${staff.judging(AOBA, FAMILY)}?year=2024&stage=department&scale=${SCALE}&q=xxx`, '評価-該当なし')
    await go(staff.initiativeJudging(AOBA, FAMILY, 'initiative-1'), '評価-取組')
    expect(found).toEqual([])
  })
})
