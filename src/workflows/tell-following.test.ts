import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore } from '../../tests/test-store.ts'
import { following } from '../../town/story/following.ts'
import { judging } from '../../town/story/judging.ts'
import { people } from '../../town/story/staff.ts'
import * as story from '../../town/story/story.ts'
import { downloadsOf } from '../publish/downloads.ts'
import { drawn, siteOf } from '../publish/site/site.tsx'
import type { Edition } from '../reform/edition.ts'
import { followingSheet, resultsSheet } from '../report/following-sheet.ts'
import type { Store } from '../store/database.ts'
import { publishedEditions } from './published.ts'
import { tellFollowing } from './tell-following.ts'
import { tellJudging } from './tell-judging.ts'
import { tellStory } from './tell-story.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('あおば市の評価の後の物語', () => {
  let store: Store
  let edition: Edition
  beforeAll(async () => {
    store = await openTestStore()
    const chapter = tellFollowing(following)
    const timed: typeof chapter = async (...said) => {
      const begun = performance.now()
      await chapter(...said)
      if (process.env.TIMES) console.info(`評価の後の章 ${Math.round(performance.now() - begun)} ms`)
    }
    await tellStory(store, story, root, () => {}, [tellJudging(judging), timed])
    edition = (await publishedEditions(store)).find(({ judging: said }) => said !== undefined) as Edition
  })
  afterAll(() => store?.close())

  it('意見は四つ、そのうち一つは対応を待つ', () => {
    const { opinions } = followingSheet(edition)
    expect(opinions.counts.map(({ state, count }) => [state, count])).toEqual([
      ['unanswered', 1],
      ['answered', 3],
      ['selected', 0],
    ])
  })

  it('改善計画は、作成待ち・取組中・期限切れ・完了がそろう', () => {
    const { improvements } = followingSheet(edition)
    expect(new Set(improvements.rows.map(({ stateName }) => stateName))).toEqual(new Set(['期限切れ', '作成待ち', '取組中', '完了']))
  })

  it('廃止の基準は候補を一つ以上挙げ、どの候補にも用いた値がある', () => {
    const { retirement } = followingSheet(edition)
    if (process.env.TELL) console.info(JSON.stringify(retirement, null, 1).slice(0, 4000))
    expect(retirement?.candidates.length).toBeGreaterThanOrEqual(1)
    for (const { values } of retirement?.candidates ?? []) expect(values.length).toBeGreaterThan(0)
  })

  it('予算反映は三つ記され、まだの決定が一つある', () => {
    const { reflections } = followingSheet(edition)
    expect([reflections.rows.length, reflections.lacking]).toEqual([4, 1])
    expect(reflections.sums.years.map(({ year, total }) => [year, total])).toEqual([['令和7年度', '▲830,000円']])
  })

  it('成果×コストの表は、評価した取組をちょうど一度ずつ置く', () => {
    const { matrix } = resultsSheet(edition)
    const placed = matrix?.cells.flat(2).map(({ id }) => id) ?? []
    expect(placed.length).toBe(28)
    expect(new Set(placed).size).toBe(28)
  })

  it('頁・表・データに載り、書いた人はどこにも載らない', async () => {
    const files = await downloadsOf(edition)
    const names = ['opinions', 'improvements', 'improvement_notes', 'budget_reflections', 'retirement_criteria', 'retirement_candidates']
    for (const name of names) expect(files.map(({ file }) => file)).toContain(`${name}.csv`)
    const site = siteOf([edition])
    const at = `/990019/plans/${edition.plan}/following/`
    const page = site.pages.get(at)
    expect(page).toBeDefined()
    const html = drawn(page?.({ path: at, link: (_, to) => to, stylesheet: '/x.css', chosen: {}, served: true }) as never)
    expect(html).toContain('手続の数は増えたが')
    expect(html).toContain('動画で受けられる研修6本を選び')
    for (const text of [html, ...files.filter(({ file }) => /csv|json/.test(file)).map(({ bytes }) => new TextDecoder().decode(bytes))])
      for (const { login, name } of people) {
        expect(text).not.toContain(name)
        if (/kacho|jimukyoku/.test(login)) expect(text).not.toContain(`"${login}"`)
      }
  })
})
