import { decidedBy } from '../reform/decided.ts'
import type { JudgementInput } from '../reform/judgement.ts'
import { type PublishedJudgement, STAGE_NAMES, STAGES_IN_ORDER } from '../reform/judgement-evaluations.ts'
import type { CoreStatus, Scale } from '../reform/scale.ts'
import type { EditionIndex } from './edition-index.ts'
import { dateText, yearText } from './figures.ts'
import { numbered, sectionText } from './initiative-sheet.ts'
import { differsFromProposal } from './judging-board.ts'
import { type JudgingSummary, judgingSummary } from './judging-summary.ts'
import { indicatorChoices, type RuleTold, ruleTold } from './rule-forms.ts'
import { coreText, decisionName, kindMeaning, kindName, stageMeaning } from './wording-judging.ts'

type Named = { id: string; title: string }
export type ScaleTold = {
  id: string
  name: string
  kind: string
  meaning: string
  words: { word: string; meaning: string; core: CoreStatus | null; coreText: string; decision: string }[]
}
/** 一つの取組の評価 — a word for each column, blank where that stage did not judge, and what it comes to on the common core. */
export type DecisionRow = {
  initiative: Named
  sections: string
  words: string[]
  core: CoreStatus | null
  coreText: string
  proposed: string
  differs: boolean
}
/** One year: a column for each scale and stage by which something was judged. */
export type DecisionTable = { year: string; columns: { scale: string; stage: string }[]; hasRule: boolean; rows: DecisionRow[] }
/** 判定案と違う決定 — both, with the values on which the proposal rested. */
export type OverrideTold = {
  initiative: Named
  indicator: string | null
  year: string
  stage: string
  scale: string
  proposed: string
  why: string
  inputs: JudgementInput[]
  word: string
  reason: string
  on: string
}

/** 評価の頁 — the counts, the decisions, those that differ from their proposal, and the words and rules in plain language. */
export type JudgingTold = {
  summary: JudgingSummary
  stages: { name: string; meaning: string }[]
  decisions: DecisionTable[]
  overrides: OverrideTold[]
  scales: ScaleTold[]
  rules: RuleTold[]
}

/** 取組の判定案 — the proposal beside each decision of one initiative and its indicators, the newest year first. */
export type ProposalTold = Omit<OverrideTold, 'initiative' | 'proposed'> & { proposed: string; differs: boolean }
export function proposalsOf(index: EditionIndex, initiative: PublishedJudgement['initiative']): ProposalTold[] {
  const { judging } = index.edition
  return (judging?.judgements ?? [])
    .filter((one) => one.initiative === initiative && one.proposal !== null)
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear || STAGES_IN_ORDER.indexOf(a.stage) - STAGES_IN_ORDER.indexOf(b.stage))
    .map((one) => {
      const { initiative: _, ...told } = overrideTold(index, judging?.scales ?? [], one)
      return { ...told, proposed: one.proposal?.word ?? '判定できず', differs: differsFromProposal(one) }
    })
}

export function judgingTold(index: EditionIndex): JudgingTold {
  const { record, judging } = index.edition
  const scales = judging?.scales ?? []
  const judgements = judging?.judgements ?? []
  const names = indicatorChoices(record.indicators, record.initiatives)
  const nameOf = (id: string): string => names.find((one) => one.id === id)?.name ?? id
  const used = STAGES_IN_ORDER.filter((stage) => judgements.some((one) => one.stage === stage))
  return {
    summary: judgingSummary(record, scales),
    stages: used.map((stage) => ({ name: STAGE_NAMES[stage], meaning: stageMeaning[stage] })),
    decisions: decisionTables(index, scales, judgements),
    overrides: overridesOf(index, scales, judgements),
    scales: scales.map(scaleTold),
    rules: (judging?.rules ?? []).map((rule) => ruleTold(rule, scales, nameOf)),
  }
}

const scaleTold = ({ id, name, kind, grades }: Scale): ScaleTold => ({
  ...{ id, name, kind: kindName[kind], meaning: kindMeaning[kind] },
  words: grades.map(({ word, meaning, core, decision }) => ({
    ...{ word, meaning: meaning ?? '記載なし', core, coreText: coreText(core) },
    decision: decision ? decisionName[decision] : '',
  })),
})

const namedIn = (index: EditionIndex, id: PublishedJudgement['initiative']): Named => {
  const it = index.initiative(id)
  return { id, title: it ? numbered(it) : id }
}

function decisionTables(index: EditionIndex, scales: readonly Scale[], judgements: readonly PublishedJudgement[]): DecisionTable[] {
  const whole = judgements.filter(({ indicator }) => indicator === null)
  const years = [...Map.groupBy(whole, ({ fiscalYear }) => fiscalYear)].toSorted(([a], [b]) => b - a)
  return years.map(([year, own]) => decisionTable(index, year, scales, own))
}

function decisionTable(index: EditionIndex, year: number, scales: readonly Scale[], own: readonly PublishedJudgement[]): DecisionTable {
  const columns = scales.flatMap((scale) =>
    STAGES_IN_ORDER.filter((stage) => own.some((one) => one.stage === stage && one.scale === scale.id)).map((stage) => ({ scale, stage })),
  )
  const byInitiative = Map.groupBy(own, ({ initiative }) => initiative)
  const coresBy = (kind: 'status' | 'decision') =>
    new Map(decidedBy(kind, scales, own).map(({ initiative, grade }) => [initiative, grade.core]))
  const [ways, states] = [coresBy('decision'), coresBy('status')]
  // an end that was decided is said before how far it had come, as everywhere
  const rows = index.edition.record.initiatives.flatMap((it): DecisionRow[] => {
    const said = byInitiative.get(it.id)
    if (!said) return []
    const core = ways.get(it.id) === 'ended' ? 'ended' : (states.get(it.id) ?? null)
    const proposal = said.findLast((one) => one.proposal !== null)?.proposal ?? null
    return [
      {
        initiative: namedIn(index, it.id),
        sections: it.sections.map(sectionText).join('、'),
        words: columns.map(({ scale, stage }) => said.find((one) => one.scale === scale.id && one.stage === stage)?.word ?? ''),
        ...{ core, coreText: coreText(core) },
        proposed: proposal ? (proposal.word ?? '判定できず') : 'なし',
        differs: said.some(differsFromProposal),
      },
    ]
  })
  return {
    year: yearText(year),
    columns: columns.map(({ scale, stage }) => ({ scale: scale.name, stage: STAGE_NAMES[stage] })),
    hasRule: own.some(({ proposal }) => proposal !== null),
    rows,
  }
}

function overridesOf(index: EditionIndex, scales: readonly Scale[], judgements: readonly PublishedJudgement[]): OverrideTold[] {
  return judgements
    .filter(differsFromProposal)
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear || STAGES_IN_ORDER.indexOf(a.stage) - STAGES_IN_ORDER.indexOf(b.stage))
    .map((one) => overrideTold(index, scales, one))
}

const overrideTold = (index: EditionIndex, scales: readonly Scale[], one: PublishedJudgement): OverrideTold => ({
  initiative: namedIn(index, one.initiative),
  indicator: index.edition.record.indicators.find(({ id }) => id === one.indicator)?.name ?? null,
  year: yearText(one.fiscalYear),
  stage: STAGE_NAMES[one.stage],
  scale: scales.find(({ id }) => id === one.scale)?.name ?? '',
  proposed: one.proposal?.word ?? '',
  why: one.proposal?.why ?? '',
  inputs: one.proposal?.inputs ?? [],
  word: one.word,
  reason: one.reason ?? '記載なし',
  on: dateText(one.on),
})
