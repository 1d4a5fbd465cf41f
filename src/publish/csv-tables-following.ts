import type { EditionJudging } from '../reform/edition.ts'
import { NO_JUDGING } from '../reform/judging.ts'
import { opinionState } from '../reform/opinion.ts'
import type { ReformRecord } from '../reform/record.ts'
import { followingYears } from '../report/following-years.ts'
import { reflectionList } from '../report/reflection-list.ts'
import { costLines } from '../report/results-and-cost.ts'
import { retirementList } from '../report/retirement-list.ts'
import type { CsvCell } from './csv-table.ts'
import type { CsvRows } from './csv-tables-judging.ts'

const RULE = ['years', 'scale', 'word', 'amountYen', 'share'] as const

/** 意見・改善計画・予算反映・廃止の候補・成果と費用 — none of a kind, no file; who wrote something is in none of them. */
export function followingTables(record: ReformRecord, judging: EditionJudging = NO_JUDGING): CsvRows[] {
  const all: CsvRows[] = [
    opinions(judging),
    improvements(judging),
    improvementNotes(judging),
    reflections(record, judging),
    criteria(judging),
    candidates(record, judging),
    costs(record),
  ]
  return all.filter(({ lines }) => lines.length > 0)
}

const opinions = ({ opinions: all }: EditionJudging): CsvRows => ({
  name: 'opinions',
  title: '意見と対応',
  headers: [
    'opinion_id',
    'initiative_id',
    'fiscal_year',
    'stage',
    'body',
    'opinion',
    'said_on',
    'status',
    'section',
    'response',
    'responded_on',
  ],
  lines: all.map((one): CsvCell[] => [
    ...[one.id, one.initiative, one.fiscalYear, one.stage, one.from, one.text, one.saidOn, opinionState(one)],
    ...[one.response?.section ?? null, one.response?.text ?? null, one.response?.on ?? null],
  ]),
})

const improvements = ({ improvements: all }: EditionJudging): CsvRows => ({
  name: 'improvements',
  title: '改善計画',
  headers: ['improvement_id', 'initiative_id', 'fiscal_year', 'section', 'state', 'cause', 'action', 'due', 'closed_on', 'outcome'],
  lines: all.map((one): CsvCell[] => [
    ...[one.id, one.initiative, one.fiscalYear, one.section, one.state, one.cause, one.action, one.due, one.closedOn, one.outcome],
  ]),
})

const improvementNotes = ({ improvements: all }: EditionJudging): CsvRows => ({
  name: 'improvement_notes',
  title: '改善計画の経過',
  headers: ['improvement_id', 'noted_on', 'note'],
  lines: all.flatMap(({ id, notes }) => notes.map(({ on, text }): CsvCell[] => [id, on, text])),
})

const reflections = (record: ReformRecord, judging: EditionJudging): CsvRows => ({
  name: 'budget_reflections',
  title: '予算反映',
  headers: ['initiative_id', 'fiscal_year', 'decision', 'recorded_for', 'status', 'budget_year', 'amount_yen', 'note', 'reason_for_none'],
  lines: reflectionList(record.initiatives, judging).rows.map((row): CsvCell[] => [
    ...[row.initiative.id, row.fiscalYear, row.word, row.recordedFor, row.state, row.budgetFiscalYear, row.amountYen, row.note, row.none],
  ]),
})

const criteria = ({ criteria: all }: EditionJudging): CsvRows => ({
  name: 'retirement_criteria',
  title: '廃止の基準',
  headers: ['criterion_id', 'name', 'kind', 'years', 'scale', 'rating', 'amount_yen', 'share'],
  lines: all.map(({ id, name, rule }): CsvCell[] => [
    ...[id, name, rule.kind],
    ...RULE.map((field) => (rule as Partial<Record<(typeof RULE)[number], CsvCell>>)[field] ?? null),
  ]),
})

const candidates = (record: ReformRecord, judging: EditionJudging): CsvRows => {
  const year = record.fiscalYear ?? followingYears(record, judging.judgements, '').year
  const list = retirementList(record, judging, year)
  return {
    name: 'retirement_candidates',
    title: '廃止の候補（基準に当たった取組。廃止の決定ではありません）',
    headers: ['initiative_id', 'fiscal_year', 'criterion', 'rule', 'values', 'rests_on_guess', 'decided'],
    lines: list.candidates.map(({ initiative, criterion, rule, values, guessed, decided }): CsvCell[] => [
      ...[initiative.id, list.fiscalYear, criterion, rule, values.map(({ name, value }) => `${name}：${value}`).join('｜')],
      ...[guessed ? 'true' : 'false', decided],
    ]),
  }
}

const costs = (record: ReformRecord): CsvRows => ({
  name: 'results_and_cost',
  title: '成果と費用',
  headers: [
    ...['initiative_id', 'fiscal_year', 'budget_yen', 'budget', 'settled_yen', 'settled'],
    ...['indicator', 'target', 'actual', 'achievement', 'unit_cost_yen', 'unit_cost'],
  ],
  lines: costLines(record, null).map((line): CsvCell[] => [
    ...[line.initiative.id, line.fiscalYear, line.budgetYen, line.budget.text, line.settledYen, line.settled.text],
    ...[line.indicator, line.target, line.actual, line.achieved.text, line.unitYen, line.unitCost.text],
  ]),
})
