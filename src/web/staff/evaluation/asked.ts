import { EVALUATION_STAGES } from '../../../reform/judgement.ts'
import type { BoardAsked } from '../../../report/judging-board.ts'
import { paths } from '../../paths.ts'
import { familyOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'

/** The same names in an address and, so that a refused form comes back to where it was, in a form. */
const NAMES = ['year', 'stage', 'scale', 'section', 'state', 'q', 'page'] as const

export function boardAsked(said: (name: string) => string): BoardAsked {
  const year = Number(said('year'))
  return {
    fiscalYear: Number.isInteger(year) && year > 1900 ? year : null,
    stage: EVALUATION_STAGES.find((stage) => stage === said('stage')) ?? null,
    scale: said('scale'),
    section: said('section'),
    state: said('state'),
    q: said('q').trim(),
    page: Math.max(1, Math.floor(Number(said('page'))) || 1),
  }
}

export const askedFields = ({ fiscalYear, stage, ...rest }: BoardAsked): [name: string, value: string][] => {
  const all: Record<(typeof NAMES)[number], string> = {
    ...{ year: fiscalYear === null ? '' : String(fiscalYear), stage: stage ?? '' },
    ...{ scale: rest.scale, section: rest.section, state: rest.state, q: rest.q, page: rest.page > 1 ? String(rest.page) : '' },
  }
  return NAMES.flatMap((name) => (all[name] === '' ? [] : [[name, all[name]] as [string, string]]))
}

const withQuery = (path: string, asked: BoardAsked, more: Record<string, string> = {}): string => {
  const query = new URLSearchParams([...askedFields(asked), ...Object.entries(more)]).toString()
  return query === '' ? path : `${path}?${query}`
}
export const boardAddress = (staff: Staff, asked: BoardAsked, more?: Record<string, string>): string =>
  withQuery(paths.staff.judging(staff.code, familyOf(staff)), asked, more)
export const initiativeAddress = (staff: Staff, id: string, asked: BoardAsked, more?: Record<string, string>): string =>
  withQuery(paths.staff.initiativeJudging(staff.code, familyOf(staff), id), { ...asked, section: '', state: '', q: '', page: 1 }, more)
