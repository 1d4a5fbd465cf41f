import { type ReportStep, stepsFor } from '../../../reform/report-steps.ts'
import type { Round, RoundItem, RoundItemId } from '../../../reform/round.ts'
import type { Work } from '../../../report/duties.ts'
import type { NameOf } from '../../../report/wording-reports.ts'
import { namesOf } from '../../../store/account.ts'
import { roundById, roundsOf } from '../../../store/round.ts'
import { itemById, itemsOfOpenRounds } from '../../../store/round-item.ts'
import { type StepTaken, type Submission, stepsOf, submissionsOf } from '../../../store/round-step.ts'
import type { Staff } from '../staff.ts'

/** 一件の報告の画面に要るもの */
export type OneReport = {
  item: RoundItem
  round: Round
  steps: ReportStep[]
  history: StepTaken[]
  submissions: Submission[]
  nameOf: NameOf
}

const nameIn =
  (names: ReadonlyMap<string, string>): NameOf =>
  (login) =>
    names.get(login) ?? login

/** 進行中の照会の全体 — three questions, however many rounds and items there are. */
export async function workOf(staff: Staff): Promise<Work & { nameOf: NameOf }> {
  return staff.store.reading(staff.code, async (db) => ({
    standing: staff.standing,
    rounds: await roundsOf(db),
    items: await itemsOfOpenRounds(db),
    nameOf: nameIn(await namesOf(db)),
  }))
}

/** The item alone, for an act that reads the rest itself. */
export async function oneItem(staff: Staff, id: string): Promise<RoundItem | null> {
  return staff.store.reading(staff.code, (db) => itemById(db, id as RoundItemId))
}

/** null where there is no such report in this municipality. */
export async function oneReport(staff: Staff, id: string): Promise<OneReport | null> {
  return staff.store.reading(staff.code, async (db) => {
    const item = await itemById(db, id as RoundItemId)
    const round = item && (await roundById(db, item.round))
    if (!item || !round) return null
    return {
      item,
      round,
      steps: stepsFor({ ...staff.standing, round, item }),
      history: await stepsOf(db, { item: item.id }),
      submissions: await submissionsOf(db, item.id),
      nameOf: nameIn(await namesOf(db)),
    }
  })
}
