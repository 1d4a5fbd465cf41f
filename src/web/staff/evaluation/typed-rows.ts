import type { RecordId } from '../../../reform/record-id.ts'
import { ROWS_A_PAGE } from '../../../report/judging-board.ts'
import type { JudgementSaid } from '../../../workflows/decide-judgement.ts'
import { textOf } from '../plans/typed.ts'

/** What stood in the row when it was sent, so that a refused form can be drawn again. */
export type TypedRow = JudgementSaid & { basis: string }

/**
 * 送られた評価を読む — only the fields that a row asks for. Where the proposals are taken over, they fill the rows that are blank:
 * what was decided, or typed by hand, stays.
 */
export function typedRows(data: FormData): TypedRow[] {
  const takesProposals = textOf(data, 'accept') === 'proposals'
  const rows: TypedRow[] = []
  for (let nth = 0; nth < ROWS_A_PAGE * 5; nth += 1) {
    const at = (name: string): string => textOf(data, `row.${nth}.${name}`)
    const initiative = at('initiative')
    if (initiative === '') break
    const typed = at('word')
    const word = typed === '' && takesProposals ? at('proposed') : typed
    rows.push({
      initiative: initiative as RecordId,
      indicator: at('indicator') === '' ? null : (at('indicator') as RecordId),
      word,
      reason: at('reason'),
      basis: at('basis'),
    })
  }
  return rows
}

export const rowKey = ({ initiative, indicator }: { initiative: string; indicator: string | null }): string =>
  `${initiative}/${indicator ?? ''}`
