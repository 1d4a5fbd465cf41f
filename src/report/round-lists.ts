import { type ReportRemark, reportRemarks } from '../evaluate/report-remarks.ts'
import { isDone, type Passage, passagesOf, type RoundMeasured, STALE_DAYS } from '../evaluate/round-measures.ts'
import { REPORT_STATES, type ReportState } from '../reform/report-state.ts'
import type { RoundItem } from '../reform/round.ts'
import { isWithTheSection } from '../reform/successor-choice.ts'
import { foldTight } from '../vocabulary/folding.ts'

/** One item of a round with all that the board says of it. */
export type ListedItem = {
  item: RoundItem
  passage: Passage
  remarks: ReportRemark[]
  /** 一度も実績の報告がない指標 — neither in an earlier year nor now */
  neverReported: string[]
}

export function listedItems(measured: Omit<RoundMeasured, 'items'> & { items: readonly RoundItem[] }): ListedItem[] {
  const passages = passagesOf(measured)
  return measured.items.map((item, place) => ({
    item,
    passage: passages[place] as Passage,
    // what nobody has written yet says nothing, and what was accepted from an import is history
    remarks: item.state === 'notStarted' || item.imported ? [] : reportRemarks(item.content, item.sheet),
    neverReported: neverReportedIn(item),
  }))
}

const isBlank = (raw: string | undefined): boolean => (raw ?? '').trim() === ''

function neverReportedIn({ sheet, content }: RoundItem): string[] {
  return sheet.indicators
    .filter(({ id, earlier }) => {
      const now = content.actuals.find(({ indicator }) => indicator === id)?.raw
      return isBlank(now) && earlier.every(({ raw }) => isBlank(raw))
    })
    .map(({ name }) => name)
}

const LISTS = {
  all: () => true,
  imported: ({ passage }) => passage.arrival === 'imported',
  received: ({ passage }) => passage.arrival !== 'outstanding',
  onTime: ({ passage }) => passage.arrival === 'onTime',
  withinGrace: ({ passage }) => passage.arrival === 'withinGrace',
  late: ({ passage }) => passage.arrival === 'late',
  outstanding: ({ passage }) => passage.arrival === 'outstanding',
  returned: ({ passage }) => passage.returns > 0,
  returnedNow: ({ passage }) => passage.state === 'returned',
  approved: ({ passage }) => passage.approvalDays.length > 0,
  accepted: ({ passage }) => isDone(passage.state),
  noOwner: ({ passage }) => passage.section === null,
  // what was submitted keeps the name under which it was reported
  divided: ({ passage }) => passage.heirs.length > 0 && isWithTheSection(passage.state),
  neverReported: ({ neverReported }) => neverReported.length > 0,
  stale: ({ passage }) => (passage.draftDays ?? 0) > STALE_DAYS,
  standsOut: ({ remarks }) => remarks.some(({ kind }) => kind === 'stands-out'),
  sameText: ({ remarks }) => remarks.some(({ kind }) => kind === 'same-text'),
  reopened: ({ passage }) => passage.reopenings > 0,
} as const satisfies Record<string, (one: ListedItem) => boolean>

/** 一覧の種類 — every number of the board is the length of one of these. */
export type RoundList = keyof typeof LISTS
export const ROUND_LISTS = Object.keys(LISTS) as RoundList[]

/** What a list is asked for; null: everything. «none» stands for what has no section or no department. */
export type ListAsked = { list: RoundList; section: string | null; department: string | null; state: ReportState | null }
export const NONE = 'none'

/** Anything that is not known is not asked. */
export function listAsked(query: (name: string) => string): ListAsked {
  const [list, state] = [query('list'), query('state')]
  return {
    list: ROUND_LISTS.find((one) => one === list) ?? 'all',
    section: query('section') || null,
    department: query('department') || null,
    state: REPORT_STATES.find((one) => one === state) ?? null,
  }
}

export function listed(all: readonly ListedItem[], { list, section, department, state }: ListAsked): ListedItem[] {
  return all.filter(
    (one) =>
      LISTS[list](one) &&
      isOf(one.passage.section, section) &&
      isOf(one.passage.department, department) &&
      (state === null || one.passage.state === state),
  )
}
const isOf = (name: string | null, asked: string | null): boolean =>
  asked === null || (asked === NONE ? name === null : name !== null && foldTight(name) === foldTight(asked))
