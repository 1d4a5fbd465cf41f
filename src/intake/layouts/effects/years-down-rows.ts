import { readYen } from '../../../vocabulary/yen.ts'
import type { Draft } from '../../draft.ts'
import { type Cell, filled } from '../../read/page.ts'
import { addEffect, mainFigure } from '../list/amounts.ts'
import { isSum, listRows } from '../list/rows.ts'
import type { Table } from '../table/block.ts'
import type { Setting } from '../table/titles.ts'
import { yearIn } from '../table/years-down.ts'
import { addTotal, knownNode } from './totals.ts'

/** Years one below the other: each column is what other tables have as a row, and the sum at the foot its total. */
export function readYearsDown(table: Table, setting: Setting, draft: Draft): void {
  const [, ...scopes] = table.header.columns
  for (const column of table.header.columns) for (const cell of column.cells) draft.claim(cell, 'fields')
  for (const row of listRows(table.body, table.header.columns, draft)) {
    const first = filled(row.row)[0] as Cell
    const said = yearIn(first.text)
    if (!said && !isSum(first.text)) continue
    draft.claim(first, 'fields')
    for (const column of scopes) {
      const cell = row.cells.get(column)
      if (!cell) continue
      const scope = (column.texts[0] as string).replace(/\s*\n\s*/g, '')
      const of = isSum(scope) ? null : knownNode(scope, draft)
      if (said)
        addEffect(draft, { ...column, role: 'effect', year: said.year, phase: said.phase === '基準' ? null : said.phase }, cell, {
          scope,
          of,
          setting,
        })
      else
        addTotal(
          scope,
          { total: { cell, yen: readYen(mainFigure(cell.text), column.unit ?? setting.unit) }, difference: null },
          setting,
          draft,
        )
    }
  }
}
