import type { Activity, Cost, Evaluation, Figure, Initiative, Part, Report, ScheduleCell, SectionRef } from '../../reform/record.ts'
import { decimal, flag, integer, optional, reference, references, text, yen } from './field.ts'
import { noun } from './noun.ts'

const sectionOf = (table: string) =>
  noun<SectionRef>('nth')({ table, same: ['name', 'office'], fields: [text('name'), text('office'), text('role')] })

const mark = noun<Initiative['marks'][number]>('nth')({
  table: 'mark',
  same: ['scheme', 'name'],
  fields: [text('scheme'), text('name'), flag('on', 'is_on')],
})

const publication = noun<Initiative['published'][number]>('nth')({
  table: 'publication',
  same: ['where', 'title'],
  fields: [text('where', 'place'), text('title'), text('url')],
})

const scheduleCell = noun<ScheduleCell>('nth')({
  table: 'schedule_cell',
  same: ['from', 'to'],
  fields: [text('from', 'starts'), text('to', 'ends'), text('text'), flag('milestone')],
})

const activity = noun<Activity>('nth')({ table: 'activity', same: ['name'], fields: [text('name')], children: { schedule: scheduleCell } })

const part = noun<Part>('id')({
  table: 'part',
  fields: [text('title'), text('description'), text('goal')],
  children: { sections: sectionOf('part_section'), activities: activity },
})

const figure = noun<Figure>('nth')({
  table: 'figure',
  same: ['label', 'indicator', 'group'],
  fields: [
    text('label'),
    text('raw'),
    decimal('value'),
    text('unit'),
    reference('indicator', 'indicator'),
    optional(text('group', 'line')),
    optional(decimal('previous')),
    optional(decimal('change')),
    optional(decimal('numerator')),
    optional(decimal('denominator')),
  ],
})

const report = noun<Report>('nth')({
  table: 'report',
  same: ['fiscalYear', 'section', 'parts'],
  fields: [references('parts', 'part'), text('section'), integer('fiscalYear'), text('progress'), text('issues'), text('revision')],
  children: { figures: figure },
})

const evaluation = noun<Evaluation>('nth')({
  table: 'evaluation',
  same: ['fiscalYear', 'stage', 'criterion', 'scale'],
  fields: [integer('fiscalYear'), text('stage'), text('criterion'), text('scale'), text('raw'), text('comment')],
})

const cost = noun<Cost>('nth')({
  table: 'cost',
  same: ['fiscalYear', 'stage', 'label', 'fund'],
  fields: [
    integer('fiscalYear'),
    text('stage'),
    text('label'),
    text('fund'),
    yen('amountYen'),
    decimal('quantity'),
    text('unit'),
    text('raw'),
  ],
})

export const initiative = noun<Initiative>('id')({
  table: 'initiative',
  fields: [reference('plan', 'plan'), reference('node', 'plan_node'), text('number'), text('title'), text('description'), text('goal')],
  children: {
    sections: sectionOf('initiative_section'),
    marks: mark,
    published: publication,
    parts: part,
    reports: report,
    evaluations: evaluation,
    costs: cost,
  },
})
