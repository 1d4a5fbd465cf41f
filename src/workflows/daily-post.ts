import type { Store } from '../store/database.ts'
import { type Municipality, municipalities } from '../store/municipality.ts'
import { type Day, dayInJapan } from '../vocabulary/calendar-day.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { isWorkingDay } from '../vocabulary/working-day.ts'
import { remind } from './remind.ts'
import { doubtAbandoned, MACHINE, type Post, type PostResult, sendOutbox } from './send-outbox.ts'

/** 毎日の督促と送信 — of all municipalities of an installation. */
export type DailyPost = Omit<Post, 'municipality' | 'pageOf'> & {
  pageOf: (code: MunicipalityCode, ...about: Parameters<Post['pageOf']>) => string | null
}
export type Posted = PostResult & { municipality: string; made: number }

/** 督促を作り始める時刻（日本時間） */
const MORNING = 7
const hourInJapan = (at: Date): number => new Date(at.getTime() + 9 * 3_600_000).getUTCHours()

const everyMunicipality = (store: Store): Promise<Municipality[]> => store.across((db) => municipalities(db))
const postOf = ({ pageOf, ...post }: DailyPost, { code, name }: Municipality): Post => ({
  ...post,
  municipality: { code, name },
  pageOf: (letter) => pageOf(code, letter),
})

/** 起動のとき — what the process before this one had in the hand is shown as in doubt; only where no other process can be sending. */
export async function doubtLastRun(store: Store, daily: DailyPost): Promise<void> {
  for (const municipality of await everyMunicipality(store)) await doubtAbandoned(store, postOf(daily, municipality), { everything: true })
}

/** 一回り — digests once a working day from seven in the morning on, then whatever waits is sent. `done` remembers the days between two rounds. */
export async function postOnce(store: Store, daily: DailyPost, done: Map<MunicipalityCode, Day>): Promise<Posted[]> {
  const posted: Posted[] = []
  for (const municipality of await everyMunicipality(store)) {
    const made = await morningDigests(store, daily, municipality.code, done)
    posted.push({ municipality: municipality.name, made, ...(await sendOutbox(store, postOf(daily, municipality))) })
  }
  return posted
}

async function morningDigests(
  store: Store,
  { settings, now }: DailyPost,
  code: MunicipalityCode,
  done: Map<MunicipalityCode, Day>,
): Promise<number> {
  const at = now()
  const day = dayInJapan(at)
  if (hourInJapan(at) < MORNING || !isWorkingDay(day) || done.get(code) === day) return 0
  const { made } = await remind(store, { municipality: code, by: MACHINE, at, why: '督促' }, { sends: settings !== null })
  done.set(code, day)
  return made.length
}
