import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, openTown } from '../../tests/staff-town.ts'
import { openTestStore } from '../../tests/test-store.ts'
import type { Store } from '../store/database.ts'
import { messagesOfDay } from '../store/outbox-reading.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { type DailyPost, postOnce } from './daily-post.ts'

describe('毎日の督促と送信', () => {
  let store: Store
  const done: Parameters<typeof postOnce>[2] = new Map()
  const at = (time: string): DailyPost => ({ settings: null, pageOf: () => null, now: () => new Date(`${time}:00+09:00`) })
  const made = async (time: string) => (await postOnce(store, at(time), done)).map(({ municipality, made }) => `${municipality} ${made}`)
  beforeAll(async () => {
    store = await openTestStore()
    await openTown(store)
  })
  afterAll(() => store.close())

  it.each([
    { title: '朝7時までは作らない', time: '2025-05-15T06:59', says: ['あおば市 0'] },
    { title: '7時から作る', time: '2025-05-15T07:00', says: ['あおば市 6'] },
    { title: '同じ日には二度作らない', time: '2025-05-15T18:00', says: ['あおば市 0'] },
    { title: '世界標準時では前の日でも、日本の日付で作る', time: '2025-05-16T07:30', says: ['あおば市 6'] },
    { title: '休みの日には作らない', time: '2025-05-18T09:00', says: ['あおば市 0'] },
  ])('$title', async ({ time, says }) => expect(await made(time)).toEqual(says))

  it('起動し直しても、同じ日の督促は増えない', async () => {
    done.clear()
    expect(await made('2025-05-16T09:00')).toEqual(['あおば市 0'])
  })

  it('メールの設定がないときは、読むだけの督促になる', async () => {
    const letters = await store.reading(AOBA, (db) => messagesOfDay(db, '2025-05-16' as Day))
    expect(new Set(letters.map(({ state }) => state))).toEqual(new Set(['reading-only']))
  })
})
