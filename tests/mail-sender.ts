import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openStore } from '../src/store/database.ts'
import type { MunicipalityCode } from '../src/vocabulary/municipality-code.ts'
import { doubtAbandoned, type Post, sendOutbox } from '../src/workflows/send-outbox.ts'

/*
 * The sender as a process of its own, for killing. Its clock runs by itself: every question after the time is a second later, and
 * where nothing is left to do but to wait, an hour. RUN counts the processes, so that the clock of the next one is later.
 */
export const AOBA = '990019' as MunicipalityCode
export const STARTED = new Date('2025-05-15T07:00:00+09:00')

async function sendEverything(folder: string, port: number, run: number): Promise<void> {
  let clock = STARTED.getTime() + run * 30 * 86_400_000
  const store = await openStore({ folder })
  const post: Post = {
    settings: {
      host: '127.0.0.1',
      port,
      security: 'none',
      user: null,
      password: null,
      from: { name: '', address: 'gyokaku@aoba.example' },
    },
    municipality: { code: AOBA, name: 'あおば市' },
    pageOf: () => null,
    now: () => {
      clock += 1000
      process.stdout.write('.')
      return new Date(clock)
    },
  }
  await doubtAbandoned(store, post, { everything: true })
  for (;;) {
    const { sent, later, failed, unknown } = await sendOutbox(store, post)
    const waiting = await store.reading(AOBA, async (db) =>
      db.selectFrom('outbox').select('id').where('municipality', '=', AOBA).where('state', '=', 'queued').limit(1).execute(),
    )
    if (waiting.length === 0) break
    // the server is being started again: it has no event that could be waited for
    if (sent + failed + unknown === 0 && later > 0) await wait(20)
    else clock += 3_600_000
  }
  await store.close()
  process.stdout.write('done')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , folder = '', port = '', run = ''] = process.argv
  await sendEverything(folder, Number(port), Number(run))
}
