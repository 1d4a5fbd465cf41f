import type { Indicator } from '../reform/record.ts'
import type { PlanChange } from '../reform/report-content.ts'
import { type Day, dayName } from '../vocabulary/calendar-day.ts'
import { yearShort } from './figures.ts'
import { changeKindNames } from './wording-plans.ts'

type Said = Pick<PlanChange, 'kind' | 'of' | 'before' | 'after' | 'reason' | 'decidedOn' | 'decisionReason'>

/** «令和7年5月1日» without the weekday */
export const dayShort = (day: string): string => dayName(day as Day).replace(/（.）$/, '')

/** 見直し前：… — the former value with the day and the reason of the decision. */
export function formerText({ before, reason, decidedOn, decisionReason }: Said): string {
  const why = [decidedOn && dayShort(decidedOn), `理由：${reason}`, decisionReason].filter(Boolean).join(' ')
  return `見直し前：${before ?? '（記載なし）'}（${why}）`
}

/** 見直したもの — «目標：研修参加率（令和8年度）», «目標：研修参加率（最終目標）», «行動計画：導入（令和7年度）» */
export function changedThing(
  record: { indicators: readonly Pick<Indicator, 'id' | 'name'>[] },
  { kind, of }: Pick<Said, 'kind' | 'of'>,
): string {
  if (of === null || kind === 'title' || kind === 'section') return changeKindNames[kind]
  const [, name = of, year] = /^(.*?)(?:@(\d{4}))?$/s.exec(of) ?? []
  const called = kind === 'target' ? (record.indicators.find(({ id }) => id === name)?.name ?? '削除された指標') : name
  const which = year ? `（${yearShort(Number(year))}）` : kind === 'target' ? '（最終目標）' : ''
  return `${changeKindNames[kind]}：${called}${which}`
}
