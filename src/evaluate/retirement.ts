import type { Actual, Indicator, Initiative, Target } from '../reform/record.ts'
import type { RetirementCriterion, RetirementRule } from '../reform/retirement.ts'
import { compare, type Decimal } from '../vocabulary/decimal.ts'
import { type Achievement, achievement, meets } from './achievement.ts'
import { directionOf } from './direction.ts'
import { actualIn, isDueLater } from './indicator-year.ts'
import { type CostFound, type CostStage, plannedCost } from './initiative-cost.ts'
import { everyOf, someOf, type Tri } from './three-valued.ts'

/** その年度の評語 — judged here, or as a document printed it; null: not judged. */
export type WordIn = { word: string | null; from: 'judgement' | 'document' | null }
export type Subject = {
  initiative: Initiative
  indicators: readonly Indicator[]
  /** by the scale that the rule names */
  wordIn: (year: number) => WordIn
  /** the first year of the plan: before it nothing could be reported */
  since: number | null
}

/** 判断に用いた値 — everything that a verdict rests on. */
export type RetirementValue =
  | { is: 'figures'; indicator: Indicator; year: number; reached: Achievement; dueLater: boolean; hit: Tri }
  | { is: 'rate'; indicator: Indicator; year: number; reached: Achievement; dueLater: boolean; rate: Decimal | null; hit: Tri }
  | { is: 'final'; indicator: Indicator; year: number; target: Target; actual: Actual | null; guessed: boolean; hit: Tri }
  | { is: 'word'; year: number; said: WordIn; hit: Tri }
  | { is: 'cost'; year: number; stage: CostStage | null; found: CostFound; hit: Tri }
  | { is: 'report'; year: number; reported: boolean; hit: Tri }

/** なぜ分からないか */
export type RetirementDoubt =
  | 'no-indicator'
  | 'figures-missing'
  | 'not-judged'
  | 'no-final-target'
  | 'no-cost'
  | 'before-the-plan'
  | 'year-of-report-unknown'

/** 基準に照らした結果 — «cannot tell» is no candidate, and says why. `guessed`: it rests on a guessed direction. */
export type RetirementFinding = { criterion: RetirementCriterion; values: RetirementValue[]; guessed: boolean } & (
  | { verdict: 'candidate' | 'not-caught' }
  | { verdict: 'cannot-tell'; doubt: RetirementDoubt }
)

const restsOnGuess = (value: RetirementValue): boolean =>
  'reached' in value ? value.reached.directionSource === 'guessed' : value.is === 'final' && value.guessed

type Answer = { says: Tri; values: RetirementValue[]; doubt: RetirementDoubt }

/** 廃止の基準に照らす — what is caught is a candidate for a decision, never an end. */
export function retirementFinding(criterion: RetirementCriterion, subject: Subject, year: number): RetirementFinding {
  const { says, values, doubt } = answerOf(criterion.rule, subject, year)
  const guessed = values.some((value) => value.hit !== null && restsOnGuess(value))
  if (says === null) return { criterion, values, guessed, verdict: 'cannot-tell', doubt }
  return { criterion, values, guessed, verdict: says ? 'candidate' : 'not-caught' }
}

function answerOf(rule: RetirementRule, subject: Subject, year: number): Answer {
  switch (rule.kind) {
    case 'targets-missed':
      return byIndicator(subject, (indicator) => lastYears(year, rule.years).map((one) => missedIn(indicator, one)))
    case 'rate-below':
      return byIndicator(subject, (indicator) => lastYears(year, rule.years).map((one) => belowIn(indicator, one, rule.share)))
    case 'final-target-met':
      return finalMet(subject, year)
    case 'same-word':
      return sameWord(subject, lastYears(year, rule.years), rule.word)
    case 'cost-without-result':
      return costWithoutResult(subject, year, rule.amountYen)
    case 'not-reported':
      return notReported(subject, lastYears(year, rule.years))
  }
}

/** The last `count` years, `year` the youngest. */
const lastYears = (year: number, count: number): number[] => Array.from({ length: count }, (_, nth) => year - count + 1 + nth)

