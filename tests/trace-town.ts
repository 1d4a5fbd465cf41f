import type { RoundItem } from '../src/reform/round.ts'
import type { Store } from '../src/store/database.ts'
import { itemById, itemsOf } from '../src/store/round-item.ts'
import type { Day } from '../src/vocabulary/calendar-day.ts'
import { decidePlanChange, proposePlanChange } from '../src/workflows/decide-plan-change.ts'
import { saveReport } from '../src/workflows/save-report.ts'
import { takeStep } from '../src/workflows/take-step.ts'
import { anId } from '../town/story/builders.ts'
import { aContent } from '../town/story/round-builders.ts'
import { AOBA, act, FAMILY, NOW, openTown } from './staff-town.ts'

/** The first initiative is reported with three drafts, returned, reported again, accepted, and gets another title. */
export async function aTownWithHistory(store: Store): Promise<void> {
  const round = await openTown(store)
  const [item] = (await store.reading(AOBA, (db) => itemsOf(db, round.id))) as [RoundItem]
  const minute = (nth: number) => new Date(NOW.getTime() + nth * 60_000)
  const write = async (nth: number, progress: string) => {
    const { version } = (await store.reading(AOBA, (db) => itemById(db, item.id))) as RoundItem
    const content = aContent({
      progress,
      issues: '<script>alert(1)</script>',
      actuals: [{ indicator: anId('indicator-1'), raw: '95', status: '実績' }],
    })
    await saveReport(
      store,
      { item: item.id, version, content },
      act('zaisei', { at: minute(nth), role: 'reporter', request: `save-${nth}` }),
    )
  }
  const take = (nth: number, step: Parameters<typeof takeStep>[1], by: string) =>
    takeStep(
      store,
      step,
      item.id,
      { version: null, reason: '数値の根拠を書いてください。' },
      act(by, { at: minute(nth), request: `step-${nth}` }),
    )
  await write(1, '基金に積み立てた額は12件分である。')
  await write(2, '基金に積み立てた額は15件分である。')
  await write(3, '基金に積み立てた額は20件分である。')
  await take(4, 'submit', 'zaisei')
  await take(5, 'return', 'zaisei-kacho')
  await write(6, '基金に積み立てた額は20件分で、根拠は決算書である。')
  await take(7, 'submit', 'zaisei')
  await take(8, 'approve', 'zaisei-kacho')
  await take(9, 'accept', 'jimukyoku')
  const proposed = await proposePlanChange(
    store,
    FAMILY,
    anId('initiative-1'),
    { kind: 'title', of: null, after: '基金の計画的な積立て', reason: '内容に合わせる' },
    act('jimukyoku', { at: minute(10) }),
  )
  if (proposed.ok)
    await decidePlanChange(
      store,
      proposed.value.id,
      { decided: true, on: '2025-04-22' as Day, reason: '本部決定' },
      act('jimukyoku', { at: minute(11) }),
    )
}
