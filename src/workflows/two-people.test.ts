import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, act, openTown } from '../../tests/staff-town.ts'
import { openTestStore } from '../../tests/test-store.ts'
import type { ReportContent } from '../reform/report-content.ts'
import type { RoundItem } from '../reform/round.ts'
import type { Store } from '../store/database.ts'
import { itemById, itemsOf } from '../store/round-item.ts'
import { saveReport } from './save-report.ts'

/** Two browsers on one report; each step is one of them opening the form or pressing the button. */
type Move = { who: 0 | 1; does: 'open' | 'save'; field: 'progress' | 'issues' }

describe('R-04 二人が同じ報告を直す', () => {
  let store: Store
  let item: RoundItem
  beforeAll(async () => {
    store = await openTestStore()
    const round = await openTown(store)
    item = (await store.reading(AOBA, (db) => itemsOf(db, round.id)))[0] as RoundItem
  })
  afterAll(() => store.close())

  const now = async () => (await store.reading(AOBA, (db) => itemById(db, item.id))) as RoundItem

  it('どの順に開いて保存しても、受け付けた入力は一つも失われない（1,000通り）', { timeout: 120_000 }, async () => {
    const move = fc.record({
      who: fc.constantFrom(0 as const, 1 as const),
      does: fc.constantFrom('open' as const, 'save' as const),
      field: fc.constantFrom('progress' as const, 'issues' as const),
    })
    let words = 0
    let accepted: string[] = []
    let refused = 0
    let latest = await now()
    const press = async (who: 0 | 1, drawn: RoundItem[], field: Move['field']): Promise<void> => {
      words += 1
      const word = `語${words}。`
      const from = drawn[who] as RoundItem
      const content: ReportContent = { ...from.content, [field]: `${from.content[field]}${word}` }
      const saved = await saveReport(store, { item: item.id, version: from.version, content }, act('zaisei'))
      if (saved.ok) {
        accepted.push(word)
        latest = saved.value
        drawn[who] = latest
        return
      }
      refused += 1
      // what was refused is told with both sides, and the words that were typed are in it
      if (saved.problem.kind !== 'saved-meanwhile') throw new Error(saved.problem.kind)
      expect(saved.problem.differences.map(({ after }) => after).join()).toContain(word)
    }
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 3, maxLength: 4 }), async (moves: Move[]) => {
        const drawn = [latest, latest]
        for (const { who, does, field } of moves) {
          if (does === 'open') drawn[who] = latest
          else await press(who, drawn, field)
        }
        for (const word of accepted) expect(latest.content.progress + latest.content.issues).toContain(word)
        if (accepted.length < 50) return
        expect(await now()).toEqual(latest)
        accepted = []
        const emptied = { ...latest.content, progress: '', issues: '' }
        const saved = await saveReport(store, { item: item.id, version: latest.version, content: emptied }, act('zaisei'))
        if (saved.ok) latest = saved.value
      }),
      { numRuns: 1000 },
    )
    expect(await now()).toEqual(latest)
    expect(refused).toBeGreaterThan(100)
  })

  it('同時に押しても、受け付けるのは一人だけで、もう一人には違いを示す', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { version, content } = await now()
      const press = (text: string) => saveReport(store, { item: item.id, version, content: { ...content, progress: text } }, act('zaisei'))
      const both = await Promise.all([press(`甲${round}`), press(`乙${round}`)])
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect((await now()).content.progress).toBe(both[0]?.ok ? `甲${round}` : `乙${round}`)
    }
  })

  it('同じ言葉を二人が書いたときは、食い違いではない', async () => {
    const { version, content } = await now()
    const press = () => saveReport(store, { item: item.id, version, content: { ...content, progress: '同じ言葉' } }, act('zaisei'))
    expect((await Promise.all([press(), press()])).map(({ ok }) => ok)).toEqual([true, true])
  })
})
