import { no, ok, type Result } from '../vocabulary/result.ts'
import type { CannotRemove } from './edit-removal.ts'
import { chosen, type EditFault, type RowSaid, rowsAfter, said } from './edit-rows.ts'
import type { ReformRecord, Review, ReviewItem, ReviewLink } from './record.ts'
import type { RecordId } from './record-id.ts'

/**
 * 総括の編集 — a review, one of its items, the order of them. Reviews have no ids: they are known by their place, so that every
 * edit of one that is there carries the hash of what it was drawn from. `item` null: a new one.
 */
export type ReviewEdit =
  | { edit: 'review'; review: number | null; said: ReviewSaid }
  | { edit: 'review-item'; review: number; item: number | null; said: ReviewItemSaid }
  | { edit: 'review-order'; review: number; item: number; by: 'up' | 'down' }
  | { edit: 'review-removal'; review: number; item: number | null }

export type ReviewSaid = { method: string; plan: string }
/** `other` one a line */
export type ReviewItemSaid = { kind: string; number: string; text: string; other: string; links: ReviewLinkSaid[] }
/** 取組との結び付き — `initiative` an id of the plan or blank; sections one a line or with 「、」 between. */
export type ReviewLinkSaid = RowSaid & {
  side: string
  initiative: string
  title: string
  sections: string
  aggregates: (RowSaid & { title: string })[]
  note: string
}

type Done = Result<ReformRecord, EditFault[]>

/** 編集する総括・項目 — null where it is new or gone. */
export function reviewThing({ reviews }: ReformRecord, edit: ReviewEdit): unknown {
  if (edit.review === null) return null
  const review = reviews[edit.review]
  if (!review) return null
  if (edit.edit === 'review') return { method: review.method, plan: review.plan ?? null }
  return edit.item === null ? (edit.edit === 'review-removal' ? review : null) : (review.items[edit.item] ?? null)
}

/** Whether what is to be changed is there at all. */
export const hasReviewThing = (record: ReformRecord, edit: ReviewEdit): boolean =>
  edit.edit === 'review'
    ? edit.review === null || record.reviews[edit.review] !== undefined
    : record.reviews[edit.review] !== undefined && (edit.item === null || record.reviews[edit.review]?.items[edit.item] !== undefined)

/** 総括を直す — the method (KPT, …) and the plan or phase that is looked back on; blank: the document does not say which. */
export function withReview(record: ReformRecord, nth: number | null, typed: ReviewSaid): Done {
  const was = nth === null ? null : (record.reviews[nth] ?? null)
  const method = said(typed.method, was?.method ?? null)
  const plan = record.plans.find(({ id }) => id === typed.plan)?.id ?? null
  const faults: EditFault[] = [
    ...(method === null ? [{ field: 'method', kind: 'missing' } as const] : []),
    ...(typed.plan !== '' && plan === null ? [{ field: 'plan', kind: 'not-a-choice' } as const] : []),
  ]
  if (faults.length > 0 || method === null) return no(faults)
  const { plan: _, ...rest } = was ?? { method, items: [] }
  const review: Review = { ...rest, method, ...(plan === null ? {} : { plan }) }
  return ok({ ...record, reviews: was ? record.reviews.map((one) => (one === was ? review : one)) : [...record.reviews, review] })
}

const KINDS = ['keep', 'problem', 'try'] as const
export const EMPTY_ITEM: ReviewItem = { kind: 'try', number: null, text: '', new: [], existing: [], other: [] }
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const names = (text: string): string[] => lines(text.replaceAll(/[、，]/g, '\n'))
/** What reads the same as before stays the same list, with its sources. */
const kept = (typed: string[], before: string[]): string[] => (JSON.stringify(typed) === JSON.stringify(before) ? before : typed)

/** 総括の項目を直す — a new one goes behind the last of its kind. */
export function withReviewItem(record: ReformRecord, nth: number, place: number | null, typed: ReviewItemSaid): Done {
  const review = record.reviews[nth] as Review
  const was = place === null ? null : (review.items[place] ?? null)
  const before = was ?? EMPTY_ITEM
  const kind = chosen(typed.kind, KINDS)
  const text = said(typed.text, before.text)
  const links = linksAfter(record, before, typed.links)
  const faults: EditFault[] = [
    ...(kind === null ? [{ field: 'kind', kind: 'not-a-choice' } as const] : []),
    ...(text === null ? [{ field: 'text', kind: 'missing' } as const] : []),
    ...(links.ok ? [] : links.problem),
  ]
  if (faults.length > 0 || kind === null || text === null || !links.ok) return no(faults)
  const number = said(typed.number, before.number)
  const item: ReviewItem = { ...before, kind, number, text, other: kept(lines(typed.other), before.other), ...links.value }
  return ok(withItems(record, nth, placed(review.items, was, item)))
}

