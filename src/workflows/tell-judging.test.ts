import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore } from '../../tests/test-store.ts'
import { judging } from '../../town/story/judging.ts'
import * as story from '../../town/story/story.ts'
import type { Edition } from '../reform/edition.ts'
import { indexOf } from '../report/edition-index.ts'
import { differsFromProposal } from '../report/judging-board.ts'
import { judgingSummary } from '../report/judging-summary.ts'
import type { Store } from '../store/database.ts'
import { publishedEditions } from './published.ts'
import { tellJudging } from './tell-judging.ts'
import { tellStory } from './tell-story.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('あおば市の評価の物語', () => {
  let store: Store
  let edition: Edition
  let took = 0
  beforeAll(async () => {
    store = await openTestStore()
    const chapter = tellJudging(judging)
    const timed: typeof chapter = async (...said) => {
      const begun = performance.now()
      await chapter(...said)
      took = performance.now() - begun
    }
    await tellStory(store, story, root, () => {}, [timed])
    const found = (await publishedEditions(store)).find(({ judging: said }) => said !== undefined)
    if (!found) throw new Error('評価のある版がありません')
    edition = found
  })
  afterAll(() => store.close())

  it('28の取組が、所管課・部・推進本部で評価され、公表されている', () => {
    const stages = edition.judging?.judgements.map(({ stage, scale }) => `${stage} ${scale}`) ?? []
    const counts = Object.fromEntries([...Map.groupBy(stages, (one) => one)].map(([key, all]) => [key, all.length]))
    expect(counts).toEqual({
      'section attainment': 28,
      'department attainment': 28,
      'headquarters direction': 28,
      'headquarters results': 28,
      'headquarters cost': 28,
    })
    expect(took).toBeLessThan(20_000)
    if (process.env.TIMES) console.info(`評価の章 ${Math.round(took)} ms`)
  })
  it('判定案と違う決定には理由があり、判定案も残る', () => {
    const other = edition.judging?.judgements.filter(differsFromProposal) ?? []
    expect(other.length).toBeGreaterThanOrEqual(2)
    for (const { reason, proposal } of other) {
      expect(reason).not.toBeNull()
      expect(proposal?.inputs.length).toBeGreaterThan(0)
    }
  })
  it('評価は記録の評価としても読め、集計の件数は28', () => {
    const summary = judgingSummary(edition.record, edition.judging?.scales ?? [])
    const table = summary
      .find(({ fiscalYear }) => fiscalYear === 2024)
      ?.tables.find(({ stage, scale }) => stage === '推進本部' && scale === '今後の方向性')
    expect(table).toMatchObject({ judged: 28, undecided: 5 })
    expect(indexOf(edition).year).toBe(2024)
  })
})
