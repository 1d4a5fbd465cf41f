import { achievement } from '../evaluate/achievement.ts'
import { indicatorStatus } from '../evaluate/status.ts'
import { type CheckTold, checkList } from './check-list.ts'
import type { EditionIndex } from './edition-index.ts'
import { type EffectChart, effectChart } from './effect-charts.ts'
import { type EffectTable, effectAgainstPlanText, effectRateText, effectTables } from './effect-tables.ts'
import { periodText, yearText } from './figures.ts'
import { type IndicatorYear, indicatorSheet } from './indicator-sheet.ts'
import { type InitiativeList, initiativeList, statusCounts } from './initiative-list.ts'
import { numbered } from './initiative-sheet.ts'
import { rowsOfYear } from './rows-of-year.ts'
import type { Told } from './told.ts'
import { leftOutText } from './wording-status-map.ts'

type StatusCounts = ReturnType<typeof statusCounts>
export type BelowPlan = {
  initiative: { id: string; title: string } | null
  indicator: string
  id: string
  year: IndicatorYear
  /** the target it is measured against: of the year, or the next one that comes due */
  target: Told
  /** the year of that target, where it is another year than the reported one */
  targetWhen: string | null
  reason: string
  guessed: boolean
}
export type PillarRow = { id: string; title: string; text: string | null; initiatives: number; counts: StatusCounts }

/** 計画の概要 — what a citizen is told first: how many, how far, how much, and what does not add up. */
export type PlanOverview = {
  title: string
  kind: string | null
  period: string
  hasPeriod: boolean
  goal: string | null
  year: string | null
  plans: { id: string; title: string; period: string }[]
  predecessors: { title: string; date: string | null }[]
  totals: { initiatives: number; sections: number; indicators: number; checked: number; fails: number; remarks: number }
  counts: StatusCounts
  pillars: PillarRow[]
  withoutPillar: number
  /** initiatives of another phase, which the counts by state leave out */
  leftOut: string | null
  effects: { chart: EffectChart | null; tables: EffectTable[]; against: string | null; rate: string | null }
  belowPlan: BelowPlan[]
  /** how many more are behind than the overview lists */
  belowPlanMore: number
  fails: CheckTold[]
  remarks: CheckTold[]
}

/** An overview lists what can be taken in; the pages of the indicators hold them all. */
const MOST_BELOW = 30

function belowPlan(index: EditionIndex): BelowPlan[] {
  const { year } = index
  if (year === null) return []
  return index.edition.record.indicators.flatMap((indicator): BelowPlan[] => {
    const judged = indicatorStatus(indicator, year)
    if (judged.status !== 'behind') return []
    const sheet = indicatorSheet(indicator, index)
    const initiative = index.initiativeOf(indicator)
    const said = sheet.years.find((y) => y.reported)
    const due = achievement(indicator, year).target?.fiscalYear ?? year
    const target = sheet.years.find((y) => y.when === yearText(due))?.target ?? said?.target
    if (!said || !target) return []
    const targetWhen = due === year ? null : yearText(due)
    const of = initiative && { id: initiative.id, title: numbered(initiative) }
    return [
      {
        initiative: of,
        indicator: sheet.name,
        id: sheet.id,
        year: said,
        target,
        targetWhen,
        reason: judged.reason,
        guessed: judged.guessed,
      },
    ]
  })
}

function pillarRows(list: InitiativeList, index: EditionIndex): PillarRow[] {
  return index.pillars.map((pillar) => {
    const rows = list.rows.filter((r) => r.pillar?.id === pillar.id)
    return { id: pillar.id, title: numbered(pillar), text: pillar.text, initiatives: rows.length, counts: statusCounts(rows) }
  })
}

export function planOverview(index: EditionIndex, list: InitiativeList = initiativeList(index)): PlanOverview {
  const { root, edition } = index
  const checks = checkList(index)
  const { rows, later, earlier } = rowsOfYear(index, list)
  const below = belowPlan(index)
  const ofYear = { ...list, rows }
  return {
    title: root.title,
    kind: root.kind,
    period: periodText(root.period),
    hasPeriod: root.period !== null,
    goal: root.goal,
    year: index.year === null ? null : yearText(index.year),
    plans: index.plans.slice(1).map((p) => ({ id: p.id, title: p.title, period: periodText(p.period) })),
    predecessors: root.predecessors,
    totals: {
      initiatives: list.rows.length,
      sections: list.facets.find((f) => f.kind === 'section')?.values.length ?? 0,
      indicators: edition.record.indicators.length,
      checked: checks.fails.length + checks.holds.length,
      fails: checks.fails.length,
      remarks: checks.remark.length,
    },
    counts: statusCounts(rows),
    pillars: pillarRows(ofYear, index),
    leftOut: leftOutText(later, earlier),
    withoutPillar: rows.filter((r) => r.pillar === null).length,
    effects: { chart: effectChart(index), tables: effectTables(index), against: effectAgainstPlanText(index), rate: effectRateText(index) },
    belowPlan: below.slice(0, MOST_BELOW),
    belowPlanMore: Math.max(0, below.length - MOST_BELOW),
    fails: checks.fails,
    remarks: checks.remark,
  }
}
