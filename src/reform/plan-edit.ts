import { createHash } from 'node:crypto'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { type CostSaid, withCosts } from './edit-costs.ts'
import { type EffectSaid, effectOwner, effectsOfOwner, withEffects } from './edit-effects.ts'
import { emptyIndicator, type IndicatorSaid, withIndicator } from './edit-indicator.ts'
import {
  type BasicsSaid,
  emptyInitiative,
  type MarkSaid,
  type PublicationSaid,
  type SectionSaid,
  withBasics,
  withMarks,
  withPublications,
  withSections,
} from './edit-initiative.ts'
import { inOtherOrder, type NodeSaid, withNode } from './edit-node.ts'
import { emptyPart, type PartSaid, withPart } from './edit-part.ts'
import { type PlanSaid, withPlan } from './edit-plan.ts'
import { type CannotRemove, withoutIndicator, withoutInitiative, withoutNode, withoutPart, withoutPlan } from './edit-removal.ts'
import { hasReviewThing, type ReviewEdit, reviewThing, withoutReview, withReview, withReviewItem, withReviewOrder } from './edit-review.ts'
import { type RoadmapEdit, roadmapOf, withRoadmap } from './edit-roadmap.ts'
import { type EditFault, LONGEST_FIELD } from './edit-rows.ts'
import { canonical } from './edition.ts'
import type { Indicator, Initiative, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

/**
 * 計画の編集 — one act of the office on the plan. An id that is not in the record yet is given by whoever asks: it means a new
 * thing. Each concerns one form of one page.
 */
export type PlanEdit =
  | { edit: 'plan'; id: RecordId; said: PlanSaid }
  | { edit: 'node'; id: RecordId; said: NodeSaid }
  | { edit: 'basics'; id: RecordId; said: BasicsSaid }
  | { edit: 'sections'; id: RecordId; said: { sections: SectionSaid[] } }
  | { edit: 'marks'; id: RecordId; said: { marks: MarkSaid[] } }
  | { edit: 'published'; id: RecordId; said: { published: PublicationSaid[] } }
  | { edit: 'part'; id: RecordId; part: RecordId; said: PartSaid }
  | { edit: 'indicator'; id: RecordId; indicator: RecordId; said: IndicatorSaid }
  | { edit: 'effects'; id: RecordId; said: { effects: EffectSaid[] } }
  | { edit: 'costs'; id: RecordId; said: { costs: CostSaid[] } }
  | { edit: 'order'; id: RecordId; by: 'up' | 'down' }
  | { edit: 'removal'; id: RecordId }
  | ReviewEdit
  | RoadmapEdit

export type CannotEdit = CannotRemove | { kind: 'not-found'; id: string } | { kind: 'edit-faults'; faults: EditFault[] }

/** 元になった内容のハッシュ — carried by a form: when the thing says something else by the time it is sent, nothing is written. */
export const basisOf = (thing: unknown): string => createHash('sha256').update(canonical(thing)).digest('hex')

/** 編集するもの — what a form was drawn from; null where it is new. */
export function editedThing(record: ReformRecord, edit: PlanEdit): unknown {
  if (isReviewEdit(edit)) return reviewThing(record, edit)
  // an empty list is a thing too: whoever adds the first step must not overwrite another's
  if (edit.edit === 'roadmap') return roadmapOf(record, edit.node)
  const it = record.initiatives.find(({ id }) => id === edit.id) ?? null
  switch (edit.edit) {
    case 'plan':
      return record.plans.find(({ id }) => id === edit.id) ?? null
    case 'node':
      return record.nodes.find(({ id }) => id === edit.id) ?? null
    case 'basics':
      return it && { number: it.number, title: it.title, description: it.description, goal: it.goal, plan: it.plan, node: it.node }
    case 'sections':
    case 'marks':
    case 'published':
    case 'costs':
      return it?.[edit.edit] ?? null
    case 'part':
      return it?.parts.find(({ id }) => id === edit.part) ?? null
    case 'indicator':
      return record.indicators.find(({ id }) => id === edit.indicator) ?? null
    case 'effects': {
      const owner = effectOwner(record, edit.id)
      return owner && effectsOfOwner(record, owner)
    }
    case 'order':
    case 'removal':
      return null
  }
}

/** 編集を当てる — the record as it reads afterwards, or why it cannot be; what is not concerned stays the same object. */
export function editRecord(record: ReformRecord, edit: PlanEdit): Result<ReformRecord, CannotEdit> {
  const long = 'said' in edit ? tooLong(edit.said, '') : []
  if (long.length > 0) return no({ kind: 'edit-faults', faults: long })
  if (isReviewEdit(edit)) return reviewEdited(record, edit)
  if (edit.edit === 'roadmap') return faulty(withRoadmap(record, edit.node, edit.said.items))
  switch (edit.edit) {
    case 'plan':
      return faulty(withPlan(record, edit.id, edit.said))
    case 'node':
      return faulty(withNode(record, edit.id, edit.said))
    case 'order':
      return ordered(record, edit.id, edit.by)
    case 'removal':
      return removed(record, edit.id)
    case 'basics':
      return record.initiatives.some(({ id }) => id === edit.id)
        ? ofInitiative(record, edit.id, (it) => withBasics(it, edit.said, record))
        : added(record, edit.id, edit.said)
    case 'effects': {
      const owner = effectOwner(record, edit.id)
      return owner ? faulty(withEffects(record, owner, edit.said.effects)) : no({ kind: 'not-found', id: edit.id })
    }
    case 'indicator':
      return indicatorEdited(record, edit)
    default:
      return ofInitiative(record, edit.id, (it) => initiativeEdited(it, edit))
  }
}

const isReviewEdit = (edit: PlanEdit): edit is ReviewEdit => edit.edit.startsWith('review')

function reviewEdited(record: ReformRecord, edit: ReviewEdit): Result<ReformRecord, CannotEdit> {
  if (!hasReviewThing(record, edit)) return no({ kind: 'not-found', id: `review ${edit.review}` })
  switch (edit.edit) {
    case 'review':
      return faulty(withReview(record, edit.review, edit.said))
    case 'review-item':
      return faulty(withReviewItem(record, edit.review, edit.item, edit.said))
    case 'review-order':
      return ok(withReviewOrder(record, edit.review, edit.item, edit.by))
    case 'review-removal':
      return withoutReview(record, edit.review, edit.item)
  }
}

function tooLong(value: unknown, field: string): EditFault[] {
  if (typeof value === 'string') return value.length > LONGEST_FIELD ? [{ field, kind: 'too-long' }] : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inside]) => tooLong(inside, field === '' ? name : `${field}.${name}`))
}

