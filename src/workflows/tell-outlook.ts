import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Act } from '../reform/act.ts'
import type { MarkClass } from '../reform/effect-mark.ts'
import type { FiscalOutlook, OutlookId } from '../reform/fiscal-outlook.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { Store } from '../store/database.ts'
import { plansByTitle } from '../store/plan-family.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import type { Result } from '../vocabulary/result.ts'
import { keepOutlook } from './keep-outlook.ts'
import { type MarkSaid, markEffects } from './mark-effects.ts'
import { readOutlookFile } from './read-outlook-file.ts'
import { loadReconciling, markBasis } from './reconciling.ts'
import type { Chapter } from './tell-story.ts'

type StoryMark = { scope: string; years: readonly number[]; mark: MarkClass; line?: string; fund?: 'general' | 'total'; note?: string }
/** 見通しの物語 — editions of the outlook as files, and what the finance officer decided of each. */
export type OutlookStory = {
  /** title of the plan whose effects are reconciled */
  plan: string
  officer: string
  /** where the files lie, from the package root */
  folder: string
  acts: readonly { edition: { file: string }; estimate: string; keptAt: string; markedAt: string; marks: readonly StoryMark[] }[]
}

/** 見通しを語る — the files are read by the real reader and the marks made by the real acts. */
export const tellOutlook =
  (story: OutlookStory, root: string): Chapter =>
  async (store, municipality) => {
    const plans = await store.reading(municipality, plansByTitle)
    const family = plans.find(({ title }) => foldTight(title) === foldTight(story.plan))?.family
    if (!family) throw new Error(`${story.plan}：計画がありません`)
    const at = (when: string): Act => ({ municipality, by: story.officer, at: new Date(`${when}+09:00`), role: 'finance' })
    for (const told of story.acts) {
      const outlook = await keep(store, join(root, story.folder, told.edition.file), at(told.keptAt))
      await mark(store, { municipality, family, outlook: outlook.id, estimate: told.estimate }, told.marks, at(told.markedAt))
    }
  }

async function keep(store: Store, path: string, act: Act): Promise<FiscalOutlook> {
  const read = done(await readOutlookFile({ name: basename(path), bytes: await readFile(path) }))
  return done(await keepOutlook(store, { typed: read.typed, id: null, basis: null, confirmed: true }, { ...act, why: '財政見通しの登録' }))
}

type At = { municipality: MunicipalityCode; family: PlanFamilyId; outlook: OutlookId; estimate: string }

async function mark(store: Store, { municipality, ...at }: At, told: readonly StoryMark[], act: Act): Promise<void> {
  const now = await store.reading(municipality, (db) => loadReconciling(db, at))
  if (!now) throw new Error('物語の見通しがありません')
  const chosen = now.found.amounts.flatMap((amount) => {
    const one = told.find(({ scope, years }) => amount.term.scope.startsWith(scope) && years.includes(amount.fiscalYear))
    if (!one) return []
    const line = one.line === undefined ? null : (now.outlook.lines.find(({ name }) => name === one.line)?.id ?? null)
    const said: MarkSaid = { effect: amount.key, mark: one.mark, line, fund: one.fund ?? null, note: one.note ?? null }
    return [{ amount, said }]
  })
  const basis = markBasis(
    now,
    chosen.map(({ amount }) => amount),
  )
  const marks = chosen.map(({ said }) => said)
  done(await markEffects(store, at, { marks, basis }, { ...act, why: '効果額の織込みの判定' }))
}

function done<T>(answer: Result<T, { kind: string }>): T {
  if (!answer.ok) throw new Error(`物語の見通しが進みません：${JSON.stringify(answer.problem)}`)
  return answer.value
}
