import { indicatorsOf } from '../evaluate/looking.ts'
import { type RetirementFinding, retirementFinding, type Subject, type WordIn } from '../evaluate/retirement.ts'
import { type Decided, decidedBy } from '../reform/decided.ts'
import type { EditionJudging } from '../reform/edition.ts'
import type { Initiative, ReformRecord } from '../reform/record.ts'
import type { RetirementCriterion } from '../reform/retirement.ts'
import { yearShort } from './figures.ts'
import { type InitiativeTold, toldBy } from './named-initiatives.ts'
import { doubtTexts, retirementValueText, ruleText } from './wording-retirement.ts'

export type RetirementCandidate = {
  initiative: InitiativeTold
  criterion: string
  rule: string
  values: { name: string; value: string }[]
  guessed: boolean
  /** what was decided of the initiative in that year; null: nothing yet */
  decided: string | null
}
export type RetirementUnclear = { initiative: InitiativeTold; why: string }
export type RetirementList = {
  fiscalYear: number
  year: string
  criteria: {
    id: string
    name: string
    rule: string
    candidates: number
    notCaught: number
    /** «cannot tell» is no candidate; each says why */
    unclear: RetirementUnclear[]
  }[]
  candidates: RetirementCandidate[]
}
type Record = Pick<ReformRecord, 'plans' | 'initiatives' | 'indicators'>

/** 廃止の候補 — each initiative against each criterion of the plan; one caught by two criteria stands there twice, with the values of each. */
export function retirementList(
  record: Record,
  { scales, criteria, judgements }: Pick<EditionJudging, 'scales' | 'criteria' | 'judgements'>,
  year: number,
): RetirementList {
  const told = toldBy(record.initiatives)
  const decisions = decidedBy('decision', scales, judgements)
  const wordsBy = wordsOf(scales, judgements)
  const found = record.initiatives.flatMap((initiative) => {
    const indicators = indicatorsOf(record as ReformRecord, initiative)
    const since = sinceOf(record, initiative)
    return criteria.map((criterion) => {
      const subject: Subject = { initiative, indicators, since, wordIn: wordsBy(criterion, initiative) }
      return { initiative, finding: retirementFinding(criterion, subject, year) }
    })
  })
  const of = (id: string) => found.filter(({ finding }) => finding.criterion.id === id)
  return {
    fiscalYear: year,
    year: yearShort(year),
    criteria: criteria.map(({ id, name, rule }) => ({
      id,
      name,
      rule: ruleText(rule, scales),
      candidates: of(id).filter(({ finding }) => finding.verdict === 'candidate').length,
      notCaught: of(id).filter(({ finding }) => finding.verdict === 'not-caught').length,
      unclear: of(id).flatMap(({ initiative, finding }) =>
        finding.verdict === 'cannot-tell' ? [{ initiative: told(initiative.id), why: doubtTexts[finding.doubt] }] : [],
      ),
    })),
    candidates: found
      .filter(({ finding }) => finding.verdict === 'candidate')
      .map(({ initiative, finding }) => candidateOf(told(initiative.id), finding, scales, decisions, year)),
  }
}

function candidateOf(
  initiative: InitiativeTold,
  { criterion, values, guessed }: RetirementFinding,
  scales: EditionJudging['scales'],
  decisions: readonly Decided[],
  year: number,
): RetirementCandidate {
  const decided = decisions.find((one) => one.initiative === initiative.id && one.fiscalYear === year)
  return {
    initiative,
    criterion: criterion.name,
    rule: ruleText(criterion.rule, scales),
    values: values.map(retirementValueText),
    guessed,
    decided: decided?.grade.word ?? null,
  }
}

const sinceOf = ({ plans }: Record, { plan }: Initiative): number | null => {
  const own = plans.find(({ id }) => id === plan)
  return own?.period?.from ?? plans.find(({ id }) => id === own?.parent)?.period?.from ?? null
}

/** What was judged here comes first; a year without it is taken from the document, where it says one thing. */
function wordsOf(scales: EditionJudging['scales'], judgements: EditionJudging['judgements']) {
  const decided = new Map(
    scales.flatMap((scale) =>
      decidedBy(scale.kind, [scale], judgements).map((one) => [`${scale.id} ${one.initiative} ${one.fiscalYear}`, one.grade.word] as const),
    ),
  )
  return ({ rule }: RetirementCriterion, { id, evaluations }: Initiative) =>
    (year: number): WordIn => {
      if (rule.kind !== 'same-word') return { word: null, from: null }
      const word = decided.get(`${rule.scale} ${id} ${year}`)
      if (word !== undefined) return { word, from: 'judgement' }
      const known = new Set(scales.find((scale) => scale.id === rule.scale)?.grades.map((grade) => grade.word))
      const printed = new Set(evaluations.filter(({ fiscalYear, raw }) => fiscalYear === year && known.has(raw)).map(({ raw }) => raw))
      const [only] = printed
      return printed.size === 1 && only !== undefined ? { word: only, from: 'document' } : { word: null, from: null }
    }
}
