import type { Lineage, RecordId } from '../reform/record.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { LineageTold } from './carry-over.ts'
import type { EditionIndex } from './edition-index.ts'
import { numbered } from './initiative-sheet.ts'

export type LineageBox = {
  id: string
  title: string
  /** the title with its number */
  text: string
  note: string | null
  pillar: string | null
  group: string | null
  /** 「新規」「廃止」, and what is said of it beside the word */
  tag: string | null
  reason: string | null
  edge: 'plain' | 'new' | 'ended' | 'here'
  initiative: RecordId | null
}

type Side = 'old' | 'new'
type End = Lineage['from'][number]

/** A row says where it stands itself; a row that a carry-over made leaves it to the node of its initiative. */
function placeOf(row: LineageTold, end: End, side: Side, index: EditionIndex): { pillar: string | null; theme: string | null } {
  const [pillar, ...themes] = index.pathOf(index.initiative(end.initiative)?.node ?? null).map(numbered)
  const own = { pillar: pillar ?? null, theme: themes.join(' › ') || null }
  const printed = { pillar: row.pillar, theme: row.theme }
  // The old initiative may have stood under another pillar than the one its row is printed under.
  if (side === 'old' && own.pillar !== null) return own
  return printed.pillar === null && printed.theme === null ? own : printed
}

/** Two rows that name the same initiative (or, without an id, the same title under one pillar) mean one box. */
const keyOf = (end: End, pillar: string | null): string => end.initiative ?? foldTight(`${pillar ?? ''}/${end.title}`)

/** 取組の箱 — one a thing, however many rows of the 取組み整理表 name it. */
export class LineageBoxes {
  readonly old = new Map<string, LineageBox>()
  readonly fresh = new Map<string, LineageBox>()
  readonly #index: EditionIndex
  readonly #here: RecordId | null

  constructor(index: EditionIndex, here: RecordId | null) {
    this.#index = index
    this.#here = here
  }

  box(row: LineageTold, end: LineageTold['from'][number], side: Side): LineageBox {
    const id = end.initiative as RecordId | null
    const known = { title: end.title, initiative: id }
    const { pillar, theme } = placeOf(row, known, side, this.#index)
    const all = side === 'old' ? this.old : this.fresh
    const key = keyOf(known, pillar)
    const alone = side === 'old' ? row.to.length === 0 : row.from.length === 0
    const initiative = this.#index.initiative(id)
    const box = all.get(key) ?? {
      id: `${side === 'old' ? 'o' : 'n'}${all.size}`,
      title: end.title,
      text: initiative ? numbered({ number: initiative.number, title: end.title }) : end.title,
      note: null,
      pillar,
      group: theme,
      tag: null,
      reason: null,
      edge: id !== null && id === this.#here ? 'here' : 'plain',
      initiative: initiative ? id : null,
    }
    all.set(key, box)
    if (!alone) return box
    box.tag = row.kind
    box.reason = row.reason
    if (box.edge === 'plain') box.edge = side === 'old' ? 'ended' : 'new'
    return box
  }
}
