import type { Act } from '../reform/act.ts'
import type { CarryOver } from '../reform/carry-over.ts'
import type { RecordId } from '../reform/record-id.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { drawnRow, type RowTyped, rowBasis } from '../report/carry-over-form.ts'
import { planFamilies } from '../store/plan-family.ts'
import { loadRecord } from '../store/record.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { Result } from '../vocabulary/result.ts'
import { type AdditionSaid, decideCarryOver, type LineSaid } from './decide-carry-over.ts'
import { type PhaseSaid, startCarryOver } from './start-carry-over.ts'
import type { Chapter } from './tell-story.ts'

/** 引継ぎの物語 — a draft of the next plan: decisions by the title of the old initiative, new ones beside one that names their place. */
export type CarryOverStory = PhaseSaid & {
  plan: string
  office: string
  at: Date
  lines: Record<string, Partial<RowTyped> & Pick<RowTyped, 'decision'>>
  added: readonly { title: string; sections: string; beside: string }[]
}

/** Begins the paper and decides some of it by the acts that the pages use; the plan itself stays as it is. */
export const tellCarryOver =
  (story: CarryOverStory): Chapter =>
  async (store, municipality) => {
    const act: Act = { municipality, by: story.office, at: story.at, role: 'office' }
    const root = (await store.reading(municipality, planFamilies)).find(({ title }) => foldTight(title) === foldTight(story.plan))
    const record = root && (await store.reading(municipality, (db) => loadRecord(db, root.id)))
    if (!record) throw new Error(`${story.plan}：計画がありません`)
    const said = { ...story, phase: root.plan as RecordId, prefill: false }
    const paper = done(await startCarryOver(store, root.id, said, act))
    const sheet = { lines: linesOf(story, record, paper), additions: additionsOf(story, record), withdrawn: [], bulk: null }
    done(await decideCarryOver(store, { family: root.id, id: paper.id }, sheet, act))
  }

function linesOf({ lines }: CarryOverStory, record: StoredRecord, paper: CarryOver): LineSaid[] {
  return Object.entries(lines).map(([title, typed]) => {
    const row = paper.rows.find(({ initiative }) => isCalled(record, initiative, title))
    if (!row) throw new Error(`${title}：引き継ぐ取組にありません`)
    const drawn = drawnRow(paper, row)
    return { initiative: row.initiative, typed: { ...drawn, ...typed }, basis: rowBasis(drawn) }
  })
}

const isCalled = ({ initiatives }: StoredRecord, id: RecordId, title: string): boolean =>
  foldTight(initiatives.find((it) => it.id === id)?.title ?? '') === foldTight(title)

const additionsOf = ({ added }: CarryOverStory, { initiatives }: StoredRecord): AdditionSaid[] =>
  added.map(({ title, sections, beside }) => {
    const it = initiatives.find((one) => foldTight(one.title) === foldTight(beside))
    return { title, sections, under: it?.node ?? null, after: it?.id ?? null }
  })

function done<T>(answer: Result<T, { kind: string }>): T {
  if (!answer.ok) throw new Error(`物語の引継ぎが進みません：${JSON.stringify(answer.problem)}`)
  return answer.value
}
