import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore } from '../../tests/test-store.ts'
import { reorganisation } from '../../town/story/reorganisation.ts'
import * as roundStory from '../../town/story/round.ts'
import * as story from '../../town/story/story.ts'
import { indexOf } from '../report/edition-index.ts'
import { initiativeSheet } from '../report/initiative-sheet.ts'
import { reorganisations } from '../report/reorganisations.ts'
import type { Store } from '../store/database.ts'
import { latestEdition } from '../store/edition.ts'
import { planFamilies } from '../store/plan-family.ts'
import { reorganisationsOf } from '../store/reorganisation.ts'
import { sectionsOf } from '../store/section.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { lookAtReorganisation } from './look-at-reorganisation.ts'
import { tellReorganisation } from './tell-reorganisation.ts'
import { tellRound } from './tell-round.ts'
import { tellStory } from './tell-story.ts'

const AOBA = story.municipality.code as MunicipalityCode
const root = fileURLToPath(new URL('../..', import.meta.url))

describe('あおば市の組織改正の物語', () => {
  let store: Store
  beforeAll(async () => {
    store = await openTestStore()
    await tellStory(store, story, root, () => {}, [tellReorganisation(reorganisation)])
    await tellRound(store, { ...roundStory, municipality: AOBA, plan: story.plan }, new Date('2026-03-27T10:00:00+09:00'))
  })
  afterAll(() => store.close())
  const editionOfPlan = async () => {
    const edition = await store.reading(AOBA, async (db) => {
      const family = (await planFamilies(db)).find(({ title }) => title === story.plan)
      return family ? latestEdition(db, family.id) : null
    })
    if (!edition) throw new Error('公表版がありません')
    return indexOf(edition)
  }

  it('令和7年の改正は文書から取り出して適用済み、令和8年の改正は案', async () => {
    const made = await store.reading(AOBA, reorganisationsOf)
    expect(made.map(({ title, state, carriedOut }) => [title, state, carriedOut])).toEqual([
      ['令和8年度組織改正（案）', 'drafting', false],
      ['令和7年度組織改正', 'applied', true],
    ])
    const sections = await store.reading(AOBA, sectionsOf)
    expect(sections.filter(({ name }) => name === '行政経営課')).toHaveLength(1)
  })

  it('案は新しい課が14あり、誤りがなく、影響を受ける取組を示す', async () => {
    const [draft] = await store.reading(AOBA, reorganisationsOf)
    const seen = await store.reading(AOBA, (db) => lookAtReorganisation(db, draft?.id ?? ''))
    expect(seen?.preview.faults).toEqual([])
    const begun = seen?.preview.changes.filter(({ change }) => change.kind !== '移管').flatMap(({ change }) => change.to)
    expect(begun).toHaveLength(14)
    expect(seen?.reorganisation.choices).toHaveLength(4)
    expect(seen?.preview.unchosen.length).toBeGreaterThan(0)
    expect(seen?.preview.items.length).toBeGreaterThan(0)
  })

  it('公表版は、同じ改正を二度言わず、当時の課と現在の課を並べる', async () => {
    const index = await editionOfPlan()
    const told = reorganisations(index).changes
    expect(told.map(({ effective, titles, counts }) => [effective, titles, counts])).toEqual([
      ['令和7年4月1日（2025年）', ['令和7年度組織改正'], '統合2件、改称1件、移管1件'],
    ])
    const it = index.edition.record.initiatives.find(({ title }) => title === '定型業務の自動化（RPA）')
    const sheet = it && initiativeSheet(it, index)
    expect([sheet?.sections, sheet?.reports.map(({ section }) => section)]).toEqual([
      ['行政経営課'],
      expect.arrayContaining(['当時：デジタル推進課（現在：行政経営課）']),
    ])
  })
})
