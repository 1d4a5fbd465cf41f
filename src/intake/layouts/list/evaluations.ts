import type { Initiative } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import type { Column } from '../table/header.ts'
import type { ListRow } from './rows.ts'

const BY_WHOM = /自己|内部|外部|[一二三]次|最終|担当|所管|本部|委員|所属|部長|課長|事務局|総合/

/** 評価 — every column of judgements; a reason beside one belongs to the judgement on its left. */
export function readEvaluations(
  row: ListRow,
  columns: readonly Column[],
  initiative: Initiative,
  scale: string | null,
  draft: Draft,
): void {
  columns.forEach((column, index) => {
    const cell = row.cells.get(column)
    if ((column.role !== 'evaluation' && column.role !== 'decision') || !cell || cell.text === '') return
    draft.claim(cell, 'fields')
    const beside = columns[index + 1]
    const comment = beside?.role === 'comment' ? row.cells.get(beside) : undefined
    // no judgement, and nothing said about why
    if (/^[-ー―－–—]$/.test(foldTight(cell.text)) && !comment?.text) return
    const name = (column.texts.at(-1) ?? '').replace(/\s+/g, '')
    const isStage = column.role === 'evaluation' && BY_WHOM.test(name)
    const evaluation: Initiative['evaluations'][number] = {
      fiscalYear: column.year ?? draft.record.fiscalYear,
      stage: isStage ? name : null,
      criterion: isStage || /^(評価|判定|評価結果)$/.test(name) ? null : name,
      scale: column.role === 'evaluation' ? scale : null,
      raw: cell.text,
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
