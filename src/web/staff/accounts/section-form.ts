import type { SectionHistory } from '../../../reform/edition.ts'
import { parseDay } from '../../../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../../../vocabulary/result.ts'

/** 所属の様式 — as typed; successors one a line. */
export type SectionForm = { name: string; from: string; to: string; parent: string; successors: string }
export type SectionFormFault = { kind: 'day-not-read'; which: 'from' | 'to'; text: string }

export const NO_SECTION: SectionForm = { name: '', from: '', to: '', parent: '', successors: '' }

export const sectionFormOf = ({ name, from, to, parent, successors }: SectionHistory): SectionForm => ({
  name,
  from: from ?? '',
  to: to ?? '',
  parent: parent ?? '',
  successors: successors.join('\n'),
})

export function readSectionForm(data: FormData): SectionForm {
  const text = (name: string, most: number): string =>
    String(data.get(name) ?? '')
      .slice(0, most)
      .trim()
  return {
    name: text('name', 80),
    from: text('from', 40),
    to: text('to', 40),
    parent: text('parent', 80),
    successors: text('successors', 2_000),
  }
}

export function understoodSection(form: SectionForm): Result<SectionHistory, SectionFormFault[]> {
  const read = (which: 'from' | 'to') => (form[which] === '' ? ok(null) : parseDay(form[which]))
  const [from, to] = [read('from'), read('to')]
  const faults: SectionFormFault[] = []
  if (!from.ok) faults.push({ kind: 'day-not-read', which: 'from', text: form.from })
  if (!to.ok) faults.push({ kind: 'day-not-read', which: 'to', text: form.to })
  if (!from.ok || !to.ok) return no(faults)
  const successors = [...new Set(form.successors.split(/[\r\n、,]+/).map((one) => one.trim()))].filter((one) => one !== '')
  return ok({ name: form.name, from: from.value, to: to.value, successors, parent: form.parent === '' ? null : form.parent })
}
