import type { CarryOver, CarryOverDecision, CarryOverRow, CarryOverTarget } from './carry-over.ts'
import { originsOf } from './carry-over-draft.ts'
import { nodesInOrder } from './carry-over-numbers.ts'
import type { Lineage, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

/** 見直し区分の語 — as the table prints them. */
export const DECISION_WORDS: Record<CarryOverDecision, string> = {
  continue: '継続',
  merge: '統合',
  split: '分割',
  complete: '完了',
  end: '廃止',
}
export const NEW_WORD = '新規'

/** 整理表の一行 — an old initiative with what becomes of it, or a new one without an origin. */
export type CarryOverLine =
  | { line: 'old'; row: CarryOverRow; targets: CarryOverTarget[]; under: RecordId | null }
  | { line: 'new'; target: CarryOverTarget; under: RecordId | null }

/** 整理表の並び — by pillar and theme of the old phase, new ones behind the line after which they were put, else at the end of their theme. */
export function linesOf(record: Pick<ReformRecord, 'nodes' | 'initiatives'>, paper: CarryOver): CarryOverLine[] {
  const placeOf = new Map(record.initiatives.map(({ id, node }) => [id, node]))
  const targets = new Map(paper.targets.map((target) => [target.key, target]))
  const added = paper.targets.filter(({ key }) => originsOf(paper, key).length === 0)
  const behind = Map.groupBy(added, ({ after }) => after)
  const newLine = (target: CarryOverTarget): CarryOverLine => ({ line: 'new', target, under: target.under })
  const lines = paper.rows.flatMap((row): CarryOverLine[] => [
    {
      line: 'old',
      row,
      targets: row.to.flatMap((key) => targets.get(key) ?? []),
      under: placeOf.get(row.initiative) ?? null,
    },
    ...(behind.get(row.initiative) ?? []).map(newLine),
  ])
  const rows = new Set(paper.rows.map(({ initiative }) => initiative))
  const loose = added.filter(({ after }) => after === null || !rows.has(after)).map(newLine)
  const order = new Map<RecordId | null, number>(nodesInOrder(record).map((id, nth) => [id, nth]))
  return [...lines, ...loose].toSorted((a, b) => (order.get(a.under) ?? -1) - (order.get(b.under) ?? -1))
}

/** 柱と区分の名 — the top and the next one below of the place where something stands; deeper places count with the second. */
export function placeNames(record: Pick<ReformRecord, 'nodes'>, under: RecordId | null): { pillar: string | null; theme: string | null } {
  const path: string[] = []
  for (let at = under; at !== null && path.length <= record.nodes.length; ) {
    const node = record.nodes.find(({ id }) => id === at)
    if (!node) break
    path.unshift([node.number, node.title].filter(Boolean).join(' '))
    at = node.parent
  }
  return { pillar: path[0] ?? null, theme: path[1] ?? null }
}

/** 整理表の系譜 — one line for each old initiative and each new one; `idOf` gives the initiatives that targets became, null before they are made. */
export function lineageOfPaper(
  record: Pick<ReformRecord, 'nodes' | 'initiatives'>,
  paper: CarryOver,
  idOf: (key: string) => RecordId | null = () => null,
): Lineage[] {
  const old = new Map(record.initiatives.map((it) => [it.id, it]))
  const to = (targets: readonly CarryOverTarget[]) => targets.map(({ key, title }) => ({ title, initiative: idOf(key) }))
  return linesOf(record, paper).map((line): Lineage => {
    const place = placeNames(record, line.under)
    if (line.line === 'new')
      return {
        from: [],
        to: to([line.target]),
        kind: NEW_WORD,
        reason: line.target.note || null,
        section: sectionOf([line.target], []),
        ...place,
      }
    const it = old.get(line.row.initiative)
    const { decision, word, reason } = line.row
    return {
      from: [{ title: it?.title ?? '', initiative: line.row.initiative }],
      to: to(line.targets),
      kind: decision === null ? '未定' : (word ?? DECISION_WORDS[decision]),
      reason: reason || null,
      section: sectionOf(line.targets, it?.sections.map(({ name }) => name) ?? []),
      ...place,
    }
  })
}

const sectionOf = (targets: readonly CarryOverTarget[], else_: readonly string[]): string | null => {
  const names = targets.length > 0 ? [...new Set(targets.flatMap(({ sections }) => sections))] : else_
  return names.length > 0 ? names.join('、') : null
}
