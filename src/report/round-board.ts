import { type RoundTally, talliesBySection, tallyOf } from '../evaluate/round-measures.ts'
import { REPORT_STATES, type ReportState } from '../reform/report-state.ts'
import { isLocked, lockedFrom, type Round } from '../reform/round.ts'
import { type Day, dayName, daysBetween } from '../vocabulary/calendar-day.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { workingDaysBetween } from '../vocabulary/working-day.ts'
import { countText, percentText } from './figures.ts'
import { type ListedItem, listed, NONE, type RoundList } from './round-lists.ts'
import { departmentName, noOwnerName, roundWords, stateOfRound } from './wording-rounds.ts'

/** 進み具合の列 — a count with the list behind it, and beside it, where there is one, its rate. */
type TallyColumn = { header: string; list: RoundList; count: (tally: RoundTally) => string; rate?: (tally: RoundTally) => Decimal | null }

const days = (median: number | null): string => (median === null ? '－' : `${median}日`)
export const TALLY_COLUMNS: readonly TallyColumn[] = [
  { header: '対象', list: 'all', count: (t) => countText(t.expected) },
  { header: '提出', list: 'received', count: (t) => countText(t.received), rate: (t) => t.rate },
  { header: '期限内', list: 'onTime', count: (t) => countText(t.onTime), rate: (t) => t.onTimeRate },
  { header: '猶予内', list: 'withinGrace', count: (t) => countText(t.withinGrace) },
  { header: '期限後', list: 'late', count: (t) => countText(t.late) },
  { header: '未提出', list: 'outstanding', count: (t) => countText(t.outstanding) },
  { header: '差戻し', list: 'returned', count: (t) => countText(t.returned), rate: (t) => t.returnedRate },
  { header: '受理', list: 'accepted', count: (t) => countText(t.accepted) },
  { header: '承認日数', list: 'approved', count: (t) => days(t.medianApprovalDays) },
]

export type BoardCell = { header: string; text: string; rate: string | null; list: RoundList; isNothing: boolean }
export type BoardLine = {
  name: string
  section: string | null
  department: string | null
  /** the names under which it is asked: today's name stands for former ones */
  asked: string[]
  cells: BoardCell[]
  /** per cent of the expected that came in, and that were accepted: the bar's picture of the numbers beside it */
  bar: { received: number; accepted: number; text: string }
}
export type RoundBoard = {
  state: { word: string; tone: 'open' | 'locked' | 'closed' }
  dates: [name: string, text: string][]
  total: BoardLine
  departments: { line: BoardLine; sections: BoardLine[] }[]
  states: { state: ReportState; count: number }[]
  attention: { list: RoundList; name: string; explained: string; count: number }[]
  stillOpen: number
}

const ATTENTION: readonly RoundList[] = ['noOwner', 'divided', 'returnedNow', 'stale', 'standsOut', 'sameText', 'neverReported', 'reopened']

export function roundBoard(round: Round, all: readonly ListedItem[], day: Day): RoundBoard {
  const passages = all.map(({ passage }) => passage)
  const askedAs = (section: string | null): string[] => [
    ...new Set(all.flatMap(({ item, passage }) => (item.section !== null && passage.section === section ? [item.section] : []))),
  ]
  const count = (list: RoundList): number => listed(all, { list, section: null, department: null, state: null }).length
  const total = tallyOf(passages)
  return {
    state: stateOfRound(round, day),
    dates: datesOf(round, day),
    total: lineOf(roundWords.total, null, null, total),
    departments: talliesBySection(passages).map(({ department, tally, sections }) => ({
      line: lineOf(departmentName(department, sections), department ?? NONE, null, tally),
      // what has no owner has no section to be told apart
      sections: (department === null && sections.every(({ section }) => section === null) ? [] : sections).map((one) => ({
        ...lineOf(one.section ?? noOwnerName, department ?? NONE, one.section ?? NONE, one.tally),
        asked: askedAs(one.section),
      })),
    })),
    states: REPORT_STATES.map((state) => ({ state, count: passages.filter((one) => one.state === state).length })).filter(
      (one) => one.count > 0,
    ),
    attention: ATTENTION.map((list) => ({ list, ...roundWords.attention[list as keyof typeof roundWords.attention], count: count(list) })),
    stillOpen: total.expected - total.accepted,
  }
}

function lineOf(name: string, department: string | null, section: string | null, tally: RoundTally): BoardLine {
  return {
    name,
    section,
    department,
    asked: [],
    cells: TALLY_COLUMNS.map(({ header, list, count, rate }) => {
      const share = rate?.(tally) ?? null
      const text = count(tally)
      return {
        header,
        text,
        rate: rate ? (share === null ? '－' : percentText(share)) : null,
        list,
        isNothing: text === '0' || text === '－',
      }
    }),
    bar: {
      received: perCent(tally.received, tally.expected),
      accepted: perCent(tally.accepted, tally.expected),
      text: tally.rate === null ? '－' : percentText(tally.rate),
    },
  }
}
const perCent = (count: number, of: number): number => (of === 0 ? 0 : Math.round((count / of) * 100))

function datesOf(round: Round, day: Day): RoundBoard['dates'] {
  const { opensOn, dueDepartment, dueOffice, graceDays } = round
  return [
    [roundWords.dates.opensOn, dayName(opensOn)],
    [roundWords.dates.dueSection, dueText(round, day)],
    ...(graceDays > 0 ? [[roundWords.dates.graceDays, `${graceDays}開庁日`] as [string, string]] : []),
    ...(dueDepartment ? [[roundWords.dates.dueDepartment, dayName(dueDepartment)] as [string, string]] : []),
    ...(dueOffice ? [[roundWords.dates.dueOffice, dayName(dueOffice)] as [string, string]] : []),
    [roundWords.dates.lockOn, `${dayName(lockedFrom(round))}から書けません${isLocked(round, { reopened: null }, day) ? '（締切後）' : ''}`],
  ]
}

/** あと何開庁日か */
export function untilText(day: Day, due: Day): string {
  if (daysBetween(day, due) === 0) return '今日が期限です'
  const left = workingDaysBetween(day, due)
  return day < due ? `あと${left}開庁日` : `${-left}開庁日過ぎています`
}

/** 一行の照会 — for the list of rounds: counts of states, which are no measures of the board under another name. */
export type RoundLine = { round: Round; state: RoundBoard['state']; due: string; counts: { header: string; text: string }[] }
type Counts = readonly { state: ReportState; count: number }[]
const GROUPS: readonly { header: string; states: readonly ReportState[] }[] = [
  { header: '対象', states: REPORT_STATES },
  { header: '未着手・下書き', states: ['notStarted', 'drafting'] },
  { header: '審査中', states: ['submitted', 'approved', 'departmentApproved'] },
  { header: '差戻し中', states: ['returned'] },
  { header: '受理', states: ['accepted', 'published'] },
]
export const ROUND_HEADERS = GROUPS.map(({ header }) => header)

export function roundLine(round: Round, counts: Counts, day: Day): RoundLine {
  return {
    round,
    state: stateOfRound(round, day),
    due: dueText(round, day),
    counts: GROUPS.map(({ header, states }) => ({
      header,
      text: countText(counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0)),
    })),
  }
}
const dueText = ({ dueSection, closed }: Round, day: Day): string =>
  `${dayName(dueSection)}${closed ? '' : `　${untilText(day, dueSection)}`}`
