import type { Initiative } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import type { Column } from '../table/header.ts'
import { DECISION, JUDGEMENT, MARKED } from '../table/judgement.ts'
import { rowKind } from './indicators.ts'
import type { ListRow } from './rows.ts'

/** A rate beside an initiative («達成率 92.4％») is printed as a judgement of it. */
const isJudged = (column: Column, row: ListRow, ofYears: boolean): boolean =>
  (ofYears && column.role === 'fiscalYear' && column.year !== null) ||
  column.role === 'evaluation' ||
  column.role === 'decision' ||
  (column.role === 'rate' && row.cells.size > 0)
const JUDGED = new RegExp(`${JUDGEMENT.source}|${DECISION.source}`)
const BY_WHOM = /自己|内部|外部|[一二三]次|最終|担当|所管|本部|委員|所属|部長|課長|事務局|総合/

/** 評価 — every column of judgements; a reason beside one belongs to the judgement on its left. */
export function readEvaluations(
  row: ListRow,
  columns: readonly Column[],
  initiative: Initiative,
  scale: string | null,
  draft: Draft,
): void {
  const kind = rowKind(row)
  const judges = kind !== null && /評価|判定|達成度/.test(kind.said)
  for (const cell of judges ? kind.cells : []) draft.claim(cell, 'fields')
  columns.forEach((column, index) => {
    const cell = row.cells.get(column)
    if (!isJudged(column, row, judges) || !cell || cell.text === '') return
    draft.claim(cell, 'fields')
    const isOfYear = judges && column.role === 'fiscalYear'
    const header = (isOfYear ? kind.said : (column.texts.at(-1) ?? '')).replace(/\s+/g, '')
    const isMarked = MARKED.test(foldTight(cell.text)) && JUDGED.test(foldTight(header))
    const beside = columns[index + 1]
    const comment = beside?.role === 'comment' ? row.cells.get(beside) : undefined
    // no judgement, and nothing said about why
    if (/^[-ー―－–—]$/.test(foldTight(cell.text)) && !comment?.text) return
    const name = isMarked ? (column.texts.at(-2) ?? '').replace(/\s+/g, '') : header
    // «外部評価» over «必要性»: by whom, and of what
    const above = (column.texts.length > 1 ? (column.texts.at(-2) as string) : '').replace(/\s+/g, '')
    const stage = column.role === 'evaluation' ? ([name, above].find((words) => BY_WHOM.test(words)) ?? null) : null
    const evaluation: Initiative['evaluations'][number] = {
      fiscalYear: column.year ?? draft.record.fiscalYear,
      stage,
      criterion: stage === name || /^(評価|判定|評価結果|)$/.test(name) ? null : name,
      scale: column.role === 'evaluation' ? scale : null,
      raw: isMarked ? header : cell.text,
      comment: null,
    }
    draft.from(evaluation, 'raw', cell)
    if (comment && comment.text !== '') draft.put(evaluation, 'comment', comment.text, comment)
    if (
      initiative.evaluations.some(
        (e) => e.fiscalYear === evaluation.fiscalYear && e.stage === evaluation.stage && e.criterion === evaluation.criterion,
      )
    )
      return
    initiative.evaluations.push(evaluation)
  })
}
