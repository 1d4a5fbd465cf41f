import { foldTight } from '../vocabulary/folding.ts'
import type { CarryOver, CarryOverDecision, CarryOverRow } from './carry-over.ts'
import { editCarryOver } from './carry-over-edit.ts'
import { DECISION_WORDS, placeNames } from './carry-over-table.ts'
import type { Lineage, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

/**
 * 取り込んだ整理表から始める — each line of the table decides the row that it names by its id or its title, 新規 lines are added behind
 * the line before them. What the table does not name stays undecided; what the paper does not know is left out.
 */
export function prefilled(record: ReformRecord, paper: CarryOver, lineage: readonly Lineage[], newKey: () => string): CarryOver {
  let now = paper
  let before: { row: RecordId; theme: string } | null = null
  for (const line of lineage) {
    const theme = `${line.pillar}\n${line.theme}`
    if (line.from.length === 0) {
      const after: RecordId | null = before?.theme === theme ? before.row : null
      now = added(record, now, line, after, newKey)
      continue
    }
    for (const end of line.from) {
      const row = rowOf(record, now, end)
      if (!row) continue
      now = decidedAs(record, now, row, line, newKey)
      before = { row: row.initiative, theme }
    }
  }
  return now
}

function rowOf(record: ReformRecord, { rows }: CarryOver, { initiative, title }: Lineage['from'][number]): CarryOverRow | undefined {
  const titled = record.initiatives.filter((it) => foldTight(it.title) === foldTight(title)).map(({ id }) => id)
  return rows.find((row) => row.initiative === initiative) ?? rows.find((row) => titled.includes(row.initiative))
}

function decidedAs(record: ReformRecord, paper: CarryOver, row: CarryOverRow, line: Lineage, newKey: () => string): CarryOver {
  const decision = decisionIn(line)
  if (decision === null) return paper
  const said = {
    initiative: row.initiative,
    decision,
    word: decision === 'continue' && line.kind !== DECISION_WORDS.continue ? line.kind : null,
    titles: line.to.map(({ title }) => title),
    sections: line.section === null || line.to.length === 0 ? null : sectionsIn(line.section),
    reason: line.reason ?? '',
  }
  return editCarryOver(record, paper, { edit: 'decision', said, keys: line.to.map(newKey) })
}

/** 見直し区分を読む — by the word it begins with; what is printed as an end and names a successor is a 統合. */
function decisionIn({ kind, to, from }: Lineage): CarryOverDecision | null {
  const word = kind.normalize('NFKC')
  if (to.length === 0) return /^(完了|終了)/.test(word) ? 'complete' : 'end'
  if (/^(統合|集約)/.test(word) || from.length > 1) return 'merge'
  if (to.length > 1) return 'split'
  if (/^(廃止|完了|終了)/.test(word)) return 'merge'
  return 'continue'
}

const sectionsIn = (text: string): string[] =>
  text
    .split('、')
    .map((name) => name.trim())
    .filter((name) => name !== '')

function added(record: ReformRecord, paper: CarryOver, line: Lineage, after: RecordId | null, newKey: () => string): CarryOver {
  const under = record.nodes.find(({ id }) => {
    const place = placeNames(record, id)
    const same = (a: string | null, b: string | null): boolean => foldTight(a ?? '') === foldTight(b ?? '')
    return same(place.pillar, line.pillar) && same(place.theme, line.theme)
  })
  return line.to.reduce(
    (now, { title }) =>
      editCarryOver(record, now, {
        edit: 'addition',
        key: newKey(),
        title,
        under: under?.id ?? null,
        after,
        sections: line.section === null ? [] : sectionsIn(line.section),
      }),
    paper,
  )
}
