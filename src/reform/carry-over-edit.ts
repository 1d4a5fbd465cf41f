import { foldTight } from '../vocabulary/folding.ts'
import type { CarryOver, CarryOverDecision, CarryOverRow, CarryOverTarget } from './carry-over.ts'
import { initiativesOfPhase, originsOf, proposedKey, proposedTarget, undecidedRow } from './carry-over-draft.ts'
import { numberedTargets } from './carry-over-numbers.ts'
import type { Initiative, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

/** 行の決定 — as one line of the screen says it. `titles` are the new initiatives; `sections` null leaves theirs as they are. */
export type DecisionSaid = {
  initiative: RecordId
  decision: CarryOverDecision | null
  word: string | null
  titles: string[]
  sections: string[] | null
  reason: string
}

/** 新しい期の取組の手直し — number, title, place, sections and note. */
export type CarriedSaid = {
  key: string
  number: string
  title: string
  under: RecordId | null
  sections: string[]
  note: string
}

/** 引継ぎの編集 — what one act on the working paper does; a `key` for something new is given by whoever asks. */
export type CarryOverEdit =
  | { edit: 'decision'; said: DecisionSaid; keys: string[] }
  | { edit: 'continuing'; initiatives: RecordId[] }
  | { edit: 'merging'; initiatives: RecordId[]; title: string; reason: string; key: string }
  | { edit: 'addition'; key: string; title: string; under: RecordId | null; after: RecordId | null; sections: string[] }
  | { edit: 'target'; said: CarriedSaid }
  | { edit: 'order'; keys: string[] }
  | { edit: 'numbering' }
  | { edit: 'catching-up' }
  | { edit: 'withdrawal'; key: string }

/** 編集を当てる — the paper as it reads afterwards; an initiative or a target that is not in it changes nothing. */
export function editCarryOver(record: ReformRecord, paper: CarryOver, edit: CarryOverEdit): CarryOver {
  switch (edit.edit) {
    case 'decision':
      return decided(record, paper, edit.said, edit.keys)
    case 'continuing':
      return edit.initiatives.reduce((now, id) => continued(record, now, id), paper)
    case 'merging':
      return merged(record, paper, edit)
    case 'addition': {
      const { key, title, under, after, sections } = edit
      return { ...paper, targets: [...paper.targets, { key, number: null, title, under, after, added: true, sections, note: '' }] }
    }
    case 'target':
      return withTarget(paper, edit.said)
    case 'order': {
      const place = new Map(edit.keys.map((key, nth) => [key, nth]))
      const placeOf = ({ key }: CarryOverTarget): number => place.get(key) ?? edit.keys.length
      return { ...paper, targets: paper.targets.toSorted((a, b) => placeOf(a) - placeOf(b)) }
    }
    case 'numbering':
      return { ...paper, targets: numberedTargets(record, paper) }
    case 'catching-up':
      return caughtUp(record, paper)
    case 'withdrawal':
      return originsOf(paper, edit.key).length > 0 ? paper : { ...paper, targets: paper.targets.filter(({ key }) => key !== edit.key) }
  }
}

function decided(record: ReformRecord, paper: CarryOver, said: DecisionSaid, keys: readonly string[]): CarryOver {
  const it = record.initiatives.find(({ id }) => id === said.initiative)
  const row = paper.rows.find(({ initiative }) => initiative === said.initiative)
  if (!it || !row) return paper
  const { decision, word, reason } = said
  const ends = decision === 'complete' || decision === 'end'
  const unsaid = decision === 'merge' || decision === 'split' ? '' : it.title
  const titles = ends ? [] : said.titles.length > 0 ? said.titles : [unsaid]
  const made = titles.map((title, nth) => targetFor(paper, it, row, { title, nth, decision, keys }))
  const sections = said.sections
  const targets = sections === null ? made : made.map((one) => ({ ...one, sections }))
  const next: CarryOverRow = { ...row, decision, word: decision === 'continue' ? word : null, reason, to: targets.map(({ key }) => key) }
  return tidied(placed(paper, next, targets), row)
}

type Wanted = { title: string; nth: number; decision: CarryOverDecision | null; keys: readonly string[] }

/**
 * The target that a title means. 統合 goes into the one that is already called so; whoever keeps going on alone keeps the own one,
 * renamed; a further part of a 分割 is new.
 */
function targetFor(paper: CarryOver, it: Initiative, row: CarryOverRow, { title, nth, decision, keys }: Wanted): CarryOverTarget {
  const own = row.to.map((key) => paper.targets.find((target) => target.key === key)).filter((target) => target !== undefined)
  const called = (target: CarryOverTarget): boolean => foldTight(target.title) === foldTight(title)
  if (decision === 'merge') {
    const same = paper.targets.find((target) => called(target) && title !== '')
    const alone = own[nth]
    // renaming what several are merged into is done where the target is written, not here: it would move the others too
    return same ?? (alone && originsOf(paper, alone.key).length === 1 ? { ...alone, title } : fresh(it, title, keys[nth] ?? ''))
  }
  const mine = decision === 'split' ? (own.find(called) ?? own[nth]) : own[nth]
  if (mine && originsOf(paper, mine.key).length === 1) return { ...mine, title }
  // it leaves those with which it was one, and the field still says what they are called
  if (mine && called(mine) && decision !== 'split') return { ...(ownProposal(paper, it) ?? proposedTarget(it)), title: it.title }
  return nth === 0 ? { ...(ownProposal(paper, it) ?? proposedTarget(it)), title } : fresh(it, title, keys[nth] ?? '')
}

/** The proposal of an initiative, where no other goes on in it. */
const ownProposal = (paper: CarryOver, it: Initiative): CarryOverTarget | undefined =>
  paper.targets.find(({ key }) => key === proposedKey(it.id))

const fresh = (it: Initiative, title: string, key: string): CarryOverTarget => ({ ...proposedTarget(it), key, number: null, title })

/** The row and its targets put into the paper; new targets stand behind those of the row, or at the end. */
function placed(paper: CarryOver, row: CarryOverRow, targets: readonly CarryOverTarget[]): CarryOver {
  const known = new Set(paper.targets.map(({ key }) => key))
  const now = new Map(targets.map((target) => [target.key, target]))
  const kept = paper.targets.map((target) => now.get(target.key) ?? target)
  const added = targets.filter(({ key }) => !known.has(key))
  const anchor = targets.find(({ key }) => known.has(key))?.key
  const at = anchor === undefined ? placeInOrder(paper, row) : kept.findIndex(({ key }) => key === anchor) + 1
  return {
    ...paper,
    rows: paper.rows.map((one) => (one.initiative === row.initiative ? row : one)),
    targets: [...kept.slice(0, at), ...added, ...kept.slice(at)],
  }
}

/** Behind the targets of the rows that stand before it. */
function placeInOrder(paper: CarryOver, row: CarryOverRow): number {
  const before = paper.rows.slice(
    0,
    paper.rows.findIndex(({ initiative }) => initiative === row.initiative),
  )
  const keys = new Set(before.flatMap(({ to }) => to))
  return paper.targets.findLastIndex(({ key }) => keys.has(key)) + 1
}

/** What the row went on in before, and nobody goes on in now, goes; what was added as 新規 stays. */
function tidied(paper: CarryOver, before: CarryOverRow): CarryOver {
  const left = new Set(before.to.filter((key) => originsOf(paper, key).length === 0))
  return { ...paper, targets: paper.targets.filter(({ key, added }) => added || !left.has(key)) }
}

function continued(record: ReformRecord, paper: CarryOver, id: RecordId): CarryOver {
  const row = paper.rows.find(({ initiative }) => initiative === id)
  if (!row) return paper
  const title = titlesOf(paper, row)[0] ?? record.initiatives.find((it) => it.id === id)?.title ?? ''
  const alone = row.to.length === 1 && originsOf(paper, row.to[0] as string).length === 1
  const own = alone ? title : (record.initiatives.find((it) => it.id === id)?.title ?? title)
  return decided(
    record,
    paper,
    { initiative: id, decision: 'continue', word: row.word, titles: [own], sections: null, reason: row.reason },
    [],
  )
}

function merged(record: ReformRecord, paper: CarryOver, edit: Extract<CarryOverEdit, { edit: 'merging' }>): CarryOver {
  const { initiatives, title, reason, key } = edit
  return initiatives.reduce(
    (now, initiative) =>
      decided(record, now, { initiative, decision: 'merge', word: null, titles: [title], sections: null, reason }, [key]),
    paper,
  )
}

/** 前の期に合わせる — rows for what was written into the old phase since, none for what was removed or has ended. */
function caughtUp(record: ReformRecord, paper: CarryOver): CarryOver {
  const old = initiativesOfPhase(record, paper.from)
  const known = new Set(paper.rows.map(({ initiative }) => initiative))
  const going = new Set(old.map(({ id }) => id))
  const gone = paper.rows.filter(({ initiative }) => !going.has(initiative))
  const added = old.filter(({ id }) => !known.has(id))
  const rows = [...paper.rows.filter((row) => !gone.includes(row)), ...added.map(({ id }) => undecidedRow(id))]
  const targets = [...paper.targets, ...added.map(proposedTarget)]
  return gone.reduce((now, row) => tidied(now, row), { ...paper, rows, targets })
}

/** The new titles of a row, in its order. */
export const titlesOf = (paper: CarryOver, row: CarryOverRow): string[] =>
  row.to.flatMap((key) => paper.targets.find((target) => target.key === key)?.title ?? [])

function withTarget(paper: CarryOver, said: CarriedSaid): CarryOver {
  const was = paper.targets.find(({ key }) => key === said.key)
  if (!was) return paper
  const number = said.number.trim() === '' ? null : said.number.trim()
  const target: CarryOverTarget = { ...was, number, title: said.title, under: said.under, sections: said.sections, note: said.note }
  return { ...paper, targets: paper.targets.map((one) => (one === was ? target : one)) }
}
