import type { Edition } from '../reform/edition.ts'
import type { RecordId } from '../reform/record.ts'
import { changedThing, dayShort } from './former-values.ts'

export type ChangeTold = { when: string; what: string; before: string; after: string; why: string }

/** 見直しの経緯 — of one initiative, in the order in which it was decided; editions older than the field tell none. */
export function changesTold({ changes = [], record }: Pick<Edition, 'changes' | 'record'>, initiative: RecordId): ChangeTold[] {
  return changes
    .filter((change) => change.initiative === initiative)
    .toSorted((a, b) => ((a.decidedOn ?? '') < (b.decidedOn ?? '') ? -1 : 1))
    .map((change) => ({
      when: change.decidedOn ? dayShort(change.decidedOn) : '日付の記載なし',
      what: changedThing(record, change),
      before: change.before ?? '（記載なし）',
      after: change.after || '（取りやめ）',
      why: [change.reason, change.decisionReason].filter(Boolean).join('／'),
    }))
}
