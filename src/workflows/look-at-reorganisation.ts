import { basisOf } from '../reform/plan-edit.ts'
import type { Reorganisation } from '../reform/reorganisation.ts'
import { type ReorganisationPreview, reorganisationPreview, reportsConcerned } from '../report/reorganisation-preview.ts'
import { peopleOf } from '../store/account.ts'
import type { Reader } from '../store/handles.ts'
import { reorganisationById, reportedIn, responsibilitiesOf } from '../store/reorganisation.ts'
import { roundsOf } from '../store/round.ts'
import { itemsOfOpenRounds } from '../store/round-item.ts'
import { sectionsOf } from '../store/section.ts'

/** 見た組織改正 — with the hash of everything that was shown: applying asks for it again. */
export type ReorganisationSeen = { reorganisation: Reorganisation; preview: ReorganisationPreview; basis: string }

/** 組織改正を見る — every initiative, report, account and open round that it touches. Writes nothing. */
export async function lookAtReorganisation(db: Reader, id: string): Promise<ReorganisationSeen | null> {
  const reorganisation = await reorganisationById(db, id)
  if (!reorganisation) return null
  const preview = reorganisationPreview({
    said: reorganisation,
    sections: await sectionsOf(db),
    responsibilities: await responsibilitiesOf(db),
    reported: await reportedIn(db, reportsConcerned(reorganisation.effective)),
    rounds: await roundsOf(db),
    items: await itemsOfOpenRounds(db),
    people: await peopleOf(db),
  })
  return { reorganisation, preview, basis: basisOf({ reorganisation, preview }) }
}
