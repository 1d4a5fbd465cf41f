import { type EstimateSaid, MOST_GRID_COLUMNS, MOST_GRID_ROWS } from '../../../reform/edit-estimate.ts'
import { textOf } from '../plans/typed.ts'

/** How many of «rows.3.scope», «columns.2.year» the form sent. */
function countOf(data: FormData, name: string, most: number): number {
  const nths = [...data.keys()].flatMap((key) => {
    const nth = new RegExp(`^${name}\\.(\\d{1,3})\\.`).exec(key)?.[1]
    return nth === undefined ? [] : [Number(nth)]
  })
  return Math.min(most, Math.max(-1, ...nths) + 1)
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, nth) => nth)

/** 送られた見積りの表を読む — only the fields the form asks for; an offered column without a year is none. */
export function estimateTyped(data: FormData): EstimateSaid {
  const columns = upTo(countOf(data, 'columns', MOST_GRID_COLUMNS)).map((nth) => ({
    was: textOf(data, `columns.${nth}.was`),
    year: textOf(data, `columns.${nth}.year`),
    status: textOf(data, `columns.${nth}.status`),
  }))
  const used = upTo(columns.length).filter((nth) => columns[nth]?.was !== '' || columns[nth]?.year.trim() !== '')
  const rows = upTo(countOf(data, 'rows', MOST_GRID_ROWS)).map((nth) => {
    const text = (name: string): string => textOf(data, `rows.${nth}.${name}`)
    return {
      ...{ was: text('was'), of: text('of'), scope: text('scope'), side: text('side'), basis: text('basis') },
      ...{ unit: text('unit'), off: text('off'), cells: used.map((column) => text(`cells.${column}`)) },
    }
  })
  return {
    estimate: textOf(data, 'estimate'),
    columns: used.map((nth) => columns[nth] as (typeof columns)[number]),
    rows: rows.filter(isRow),
  }
}

/** An empty row that was offered is offered again and not carried along. */
const isRow = ({ was, of, scope, cells }: EstimateSaid['rows'][number]): boolean =>
  was !== '' || of !== '' || scope.trim() !== '' || cells.some((cell) => cell.trim() !== '')
