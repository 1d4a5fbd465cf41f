import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, act, aStaffPlan, FAMILY } from '../../tests/staff-town.ts'
import { openTestStore } from '../../tests/test-store.ts'
import { anId, anIndicator, aPart } from '../../town/story/builders.ts'
import type { Store } from './database.ts'
import { saveMunicipality } from './municipality.ts'
import { loadRecord, saveRecord } from './record.ts'
import { loadExcerpt, loadNames, loadOutline } from './record-excerpt.ts'

describe('計画の抜粋', () => {
  let store: Store
  beforeAll(async () => {
    store = await openTestStore()
    const plan = aStaffPlan()
    const activities = [{ name: '導入', schedule: [{ from: '2025', to: null, text: '設計', milestone: true }] }]
    const part = aPart({ id: anId('part-1'), activities, sections: [{ name: '会計課', office: null, role: null }] })
    const initiatives = plan.initiatives.map((it, nth) =>
      nth === 1 ? { ...it, parts: [part], marks: [{ scheme: '5レス', name: 'ペーパー', on: true }] } : it,
    )
    const indicators = [...plan.indicators, anIndicator({ id: anId('of-part'), of: { part: anId('part-1') } })]
    await store.writing(act('jimukyoku'), async (tx) => {
      await saveMunicipality(tx, { name: 'あおば市' })
      await saveRecord(tx, FAMILY, { ...plan, initiatives, indicators })
    })
  })
  afterAll(() => store?.close())

  it('一つの取組の抜粋は、全体を読んだときのその取組と同じで、ほかの取組を持たない', async () => {
    const { whole, excerpt } = await store.reading(AOBA, async (db) => ({
      whole: await loadRecord(db, FAMILY),
      excerpt: await loadExcerpt(db, FAMILY, anId('initiative-2')),
    }))
    expect(excerpt?.initiatives).toEqual(whole?.initiatives.filter(({ id }) => id === 'initiative-2'))
    expect(excerpt?.indicators).toEqual(whole?.indicators.filter(({ id }) => id === 'indicator-2' || id === 'of-part'))
    expect([excerpt?.plans, excerpt?.nodes]).toEqual([whole?.plans, whole?.nodes])
  })

  it('骨組みは、名と所管課を持つ', async () => {
    const { outline, names } = await store.reading(AOBA, async (db) => ({
      outline: await loadOutline(db, FAMILY),
      names: await loadNames(db, FAMILY),
    }))
    expect(outline?.initiatives.map(({ title, sections }) => [title, sections[0]?.name])[0]).toEqual(['基金の積立て', '財政課'])
    expect(names?.indicators).toHaveLength(7)
  })
})
