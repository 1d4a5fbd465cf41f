import { no, ok, type Result } from '../vocabulary/result.ts'
import { type SectionSaid, withSections } from './edit-initiative.ts'
import { type EditFault, type RowSaid, rowsAfter, said } from './edit-rows.ts'
import type { Activity, Part, ScheduleCell } from './record.ts'

export type ScheduleSaid = RowSaid & { from: string; to: string; text: string; milestone: string }
export type ActivitySaid = RowSaid & { name: string; schedule: ScheduleSaid[] }
export type PartSaid = { title: string; description: string; goal: string; sections: SectionSaid[]; activities: ActivitySaid[] }

export const emptyPart = (id: Part['id']): Part => ({ id, title: null, sections: [], description: null, goal: null, activities: [] })

/** 取組の部分を直す — with its own sections, activities and schedule. Refused: a schedule without an activity, an end before its start. */
export function withPart(part: Part, typed: PartSaid): Result<Part, EditFault[]> {
  const faults: EditFault[] = []
  const activities = rowsAfter(part.activities, typed.activities, (row, was, nth): Activity | null => {
    const name = said(row.name, was?.name ?? null)
    const schedule = scheduleAfter(was?.schedule ?? [], row.schedule, `activities.${nth}.schedule`, faults)
    if (name === null && schedule.length === 0) return null
    if (name === null) faults.push({ field: `activities.${nth}.name`, kind: 'missing' })
    return { ...was, name: name ?? '', schedule }
  })
  if (faults.length > 0) return no(faults)
  return ok({
    ...part,
    title: said(typed.title, part.title),
    sections: withSections(part.sections, typed.sections),
    description: said(typed.description, part.description),
    goal: said(typed.goal, part.goal),
    activities,
  })
}

const PERIOD = /^\d{4}(?:-H[12])?$/

/** A new row without a text says nothing: the form offers one for each year. A stored bar without a text stays a bar. */
function scheduleAfter(before: readonly ScheduleCell[], rows: readonly ScheduleSaid[], path: string, faults: EditFault[]): ScheduleCell[] {
  return rowsAfter(before, rows, (row, was, nth): ScheduleCell | null => {
    const text = said(row.text, was?.text ?? '') ?? ''
    const milestone = row.milestone !== undefined && row.milestone !== ''
    if (was === null && text === '' && !milestone) return null
    const at = `${path}.${nth}`
    if (!PERIOD.test(row.from)) faults.push({ field: `${at}.from`, kind: row.from === '' ? 'missing' : 'not-a-period' })
    const to = row.to === '' ? null : row.to
    if (to !== null && !PERIOD.test(to)) faults.push({ field: `${at}.to`, kind: 'not-a-period' })
    // «2024-H1» stands before «2024»: a bar that begins in a half and ends with the year is one
    if (to !== null && to.slice(0, 4) < row.from.slice(0, 4)) faults.push({ field: `${at}.to`, kind: 'end-before-start' })
    return { ...was, from: row.from, to, text, milestone }
  })
}
