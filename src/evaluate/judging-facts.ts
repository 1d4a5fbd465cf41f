import type { EvaluationStage, Judgement, JudgementProposal, JudgementRule } from '../reform/judgement.ts'
import type { Initiative, ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import type { Scale, ScaleId } from '../reform/scale.ts'
import { doubtedActuals } from './doubted-actuals.ts'
import { indicatorsOf } from './looking.ts'
import { proposeForInitiative, proposeJudgement } from './propose-judgement.ts'

/** 評価の対象 — one year, one stage, one scale. */
export type JudgedBy = { fiscalYear: number; stage: EvaluationStage; scale: ScaleId }

/** その尺度の判定基準 — a scale has at most one. */
export const ruleOf = (rules: readonly JudgementRule[], scale: ScaleId): JudgementRule | null =>
  rules.find((rule) => rule.scale === scale) ?? null

/** 判定案 — of the initiative, or of one of its indicators; null where the scale has no rule. */
export function proposalFor(
  record: ReformRecord,
  rule: JudgementRule | null,
  scale: Scale,
  { initiative, indicator, fiscalYear }: { initiative: Initiative; indicator: RecordId | null; fiscalYear: number },
): JudgementProposal | null {
  if (!rule) return null
  const all = indicatorsOf(record, initiative)
  const one = all.find(({ id }) => id === indicator)
  if (indicator !== null && !one) return null
  const proposal = one ? proposeJudgement(rule, one, fiscalYear) : proposeForInitiative(rule, scale, all, fiscalYear)
  if (proposal.word === null) return proposal
  const doubts = doubtedActuals(record, initiative, indicator, fiscalYear)
  return doubts.length === 0 ? proposal : { ...proposal, why: `${proposal.why}用いた実績が検算と合いません：${doubts.join('')}` }
}

export const judgementFor = (
  judgements: readonly Judgement[],
  { fiscalYear, stage, scale }: JudgedBy,
  { initiative, indicator }: { initiative: RecordId; indicator: RecordId | null },
): Judgement | null =>
  judgements.find(
    (one) =>
      one.initiative === initiative &&
      one.indicator === indicator &&
      one.fiscalYear === fiscalYear &&
      one.stage === stage &&
      one.scale === scale,
  ) ?? null
