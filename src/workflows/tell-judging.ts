import { proposalFor, ruleOf } from '../evaluate/judging-facts.ts'
import type { Act } from '../reform/act.ts'
import type { EvaluationStage, JudgementRule, RuleId } from '../reform/judgement.ts'
import type { ReformRecord } from '../reform/record.ts'
import { type RuleSaid, withRule } from '../reform/rule-edit.ts'
import type { Scale, ScaleId } from '../reform/scale.ts'
import { SCALE_TEMPLATES } from '../reform/scale-templates.ts'
import { planFamilies } from '../store/plan-family.ts'
import { loadJudged } from '../store/record-excerpt.ts'
import { rulesOf, saveRule, saveScale } from '../store/scale.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { Result } from '../vocabulary/result.ts'
import { decideJudgements, type JudgementSaid } from './decide-judgement.ts'
import type { Chapter } from './tell-story.ts'

/** 一段階の評価 — by the beginning of a title; a title that is not there has the word of `rest`, or what the rule proposes. */
export type ToldStage = {
  stage: EvaluationStage
  /** key of the template */
  scale: string
  at: Date
  words: Record<string, string | { word: string; reason: string }>
  /** null: as the rule proposes, and nothing where it proposes nothing */
  rest: string | null
}
export type JudgingStory = {
  plan: string
  office: string
  fiscalYear: number
  /** templates of scales, in the order in which they were taken over */
  scales: readonly string[]
  rule: Omit<RuleSaid, 'scale' | 'bands'> & { scale: string; from: Record<string, string>; rest: string }
  at: Date
  stages: readonly ToldStage[]
}

/** 評価の物語 — takes over scales, writes a rule, and judges every initiative, by the acts that the pages use. */
export const tellJudging =
  (story: JudgingStory): Chapter =>
  async (store, municipality) => {
    const act = (at: Date): Act => ({ municipality, by: story.office, at, role: 'office' })
    const plans = await store.reading(municipality, planFamilies)
    const family = plans.find(({ title }) => foldTight(title) === foldTight(story.plan))?.id
    if (!family) throw new Error(`${story.plan}：計画がありません`)
    const scales = story.scales.map(scaleOf)
    await store.writing(act(story.at), async (tx) => {
      for (const [nth, scale] of scales.entries()) await saveScale(tx, family, scale, nth)
      const { from, rest, scale, ...said } = story.rule
      const of = scaleOf(scale)
      const bands = of.grades.map(({ word }) => ({ word, from: from[word] ?? '', rest: word === rest ? 'on' : '' }))
      const known = { scales, rules: [], indicators: new Set<never>() }
      await saveRule(tx, family, done(withRule(known, 'achievement' as RuleId, { ...said, scale: of.id, bands })), 0)
    })
    const record = await store.reading(municipality, (db) => loadJudged(db, family))
    const rules = await store.reading(municipality, (db) => rulesOf(db, family))
    if (!record) return
    for (const told of story.stages) {
      const rows = rowsOf(record, rules, story.fiscalYear, told)
      const by = { fiscalYear: story.fiscalYear, stage: told.stage, scale: scaleOf(told.scale).id }
      done(await decideJudgements(store, family, { ...by, rows }, act(told.at)))
    }
  }

function scaleOf(key: string): Scale {
  const template = SCALE_TEMPLATES.find((one) => one.key === key)
  if (!template) throw new Error(`${key}：ひな型がありません`)
  const { key: _, ...scale } = template
  return { id: key as ScaleId, ...scale }
}

function rowsOf(
  record: ReformRecord,
  rules: readonly JudgementRule[],
  fiscalYear: number,
  { scale, words, rest }: ToldStage,
): JudgementSaid[] {
  const of = scaleOf(scale)
  const rule = ruleOf(rules, of.id)
  // what begins next year was reported by nobody yet
  const reported = record.initiatives.filter(({ evaluations }) => evaluations.some((one) => one.fiscalYear === fiscalYear))
  const missing = Object.keys(words).filter((title) => !reported.some((it) => isNamed(it.title, title)))
  if (missing.length > 0) throw new Error(`${missing.join('、')}：評価する取組にありません`)
  return reported.flatMap((initiative): JudgementSaid[] => {
    const named = Object.entries(words).find(([title]) => isNamed(initiative.title, title))?.[1]
    const proposed = () => proposalFor(record, rule, of, { initiative, indicator: null, fiscalYear })?.word ?? null
    const word = typeof named === 'object' ? named.word : (named ?? rest ?? proposed())
    if (word === null) return []
    return [{ initiative: initiative.id, indicator: null, word, reason: typeof named === 'object' ? named.reason : '', basis: null }]
  })
}

const isNamed = (title: string, begins: string): boolean => foldTight(title).startsWith(foldTight(begins))

function done<T>(answer: Result<T, { kind: string }>): T {
  if (!answer.ok) throw new Error(`物語の評価が進みません：${JSON.stringify(answer.problem)}`)
  return answer.value
}
