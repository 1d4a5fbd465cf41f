import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore } from '../../tests/test-store.ts'
import * as roundStory from '../../town/story/round.ts'
import * as story from '../../town/story/story.ts'
import type { RoundId } from '../reform/round.ts'
import type { Store } from '../store/database.ts'
import { roundsOf } from '../store/round.ts'
import { itemsOf } from '../store/round-item.ts'
import { stepsOf } from '../store/round-step.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { isWorkingDay } from '../vocabulary/working-day.ts'
import { tellRound } from './tell-round.ts'
import { tellStory } from './tell-story.ts'

const AOBA = story.municipality.code as MunicipalityCode
const NOW = new Date('2026-04-27T10:00:00+09:00')
const root = fileURLToPath(new URL('../..', import.meta.url))

describe('あおば市の照会の物語', () => {
  let store: Store
  beforeAll(async () => {
    store = await openTestStore()
    await tellStory(store, story, root, () => {})
    await tellRound(store, { ...roundStory, municipality: AOBA, plan: story.plan }, NOW)
  })
  afterAll(() => store.close())

  it('照会は半ばまで進み、どの段階の報告もある', async () => {
    const states = await store.reading(AOBA, async (db) => {
      const [round] = await roundsOf(db)
      return round ? Map.groupBy(await itemsOf(db, round.id), ({ state }) => state) : new Map()
    })
    expect([...states].map(([state, items]) => [state, items.length]).toSorted()).toEqual([
      ['accepted', 4],
      ['approved', 3],
      ['drafting', 2],
      ['notStarted', expect.any(Number)],
      ['returned', 1],
      ['submitted', 5],
    ])
    expect(states.get('notStarted')?.length).toBeGreaterThan(8)
  })

  it('手続は、開庁日に、順に行われている', async () => {
    const steps = await store.reading(AOBA, async (db) => stepsOf(db, { round: (await roundsOf(db))[0]?.id as RoundId }))
    expect(steps.length).toBeGreaterThan(20)
    expect(steps.filter(({ at }) => !isWorkingDay(dayInJapan(at)))).toEqual([])
    for (const own of Map.groupBy(steps, ({ item }) => item).values())
      expect(own.map(({ at }) => at.getTime())).toEqual(own.map(({ at }) => at.getTime()).toSorted((a, b) => a - b))
  })
})