/** One indicator that is hit in every year is enough; shown are those that decide. */
function byIndicator({ indicators }: Subject, valuesOf: (indicator: Indicator) => RetirementValue[]): Answer {
  const each = indicators.map((indicator) => {
    const values = valuesOf(indicator)
    return { values, says: everyOf(values.map(({ hit }) => hit)) }
  })
  const says = indicators.length === 0 ? null : someOf(each.map((one) => one.says))
  const deciding = each.filter((one) => one.says === says)
  return { says, values: deciding.flatMap(({ values }) => values), doubt: indicators.length === 0 ? 'no-indicator' : 'figures-missing' }
}

/** A target that comes due later, or on no year, can be met early but is not missed yet. */
const isNotDue = (reached: Achievement, year: number): boolean =>
  reached.target !== null && (reached.target.fiscalYear === null || isDueLater(reached.target, year))

function missedIn(indicator: Indicator, year: number): RetirementValue {
  const reached = achievement(indicator, year)
  const dueLater = isNotDue(reached, year)
  const hit = reached.met === null ? null : reached.met ? false : dueLater ? null : true
  return { is: 'figures', indicator, year, reached, dueLater, hit }
}

function belowIn(indicator: Indicator, year: number, share: Decimal): RetirementValue {
  const reached = achievement(indicator, year)
  const dueLater = isNotDue(reached, year)
  const rate = 'rate' in reached ? reached.rate : null
  const below = rate === null ? null : compare(rate, share) < 0
  // a target that is met without a rate (85%以上を維持) is not below any share of it
  const hit = reached.met === true && rate === null ? false : below === true && dueLater ? null : below
  return { is: 'rate', indicator, year, reached, dueLater, rate, hit }
}

function finalMet({ indicators }: Subject, year: number): Answer {
  const values = indicators.flatMap((indicator): RetirementValue[] => {
    const target = indicator.targets.findLast(({ final }) => final)
    if (!target) return []
    const actual = actualIn(indicator, year)
    const found = directionOf(indicator, target)
    const side = found?.direction === 'maintain' ? indicator.direction : (found?.direction ?? null)
    const hit = actual === null || actual.value === null ? null : meets(actual.value, target, side)
    return [{ is: 'final', indicator, year, target, actual, guessed: found?.source === 'guessed', hit }]
  })
  const doubt = indicators.length === 0 ? 'no-indicator' : values.length === 0 ? 'no-final-target' : 'figures-missing'
  return { says: values.length === 0 ? null : everyOf(values.map(({ hit }) => hit)), values, doubt }
}

function sameWord({ wordIn }: Subject, years: readonly number[], word: string): Answer {
  const values = years.map((year): RetirementValue => {
    const said = wordIn(year)
    return { is: 'word', year, said, hit: said.word === null ? null : said.word === word }
  })
  return { says: everyOf(values.map(({ hit }) => hit)), values, doubt: 'not-judged' }
}

function costWithoutResult(subject: Subject, year: number, amountYen: number): Answer {
  const { stage, found } = plannedCost(subject.initiative, year)
  const costly = 'amountYen' in found ? found.amountYen >= amountYen : null
  const cost: RetirementValue = { is: 'cost', year, stage, found, hit: costly }
  const missed = byIndicator(subject, (indicator) => [missedIn(indicator, year)])
  return { says: everyOf([costly, missed.says]), values: [cost, ...missed.values], doubt: costly === null ? 'no-cost' : missed.doubt }
}

function notReported({ initiative, since }: Subject, years: readonly number[]): Answer {
  const told = initiative.reports.filter(({ progress, issues }) => (progress ?? '').trim() !== '' || (issues ?? '').trim() !== '')
  const undated = told.some(({ fiscalYear }) => fiscalYear === null)
  const values = years.map((year): RetirementValue => {
    const reported = told.some(({ fiscalYear }) => fiscalYear === year)
    const hit = reported ? false : undated || (since !== null && year < since) ? null : true
    return { is: 'report', year, reported, hit }
  })
  return { says: everyOf(values.map(({ hit }) => hit)), values, doubt: undated ? 'year-of-report-unknown' : 'before-the-plan' }
}
