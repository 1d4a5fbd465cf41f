import { STAGE_NAMES } from '../reform/judgement-evaluations.ts'
import { OPINION_STATES, type Opinion, type OpinionState, opinionState } from '../reform/opinion.ts'
import { dateText, yearShort } from './figures.ts'
import { type InitiativeTold, type Named, placeOf, toldBy } from './named-initiatives.ts'
import { opinionStateNames } from './wording-following.ts'

/** 意見と対応の一行 — what was said beside what is done about it. */
export type OpinionRow = {
  id: string
  /** null: of the plan as a whole */
  initiative: InitiativeTold | null
  year: string
  fiscalYear: number
  from: string
  stage: string
  text: string
  saidOn: string | null
  state: OpinionState
  stateName: string
  /** `draft`: not recorded yet; an edition never holds one */
  response: { section: string | null; text: string; on: string | null; draft: boolean } | null
}
export type OpinionList = { rows: OpinionRow[]; counts: { state: OpinionState; name: string; count: number }[] }

/** 意見と対応の一覧 — the newest year first, what waits for a response before what is answered. */
export function opinionList(initiatives: readonly Named[], opinions: readonly Opinion[]): OpinionList {
  const told = toldBy(initiatives)
  const place = placeOf(initiatives)
  const rows = opinions.map((one): OpinionRow => {
    const { id, initiative, fiscalYear, from, stage, text, saidOn, response } = one
    const state = opinionState(one)
    return {
      id,
      initiative: initiative === null ? null : told(initiative),
      year: yearShort(fiscalYear),
      fiscalYear,
      from,
      stage: STAGE_NAMES[stage],
      text,
      saidOn: saidOn && dateText(saidOn),
      state,
      stateName: opinionStateNames[state],
      response: response && { ...response, on: response.on && dateText(response.on), draft: response.on === null },
    }
  })
  const order = (row: OpinionRow): number => OPINION_STATES.indexOf(row.state)
  return {
    rows: rows.toSorted(
      (a, b) => b.fiscalYear - a.fiscalYear || order(a) - order(b) || place(a.initiative?.id ?? null) - place(b.initiative?.id ?? null),
    ),
    counts: OPINION_STATES.map((state) => ({
      state,
      name: opinionStateNames[state],
      count: rows.filter((row) => row.state === state).length,
    })),
  }
}
