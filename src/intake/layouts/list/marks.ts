import type { Initiative } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import type { ListRow } from './rows.ts'

const ON = /^[○◯〇●◎✓✔レ☑■1]$/
const OFF = /^[-ー―－×✕✗☐□0]$/

/** 5レスなどの印 — a column of marks for each name below the scheme. */
export function readMarks(row: ListRow, initiative: Initiative, draft: Draft): void {
  for (const [column, cell] of row.cells) {
    if (column.role !== 'marks') continue
    const scheme = column.texts.length > 1 ? (column.texts[0] as string).replace(/\s+/g, '') : '印'
    const name = (column.texts.at(-1) as string).replace(/\s+/g, '')
    const plain = foldTight(cell.text)
    const on = ON.test(plain) ? true : OFF.test(plain) ? false : null
    if (on === null || initiative.marks.some((m) => m.scheme === scheme && m.name === name)) continue
    const mark = { scheme, name, on }
    initiative.marks.push(mark)
    draft.from(mark, 'on', cell)
  }
}
