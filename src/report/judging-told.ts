import { coreOf } from '../evaluate/scale.ts'
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
/** 一つの取組の評価 — the word of each stage, blank where that stage did not judge, and what it comes to on the common core. */
export type DecisionRow = {
  initiative: Named
  sections: string
  words: string[]
  core: CoreStatus | null
  coreText: string
  proposed: string
  differs: boolean
}
export type DecisionTable = { key: string; year: string; scale: string; stages: string[]; hasRule: boolean; rows: DecisionRow[] }
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
  const years = [...new Set(whole.map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => b - a)
  return years.flatMap((year) =>
    scales.flatMap((scale) => {
      const own = whole.filter((one) => one.fiscalYear === year && one.scale === scale.id)
      return own.length === 0 ? [] : [decisionTable(index, year, scale, own)]
    }),
  )
}

function decisionTable(index: EditionIndex, year: number, scale: Scale, own: readonly PublishedJudgement[]): DecisionTable {
  const stages = STAGES_IN_ORDER.filter((stage) => own.some((one) => one.stage === stage))
  const byInitiative = Map.groupBy(own, ({ initiative }) => initiative)
  const holding = new Map(decidedBy(scale.kind, [scale], own).map((one) => [one.initiative, one.judgement]))
  const rows = index.edition.record.initiatives.flatMap((it): DecisionRow[] => {
    const said = byInitiative.get(it.id)
    if (!said) return []
    const holds = holding.get(it.id)
    const proposal = said.findLast((one) => one.proposal !== null)?.proposal ?? null
    const core = holds ? coreOf({ scale: scale.name, raw: holds.word }, [scale]) : null
    return [
      {
        initiative: namedIn(index, it.id),
        sections: it.sections.map(sectionText).join('、'),
        words: stages.map((stage) => said.find((one) => one.stage === stage)?.word ?? ''),
        ...{ core, coreText: coreText(core) },
        proposed: proposal ? (proposal.word ?? '判定できず') : 'なし',
        differs: said.some(differsFromProposal),
      },
    ]
  })
  return {
    key: `${year}-${scale.id}`,
    year: yearText(year),
    scale: scale.name,
    stages: stages.map((stage) => STAGE_NAMES[stage]),
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
