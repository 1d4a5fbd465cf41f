import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openTestStore } from '../../tests/test-store.ts'
import { carryOver } from '../../town/story/carry-over.ts'
import * as story from '../../town/story/story.ts'
import { carryOverSheet } from '../report/carry-over-sheet.ts'
import { carryOversOf } from '../store/carry-over.ts'
import { planFamilies } from '../store/plan-family.ts'
import { loadRecord } from '../store/record.ts'
import { sectionsOf } from '../store/section.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { tellCarryOver } from './tell-carry-over.ts'
import { tellStory } from './tell-story.ts'

it('あおば市の次の計画は、半ばまで決めてあり、直すところは未定のものだけ', { timeout: 60_000 }, async () => {
  const store = await openTestStore()
  const code = story.municipality.code as MunicipalityCode
  await tellStory(store, story, fileURLToPath(new URL('../..', import.meta.url)), () => {}, [tellCarryOver(carryOver)])
  const seen = await store.reading(code, async (db) => {
    const family = (await planFamilies(db)).find(({ title }) => title === story.plan)?.id as never
    return { record: await loadRecord(db, family), papers: await carryOversOf(db, family), sections: await sectionsOf(db) }
  })
  await store.close()
  const [paper] = seen.papers
  if (!paper || !seen.record) throw new Error('引継ぎがありません')
  const sheet = carryOverSheet(seen.record, paper, { sections: seen.sections, judgements: [], scales: [] })
  expect([sheet.decided, sheet.all > 20 && sheet.all < 32]).toEqual([15, true])
  expect(new Set(sheet.faults.map(({ kind }) => kind))).toEqual(new Set(['undecided']))
  expect(seen.record.plans.some(({ title }) => title === carryOver.title)).toBe(false)
})
