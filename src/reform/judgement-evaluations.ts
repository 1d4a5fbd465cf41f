import { daysBetween } from '../vocabulary/calendar-day.ts'
import { STAGE_WEIGHT } from './decided.ts'
import type { EditionJudging } from './edition.ts'
import type { EvaluationStage } from './judgement.ts'
import type { Evaluation, ReformRecord } from './record.ts'

/** 段階の名 — as they stand in a record and on every page. */
export const STAGE_NAMES: Record<EvaluationStage, string> = {
  section: '一次評価（所管課）',
  department: '二次評価（部）',
  external: '外部評価',
  headquarters: '推進本部',
}

/** 段階の順 — as pages show them: the headquarters decide last, having heard the committee. */
export const STAGES_IN_ORDER: readonly EvaluationStage[] = ['section', 'department', 'external', 'headquarters']

/** A judgement as a published edition holds it: without who wrote it. */
export type PublishedJudgement = EditionJudging['judgements'][number]
export type JudgementsToDerive = { scales: EditionJudging['scales']; judgements: readonly PublishedJudgement[] }

const same = (a: Evaluation, b: Evaluation): boolean =>
  a.fiscalYear === b.fiscalYear && a.stage === b.stage && a.scale === b.scale && a.raw === b.raw

/**
 * 評価を記録に添える — the judgements of whole initiatives as evaluations of the record, behind those that documents brought, the
 * stage that weighs most at the end of its year, where the one that holds is looked for. Derived and never stored: what the record holds already (it was published with them and
 * read back) is not said twice.
 */
export function withJudgements<T extends ReformRecord>(record: T, { scales, judgements }: JudgementsToDerive): T {
  const whole = judgements.filter(({ indicator }) => indicator === null)
  if (whole.length === 0) return record
  const names = new Map(scales.map(({ id, name }) => [id, name]))
  const byInitiative = Map.groupBy(whole, ({ initiative }) => initiative)
  const place = ({ fiscalYear, stage }: PublishedJudgement): number => fiscalYear * 10 + STAGE_WEIGHT[stage]
  return {
    ...record,
    initiatives: record.initiatives.map((it) => {
      const own = (byInitiative.get(it.id) ?? []).toSorted((a, b) => place(a) - place(b) || daysBetween(b.on, a.on))
      const derived = own
        .map(({ fiscalYear, stage, scale, word, reason }): Evaluation => {
          const name = names.get(scale) ?? null
          return { fiscalYear, stage: STAGE_NAMES[stage], criterion: null, scale: name, raw: word, comment: reason }
        })
        .filter((one) => !it.evaluations.some((known) => same(known, one)))
      return derived.length === 0 ? it : { ...it, evaluations: [...it.evaluations, ...derived] }
    }),
  }
}
