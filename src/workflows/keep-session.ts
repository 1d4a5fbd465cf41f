import type { Act } from '../reform/act.ts'
import type { Store } from '../store/database.ts'
import { type Session, saveSession } from '../store/session.ts'
import { SESSION } from './sign-in.ts'

/** Not every request writes: a session that was seen within these minutes is not written again. */
const SEEN = 5 * 60_000

/** セッションを続ける — moves the end of a session that is used, up to a day after it began. */
export async function keepSession(store: Store, session: Session, where: Pick<Act, 'municipality' | 'at'>): Promise<void> {
  const { at } = where
  if (at.getTime() - session.seenAt.getTime() < SEEN) return
  const endsAt = new Date(Math.min(at.getTime() + SESSION.idle, session.startedAt.getTime() + SESSION.most))
  await store.writing({ ...where, by: session.login }, (tx) => saveSession(tx, { ...session, seenAt: at, endsAt }))
}
