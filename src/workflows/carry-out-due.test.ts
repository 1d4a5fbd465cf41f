import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { AOBA, act, FAMILY, openTown } from '../../tests/staff-town.ts'
import { onBothDatabases } from '../../tests/test-store.ts'
import type { ReorganisationId, SectionChange } from '../reform/reorganisation.ts'
import { auditOf } from '../store/audit.ts'
import type { Store } from '../store/database.ts'
import { loadRecord } from '../store/record.ts'
import { reorganisationById } from '../store/reorganisation.ts'
import { itemsOfOpenRounds } from '../store/round-item.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { carryOutDue, carryOutEverywhere } from './carry-out-due.ts'
import { lookAtReorganisation } from './look-at-reorganisation.ts'
import { applyReorganisation, carryOutReorganisation, draftReorganisation } from './reorganise.ts'

const at = (day: string): Date => new Date(`${day}T00:01:00+09:00`)

/** 改称を前もって適用する */
async function inAdvance(store: Store, effective: string, from: string, to: string): Promise<ReorganisationId> {
  const id = randomUUID() as ReorganisationId
  const change: SectionChange = { kind: '改称', from: [from], to: [to], parent: null, what: null, reason: null }
  const said = { id, title: `${to}への改称`, effective: effective as Day, changes: [change], document: null }
  await draftReorganisation(store, said, 0, act('jimukyoku'))
  const seen = await store.reading(AOBA, (db) => lookAtReorganisation(db, id))
  const applied = await applyReorganisation(store, id, seen?.basis ?? '', act('jimukyoku'))
  if (!applied.ok) throw new Error(applied.problem.kind)
  return id
}

const owners = (store: Store) =>
  store.reading(AOBA, async (db) => ({
    plan: (await loadRecord(db, FAMILY))?.initiatives[5]?.sections[0]?.name,
    item: (await itemsOfOpenRounds(db)).find(({ initiative }) => initiative === 'initiative-6')?.section,
  }))

onBothDatabases('施行日の所管の移替え', (database) => {
  beforeAll(() => openTown(database().store))

  it('施行日の前は何も移さず、施行日の0時から移る', async () => {
    const { store } = database()
    await inAdvance(store, '2025-10-01', '総務課', '庶務課')
    expect(await carryOutEverywhere(store, at('2025-09-30'))).toEqual([])
    expect(await owners(store)).toEqual({ plan: '総務課', item: '総務課' })
    const moved = await carryOutEverywhere(store, at('2025-10-01'))
    expect(moved.map(({ municipality, reorganisation }) => [municipality, reorganisation.title])).toEqual([['あおば市', '庶務課への改称']])
    expect(await owners(store)).toEqual({ plan: '庶務課', item: '庶務課' })
  })

  it('止まっていて施行日を過ぎていても移り、システムの行為として記録され、二度は移さない', async () => {
    const { store } = database()
    const id = await inAdvance(store, '2025-11-01', '庶務課', '総合庶務課')
    expect(await carryOutDue(store, AOBA, at('2025-11-20'))).toHaveLength(1)
    expect(await owners(store)).toEqual({ plan: '総合庶務課', item: '総合庶務課' })
    const log = await store.reading(AOBA, (db) => auditOf(db, { table: 'reorganisation' }))
    expect(log[0]).toMatchObject({ by: 'kaikaku', why: '組織改正の施行日による所管の移替え' })
    expect(await carryOutDue(store, AOBA, at('2025-11-21'))).toEqual([])
    const it = await store.reading(AOBA, (db) => reorganisationById(db, id))
    const late = await carryOutReorganisation(store, id, it?.version ?? 0, { ...act('jimukyoku'), at: at('2025-11-21') })
    expect(late).toMatchObject({ ok: false, problem: { kind: 'applied-already' } })
  })

  it('二つが同時に動いても、一度だけ移る', async () => {
    const { store } = database()
    const id = await inAdvance(store, '2025-12-01', '総合庶務課', '庶務第一課')
    const both = await Promise.all([carryOutDue(store, AOBA, at('2025-12-01')), carryOutDue(store, AOBA, at('2025-12-01'))])
    expect(both.flat()).toHaveLength(1)
    expect((await store.reading(AOBA, (db) => reorganisationById(db, id)))?.version).toBe(3)
    expect(await owners(store)).toEqual({ plan: '庶務第一課', item: '庶務第一課' })
  })
})
