import { linksOf, type ReviewItemSaid, type ReviewLinkSaid } from '../reform/edit-review.ts'
import { roadmapOf } from '../reform/edit-roadmap.ts'
import { editRecord, type PlanEdit } from '../reform/plan-edit.ts'
import type { Initiative, ReviewItem } from '../reform/record.ts'
import type { PlanFamilyId, RecordId } from '../reform/record-id.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { drawnReviewItem, drawnRoadmap } from '../report/renewal-forms.ts'
import { planFamilies } from '../store/plan-family.ts'
import { loadRecord } from '../store/record.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { saveEdited } from './edit-plan.ts'
import type { Chapter } from './tell-story.ts'

/** 総括と工程の物語 — initiatives and pillars by their titles. */
export type RenewalStory = {
  plan: string
  by: string
  at: Date
  /** number of a problem → the initiatives that answer it */
  problems: Record<string, readonly string[]>
  /** tries that the document does not have */
  tries: readonly { number: string; text: string; other: string }[]
  steps: readonly { pillar: string; text: string; from: string; to: string; month: string; of: string }[]
  indicators: readonly {
    of: string
    name: string
    unit: string
    baseline: string
    baselineAt: string
    targets: Record<string, string>
    actuals: Record<string, string>
  }[]
}

/** Every edit by the real rules, in the order of the story. */
export const tellRenewal =
  (story: RenewalStory): Chapter =>
  async (store, municipality) => {
    const { plan, by, at } = story
    const found = (await store.reading(municipality, planFamilies)).find(({ title }) => foldTight(title) === foldTight(plan))
    if (!found) throw new Error(`${plan}：計画がありません`)
    // one act: the first start reads and writes the plan once
    await store.writing({ municipality, by, at }, async (tx) => {
      const before = await loadRecord(tx, found.id as PlanFamilyId)
      if (!before) throw new Error(`${plan}：計画がありません`)
      let record: StoredRecord = before
      for (const edit of editsOf(story)) {
        const done = editRecord(record, edit(record))
        if (!done.ok) throw new Error(JSON.stringify(done.problem))
        record = { ...done.value, sources: before.sources }
      }
      const saved = await saveEdited(tx, found.id as PlanFamilyId, before, record, '後期の見直しによる登録')
      if (!saved.ok) throw new Error(saved.problem.kind)
      return saved
    })
  }

type Edit = (record: StoredRecord) => PlanEdit

const editsOf = (story: RenewalStory): Edit[] => [
  ...Object.entries(story.problems).map(
    ([number, titles]): Edit =>
      (record) =>
        problemLinked(record, number, titles),
  ),
  ...story.tries.map(
    (one): Edit =>
      () => ({ edit: 'review-item', review: 0, item: null, said: { ...one, kind: 'try', links: [] } }),
  ),
  ...[...new Set(story.steps.map(({ pillar }) => pillar))].map(
    (pillar): Edit =>
      (record) =>
        stepsOf(record, story, pillar),
  ),
  ...story.indicators.map(
    (one, nth): Edit =>
      (record) =>
        indicatorOf(record, one, nth),
  ),
]

const named = (record: StoredRecord, title: string): Initiative => {
  const it = record.initiatives.find((one) => one.title === title)
  if (!it) throw new Error(`${title}：取組がありません`)
  return it
}

const BLANK: ReviewLinkSaid = { side: '', initiative: '', title: '', sections: '', aggregates: [], note: '' }

function problemLinked(record: StoredRecord, number: string, titles: readonly string[]): PlanEdit {
  const items = record.reviews[0]?.items ?? []
  const place = items.findIndex((item) => item.kind === 'problem' && item.number === number)
  const item = items[place] as ReviewItem
  const drawn = drawnReviewItem(item, '') as unknown as ReviewItemSaid
  const links = titles.map((title) => ({ ...BLANK, initiative: named(record, title).id, side: 'existing' }))
  return {
    edit: 'review-item',
    review: 0,
    item: place,
    said: { ...drawn, links: [...drawn.links, ...links].slice(0, linksOf(item).length + links.length) },
  }
}

function stepsOf(record: StoredRecord, { steps }: RenewalStory, pillar: string): PlanEdit {
  const node = record.nodes.find(({ title, parent }) => title === pillar && parent === null)?.id as RecordId
  const typed = steps
    .filter((one) => one.pillar === pillar)
    .map(({ text, from, to, month, of }) => ({ text, from, to, month, initiative: of === '' ? '' : named(record, of).id }))
  const present = roadmapOf(record, node).length > 0 ? (drawnRoadmap(record, node).items as never[]) : []
  return { edit: 'roadmap', node, said: { items: [...present, ...typed] } }
}

const rowsIn = (said: Record<string, string>) => Object.entries(said).map(([year, raw]) => ({ year, raw }))

function indicatorOf(record: StoredRecord, one: RenewalStory['indicators'][number], nth: number): PlanEdit {
  const { targets, actuals, of, ...said } = one
  const last = Object.keys(targets).at(-1)
  return {
    edit: 'indicator',
    id: named(record, of).id,
    indicator: `indicator-renewal-${nth + 1}` as RecordId,
    said: {
      ...said,
      kind: 'outcome',
      direction: 'increase',
      aggregation: 'annual',
      of: '',
      targets: rowsIn(targets).map((row) => ({ ...row, final: row.year === last ? 'on' : '' })),
      actuals: rowsIn(actuals).map((row) => ({ ...row, status: '実績' })),
    },
  }
}
