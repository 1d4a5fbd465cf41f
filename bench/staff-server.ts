import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlanFamilyId } from '../src/reform/record-id.ts'
import { openStore } from '../src/store/database.ts'
import { itemsOf } from '../src/store/round-item.ts'
import { startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { judge } from './staff-judged.ts'
import { buildTown, cookieOf, TOWN } from './staff-town.ts'

/** The staff pages of a large town on the embedded database, durable as in use; prints where it is and who is signed in. */
const folder = mkdtempSync(join(tmpdir(), 'kaikaku-bench-'))
const store = await openStore({ folder: join(folder, 'data') })
const now = new Date()
const round = await buildTown(store, now)
const judged = await judge(store, TOWN, 'family-1' as PlanFamilyId, now)
await store.maintain()
const items = (await store.reading(TOWN, (db) => itemsOf(db, round.id))).map(({ id, section }) => ({ id, section }))
const cookies: Record<string, string> = { office: await cookieOf(store, 'jimukyoku', now) }
for (let nth = 1; nth <= 100; nth += 1) cookies[`第${nth}課`] = await cookieOf(store, `kacho${nth}`, now)
const server = await startServer({
  read: async () => ({ editions: [], downloads: [] }),
  stylesheet: '',
  staffScript: '',
  staff: (pages) => staffApp({ store, now: () => new Date(), log: () => {}, demonstration: false, plainHttp: true, ...pages }),
  port: 0,
  host: '127.0.0.1',
})
console.log(JSON.stringify({ url: server.url, folder, round: round.id, family: round.family, judged, items, cookies }))
