import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore } from '../../tests/test-store.ts'
import * as outlook from '../../town/story/outlook.ts'
import * as story from '../../town/story/story.ts'
import type { Edition } from '../reform/edition.ts'
import { outlookReports } from '../report/outlook-reconciliation.ts'
import type { Store } from '../store/database.ts'
import { publishedEditions } from './published.ts'
import { tellOutlook } from './tell-outlook.ts'
import { tellStory } from './tell-story.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('あおば市の財政見通しの物語', () => {
  let store: Store
  let edition: Edition
  beforeAll(async () => {
    store = await openTestStore()
    await tellStory(store, { ...story, imports: story.imports.filter(({ files }) => !files[0]?.includes('様式')) }, root, () => {}, [
      tellOutlook({ ...outlook, plan: story.plan, folder: 'town/story' }, root),
    ])
    const editions = await publishedEditions(store)
    edition = editions.find(({ record, plan }) => record.plans.some((one) => one.id === plan && one.title === story.plan)) as Edition
  })
  afterAll(() => store.close())

  it('公表版に二つの版があり、令和5年度の版はすべて判定され、令和6年度の版には未判定が残る', () => {
    const [r6, r5] = outlookReports(edition)
    expect([r5?.title, r5?.estimate, r5?.counts]).toEqual([
      outlook.r5.title,
      '計画策定時',
      { 'in-outlook': 9, 'not-in-outlook': 6, 'outside-period': 0, unmarked: 0 },
    ])
    expect([r6?.title, r6?.estimate, r6?.counts]).toEqual([
      outlook.r6.title,
      '後期策定時',
      { 'in-outlook': 4, 'not-in-outlook': 4, 'outside-period': 3, unmarked: 4 },
    ])
    expect(r6?.classes.total).toBe('507,615')
    expect(r5?.classes.total).toBe('493,600')
  })

  it('残る収支差は、見通しの収支に、未織込の一般財源だけを足した額', () => {
    const [r6] = outlookReports(edition)
    const row = (key: string) => r6?.gap.find((one) => one.key === key)?.cells
    expect(row('balance')).toEqual(['▲640,000', '▲980,000', '▲1,050,000', '▲1,130,000', '▲1,270,000'])
    expect(row('added')).toEqual(['0', '70,500', '92,000', '0', '0'])
    expect(row('remaining')).toEqual(['▲640,000', '▲909,500', '▲958,000', '▲1,130,000', '▲1,270,000'])
    expect(row('total')).toEqual(['0', '5,200', '10,400', '0', '0'])
    expect(row('unmarked')).toEqual(['940', '0', '0', '163,500', '0'])
  })
})
