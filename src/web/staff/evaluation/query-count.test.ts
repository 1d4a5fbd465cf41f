import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { AOBA, act, aStaffPlan, ask, cookieOf, type FAMILY, openTown, staffOptions } from '../../../../tests/staff-town.ts'
import { anId, anIndicator, anInitiative } from '../../../../town/story/builders.ts'
import { aRule } from '../../../../town/story/judging-builders.ts'
import type { ScaleId } from '../../../reform/scale.ts'
import { SCALE_TEMPLATES } from '../../../reform/scale-templates.ts'
import { type Store, storeOn } from '../../../store/database.ts'
import { openMemory } from '../../../store/embedded/open.ts'
import { saveRecord } from '../../../store/record.ts'
import { saveRule, saveScale } from '../../../store/scale.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'

const { staff } = paths
const SCALE = 'attainment' as ScaleId

/** 300 initiatives, each with an indicator. */
const aLargePlan = () => {
  const each = Array.from({ length: 300 }, (_, nth) => nth + 1)
  return {
    ...aStaffPlan(),
    initiatives: each.map((nth) => anInitiative({ id: anId(`i-${nth}`), number: String(nth), title: `取組 ${nth}`, sections: ['財政課'] })),
    indicators: each.map((nth) => anIndicator({ id: anId(`k-${nth}`), of: { initiative: anId(`i-${nth}`) } })),
  }
}

describe('R-03 評価の画面が問い合わせる数', () => {
  let store: Store
  let app: Hono
  let cookie: string
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
    await openTown(store)
    const template = SCALE_TEMPLATES.find(({ key }) => key === 'attainment')
    await store.writing(act('jimukyoku'), async (tx) => {
      await saveRecord(tx, 'large' as typeof FAMILY, aLargePlan())
      if (template) await saveScale(tx, 'large' as typeof FAMILY, { ...template, id: SCALE }, 0)
      await saveRule(tx, 'large' as typeof FAMILY, aRule({ scale: SCALE, bands: { 達成: '1', 概ね達成: '0.8', 未達成: null } }), 0)
    })
    app = staffApp(staffOptions(store))
    cookie = await cookieOf(store, 'jimukyoku')
  })
  afterAll(() => store?.close())

  const counted = async (path: string, form?: Record<string, string>): Promise<{ queries: number; status: number; text: string }> => {
    asked = 0
    const answer = await ask(app, path, { cookie, ...(form ? { form } : {}) })
    return { queries: asked, status: answer.status, text: await answer.text() }
  }
  const board = `${staff.judging(AOBA, 'large')}?year=2024&stage=section&scale=${SCALE}`

  it.each([
    ['評価の集計', staff.evaluation(AOBA, 'large')],
    ['評価のきまり', staff.judgingRules(AOBA, 'large')],
    ['尺度の様式', staff.scale(AOBA, 'large', SCALE)],
    ['判定基準の様式', staff.judgementRule(AOBA, 'large', 'rule')],
    ['300件の評価を決める画面', board],
    ['一つの取組の評価', staff.initiativeJudging(AOBA, 'large', 'i-300')],
  ])('%s は15回まで', async (_, path) => {
    const { queries, status } = await counted(path)
    expect(status).toBe(200)
    expect(queries).toBeLessThanOrEqual(15)
  })

  it('300件でも一画面は40件で、最後の頁まで行ける', async () => {
    expect((await counted(board)).text.match(/id="row-/g)).toHaveLength(40)
    expect((await counted(`${board}&page=8`)).text).toContain('300 取組 300')
  })

  it('40件をまとめて決めても15回まで', async () => {
    const { text } = await counted(board)
    const hidden = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ])
    const { queries, status } = await counted(staff.judging(AOBA, 'large'), { ...Object.fromEntries(hidden), accept: 'proposals' })
    expect(status).toBe(303)
    expect(queries).toBeLessThanOrEqual(15)
  })
})
