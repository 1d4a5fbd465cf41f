import type {
  GlossaryEntry,
  Lineage,
  OrganizationChange,
  ReformEvent,
  Review,
  ReviewItem,
  ReviewLink,
  RoadmapItem,
} from '../../reform/record.ts'
import { flag, integer, optional, reference, text, texts } from './field.ts'
import { noun } from './noun.ts'

const lineageEnd = (side: 'from' | 'to') =>
  noun<Lineage['from'][number]>('nth')({
    table: 'lineage_end',
    side,
    same: ['title'],
    fields: [text('title'), reference('initiative', 'initiative')],
  })

export const lineage = noun<Lineage>('nth')({
  table: 'lineage',
  same: ['kind', 'section', 'pillar', 'theme'],
  fields: [text('kind'), text('reason'), text('section'), text('pillar'), text('theme')],
  children: { from: lineageEnd('from'), to: lineageEnd('to') },
})

const reviewLink = (side: 'new' | 'existing') =>
  noun<ReviewLink>('nth')({
    table: 'review_link',
    side,
    same: ['title'],
    fields: [text('title'), texts('sections'), texts('aggregates'), text('note'), reference('initiative', 'initiative')],
  })

const reviewItem = noun<ReviewItem>('nth')({
  table: 'review_item',
  same: ['kind', 'number'],
  fields: [text('kind'), text('number'), text('text'), texts('other')],
  children: { new: reviewLink('new'), existing: reviewLink('existing') },
})

export const review = noun<Review>('nth')({
  table: 'review',
  same: ['method', 'plan'],
  fields: [text('method'), optional(reference('plan', 'plan'))],
  children: { items: reviewItem },
})

const sectionChange = noun<OrganizationChange['changes'][number]>('nth')({
  table: 'section_change',
  same: ['kind', 'from', 'to'],
  fields: [text('kind'), texts('from', 'was'), texts('to', 'becomes'), text('what'), text('reason'), flag('guessed')],
})

export const organizationChange = noun<OrganizationChange>('nth')({
  table: 'organization_change',
  same: ['number', 'department', 'effective'],
  fields: [text('number'), text('department'), text('effective'), text('text')],
  children: { changes: sectionChange },
})

export const event = noun<ReformEvent>('nth')({
  table: 'event',
  same: ['node', 'text'],
  fields: [reference('node', 'plan_node'), text('text'), text('at')],
})

export const roadmapItem = noun<RoadmapItem>('nth')({
  table: 'roadmap_item',
  same: ['node', 'initiative', 'text'],
  fields: [
    reference('node', 'plan_node'),
    reference('initiative', 'initiative'),
    text('text'),
    text('from', 'starts'),
    text('to', 'ends'),
    integer('month'),
  ],
})

export const glossaryEntry = noun<GlossaryEntry>('nth')({
  table: 'glossary_entry',
  same: ['term'],
  fields: [text('term'), text('definition')],
})
