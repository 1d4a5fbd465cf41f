import { ITEM_COLUMNS, type ItemLine } from '../report/round-item-lines.ts'
import { csvText } from './csv.ts'

/** 照会の一覧の CSV — the lines of the page, with the columns that it has no room for. */
export const roundListCsv = (lines: readonly ItemLine[]): Uint8Array =>
  new TextEncoder().encode(
    csvText(
      ITEM_COLUMNS.map(([header]) => header),
      lines.map((line) => ITEM_COLUMNS.map(([, cell]) => cell(line))),
    ),
  )
