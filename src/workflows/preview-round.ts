import { may } from '../reform/rights.ts'
import type { Round, RoundId } from '../reform/round.ts'
import { type RoundPreview, roundPreview } from '../report/round-preview.ts'
import { peopleOf } from '../store/account.ts'
import type { Store } from '../store/database.ts'
import { loadRecord } from '../store/record.ts'
import { roundsOf } from '../store/round.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { CannotOpenRound } from './open-round.ts'
import { plannedItems } from './planned-items.ts'
import { standingIn } from './standing.ts'

type Asked = { municipality: MunicipalityCode; by: string; at: Date; round: Pick<Round, 'family' | 'plan' | 'fiscalYear' | 'opensOn'> }

/** 照会を始める前に見る — the same items that opening would write, written nowhere. */
export async function previewRound(store: Store, { municipality, by, at, round }: Asked): Promise<Result<RoundPreview, CannotOpenRound>> {
  return store.reading(municipality, async (db) => {
    const standing = await standingIn(db, by, at)
    if (!may(standing, 'round.manage')) return no({ kind: 'not-allowed' })
    const record = await loadRecord(db, round.family)
    if (!record?.plans.some(({ id }) => id === round.plan)) return no({ kind: 'no-such-plan' })
    const open = (await roundsOf(db)).find((one) => one.plan === round.plan && one.fiscalYear === round.fiscalYear && !one.closed)
    if (open) return no({ kind: 'already-open', title: open.title })
    const items = plannedItems(record, { ...round, id: 'preview' as RoundId }, standing.sections)
    if (items.length === 0) return no({ kind: 'nothing-to-ask' })
    return ok(roundPreview({ record, items, people: await peopleOf(db), sections: standing.sections, day: round.opensOn }))
  })
}
