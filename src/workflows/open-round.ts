import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import { may } from '../reform/rights.ts'
import type { Round, RoundId } from '../reform/round.ts'
import { type RoundFault, roundFaults } from '../reform/round-rules.ts'
import type { Store } from '../store/database.ts'
import { loadRecord } from '../store/record.ts'
import { roundsOf, saveRound } from '../store/round.ts'
import { addItems } from '../store/round-item.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { plannedItems } from './planned-items.ts'
import { standingOf } from './standing.ts'

export type CannotOpenRound =
  | { kind: 'not-allowed' }
  | { kind: 'no-such-plan' }
  | { kind: 'nothing-to-ask' }
  | { kind: 'already-open'; title: string }
  | { kind: 'round-faults'; faults: RoundFault[] }

/** 照会を始める — one item for every initiative (or part) and its section; what was imported for the year counts as reported. */
export async function openRound(store: Store, said: Omit<Round, 'id' | 'closed'>, act: Act): Promise<Result<Round, CannotOpenRound>> {
  return store.writing(act, async (tx): Promise<Result<Round, CannotOpenRound>> => {
    const round: Round = { ...said, id: randomUUID() as RoundId, closed: false }
    const standing = await standingOf(tx)
    if (!may(standing, 'round.manage')) return no({ kind: 'not-allowed' })
    const faults = roundFaults(round)
    if (faults.length > 0) return no({ kind: 'round-faults', faults })
    const record = await loadRecord(tx, round.family)
    if (!record?.plans.some(({ id }) => id === round.plan)) return no({ kind: 'no-such-plan' })
    const open = (await roundsOf(tx)).find((one) => one.plan === round.plan && one.fiscalYear === round.fiscalYear && !one.closed)
    if (open) return no({ kind: 'already-open', title: open.title })
    const items = plannedItems(record, round, standing.sections)
    if (items.length === 0) return no({ kind: 'nothing-to-ask' })
    await saveRound(tx, round)
    await addItems(tx, items)
    return ok(round)
  })
}