function placed(items: readonly ReviewItem[], was: ReviewItem | null, item: ReviewItem): ReviewItem[] {
  if (was) return items.map((one) => (one === was ? item : one))
  const last = items.findLastIndex(({ kind }) => kind === item.kind)
  const at = last < 0 ? items.length : last + 1
  return [...items.slice(0, at), item, ...items.slice(at)]
}

const withItems = (record: ReformRecord, nth: number, items: ReviewItem[]): ReformRecord => ({
  ...record,
  reviews: record.reviews.map((one, at) => (at === nth ? { ...one, items } : one)),
})

type Sided = { side: 'new' | 'existing'; link: ReviewLink }
const NO_LINK: ReviewLink = { title: '', sections: [], aggregates: [], note: null, initiative: null }

/** Both lists as one table: a link that changes its side is the same link still. */
export const linksOf = ({ new: fresh, existing }: Pick<ReviewItem, 'new' | 'existing'>): Sided[] => [
  ...fresh.map((link): Sided => ({ side: 'new', link })),
  ...existing.map((link): Sided => ({ side: 'existing', link })),
]

function linksAfter(
  record: ReformRecord,
  before: ReviewItem,
  rows: readonly ReviewLinkSaid[],
): Result<Pick<ReviewItem, 'new' | 'existing'>, EditFault[]> {
  const faults: EditFault[] = []
  const after = rowsAfter(linksOf(before), rows, (row, was, nth): Sided | null => {
    const it = record.initiatives.find(({ id }) => id === row.initiative)
    if (row.initiative !== '' && !it) faults.push({ field: `links.${nth}.initiative`, kind: 'not-a-choice' })
    const old = was?.link ?? NO_LINK
    const title = said(row.title, old.title || null) ?? it?.title ?? null
    const aggregates = rowsAfter(old.aggregates, row.aggregates, (one) => one.title.trim() || null)
    const rest = [row.sections, row.note, ...row.aggregates.map((one) => one.title)].some((text) => text.trim() !== '')
    if (title === null) {
      if (rest) faults.push({ field: `links.${nth}.title`, kind: 'missing' })
      return null
    }
    const typed = names(row.sections)
    const sections = typed.length === 0 && !was && it ? it.sections.map(({ name }) => name) : typed
    const link: ReviewLink = {
      title,
      sections: kept(sections, old.sections),
      aggregates: kept(aggregates, old.aggregates),
      note: said(row.note, old.note),
      initiative: (it?.id ?? null) as RecordId | null,
    }
    const same = JSON.stringify(link) === JSON.stringify(old) ? old : link
    return { side: chosen(row.side, ['new', 'existing']) ?? was?.side ?? (it ? 'existing' : 'new'), link: same }
  })
  if (faults.length > 0) return no(faults)
  const on = (side: Sided['side']): ReviewLink[] => after.filter((one) => one.side === side).map(({ link }) => link)
  return ok({ new: on('new'), existing: on('existing') })
}

/** 項目を上下に動かす — past the neighbour of its own kind. */
export function withReviewOrder(record: ReformRecord, nth: number, place: number, by: 'up' | 'down'): ReformRecord {
  const items = record.reviews[nth]?.items ?? []
  const item = items[place]
  if (!item) return record
  const others = items.map((one, at) => ({ one, at })).filter(({ one }) => one.kind === item.kind)
  const mine = others.findIndex(({ at }) => at === place)
  const with_ = others[mine + (by === 'up' ? -1 : 1)]
  if (!with_) return record
  return withItems(
    record,
    nth,
    items.map((one, at) => (at === place ? with_.one : at === with_.at ? item : one)),
  )
}

/** 項目・総括を消す — a review goes only when it is empty. */
export function withoutReview(record: ReformRecord, nth: number, place: number | null): Result<ReformRecord, CannotRemove> {
  const review = record.reviews[nth] as Review
  if (place !== null)
    return ok(
      withItems(
        record,
        nth,
        review.items.filter((_, at) => at !== place),
      ),
    )
  if (review.items.length > 0) return no({ kind: 'has-items', title: review.method, count: review.items.length })
  return ok({ ...record, reviews: record.reviews.filter((one) => one !== review) })
}
