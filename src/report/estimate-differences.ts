import type { EstimateSaid } from '../reform/edit-estimate.ts'
import type { TypedDifference } from './edit-form.ts'
import { yearShort } from './figures.ts'

/** 二人の見積りの違い — cell by cell; both tables have the rows of today first, and the typed one may have more. */
export function estimateDifferences(now: EstimateSaid, typed: EstimateSaid): TypedDifference[] {
  return typed.rows.flatMap((row, nth) =>
    typed.columns.flatMap((column, place) => {
      const said = now.rows[nth]?.cells[place] ?? ''
      const mine = row.cells[place] ?? ''
      if (said.trim() === mine.trim()) return []
      const when = `${yearShort(Number(column.year))}${column.status ? `（${column.status}）` : ''}`
      return [{ label: `${row.scope}　${when}`, now: said, typed: mine }]
    }),
  )
}
