import { indicatorsOf } from '../evaluate/looking.ts'
import type { EvaluationStage } from '../reform/judgement.ts'
import { STAGES_IN_ORDER } from '../reform/judgement-evaluations.ts'
import type { Initiative } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import type { Scale } from '../reform/scale.ts'
import { dayName } from '../vocabulary/calendar-day.ts'
import { yearText } from './figures.ts'
import { type BoardAsked, type BoardRow, boardRow, type JudgingFacts, yearAsked } from './judging-board.ts'
import { stageName } from './wording-judging.ts'

export type JudgementLine = {
  year: string
  stage: string
  scale: string
  word: string
  proposed: string
  reason: string | null
  /** 決めた人 — on the pages of the staff only; what is published says the stage, never who */
  by: string
  on: string
}
/** 一つの取組の評価の画面 — the rows of one year, stage and scale (the whole, then its indicators), and all that was decided. */
export type InitiativeJudging = {
  id: RecordId
  title: string
  board: { fiscalYear: number; stage: EvaluationStage; scale: Scale; hasRule: boolean; rows: BoardRow[] } | null
  history: JudgementLine[]
}

export function initiativeJudging(
  { names, ...facts }: JudgingFacts & { names: ReadonlyMap<string, string> },
  initiative: Initiative,
  asked: BoardAsked,
  stages: readonly EvaluationStage[],
  may: (stage: EvaluationStage, initiative: Initiative) => boolean,
): InitiativeJudging {
  const scale = facts.scales.find(({ id }) => id === asked.scale) ?? facts.scales[0]
  const fiscalYear = yearAsked(facts, asked.fiscalYear)
  const stage = asked.stage ?? stages[0] ?? 'section'
  const title = [initiative.number, initiative.title].filter(Boolean).join(' ')
  const said = { id: initiative.id, title, history: historyOf(facts, names, initiative) }
  if (!scale || fiscalYear === null) return { ...said, board: null }
  const by = { fiscalYear, stage, scale: scale.id }
  const indicators = indicatorsOf(facts.record, initiative)
  // one indicator is the initiative: two rows would say the same
  const each = indicators.length > 1 ? [null, ...indicators] : [null]
  const rows = each.map((indicator) => boardRow(facts, by, { initiative, indicator }, scale, may(stage, initiative)))
  return { ...said, board: { fiscalYear, stage, scale, hasRule: facts.rules.some((rule) => rule.scale === scale.id), rows } }
}

function historyOf(
  { judgements, scales, record }: JudgingFacts,
  names: ReadonlyMap<string, string>,
  initiative: Initiative,
): JudgementLine[] {
  const place = (stage: EvaluationStage): number => STAGES_IN_ORDER.indexOf(stage)
  const scaleAt = (id: string): number => scales.findIndex((scale) => scale.id === id)
  return judgements
    .filter((one) => one.initiative === initiative.id)
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear || scaleAt(a.scale) - scaleAt(b.scale) || place(a.stage) - place(b.stage))
    .map((one) => {
      const indicator = one.indicator === null ? null : record.indicators.find(({ id }) => id === one.indicator)
      const scale = scales.find(({ id }) => id === one.scale)?.name ?? ''
      return {
        year: yearText(one.fiscalYear),
        stage: stageName[one.stage],
        scale: indicator ? `${scale}（指標「${indicator.name}」）` : scale,
        word: one.word,
        proposed: one.proposal ? (one.proposal.word ?? '判定できず') : 'なし',
        reason: one.reason,
        by: names.get(one.by) ?? one.by,
        on: dayName(one.on),
      }
    })
}
