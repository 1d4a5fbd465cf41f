import type { EvaluationStage } from '../reform/judgement.ts'
import { mayJudge } from '../reform/judging-rights.ts'
import { may, type Standing } from '../reform/rights.ts'
import { countText, yearShort } from './figures.ts'
import { stageName } from './wording-judging.ts'

type ToBeJudged = { family: string; plan: string; fiscalYear: number; initiative: string; section: string | null; stage: EvaluationStage }

/** 評価を待つ取組 — of one plan, year and stage. */
export type JudgingDuty = { family: string; fiscalYear: number; stage: EvaluationStage; title: string; count: number }

/**
 * 評価すること — of the initiatives whose report was accepted and which this person judges. The office may write down every stage; it
 * is reminded of the headquarters only, whose decision nobody else can write down.
 */
export function judgingDuties(standing: Standing, rows: readonly ToBeJudged[]): JudgingDuty[] {
  const forAll = may(standing, 'evaluation.judge', null)
  const own = rows.filter(({ stage, section }) =>
    forAll ? stage === 'headquarters' : mayJudge(standing, stage, section === null ? [] : [section]),
  )
  return [...Map.groupBy(own, ({ family, fiscalYear, stage }) => JSON.stringify([family, fiscalYear, stage])).values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    const { family, plan, fiscalYear, stage } = first
    // several sections may report on one initiative
    const count = new Set(of.map(({ initiative }) => initiative)).size
    return [{ family, fiscalYear, stage, count, title: `${plan}：${yearShort(fiscalYear)} ${stageName[stage]} ${countText(count)}件` }]
  })
}
