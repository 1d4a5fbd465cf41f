import type { Act } from '../reform/act.ts'
import type { Store } from '../store/database.ts'
import { endSessions, openSessions } from '../store/session.ts'

/** セッションを終わらせる — all of one account, or of everybody but whoever does it (S-07); the answer is how many ended. */
export const endSessionsOf = (store: Store, which: { login: string } | { everybodyBut: string }, act: Act): Promise<number> =>
  store.writing(act, async (tx) => {
    const open = await openSessions(tx, act.at)
    const ended = open.filter((one) => ('login' in which ? one.login === which.login : one.tokenHash !== which.everybodyBut))
    for (const { tokenHash } of ended) await endSessions(tx, { tokenHash })
    return ended.length
  })
