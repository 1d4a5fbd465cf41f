import type { ReformRecord, Review, ReviewItem } from '../reform/record.ts'
import { type AnyTable, joined, table } from './csv-table.ts'

type ItemOfReview = { nth: number; review: Review; place: number; item: ReviewItem }
const items = ({ reviews }: ReformRecord): ItemOfReview[] =>
  reviews.flatMap((review, nth) => review.items.map((item, place) => ({ nth: nth + 1, review, place: place + 1, item })))

const reviewItems = table('review_items', '総括の項目', items, [
  ['review_no', (r) => r.nth],
  ['item_no', (r) => r.place],
  ['method', ({ review }) => review.method],
  ['plan_id', ({ review }) => review.plan ?? null],
  ['kind', ({ item }) => item.kind],
  ['number', ({ item }) => item.number],
  ['text', ({ item }) => item.text],
  ['other', ({ item }) => joined(item.other)],
])

/** One row a link: an item without a link has no row here, and stands in review_items all the same. */
const reviewLinks = table(
  'review_links',
  '総括と取組の対応',
  (r) =>
    items(r).flatMap((one) => (['new', 'existing'] as const).flatMap((side) => one.item[side].map((link) => ({ ...one, side, link })))),
  [
    ['review_no', (r) => r.nth],
    ['item_no', (r) => r.place],
    ['kind', ({ item }) => item.kind],
    ['number', ({ item }) => item.number],
    ['side', (r) => r.side],
    ['title', ({ link }) => link.title],
    ['initiative_id', ({ link }) => link.initiative],
    ['sections', ({ link }) => joined(link.sections)],
    ['aggregates', ({ link }) => joined(link.aggregates)],
    ['note', ({ link }) => link.note],
  ],
)

const roadmap = table('roadmap', '工程表', (r) => r.roadmap, [
  ['node_id', (one) => one.node],
  ['initiative_id', (one) => one.initiative],
  ['text', (one) => one.text],
  ['from', (one) => one.from],
  ['to', (one) => one.to],
  ['month', (one) => one.month],
])

export const RENEWAL_TABLES: readonly AnyTable[] = [reviewItems, reviewLinks, roadmap]
