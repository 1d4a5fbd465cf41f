import { achievement } from '../evaluate/achievement.ts'
import { actualIn, targetIn } from '../evaluate/indicator-year.ts'
import { judgementFor, proposalFor, ruleOf } from '../evaluate/judging-facts.ts'
import { indicatorsOf } from '../evaluate/looking.ts'
import type { EvaluationStage, Judgement, JudgementProposal } from '../reform/judgement.ts'
import { judgementBasis } from '../reform/judgement-basis.ts'
import { STAGES_IN_ORDER } from '../reform/judgement-evaluations.ts'
import type { Judging } from '../reform/judging.ts'
import { sectionsOfInitiative } from '../reform/judging-rights.ts'
import type { Indicator, Initiative, ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import type { Scale, ScaleId } from '../reform/scale.ts'
import { percentText } from './figures.ts'
import { yearsOfPlans } from './rule-forms.ts'
import { stageName } from './wording-judging.ts'

/** 評価の画面に要るもの */
export type JudgingFacts = { record: ReformRecord } & Pick<Judging, 'scales' | 'rules' | 'judgements'>
export type BoardState = 'undecided' | 'decided' | 'differing'
/** What was asked for; a blank is «all». */
export type BoardAsked = {
  fiscalYear: number | null
  stage: EvaluationStage | null
  scale: string
  section: string
  state: string
  q: string
  page: number
}
export type FigureLine = { name: string; target: string; actual: string; rate: string | null }
export type EarlierWord = { stage: string; scale: string; word: string; reason: string | null; on: string; own: boolean }
export type BoardRow = {
  initiative: RecordId
  indicator: RecordId | null
  title: string
  sections: string[]
  figures: FigureLine[]
  proposal: JudgementProposal | null
  /** 判定できない訳 — in a few words, where the rule proposes none; the whole reason stands in the proposal */
  withoutWord: string | null
  earlier: EarlierWord[]
  decided: Pick<Judgement, 'word' | 'reason' | 'on'> | null
  /** whoever asks may decide it at this stage */
  may: boolean
  basis: string
}

/** 一段階の評価の画面 — one year, one stage and one scale of all initiatives, a page at a time. */
export type JudgingBoard = {
  fiscalYear: number
  stage: EvaluationStage
  scale: Scale
  hasRule: boolean
  rows: BoardRow[]
  found: number
  pages: number
  page: number
  counts: { all: number; decided: number; undecided: number; differing: number }
  sections: string[]
  /** rows of this page that could be decided as the rule proposes */
  proposable: number
}
export const ROWS_A_PAGE = 40

/** 評価できる年度 — of the plans, of the record, and those that were judged; of the plans' years none that lies further off than the next. */
export function judgedYears(facts: JudgingFacts): number[] {
  const known = [...reportedYears(facts), ...facts.record.initiatives.flatMap(({ evaluations }) => evaluations.flatMap(yearIn))]
  const next = known.length > 0 ? Math.max(...known) + 1 : Number.POSITIVE_INFINITY
  const all = [...yearsOfPlans(facts.record.plans).filter((year) => year <= next), ...known]
  return [...new Set(all)].toSorted((a, b) => a - b)
}

const yearIn = ({ fiscalYear }: { fiscalYear: number | null }): number[] => (fiscalYear === null ? [] : [fiscalYear])

/** Years of which something was reported or judged. */
const reportedYears = ({ record, judgements }: JudgingFacts): number[] => [
  ...record.initiatives.flatMap(({ reports }) => reports.flatMap(yearIn)),
  ...judgements.map((one) => one.fiscalYear),
  ...yearIn(record),
]

/** The year that is asked for, else the last one in which something was reported or judged, else the first of the plan. */
export const yearAsked = (facts: JudgingFacts, asked: number | null): number | null => {
  const years = judgedYears(facts)
  if (asked !== null && years.includes(asked)) return asked
  const said = reportedYears(facts)
  return years.findLast((year) => said.includes(year)) ?? years[0] ?? null
}

type May = (stage: EvaluationStage, initiative: Initiative) => boolean

/** null: there is no scale, or no year, by which to judge. */
export function judgingBoard(facts: JudgingFacts, asked: BoardAsked, stages: readonly EvaluationStage[], may: May): JudgingBoard | null {
  const scale = facts.scales.find(({ id }) => id === asked.scale) ?? facts.scales[0]
  const fiscalYear = yearAsked(facts, asked.fiscalYear)
  if (!scale || fiscalYear === null) return null
  const stage = asked.stage ?? stages[0] ?? 'section'
  const { initiatives } = facts.record
  const own = initiatives.filter((it) => may(stage, it))
  // whoever judges sees first what is theirs; whoever does not sees all
  const seen = own.length > 0 ? own : initiatives
  const by = { fiscalYear, stage, scale: scale.id }
  const lines = seen.map((initiative) => ({
    initiative,
    judgement: judgementFor(facts.judgements, by, { initiative: initiative.id, indicator: null }),
  }))
  const differs = ({ judgement }: (typeof lines)[number]): boolean => differsFromProposal(judgement)
  const fits = (line: (typeof lines)[number]): boolean =>
    (asked.section === '' || sectionsOfInitiative(line.initiative).includes(asked.section)) &&
    (asked.state === '' || stateFits(asked.state, line.judgement)) &&
    (asked.q === '' || `${line.initiative.number ?? ''} ${line.initiative.title}`.normalize('NFKC').includes(asked.q.normalize('NFKC')))
  const found = lines.filter(fits)
  const pages = Math.max(1, Math.ceil(found.length / ROWS_A_PAGE))
  const page = Math.min(Math.max(1, asked.page), pages)
  const decided = lines.filter(({ judgement }) => judgement !== null).length
  const rows = found
    .slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)
    .map(({ initiative }) => boardRow(facts, by, { initiative, indicator: null }, scale, may(stage, initiative)))
  return {
    ...{ fiscalYear, stage, scale, pages, page, found: found.length },
    hasRule: ruleOf(facts.rules, scale.id) !== null,
    rows,
    proposable: rows.filter((row) => row.may && !row.decided && row.proposal?.word).length,
    counts: { all: lines.length, decided, undecided: lines.length - decided, differing: lines.filter(differs).length },
    sections: [...new Set(seen.flatMap(sectionsOfInitiative))].toSorted((a, b) => a.localeCompare(b, 'ja')),
  }
}

