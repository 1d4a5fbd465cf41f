import { type Day, parseDay } from '../vocabulary/calendar-day.ts'
import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { EvaluationStage } from './judgement.ts'
import { STAGE_NAMES } from './judgement-evaluations.ts'
import { type Opinion, opinionState } from './opinion.ts'
import type { Initiative } from './record.ts'
import type { RecordId } from './record-id.ts'

/** 意見の表の列 */
export type OpinionField =
  | 'id'
  | 'number'
  | 'title'
  | 'year'
  | 'from'
  | 'stage'
  | 'text'
  | 'saidOn'
  | 'response'
  | 'section'
  | 'respondedOn'
/** 貼り付けられた一行 — `line` as it was pasted. */
export type OpinionCells = { line: number; cells: Partial<Record<OpinionField, string>> }

export type OpinionUnclear =
  | 'no-initiative'
  | 'several-initiatives'
  | 'no-year'
  | 'no-body'
  | 'no-text'
  | 'no-stage'
  | 'not-a-day'
  | 'answered-already'
/** 一行の扱い — a new opinion, one to which the response is added, nothing new, or to be looked at by a person. */
export type OpinionRowTold = { line: number; about: string } & (
  | { verdict: 'new' | 'response'; opinion: Opinion }
  | { verdict: 'same' }
  | { verdict: 'unclear'; why: OpinionUnclear }
)

type Known = { initiatives: readonly Pick<Initiative, 'id' | 'number' | 'title'>[]; opinions: readonly Opinion[] }

const NEW = 'new-'
/** Until it is written, a new opinion is called by its line: a later row may answer it. */
export const isNewOpinion = (id: string): boolean => id.startsWith(NEW)

/** 意見の表を確かめる — what each row would do; nothing is guessed, and what is recorded is never written over. */
export function opinionRowsTold(rows: readonly OpinionCells[], { initiatives, opinions }: Known): OpinionRowTold[] {
  const now = [...opinions]
  return rows.map(({ line, cells }): OpinionRowTold => {
    const about = [cells.number, cells.title].filter(Boolean).join(' ') || cells.id || '計画全体'
    const said = opinionIn(cells, initiatives)
    if (typeof said === 'string') return { line, about, verdict: 'unclear', why: said }
    const before = now.find((one) => isSame(one, said)) ?? now.find((one) => isAsked(one, said))
    const told = before ? besideKnown(before, said) : { verdict: 'new' as const, opinion: { ...said, id: `${NEW}${line}` } }
    if ('opinion' in told) {
      if (before) now.splice(now.indexOf(before), 1, told.opinion)
      else now.push(told.opinion)
    }
    return { line, about, ...told }
  })
}

type Said = Omit<Opinion, 'id'>
const isOf = (one: Opinion, said: Said): boolean =>
  one.initiative === said.initiative && one.fiscalYear === said.fiscalYear && foldTight(one.from) === foldTight(said.from)
const isSame = (one: Opinion, said: Said): boolean => isOf(one, said) && foldTight(one.text) === foldTight(said.text)
/** What was selected and is now said takes the place that was kept for it. */
const isAsked = (one: Opinion, said: Said): boolean => isOf(one, said) && opinionState(one) === 'selected'

function besideKnown(
  before: Opinion,
  said: Said,
): { verdict: 'new' | 'response'; opinion: Opinion } | { verdict: 'same' } | { verdict: 'unclear'; why: OpinionUnclear } {
  if (opinionState(before) === 'selected') return { verdict: 'new', opinion: { ...said, id: before.id } }
  if (said.response === null) return { verdict: 'same' }
  if (opinionState(before) === 'answered')
    return foldTight(before.response?.text ?? '') === foldTight(said.response.text)
      ? { verdict: 'same' }
      : { verdict: 'unclear', why: 'answered-already' }
  return { verdict: 'response', opinion: { ...before, response: said.response } }
}

function opinionIn(cells: OpinionCells['cells'], initiatives: Known['initiatives']): Said | OpinionUnclear {
  const initiative = initiativeIn(cells, initiatives)
  if (initiative === 'no-initiative' || initiative === 'several-initiatives') return initiative
  const year = parseFiscalYear(cells.year ?? '')
  if (!year.ok) return 'no-year'
  if (!cells.from) return 'no-body'
  if (!cells.text) return 'no-text'
  const stage = stageIn(cells.stage ?? '')
  if (stage === null) return 'no-stage'
  const [saidOn, respondedOn] = [dayIn(cells.saidOn), dayIn(cells.respondedOn)]
  if (saidOn === undefined || respondedOn === undefined) return 'not-a-day'
  // a response without its day is not recorded yet: it comes in as a draft
  const response = cells.response ? { section: cells.section || null, text: cells.response, on: respondedOn } : null
  return { initiative: initiative?.id ?? null, fiscalYear: year.value, stage, from: cells.from, text: cells.text, saidOn, response }
}

function initiativeIn(
  { id, number, title }: OpinionCells['cells'],
  initiatives: Known['initiatives'],
): { id: RecordId } | null | 'no-initiative' | 'several-initiatives' {
  if (id) return initiatives.find((one) => one.id === id) ?? 'no-initiative'
  if (!number && (!title || /^計画全体$/.test(foldTight(title)))) return null
  const named = initiatives.filter(
    (one) =>
      (!number || foldTight(one.number ?? '') === foldTight(number)) &&
      (!title || [one.title, `${one.number ?? ''}${one.title}`].some((name) => foldTight(name) === foldTight(title))),
  )
  return named.length > 1 ? 'several-initiatives' : (named[0] ?? 'no-initiative')
}

const STAGE_WORDS: readonly (readonly [EvaluationStage, RegExp])[] = [
  ['external', /^$|外部|委員会|審議会|議会|市民/],
  ['headquarters', /本部/],
  ['department', /二次|部/],
  ['section', /一次|課/],
]
const stageIn = (text: string): EvaluationStage | null =>
  STAGE_WORDS.find(([stage, words]) => text === STAGE_NAMES[stage] || words.test(text))?.[0] ?? null

/** undefined: something that is no day; null: nothing. */
function dayIn(text: string | undefined): Day | null | undefined {
  if (!text) return null
  const day = parseDay(text)
  return day.ok ? day.value : undefined
}
