import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import type { CarryOver } from '../reform/carry-over.ts'
import { type CarriedSaid, type CarryOverEdit, editCarryOver } from '../reform/carry-over-edit.ts'
import { withSuccessors } from '../reform/carry-over-faults.ts'
import type { RecordId } from '../reform/record-id.ts'
import { decisionTyped, drawnRow, type RowTyped, rowBasis, sectionsTyped } from '../report/carry-over-form.ts'
import type { CannotCarryOver } from '../report/wording-carry-over.ts'
import { saveCarryOver } from '../store/carry-over.ts'
import type { Store } from '../store/database.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { atTheDesk, type CarryOverDesk, type OfPaper } from './carry-over-desk.ts'

/** 一行の入力 — with the hash of what the line was drawn from. */
export type LineSaid = { initiative: RecordId; typed: RowTyped; basis: string }
export type AdditionSaid = { title: string; sections: string; under: RecordId | null; after: RecordId | null }
/** まとめて決める — of the lines that were ticked. */
export type BulkSaid = { do: 'continue' | 'merge'; initiatives: RecordId[]; title: string; reason: string }
export type SheetSaid = { lines: LineSaid[]; additions: AdditionSaid[]; withdrawn: string[]; bulk: BulkSaid | null }

/** `lines`: those that somebody else wrote first. */
export type LinesChanged = { kind: 'changed-meanwhile'; lines: { initiative: RecordId; now: RowTyped }[] }
export type SheetSaved = { paper: CarryOver; count: number }

/**
 * 引継ぎを決める — what is said of some lines. A line that was not touched is not written, so that two people can decide two pillars
 * at once; one that somebody else changed is not overwritten: then nothing is saved, and what stands there now is told.
 */
export const decideCarryOver = (
  store: Store,
  of: OfPaper,
  said: SheetSaid,
  act: Act,
): Promise<Result<SheetSaved, CannotCarryOver | LinesChanged>> =>
  atTheDesk(store, of, act, async (desk): Promise<Result<SheetSaved, CannotCarryOver | LinesChanged>> => {
    const { record, paper } = desk
    if (paper.state === 'applied') return no({ kind: 'carried-already' })
    const unsaid = bulkFault(said.bulk)
    if (unsaid) return no(unsaid)
    const { edits, changed } = lineEdits(paper, said)
    if (changed.length > 0) return no({ kind: 'changed-meanwhile', lines: changed })
    const all = [...edits, ...additionEdits(said), ...bulkEdits(said.bulk)]
    const next = all.reduce((now, edit) => editCarryOver(record, now, edit), paper)
    const count = edits.length + additionEdits(said).length + (said.bulk?.initiatives.length ?? 0)
    return keep(desk, of, next, count)
  })

async function keep(
  { tx, paper }: CarryOverDesk,
  of: OfPaper,
  next: CarryOver,
  count: number,
): Promise<Result<SheetSaved, CannotCarryOver>> {
  if (count === 0) return ok({ paper, count })
  return (await saveCarryOver(tx, of.family, next, paper.version)) ? ok({ paper: next, count }) : no({ kind: 'paper-changed' })
}

const bulkFault = (bulk: BulkSaid | null): CannotCarryOver | null => {
  if (bulk === null) return null
  const least = bulk.do === 'merge' ? 2 : 1
  if (bulk.initiatives.length < least) return { kind: 'nothing-chosen', least }
  return bulk.do === 'merge' && (bulk.title.trim() === '' || bulk.reason.trim() === '') ? { kind: 'merge-unsaid' } : null
}

const newKey = (): string => `new-${randomUUID().slice(0, 8)}`

function lineEdits(paper: CarryOver, { lines, bulk }: SheetSaid): { edits: CarryOverEdit[]; changed: LinesChanged['lines'] } {
  const ticked = new Set(bulk?.initiatives)
  const edits: CarryOverEdit[] = []
  const changed: LinesChanged['lines'] = []
  for (const { initiative, typed, basis } of lines) {
    const row = paper.rows.find((one) => one.initiative === initiative)
    // what is decided together with others is written too, though nobody typed into its line
    if (!row || (rowBasis(typed) === basis && !ticked.has(initiative))) continue
    const now = drawnRow(paper, row)
    if (rowBasis(now) === rowBasis(typed)) continue
    if (rowBasis(now) !== basis) changed.push({ initiative, now })
    else {
      const said = decisionTyped(initiative, typed, now)
      edits.push({ edit: 'decision', said, keys: [...said.titles, ''].map(newKey) })
    }
  }
  return { edits, changed }
}

const additionEdits = ({ additions, withdrawn }: SheetSaid): CarryOverEdit[] => [
  ...withdrawn.map((key) => ({ edit: 'withdrawal' as const, key })),
  ...additions
    .filter(({ title }) => title.trim() !== '')
    .map(({ title, sections, under, after }) => ({
      edit: 'addition' as const,
      key: newKey(),
      title: title.trim(),
      under,
      after,
      sections: sectionsTyped(sections),
    })),
]

function bulkEdits(bulk: BulkSaid | null): CarryOverEdit[] {
  if (bulk === null) return []
  const { initiatives, title, reason } = bulk
  if (bulk.do === 'continue') return [{ edit: 'continuing', initiatives }]
  return [{ edit: 'merging', initiatives, title: title.trim(), reason: reason.trim(), key: newKey() }]
}

/** 新しい期の取組を整える — each with the order in which it is to stand; `basis` is the version of the paper that the page showed. */
export type ArrangedSaid = { targets: (CarriedSaid & { position: string })[]; version: number; renumber: boolean }

export const arrangeCarryOver = (store: Store, of: OfPaper, said: ArrangedSaid, act: Act): Promise<Result<SheetSaved, CannotCarryOver>> =>
  atTheDesk(store, of, act, async (desk): Promise<Result<SheetSaved, CannotCarryOver>> => {
    const { record, paper } = desk
    if (paper.state === 'applied') return no({ kind: 'carried-already' })
    if (paper.version !== said.version) return no({ kind: 'paper-changed' })
    const placeOf = ({ position }: { position: string }): number => Number(position.normalize('NFKC')) || Number.MAX_SAFE_INTEGER
    const edits: CarryOverEdit[] = [
      ...said.targets.map((target) => ({ edit: 'target' as const, said: target })),
      { edit: 'order', keys: said.targets.toSorted((a, b) => placeOf(a) - placeOf(b)).map(({ key }) => key) },
      ...(said.renumber ? [{ edit: 'numbering' as const }] : []),
    ]
    const next = edits.reduce((now, edit) => editCarryOver(record, now, edit), paper)
    return keep(desk, of, next, said.targets.length)
  })

/** 前の期に合わせる, 後継の課に置き換える — what the paper mends by itself when it is asked to. */
export const mendCarryOver = (
  store: Store,
  of: OfPaper,
  mend: 'catching-up' | 'successors',
  act: Act,
): Promise<Result<SheetSaved, CannotCarryOver>> =>
  atTheDesk(store, of, act, async (desk): Promise<Result<SheetSaved, CannotCarryOver>> => {
    const { record, paper, sections } = desk
    if (paper.state === 'applied') return no({ kind: 'carried-already' })
    const next = mend === 'successors' ? withSuccessors(paper, sections) : editCarryOver(record, paper, { edit: 'catching-up' })
    return keep(desk, of, next, 1)
  })