/** 判定案と違う決定か */
export const differsFromProposal = (judgement: Pick<Judgement, 'proposal' | 'word'> | null): boolean =>
  judgement !== null && judgement.proposal !== null && judgement.proposal.word !== null && judgement.proposal.word !== judgement.word

function stateFits(state: string, judgement: Judgement | null): boolean {
  if (state === 'undecided') return judgement === null
  if (state === 'decided') return judgement !== null
  return state !== 'differing' || differsFromProposal(judgement)
}

type Row = { initiative: Initiative; indicator: Indicator | null }
type By = { fiscalYear: number; stage: EvaluationStage; scale: ScaleId }

export function boardRow(facts: JudgingFacts, by: By, { initiative, indicator }: Row, scale: Scale, may: boolean): BoardRow {
  const of = { initiative: initiative.id, indicator: indicator?.id ?? null }
  const rule = ruleOf(facts.rules, scale.id)
  const proposal = proposalFor(facts.record, rule, scale, { initiative, indicator: of.indicator, fiscalYear: by.fiscalYear })
  const judgement = judgementFor(facts.judgements, by, of)
  const indicators = indicator ? [indicator] : indicatorsOf(facts.record, initiative)
  const figures = indicators.map((one) => figureLine(one, by.fiscalYear))
  return {
    ...of,
    title: indicator ? indicator.name : [initiative.number, initiative.title].filter(Boolean).join(' '),
    sections: sectionsOfInitiative(initiative),
    figures,
    proposal,
    withoutWord: proposal && proposal.word === null ? withoutWordText(figures) : null,
    earlier: earlierWords(facts, by, of),
    decided: judgement && { word: judgement.word, reason: judgement.reason, on: judgement.on },
    may,
    basis: judgementBasis({ judgement, proposal }),
  }
}

