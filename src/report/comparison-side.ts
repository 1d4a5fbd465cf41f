import type { Edition } from '../reform/edition.ts'
import type { ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { type EditionIndex, indexOf } from './edition-index.ts'
import { dateText, yearText } from './figures.ts'
import { comparisonWords as words } from './wording-comparison.ts'

/** 比べる一方 — an edition, or the record as it stands today (number null). */
export type ComparedSide = {
  number: number | null
  name: string
  when: string
  index: EditionIndex
  changes: NonNullable<Edition['changes']>
  publishedAt: string | null
}

const yearOf = (fiscalYear: number | null): string => (fiscalYear === null ? '' : `、${yearText(fiscalYear)}`)
const indexes = new WeakMap<Edition, EditionIndex>()

/** An edition that is compared again and again is indexed once. */
export function editionSide(edition: Edition): ComparedSide {
  const index = indexes.get(edition) ?? indexOf(edition)
  indexes.set(edition, index)
  return {
    number: edition.number,
    name: `第${edition.number}版`,
    when: `${dateText(edition.publishedAt.slice(0, 10))}公表${yearOf(edition.fiscalYear)}`,
    index,
    changes: edition.changes ?? [],
    publishedAt: edition.publishedAt,
  }
}

type Today = { record: ReformRecord; changes: NonNullable<Edition['changes']>; judging?: Edition['judging'] }

/** 今の記録 — what the next edition would say, drawn as if it were one. */
export function todaySide({ record, changes, judging }: Today): ComparedSide {
  const plan = (record.plans.find(({ parent }) => parent === null)?.id ?? '') as RecordId
  const edition: Edition = {
    format: 'kaikaku-edition/1',
    number: 0,
    publishedAt: '',
    hash: '',
    municipality: { code: record.municipality.code ?? '', name: record.municipality.name ?? '' },
    plan,
    fiscalYear: record.fiscalYear,
    record,
    checks: [],
    sources: [],
    documents: [],
    sections: [],
    corrections: [],
    ...(judging ? { judging } : {}),
  }
  return {
    number: null,
    name: words.today,
    when: words.notPublished + yearOf(record.fiscalYear),
    index: indexOf(edition),
    changes,
    publishedAt: null,
  }
}
