import type { EditionJudging } from '../reform/edition.ts'
import type { ReformRecord } from '../reform/record.ts'
import { judgementList } from '../report/judgement-list.ts'
import { judgingSummary } from '../report/judging-summary.ts'
import { rounded } from '../vocabulary/decimal.ts'
import type { CsvCell } from './csv-table.ts'

/** One file of rows: its name, title, headers and lines. */
export type CsvRows = { name: string; title: string; headers: string[]; lines: CsvCell[][] }

const JUDGEMENTS = ['initiative_id', 'indicator_id', 'fiscal_year', 'evaluator', 'scale', 'proposed', 'proposed_because', 'inputs']
const SUMMARY = ['fiscal_year', 'evaluator', 'scale', 'rating', 'common_status', 'count', 'share', 'evaluated', 'not_evaluated']

/** 評価の決定・評価尺度・評価の集計 — none of a kind, no file. */
export function judgingTables(record: ReformRecord, judging: EditionJudging | undefined): CsvRows[] {
  const summary = judgingSummary(record, judging?.scales ?? []).flatMap(({ tables }) => tables)
  const all: CsvRows[] = [
    {
      name: 'judgements',
      title: '評価の決定',
      headers: [...JUDGEMENTS, 'rating', 'reason', 'decided_on'],
      lines: (judging ? judgementList(record, judging) : []).map((one) => [
        ...[one.initiative, one.indicatorId, one.fiscalYear, one.stage, one.scale, one.proposed, one.why, one.inputs],
        ...[one.word, one.reason, one.on],
      ]),
    },
    {
      name: 'scales',
      title: '評価尺度',
      headers: ['scale', 'kind', 'order', 'rating', 'meaning', 'common_status', 'decision'],
      lines: (judging?.scales ?? []).flatMap(({ name, kind, grades }) =>
        grades.map(({ word, meaning, core, decision }, nth): CsvCell[] => [name, kind, nth + 1, word, meaning, core, decision]),
      ),
    },
    {
      name: 'evaluation_summary',
      title: '評価の集計',
      headers: SUMMARY,
      lines: summary.flatMap((table) =>
        table.rows.map(({ word, core, count, share }): CsvCell[] => [
          ...[table.fiscalYear, table.stage, table.scale, word, core, count, rounded(share, 4), table.judged, table.undecided],
        ]),
      ),
    },
  ]
  return all.filter(({ lines }) => lines.length > 0)
}