function figureLine(indicator: Indicator, year: number): FigureLine {
  const target = targetIn(indicator, year)
  const reached = achievement(indicator, year)
  const unit = (raw: string | undefined): string => {
    if (raw === undefined || raw === '') return UNSAID
    return indicator.unit !== null && /\d/.test(raw) && !raw.includes(indicator.unit) ? `${raw}（${indicator.unit}）` : raw
  }
  return {
    name: indicator.name,
    target: unit(target?.raw),
    actual: unit(actualIn(indicator, year)?.raw),
    rate: 'rate' in reached ? percentText(reached.rate) : null,
  }
}

/** What else was decided of it this year: the other stages by this scale, then the other scales. */
function earlierWords(facts: JudgingFacts, by: By, of: { initiative: RecordId; indicator: RecordId | null }): EarlierWord[] {
  const place = (stage: EvaluationStage): number => STAGES_IN_ORDER.indexOf(stage)
  const scaleAt = (id: ScaleId): number => (id === by.scale ? -1 : facts.scales.findIndex((scale) => scale.id === id))
  return facts.judgements
    .filter((one) => one.initiative === of.initiative && one.indicator === of.indicator && one.fiscalYear === by.fiscalYear)
    .filter((one) => one.stage !== by.stage || one.scale !== by.scale)
    .toSorted((a, b) => scaleAt(a.scale) - scaleAt(b.scale) || place(a.stage) - place(b.stage))
    .map((one) => ({
      stage: stageName[one.stage],
      scale: facts.scales.find(({ id }) => id === one.scale)?.name ?? '',
      ...{ word: one.word, reason: one.reason, on: one.on },
      own: one.scale === by.scale,
    }))
}

/** What is written where nothing was said; the page and the short reason ask the same word. */
const UNSAID = '記載なし'

/** The common reasons in the width of a column; any other is to be read in full. */
function withoutWordText(figures: readonly FigureLine[]): string | null {
  if (figures.length === 0) return '数値の指標なし'
  if (figures.every(({ actual }) => actual === UNSAID)) return '実績が未報告'
  if (figures.every(({ target }) => target === UNSAID)) return '目標の記載なし'
  return null
}

/** 段階と尺度ごとの件数 — of one year: of the initiatives that this person judges at a stage, how many are decided by each scale. */
export type StageCount = { stage: EvaluationStage; decided: number; all: number }
export type ToJudge = { fiscalYear: number; rows: { scale: Scale; stages: StageCount[] }[] }
export function stagesToJudge(facts: JudgingFacts, stages: readonly EvaluationStage[], asked: number | null, may: May): ToJudge | null {
  const fiscalYear = yearAsked(facts, asked)
  if (fiscalYear === null) return null
  const whole = facts.judgements.filter((one) => one.fiscalYear === fiscalYear && one.indicator === null)
  const own = stages.map((stage) => ({
    stage,
    ids: new Set(facts.record.initiatives.filter((it) => may(stage, it)).map(({ id }) => id)),
  }))
  const count = (scale: Scale, stage: EvaluationStage, ids: ReadonlySet<RecordId>): number =>
    whole.filter((one) => one.scale === scale.id && one.stage === stage && ids.has(one.initiative)).length
  return {
    fiscalYear,
    rows: facts.scales.map((scale) => ({
      scale,
      stages: own.map(({ stage, ids }) => ({ stage, decided: count(scale, stage, ids), all: ids.size })),
    })),
  }
}
