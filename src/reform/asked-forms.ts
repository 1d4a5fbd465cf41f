import type { Day } from '../vocabulary/calendar-day.ts'
import type { SectionHistory } from './edition.ts'
import type { ReportState } from './report-state.ts'
import type { RoundItem } from './round.ts'
import { above } from './section-scope.ts'

const ANSWERED: ReadonlySet<ReportState> = new Set(['accepted', 'published'])
/** 様式を配付する票か — what is accepted is not asked again; a submitted one may be drawn back. */
export const isAsked = ({ state }: Pick<RoundItem, 'state'>): boolean => !ANSWERED.has(state)

/** 課の部 — a section that stands under none stands for itself. */
export const departmentOf = (sections: readonly SectionHistory[], section: string, day: Day): string =>
  above(sections, section, day).at(-1) ?? section
