import { changesInDocument, effectiveDay } from '../reform/changes-in-document.ts'
import type { SectionHistory } from '../reform/edition.ts'
import type { OrganizationChange } from '../reform/record.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { Reorganisation, SectionChange } from '../reform/reorganisation.ts'
import { effectOf } from '../reform/reorganise.ts'
import type { Day } from '../vocabulary/calendar-day.ts'

type Documented = OrganizationChange & { family: PlanFamilyId; plan: string; document: { sha256: string; name: string } | null }

/** 取り込んだ文書の組織改正 — of one plan and one day, as a form would hold it, and how much of it the sections say already. */
export type DocumentedReorganisation = {
  family: PlanFamilyId
  plan: string
  documents: string[]
  sha256: string | null
  effective: Day | null
  /** how many reorganisations the document numbers */
  count: number
  changes: SectionChange[]
  applies: number
  already: number
  guessed: number
  /** the one that was made of it */
  taken: Pick<Reorganisation, 'id' | 'title' | 'state'> | null
}

export function documentedReorganisations(
  documented: readonly Documented[],
  sections: readonly SectionHistory[],
  made: readonly Reorganisation[],
): DocumentedReorganisation[] {
  const groups = Map.groupBy(documented, ({ family, effective }) => JSON.stringify([family, effectiveDay(effective)]))
  return [...groups.values()]
    .flatMap((all): DocumentedReorganisation[] => {
      const [first] = all
      if (!first) return []
      const effective = effectiveDay(first.effective)
      // one without a day is asked on the last day there is: what it takes from is there today
      const changes = changesInDocument(all, sections, effective ?? LAST)
      const effects = effective === null ? [] : changes.map((change) => effectOf(sections, effective, change))
      const shas = new Set(all.flatMap(({ document }) => document?.sha256 ?? []))
      const taken = made.find(
        (one) => one.document !== null && shas.has(one.document) && (effective === null || one.effective === effective),
      )
      return [
        {
          ...{ family: first.family, plan: first.plan, effective, changes, count: all.length },
          documents: [...new Set(all.flatMap(({ document }) => document?.name ?? []))],
          sha256: first.document?.sha256 ?? null,
          applies: effective === null ? changes.length : effects.filter((one) => one === 'applies').length,
          already: effects.filter((one) => one === 'already').length,
          guessed: changes.filter((one) => one.guessed).length,
          taken: taken ? { id: taken.id, title: taken.title, state: taken.state } : null,
        },
      ]
    })
    .toSorted((a, b) => ((a.effective ?? '') < (b.effective ?? '') ? 1 : -1))
}
const LAST = '9999-12-31' as Day
