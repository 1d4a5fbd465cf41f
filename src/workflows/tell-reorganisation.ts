import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import type { ReorganisationId } from '../reform/reorganisation.ts'
import { documentedReorganisations } from '../report/documented-reorganisations.ts'
import { rowsPasted, understoodReorganisation } from '../report/reorganisation-form.ts'
import type { Store } from '../store/database.ts'
import { documentedChanges } from '../store/reorganisation.ts'
import { sectionsOf } from '../store/section.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import type { Result } from '../vocabulary/result.ts'
import { lookAtReorganisation } from './look-at-reorganisation.ts'
import { applyReorganisation, chooseSuccessors, draftReorganisation } from './reorganise.ts'
import type { Chapter } from './tell-story.ts'

export type ReorganisationStory = {
  plan: string
  office: string
  /** taken from an imported document of the plan, and applied */
  taken: { title: string; effective: string; at: Date }
  /** pasted from a spreadsheet, and still a draft; initiatives are named by the beginning of their titles */
  draft: { title: string; effective: string; table: string; at: Date; choices: readonly { title: string; from: string; to: string }[] }
}

const acting =
  ({ office }: ReorganisationStory, municipality: MunicipalityCode) =>
  (at: Date, why: string): Act => ({ municipality, by: office, at, why })

/** 組織改正の物語 — one that was applied, one that is being prepared, by the acts that the pages use. */
export const tellReorganisation =
  (story: ReorganisationStory): Chapter =>
  async (store, municipality) => {
    const act = acting(story, municipality)
    await tellTaken(store, municipality, story, act(story.taken.at, '文書の組織改正の適用'))
    await tellDraft(store, municipality, story, act(story.draft.at, '組織改正の案'))
  }

async function tellTaken(store: Store, municipality: MunicipalityCode, { plan, taken }: ReorganisationStory, act: Act): Promise<void> {
  const found = await store.reading(municipality, async (db) =>
    documentedReorganisations(await documentedChanges(db), await sectionsOf(db), []),
  )
  const told = found.find((one) => foldTight(one.plan) === foldTight(plan) && one.effective === taken.effective)
  if (!told) throw new Error(`${taken.effective}：文書の組織改正がありません`)
  const id = randomUUID() as ReorganisationId
  const said = { id, title: taken.title, effective: taken.effective as Day, changes: told.changes, document: told.sha256 }
  done(await draftReorganisation(store, said, 0, act))
  const seen = await store.reading(municipality, (db) => lookAtReorganisation(db, id))
  done(await applyReorganisation(store, id, seen?.basis ?? '', act))
}

async function tellDraft(store: Store, municipality: MunicipalityCode, { draft }: ReorganisationStory, act: Act): Promise<void> {
  const { title, effective, table, choices } = draft
  const said = done(understood(title, effective, table))
  const id = randomUUID() as ReorganisationId
  const drafted = done(await draftReorganisation(store, { id, ...said, document: null }, 0, act))
  const seen = await store.reading(municipality, (db) => lookAtReorganisation(db, id))
  const chosen = choices.flatMap(({ title: name, from, to }) => {
    const one = seen?.preview.initiatives.find((it) => it.from === from && foldTight(it.title).startsWith(foldTight(name)))
    return one ? [{ family: one.family, initiative: one.initiative, from, to: [to] }] : []
  })
  done(await chooseSuccessors(store, id, chosen, drafted.version, { ...act, why: '後継の選択' }))
}

const understood = (title: string, effective: string, table: string) => {
  const read = understoodReorganisation({ title, effective, rows: rowsPasted(table) })
  return read.ok ? read : ({ ok: false, problem: { kind: read.problem.map(({ kind }) => kind).join('、') } } as const)
}

function done<T>(answer: Result<T, { kind: string }>): T {
  if (!answer.ok) throw new Error(`物語の組織改正が進みません：${answer.problem.kind}`)
  return answer.value
}