const faulty = (done: Result<ReformRecord, EditFault[]>): Result<ReformRecord, CannotEdit> =>
  done.ok ? done : no({ kind: 'edit-faults', faults: done.problem })

function ofInitiative(
  record: ReformRecord,
  id: RecordId,
  change: (it: Initiative) => Result<Initiative, EditFault[]>,
): Result<ReformRecord, CannotEdit> {
  const it = record.initiatives.find((one) => one.id === id)
  if (!it) return no({ kind: 'not-found', id })
  const changed = change(it)
  if (!changed.ok) return no({ kind: 'edit-faults', faults: changed.problem })
  return ok({ ...record, initiatives: record.initiatives.map((one) => (one === it ? changed.value : one)) })
}

type OfInitiative = Extract<PlanEdit, { edit: 'sections' | 'marks' | 'published' | 'part' | 'costs' }>

function initiativeEdited(it: Initiative, edit: OfInitiative): Result<Initiative, EditFault[]> {
  switch (edit.edit) {
    case 'sections':
      return ok({ ...it, sections: withSections(it.sections, edit.said.sections) })
    case 'costs': {
      const costs = withCosts(it.costs, edit.said.costs)
      return costs.ok ? ok({ ...it, costs: costs.value }) : costs
    }
    case 'marks':
      return ok({ ...it, marks: withMarks(it.marks, edit.said.marks) })
    case 'published': {
      const published = withPublications(it.published, edit.said.published)
      return published.ok ? ok({ ...it, published: published.value }) : published
    }
    case 'part': {
      const was = it.parts.find(({ id }) => id === edit.part)
      const part = withPart(was ?? emptyPart(edit.part), edit.said)
      if (!part.ok) return part
      return ok({ ...it, parts: was ? it.parts.map((one) => (one === was ? part.value : one)) : [...it.parts, part.value] })
    }
  }
}

/** 取組を加える — at the end of those that stand beside it. */
function added(record: ReformRecord, id: RecordId, typed: BasicsSaid): Result<ReformRecord, CannotEdit> {
  const empty = emptyInitiative(id)
  const it = typed.under === '' ? no([{ field: 'under', kind: 'not-a-choice' } as const]) : withBasics(empty, typed, record)
  return it.ok ? ok({ ...record, initiatives: [...record.initiatives, it.value] }) : no({ kind: 'edit-faults', faults: it.problem })
}

function indicatorEdited(record: ReformRecord, edit: Extract<PlanEdit, { edit: 'indicator' }>): Result<ReformRecord, CannotEdit> {
  const it = record.initiatives.find(({ id }) => id === edit.id)
  if (!it) return no({ kind: 'not-found', id: edit.id })
  const part = it.parts.find(({ id }) => `part:${id}` === edit.said.of)
  const of: Indicator['of'] = part ? { part: part.id } : { initiative: it.id }
  const was = record.indicators.find(({ id }) => id === edit.indicator)
  // the indicator of another initiative is not this form's to change
  if (was && !belongsTo(was, it)) return no({ kind: 'not-found', id: edit.indicator })
  const changed = withIndicator({ ...(was ?? emptyIndicator(edit.indicator, of)), of }, edit.said)
  if (!changed.ok) return no({ kind: 'edit-faults', faults: changed.problem })
  const indicators = was ? record.indicators.map((one) => (one === was ? changed.value : one)) : [...record.indicators, changed.value]
  return ok({ ...record, indicators })
}

const belongsTo = ({ of }: Indicator, it: Initiative): boolean =>
  of !== null && (('initiative' in of && of.initiative === it.id) || ('part' in of && it.parts.some(({ id }) => id === of.part)))

function ordered(record: ReformRecord, id: RecordId, by: 'up' | 'down'): Result<ReformRecord, CannotEdit> {
  return ok({
    ...record,
    nodes: inOtherOrder(record.nodes, id, by, (a, b) => a.parent === b.parent),
    initiatives: inOtherOrder(record.initiatives, id, by, (a, b) => a.node === b.node),
  })
}

function removed(record: ReformRecord, id: RecordId): Result<ReformRecord, CannotEdit> {
  const it = record.initiatives.find((one) => one.id === id)
  if (it) return withoutInitiative(record, it)
  const whole = record.initiatives.find(({ parts }) => parts.some((part) => part.id === id))
  if (whole) return withoutPart(record, whole, id)
  if (record.indicators.some((one) => one.id === id)) return withoutIndicator(record, id)
  if (record.nodes.some((one) => one.id === id)) return withoutNode(record, id)
  if (record.plans.some((one) => one.id === id)) return withoutPlan(record, id)
  return no({ kind: 'not-found', id })
}
