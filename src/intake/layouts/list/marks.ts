import type { Initiative, Part } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import { addPart } from '../../join.ts'
import { type ListRow, nameIn } from './rows.ts'

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

/** 年度別計画 — words in the columns of years: what is done in each; a bar over several years is one merged cell. */
export function readSchedule(row: ListRow, initiative: Initiative, part: Part | null, draft: Draft): void {
  const years = [...row.cells].filter(
    ([column, cell]) =>
      (column.role === 'fiscalYear' || column.role === 'schedule') &&
      column.year !== null &&
      column.phase === null &&
      cell.text !== '' &&
      row.own.has(cell),
  )
  if (years.length === 0 || years.some(([, cell]) => /^[\d０-９,，.▲△-]+[^\d\s]{0,3}$/.test(cell.text))) return
  const target = part ?? initiative.parts[0] ?? addPart(draft, initiative)
  const schedule = years.map(([column, cell]) => {
    const from = String(column.year)
    // a text cell has no width: only a merged cell says where its bar ends
    const to = cell.columnSpan > 1 ? String((column.year as number) + cell.columnSpan - 1) : null
    const bar = { from, to, text: cell.text, milestone: false }
    draft.from(bar, 'text', cell)
    return bar
  })
  target.activities.push({
    name: nameIn([...row.cells].find(([c]) => c.role === 'activity')?.[1] ?? years[0]?.[1] ?? ({ text: '' } as never)),
    schedule,
  })
}
