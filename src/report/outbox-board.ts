import { type Duty, tellsASuperior } from '../evaluate/what-is-due.ts'
import { MESSAGE_STATES, type MessageKind, type MessageState } from '../reform/message.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import { dueText, dutyNames } from './wording-mail.ts'

type Count = { day: Day; kind: MessageKind; state: MessageState; count: number }
/** 一日の数 — of all letters, and of each state in the order in which they are shown: what needs somebody first. */
export type OutboxDay = { day: Day; total: number; counts: Record<MessageState, number> }

export function outboxDays(counts: readonly Count[]): OutboxDay[] {
  return [...Map.groupBy(counts, ({ day }) => day)]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([day, ofDay]) => {
      const of = (state: MessageState): number => ofDay.reduce((sum, one) => sum + (one.state === state ? one.count : 0), 0)
      const byState = Object.fromEntries(MESSAGE_STATES.map((state) => [state, of(state)])) as Record<MessageState, number>
      return { day, total: ofDay.reduce((sum, { count }) => sum + count, 0), counts: byState }
    })
}

/** 残りの一言 — «提出していない報告 2件　令和7年5月16日（金）（あと1開庁日）», a line for each duty. */
export const dutyLines = (duties: readonly Duty[]): string[] =>
  duties.map((duty) => `${dutyNames[duty.kind]} ${duty.items.length}件　${dueText(duty)}`)

/** Chosen beforehand on the page: whoever has something of their own, and not those who would only be told of others. */
export const isOwn = (duties: readonly Duty[]): boolean => duties.some((duty) => !tellsASuperior(duty))
