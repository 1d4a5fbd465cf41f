import type { EvaluationStage } from '../../../reform/judgement.ts'
import type { RefusedJudgement } from '../../../reform/judging-refusals.ts'
import { mayJudge, sectionsOfInitiative, stagesOf } from '../../../reform/judging-rights.ts'
import type { Initiative } from '../../../reform/record.ts'
import type { ScaleId } from '../../../reform/scale.ts'
import { type BoardAsked, judgingBoard } from '../../../report/judging-board.ts'
import { decideJudgements } from '../../../workflows/decide-judgement.ts'
import { paths } from '../../paths.ts'
import { familyOf } from '../plans/serve-edit.tsx'
import { textOf } from '../plans/typed.ts'
import type { Staff } from '../staff.ts'
import { boardAddress, boardAsked } from './asked.ts'
import { factsOf } from './facts.ts'
import { JudgingPage } from './judging-page.tsx'
import { type BroughtBack, NOTHING_BACK } from './judging-rows.tsx'
import { noPlan, noThing } from './scale-serving.tsx'
import { rowKey, type TypedRow, typedRows } from './typed-rows.ts'

export const mayOf =
  (staff: Staff) =>
  (stage: EvaluationStage, initiative: Initiative): boolean =>
    staff.may('evaluation.judge') && mayJudge(staff.standing, stage, sectionsOfInitiative(initiative))

export const broughtBack = (rows: readonly TypedRow[], refused: readonly RefusedJudgement[]): BroughtBack => ({
  typed: new Map(rows.map((row) => [rowKey(row), row])),
  problems: new Map(refused.map((row) => [rowKey(row), row.problem])),
  refused,
})

async function show(staff: Staff, asked: BoardAsked, back: BroughtBack, status: 200 | 422): Promise<Response> {
  const facts = await factsOf(staff, familyOf(staff))
  if (!facts) return noPlan(staff)
  const stages = stagesOf(staff.standing)
  // an address may name a stage of others: they are shown what was decided there
  const shown = asked.stage && !stages.includes(asked.stage) ? [...stages, asked.stage] : stages
  const board = judgingBoard(facts, asked, shown, mayOf(staff))
  if (!board) return staff.go(paths.staff.evaluation(staff.code, familyOf(staff)))
  return staff.show(<JudgingPage staff={staff} facts={facts} board={board} asked={asked} stages={shown} back={back} />, status)
}

export const showJudging = (staff: Staff): Promise<Response> =>
  show(
    staff,
    boardAsked((name) => staff.query(name)),
    NOTHING_BACK,
    200,
  )

export async function takeJudging(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const asked = boardAsked((name) => textOf(data, name).slice(0, 200))
  const { fiscalYear, stage, scale } = asked
  if (fiscalYear === null || stage === null) return noThing(staff)
  const rows = typedRows(data)
  const by = { fiscalYear, stage, scale: scale as ScaleId }
  const done = await decideJudgements(staff.store, familyOf(staff), { ...by, rows }, staff.act('evaluation.judge'))
  if (done.ok) return staff.go(boardAddress(staff, asked, { done: String(done.value.length) }))
  if (done.problem.kind === 'no-such-plan') return noPlan(staff)
  if (done.problem.kind === 'no-such-scale') return noThing(staff)
  return show(staff, asked, broughtBack(rows, done.problem.rows), 422)
}
