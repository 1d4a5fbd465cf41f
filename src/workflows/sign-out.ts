import type { Act } from '../reform/act.ts'
import type { Store } from '../store/database.ts'
import { endSessions } from '../store/session.ts'

/** サインアウト — the session is gone from the database, not only from the browser. */
export const signOut = (store: Store, tokenHash: string, act: Act): Promise<void> =>
  store.writing(act, (tx) => endSessions(tx, { tokenHash }))
