import { beforeAll, describe, expect, it } from 'vitest'
import { AOBA, act, FAMILY, openTown } from '../../tests/staff-town.ts'
import { onBothDatabases } from '../../tests/test-store.ts'
import { anId } from '../../town/story/builders.ts'
import { aContent } from '../../town/story/round-builders.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import { loadRecord } from '../store/record.ts'
import { itemById, itemsOf } from '../store/round-item.ts'
import { stepsOf, submissionsOf } from '../store/round-step.ts'
import { saveReport } from './save-report.ts'
import { takeStep, takeSteps } from './take-step.ts'

onBothDatabases('照会の一巡', (database) => {
  let round: Round
  let items: RoundItem[]
  const store = () => database().store
  const itemNow = async (nth: number) => (await store().reading(AOBA, (db) => itemById(db, (items[nth] as RoundItem).id))) as RoundItem
  const contentOf = (nth: number, progress = '令和6年度の取組') =>
    aContent({ progress, actuals: [{ indicator: anId(`indicator-${nth + 1}`), raw: '95', status: '実績' }] })
  const save = async (nth: number, by: string, version: number, progress?: string) =>
    saveReport(store(), { item: (items[nth] as RoundItem).id, version, content: contentOf(nth, progress) }, act(by))
  const take = (step: Parameters<typeof takeStep>[1], nth: number, by: string, said: Partial<Parameters<typeof takeStep>[3]> = {}) =>
    takeStep(store(), step, (items[nth] as RoundItem).id, { version: null, ...said }, act(by))

  beforeAll(async () => {
    round = await openTown(store())
    items = await store().reading(AOBA, (db) => itemsOf(db, round.id))
  })

  it('計画の取組ごとに、担当課の照会票ができる', () => {
    expect(items.map(({ section, state, sheet }) => [section, state, sheet.last?.progress])).toEqual([
      ['財政課', 'notStarted', '令和5年度の取組 1'],
      ['財政課', 'notStarted', '令和5年度の取組 2'],
      ['市民課', 'notStarted', '令和5年度の取組 3'],
      // the plan says 行政改革課, which is 行政経営課 on the day the round opens
      ['行政経営課', 'notStarted', '令和5年度の取組 4'],
      ['納税課', 'notStarted', '令和5年度の取組 5'],
      ['総務課', 'notStarted', '令和5年度の取組 6'],
    ])
  })

  it('下書き・提出・差戻し・再提出・承認・受理と進み、計画の記録に入る', async () => {
    expect((await save(0, 'zaisei', 0)).ok).toBe(true)
    expect((await take('submit', 0, 'zaisei')).ok).toBe(true)
    expect(await take('return', 0, 'zaisei-kacho', { reason: '' })).toMatchObject({ ok: false, problem: { kind: 'reason-missing' } })
    expect((await take('return', 0, 'zaisei-kacho', { reason: '数値の根拠を書いてください。', fields: ['progress'] })).ok).toBe(true)
    const returned = await itemNow(0)
    expect(returned).toMatchObject({ state: 'returned', returned: { reason: '数値の根拠を書いてください。', by: 'zaisei-kacho' } })
    expect((await save(0, 'zaisei', returned.version, '根拠を添えた取組')).ok).toBe(true)
    expect((await take('submit', 0, 'zaisei')).ok).toBe(true)
    expect((await take('approve', 0, 'zaisei-kacho')).ok).toBe(true)
    expect((await take('accept', 0, 'jimukyoku')).ok).toBe(true)

    const { record, steps, submissions } = await store().reading(AOBA, async (db) => ({
      record: await loadRecord(db, FAMILY),
      steps: await stepsOf(db, { item: (items[0] as RoundItem).id }),
      submissions: await submissionsOf(db, (items[0] as RoundItem).id),
    }))
    expect(steps.map(({ step, by }) => [step, by])).toEqual([
      ['save', 'zaisei'],
      ['submit', 'zaisei'],
      ['return', 'zaisei-kacho'],
      ['save', 'zaisei'],
      ['submit', 'zaisei'],
      ['approve', 'zaisei-kacho'],
      ['accept', 'jimukyoku'],
    ])
    expect(submissions.map(({ content }) => content.progress)).toEqual(['令和6年度の取組', '根拠を添えた取組'])
    expect(record?.initiatives[0]?.reports.map(({ fiscalYear, progress }) => [fiscalYear, progress])).toEqual([
      [2023, '令和5年度の取組 1'],
      [2024, '根拠を添えた取組'],
    ])
    expect(record?.indicators[0]?.actuals.at(-1)).toMatchObject({ fiscalYear: 2024, raw: '95', answer: 'number', status: '実績' })
    const nth = (record?.indicators[0]?.actuals.length ?? 0) - 1
    expect(record?.sources.map(({ pointer, place }) => [pointer, place]).toSorted()).toEqual([
      [`/indicators/0/actuals/${nth}/raw`, 'line 7'],
      [`/indicators/0/actuals/${nth}/value`, 'line 7'],
      ['/initiatives/0/reports/1/issues', 'line 9'],
      ['/initiatives/0/reports/1/progress', 'line 5'],
    ])
  })

  it('R-04 二人が同じ票を直したときは、後の人に違いを示し、書き込まない', async () => {
    expect((await save(1, 'zaisei', 0, '先の人')).ok).toBe(true)
    expect(await save(1, 'zaisei', 0, '後の人')).toMatchObject({
      ok: false,
      problem: { kind: 'saved-meanwhile', differences: [{ field: 'progress', before: '先の人', after: '後の人' }] },
    })
    expect((await itemNow(1)).content.progress).toBe('先の人')
  })

  it('ほかの課の票は書けず、提出した人は承認できない', async () => {
    expect(await save(2, 'zaisei', 0)).toMatchObject({ ok: false, problem: { kind: 'not-yours' } })
    expect(await take('approve', 1, 'nozei-kacho')).toMatchObject({ ok: false, problem: { kind: 'not-yours' } })
  })

  it('まとめた受理は、できたものとできなかったものを理由とともに答える', async () => {
    await save(3, 'gyokaku', 0)
    await take('submit', 3, 'gyokaku')
    await take('approve', 3, 'gyokaku-kacho')
    const ids = items.map(({ id }) => id)
    const { done, refused } = await takeSteps(store(), 'accept', ids, { versions: null }, act('jimukyoku'))
    expect(done.map(({ section }) => section)).toEqual(['行政経営課'])
    expect(refused.map(({ title, problem }) => [title, problem.kind])).toEqual([
      ['基金の積立て', 'wrong-state'],
      ['使用料の見直し', 'wrong-state'],
      ['窓口申請のオンライン化', 'wrong-state'],
      ['市税収納率の向上', 'wrong-state'],
      ['文書の電子化', 'wrong-state'],
    ])
  })

  describe('再開', () => {
    it('受理したものは、理由と期限を付けて一件だけ再開でき、締切後も書ける', async () => {
      expect(await take('reopen', 0, 'jimukyoku', { reason: '決算で値が変わった' })).toMatchObject({ problem: { kind: 'end-missing' } })
      expect((await take('reopen', 0, 'jimukyoku', { reason: '決算で値が変わった', until: '2025-07-31' })).ok).toBe(true)
      const late = new Date('2025-07-10T10:00:00+09:00')
      const now = await itemNow(0)
      const again = { item: now.id, version: now.version, content: contentOf(0, '決算の値に改めた') }
      expect((await saveReport(store(), again, act('zaisei', { at: late }))).ok).toBe(true)
      const other = await itemNow(4)
      const locked = await saveReport(store(), { item: other.id, version: 0, content: contentOf(4) }, act('nozei', { at: late }))
      expect(locked).toMatchObject({ ok: false, problem: { kind: 'locked' } })
    })
  })
})
