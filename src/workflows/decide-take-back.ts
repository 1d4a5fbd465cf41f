import type { Act } from '../reform/act.ts'
import { decideTakeBack, keepAll, type Undecided } from '../reform/decide-take-back.ts'
import { type ReportFault, reportFaults } from '../reform/report-faults.ts'
import type { Standing } from '../reform/rights.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import type { TakeBackChoices, TakeBackId, TakeBackState } from '../reform/take-back.ts'
import type { Store } from '../store/database.ts'
import type { Tx } from '../store/handles.ts'
import { roundsOf } from '../store/round.ts'
import { closeTakeBack, takeBackById } from '../store/take-back.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { mayOpen, takeBackNow } from './look-at-take-back.ts'
import { type CannotSave, saveReportIn } from './save-report.ts'
import { standingOf } from './standing.ts'
import { afterSteps, type CannotTake, takeStepIn } from './take-step.ts'

/** `seen`: of the comparison as the screen showed it; `rest`: whatever was not chosen keeps the value of today, as was said. */
export type DecisionSaid = { id: TakeBackId; seen: string; choices: TakeBackChoices; rest: boolean; submit: boolean }
export type CannotDecide =
  | { kind: 'no-such-take-back' }
  | { kind: 'not-pending'; state: TakeBackState }
  | { kind: 'changed-meanwhile' }
  | Undecided
  | { kind: 'item-refused'; title: string; problem: CannotSave | CannotTake }
/** 取り込んだもの — `faulty`: saved, and not submitted because something is missing. */
export type TakenIn = { written: RoundItem[]; submitted: number; faulty: { item: RoundItem; faults: ReportFault[] }[] }

/**
 * 回収を決定する — everything that was filled in and chosen is written in one transaction, or nothing of it. What the database says
 * is compared again in it first: if the screen showed something else, nothing is written.
 */
export async function decideOnTakeBack(store: Store, said: DecisionSaid, act: Act): Promise<Result<TakenIn, CannotDecide>> {
  return store.writing(act, async (tx): Promise<Result<TakenIn, CannotDecide>> => {
    const standing = await standingOf(tx)
    const now = await takeBackNow(tx, said.id, standing)
    if (!now) return no({ kind: 'no-such-take-back' })
    const { takeBack, comparison, question, seen } = now
    if (takeBack.state !== 'pending') return no({ kind: 'not-pending', state: takeBack.state })
    if (seen !== said.seen) return no({ kind: 'changed-meanwhile' })
    const choices = said.rest ? { ...keepAll(comparison), ...said.choices } : said.choices
    const decided = decideTakeBack(comparison, choices, question)
    if (!decided.ok) return decided
    const written: RoundItem[] = []
    const known = { items: new Map(question.items.map((item) => [item.id, item])), rounds: await roundsOf(tx) }
    for (const draft of decided.value) {
      const saved = await saveReportIn(tx, draft, { ...standing, instead: 'form.take' }, known)
      if (!saved.ok) return no({ kind: 'item-refused', title: titleOf(question.items, draft.item), problem: saved.problem })
      written.push(saved.value)
    }
    const taken: TakenIn = { written, submitted: 0, faulty: [] }
    if (said.submit) {
      const refused = await submitAll(tx, standing, taken, known.rounds)
      if (!refused.ok) return refused
    }
    await closeTakeBack(tx, said.id, { state: 'decided', outcome: { comparison, choices, ...countsOf(taken) } })
    return ok(taken)
  })
}

const titleOf = (items: readonly RoundItem[], id: string): string => items.find((item) => item.id === id)?.sheet.title ?? id
const countsOf = ({ written, submitted }: TakenIn) => ({ written: written.length, submitted })

/** Whatever has no faults is submitted; the rest stays a draft, as when it is typed. */
async function submitAll(tx: Tx, standing: Standing, taken: TakenIn, rounds: readonly Round[]): Promise<Result<void, CannotDecide>> {
  const done: RoundItem[] = []
  const known = { items: new Map(taken.written.map((item) => [item.id, item])), rounds }
  for (const item of taken.written) {
    const faults = reportFaults(item.content, item.sheet)
    if (faults.length > 0) {
      taken.faulty.push({ item, faults })
      continue
    }
    const submitted = await takeStepIn(tx, standing, 'submit', item.id, { version: item.version }, known)
    if (!submitted.ok) return no({ kind: 'item-refused', title: item.sheet.title, problem: submitted.problem })
    taken.submitted += 1
    done.push(submitted.value)
  }
  await afterSteps(tx, standing, 'submit', done, rounds)
  return ok(undefined)
}

/** 回収を取りやめる — writes none of the values; what was handed in stays on record. */
export async function discardTakeBack(store: Store, id: TakeBackId, act: Act): Promise<Result<void, CannotDecide>> {
  return store.writing(act, async (tx): Promise<Result<void, CannotDecide>> => {
    const takeBack = await takeBackById(tx, id)
    if (!takeBack || !mayOpen(await standingOf(tx), takeBack)) return no({ kind: 'no-such-take-back' })
    if (takeBack.state === 'decided' || takeBack.state === 'discarded') return no({ kind: 'not-pending', state: takeBack.state })
    await closeTakeBack(tx, id, { state: 'discarded', outcome: null })
    return ok(undefined)
  })
}
