import { foldTight } from '../../../vocabulary/folding.ts'
import { filled } from '../../read/page.ts'
import type { Table } from '../table/block.ts'
import { DECISION } from '../table/fit.ts'
import type { Column } from '../table/header.ts'

/** What a row of a table of figures is, where years are columns: «目標» and «実績» one over the other. */
export const ROW_KIND = /^(目標|実績|計画|見込み?|目標値|実績値|計画値|達成率|進捗率)$/

/**
 * 列の役割の確定 — header words leave some things open that the whole table settles: the lowest of several levels is
 * the initiative, and a column of nothing but 継続/拡充/見直し is a judgement whatever it is called.
 */
export function settleColumns({ header, body }: Pick<Table, 'header' | 'body'>): Column[] {
  const judged = header.columns.map((column): Column => {
    const texts = body.flatMap((row) => filled(row).filter((c) => c.column === column.at)).map((c) => foldTight(c.text))
    const isJudgement = texts.length > 0 && texts.every((t) => DECISION.test(t) || /^[-ー―－]$/.test(t))
    if (!isJudgement || !(column.role === null || column.role === 'issues' || column.role === 'evaluation')) return column
    return { ...column, role: column.role === 'evaluation' ? 'evaluation' : 'decision' }
  })
  return oneTitle(judged, body)
}

function oneTitle(columns: readonly Column[], body: Table['body']): Column[] {
  const titles = columns.filter((c) => c.role === 'title')
  const levels = columns.filter((c) => c.role === 'pillar' || c.role === 'theme')
  if (titles.length > 1) {
    const lowest = titles.at(-1)
    return columns.map((c) => (c.role === 'title' && c !== lowest ? { ...c, role: 'theme' } : c))
  }
  if (titles.length === 1 || columns.some((c) => c.role === 'before' || c.role === 'after')) return [...columns]
  if (columns.some((c) => c.role === 'indicator') && !columns.some((c) => c.role === 'progress' || c.role === 'description'))
    return [...columns]
  const lowest = levels.at(-1)
  if (levels.length > 1 || (lowest && columns.some((c) => c.role === 'description')))
    return columns.map((c) => (c === lowest ? { ...c, role: 'title' } : c))
  // «取組内容» alone, with short texts that are no sentences, names the initiative
  const named = columns.find((c) => c.role === 'description')
  const texts = named ? body.flatMap((row) => filled(row).filter((c) => c.column === named.at)).map((c) => c.text) : []
  const isName = texts.length > 0 && texts.every((t) => t.length <= 40 && !/。/.test(t))
  return columns.map((c) => (isName && c === named ? { ...c, role: 'title' } : c))
}
