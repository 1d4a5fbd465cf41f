import { EMPTY_ITEM, linksOf } from '../reform/edit-review.ts'
import { roadmapOf } from '../reform/edit-roadmap.ts'
import type { Plan, ReformRecord, Review, ReviewItem } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { drawnRows, type EditField, type EditForm, type Typed } from './edit-form.ts'
import { numbered } from './initiative-sheet.ts'
import { renewalFormWords as words } from './wording-renewal.ts'
import { reviewKindName } from './wording-review.ts'

type Choices = NonNullable<EditField['choices']>

/** 取組の選択肢 — in the order of the plan; blank: none of them. */
const initiativeChoices = ({ initiatives }: Pick<ReformRecord, 'initiatives'>, none: string): Choices => [
  ['', none],
  ...initiatives.map((it) => [it.id, numbered(it)] as const),
]

export const reviewForm = (plans: readonly Plan[]): EditForm => ({
  rows: [],
  fields: [
    { name: 'method', label: '振り返りの方法', kind: 'line', required: true, help: words.methodHelp },
    {
      name: 'plan',
      label: '振り返る計画・期',
      kind: 'choice',
      choices: [['', '記載なし'], ...plans.map(({ id, title }) => [id, title] as const)],
    },
  ],
})
export const drawnReview = (review: Review | null): Typed => ({ method: review?.method ?? 'KPT', plan: review?.plan ?? '' })

export const reviewItemForm = (record: ReformRecord): EditForm => ({
  fields: [
    {
      name: 'kind',
      label: '種類',
      kind: 'choice',
      choices: (['keep', 'problem', 'try'] as const).map((kind) => [kind, reviewKindName[kind]]),
    },
    { name: 'number', label: '番号', kind: 'short', help: words.numberHelp },
    { name: 'text', label: '本文', kind: 'prose', required: true },
    { name: 'other', label: 'その他の記述', kind: 'prose', help: words.otherHelp },
  ],
  rows: [
    {
      name: 'links',
      label: '結び付く取組',
      one: '取組',
      blank: 1,
      fields: [
        { name: 'initiative', label: '計画の取組', kind: 'choice', choices: initiativeChoices(record, words.noInitiative) },
        { name: 'title', label: '取組名', kind: 'line', help: words.titleHelp },
        { name: 'side', label: '新規・既存', kind: 'choice', choices: words.sides },
        { name: 'sections', label: '所管課', kind: 'line' },
        { name: 'note', label: '注記', kind: 'line' },
      ],
      below: {
        name: 'aggregates',
        label: '集約する取組',
        one: '集約する取組',
        blank: 1,
        fields: [{ name: 'title', label: 'まとめる前の取組名', kind: 'line' }],
      },
    },
  ],
})

export const drawnReviewItem = (item: ReviewItem | null, kind: string): Typed => {
  const { kind: own, number, text, other, ...links } = item ?? EMPTY_ITEM
  return {
    kind: item ? own : kind || own,
    number: number ?? '',
    text,
    other: other.join('\n'),
    links: drawnRows(linksOf(links), ({ side, link }) => ({
      side,
      initiative: link.initiative ?? '',
      title: link.title,
      sections: link.sections.join('、'),
      aggregates: drawnRows(link.aggregates, (name) => ({ title: name })),
      note: link.note ?? '',
    })),
  }
}

export const roadmapForm = (record: ReformRecord, pillar: RecordId | null): EditForm => {
  const own = new Set(roadmapInitiatives(record, pillar))
  return {
    fields: [],
    rows: [
      {
        name: 'items',
        label: '工程',
        one: '工程',
        blank: 3,
        fields: [
          { name: 'text', label: '工程の内容', kind: 'line' },
          {
            name: 'initiative',
            label: 'どの取組の工程か',
            kind: 'choice',
            choices: initiativeChoices({ initiatives: record.initiatives.filter(({ id }) => own.has(id)) }, words.wholePillar),
          },
          { name: 'from', label: '始まりの年度', kind: 'short', help: words.yearHelp },
          { name: 'to', label: '終わりの年度', kind: 'short' },
          { name: 'month', label: '月', kind: 'short' },
        ],
      },
    ],
  }
}

/** The initiatives below a pillar, and those that a step of it already names. */
function roadmapInitiatives(record: ReformRecord, pillar: RecordId | null): RecordId[] {
  const asked = record.initiatives.map((it) => ({ node: null, initiative: it.id, text: '', from: null, to: null, month: null }))
  const below = roadmapOf({ ...record, roadmap: asked }, pillar).flatMap(({ initiative }) => initiative ?? [])
  return [...below, ...roadmapOf(record, pillar).flatMap(({ initiative }) => initiative ?? [])]
}

export const drawnRoadmap = (record: ReformRecord, pillar: RecordId | null): Typed => ({
  items: drawnRows(roadmapOf(record, pillar), ({ text, initiative, from, to, month }) => ({
    text,
    initiative: initiative ?? '',
    from: from ?? '',
    to: to ?? '',
    month: month === null ? '' : String(month),
  })),
})
