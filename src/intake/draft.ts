import { emptyRecord, type Places, type RecordId, type ReformRecord } from '../reform/record.ts'
import type { Cell } from './read/page.ts'

export type Claim = 'fields' | 'prose' | 'boilerplate'
type Place = Cell | string

/**
 * 下書き — what we think a document says: a plain record, and beside it the place of every value,
 * which values are guesses, and which cells were used for what. Cells nobody claimed are the unread ones.
 */
export class Draft {
  readonly record: ReformRecord = emptyRecord()
  readonly remarks: { message: string; at: string[] }[] = []
  readonly layouts = new Set<string>()
  private readonly places = new Map<object, Map<string, Set<string>>>()
  private readonly guessed = new Map<object, Set<string>>()
  private readonly claims = new Map<Cell, { as: Claim; unread: string[] }>()
  private count = 0

  /** A new id, unique in this draft: «initiative-12». */
  id(kind: string): RecordId {
    this.count += 1
    return `${kind}-${this.count}` as RecordId
  }

  /** Sets a value together with the cells it was read from, and claims those cells as fields. */
  put<T extends object, K extends keyof T & string>(
    target: T,
    key: K,
    value: T[K],
    from: Place | readonly Place[],
    how: { guessed?: boolean } = {},
  ): void {
    target[key] = value
    this.from(target, key, from)
    if (how.guessed) this.guess(target, key)
  }

  /** Says where `target[key]` (an array index counts as a key) was read from. */
  from(target: object, key: string | number, from: Place | readonly Place[]): void {
    const all = (Array.isArray(from) ? from : [from]) as readonly Place[]
    if (all.length === 0) return // a value without a place is not one with an empty list of places
    const ofTarget = this.places.get(target) ?? new Map<string, Set<string>>()
    this.places.set(target, ofTarget)
    const known = ofTarget.get(String(key)) ?? new Set<string>()
    for (const place of all) {
      const at = typeof place === 'string' ? place : place.at
      known.add(at)
      if (typeof place !== 'string' && !this.claims.has(place)) this.claim(place, 'fields')
    }
    ofTarget.set(String(key), known)
  }

  /** A value that was moved elsewhere leaves no place behind. */
  forget(target: object, key: string | number): void {
    this.places.get(target)?.delete(String(key))
    this.guessed.get(target)?.delete(String(key))
  }

  /** Marks `target[key]` as a guess. */
  guess(target: object, key: string | number): void {
    const ofTarget = this.guessed.get(target) ?? new Set<string>()
    this.guessed.set(target, ofTarget.add(String(key)))
  }

  /** Where `target[key]` was read from. */
  placesOf(target: object, key: string | number): string[] {
    return [...(this.places.get(target)?.get(String(key)) ?? [])]
  }

  /** Uses a cell: as a field (labels of fields count with them), as prose under its heading, or as furniture of the page. */
  claim(cell: Cell, as: Claim): void {
    this.claims.set(cell, { as, unread: this.claims.get(cell)?.unread ?? [] })
  }

  /** Gives a part of a claimed cell back: this text of it was not placed. */
  leaveUnread(cell: Cell, text: string): void {
    const claim = this.claims.get(cell)
    if (claim && text.trim() !== '') claim.unread.push(text)
  }

  claimOf(cell: Cell): { as: Claim; unread: readonly string[] } | null {
    return this.claims.get(cell) ?? null
  }

  /** Something worth a look that is not arithmetic (指摘). */
  remark(message: string, at: Place | readonly Place[]): void {
    const all = ((Array.isArray(at) ? at : [at]) as readonly Place[]).map((p) => (typeof p === 'string' ? p : p.at))
    const told = this.remarks.find((remark) => remark.message === message)
    if (told) told.at.push(...all.filter((place) => !told.at.includes(place)))
    else this.remarks.push({ message, at: all })
  }

  /** 出典 as JSON pointers, and the pointers of guesses, in the order of the record. */
  pointers(): { at: Places; guesses: string[] } {
    const at: Places = {}
    const guesses: string[] = []
    const walk = (node: object, path: string, near: readonly string[]): void => {
      const own = this.places.get(node)
      const beside = own ? [...new Set([...own.values()].flatMap((places) => [...places]))].slice(0, FEW) : near
      for (const key of this.guessed.get(node) ?? []) guesses.push(`${path}/${escapePointer(key)}`)
      for (const [key, places] of own ?? []) at[`${path}/${escapePointer(key)}`] = [...places]
      for (const [key, value] of Object.entries(node)) {
        const pointer = `${path}/${escapePointer(key)}`
        if (value !== null && typeof value === 'object') walk(value, pointer, at[pointer] ?? (Array.isArray(value) ? [] : beside))
        else if (value !== null && TOGETHER.has(key) && beside.length > 0) at[pointer] ??= [...beside]
      }
    }
    walk(this.record, '', [])
    return { at, guesses }
  }
}

/** Values that are said together: the label, the unit and the digits of a figure stand where the figure stands. */
const TOGETHER = new Set([
  'label',
  'fiscalYear',
  'asOf',
  'from',
  'to',
  'status',
  'where',
  'maintain',
  'raw',
  'value',
  'unit',
  'group',
  'previous',
  'change',
  'numerator',
  'denominator',
  'comparator',
  'name',
  'on',
  'scope',
  'estimate',
  'what',
  'reason',
  'text',
  'definition',
  'quantity',
  'amountYen',
  'differenceYen',
])
const FEW = 3

const escapePointer = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1')
