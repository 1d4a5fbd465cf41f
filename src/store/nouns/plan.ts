import type { Chapter, Plan, PlanNode } from '../../reform/record.ts'
import { inner, integer, reference, text, texts } from './field.ts'
import { noun } from './noun.ts'

const predecessor = noun<Plan['predecessors'][number]>('nth')({
  table: 'plan_predecessor',
  same: ['title'],
  fields: [text('title'), text('date')],
})

export const plan = noun<Plan>('id')({
  table: 'plan',
  fields: [
    text('title'),
    text('kind'),
    reference('parent', 'plan'),
    inner('period', 'from', [integer('from'), integer('to')]),
    text('goal'),
    texts('levels'),
  ],
  children: { predecessors: predecessor },
})

export const chapter = noun<Chapter>('id')({ table: 'chapter', fields: [reference('parent', 'chapter'), text('heading'), text('text')] })

export const planNode = noun<PlanNode>('id')({
  table: 'plan_node',
  fields: [reference('plan', 'plan'), reference('parent', 'plan_node'), text('level'), text('number'), text('title'), text('text')],
})
