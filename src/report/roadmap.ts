import { roadmapOf } from '../reform/edit-roadmap.ts'
import type { Initiative, PlanNode, ReformRecord, RoadmapItem, ScheduleCell } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { yearShort } from './figures.ts'
import { type IndicatorPair, pairsOf } from './indicator-pairs.ts'
import { numbered, roadmapWhen } from './initiative-sheet.ts'
import { NO_PILLAR } from './wording-renewal.ts'

/** 工程表の帯 — a run of years. `open`: it has begun, and the document does not say where it ends; only its beginning is certain. */
export type RoadmapCell = { kind: 'empty' | 'bar' | 'open'; span: number; heard: string; milestones: string[] }
export type RoadmapRow = { key: string; title: string; initiative: string | null; cells: RoadmapCell[] }
export type Undated = { text: string; when: string; initiative: { id: string; title: string } | null }
export type RoadmapPillar = {
  id: string | null
  title: string
  rows: RoadmapRow[]
  /** steps without a year: they can be told, but not placed */
  undated: Undated[]
  /** initiatives without any schedule: counted, or a reader would take them for forgotten */
  unscheduled: { id: string; title: string }[]
  pairs: IndicatorPair[]
}
/** ロードマップ — by pillar and fiscal year, one row a step or an initiative, with the indicators from where they are to where they go. */
export type Roadmap = { years: { year: number; name: string }[]; pillars: RoadmapPillar[]; hasOpen: boolean }

const yearOf = (at: string): number => Number(at.slice(0, 4))
const isYear = (at: string | null): at is string => at !== null && /^(?:19|20)\d\d/.test(at)
const MOST_YEARS = 31

export const hasRoadmap = ({ roadmap, initiatives }: ReformRecord): boolean =>
  roadmap.length > 0 ||
  initiatives.some(({ parts }) => parts.some(({ activities }) => activities.some(({ schedule }) => schedule.length > 0)))

const cellsOf = ({ parts }: Initiative): ScheduleCell[] => parts.flatMap(({ activities }) => activities.flatMap(({ schedule }) => schedule))

/** `year`: the one reported on; the target nearest to it stands between where an indicator is and where it goes. */
export function roadmap(record: ReformRecord, year: number | null): Roadmap {
  const years = yearsOf(record)
  const tops = record.nodes.filter(({ parent }) => parent === null || !record.nodes.some(({ id }) => id === parent))
  const asked = record.initiatives.map((it): RoadmapItem => ({ ...NOTHING, initiative: it.id }))
  const places: (PlanNode | null)[] = [...tops, null]
  const pillars = places.map((pillar): RoadmapPillar => {
    const below = roadmapOf({ ...record, roadmap: asked }, pillar?.id ?? null).map(({ initiative }) => initiative)
    const own = record.initiatives.filter(({ id }) => below.includes(id))
    return pillarOf(record, pillar, own, years, year)
  })
  const said = pillars.filter((one) => one.rows.length + one.undated.length + one.unscheduled.length + one.pairs.length > 0)
  return {
    years: years.map((one) => ({ year: one, name: yearShort(one) })),
    pillars: said,
    hasOpen: said.some(({ rows }) => rows.some(({ cells }) => cells.some(({ kind }) => kind === 'open'))),
  }
}

const NOTHING: RoadmapItem = { node: null, initiative: null, text: '', from: null, to: null, month: null }

function pillarOf(
  record: ReformRecord,
  pillar: PlanNode | null,
  initiatives: readonly Initiative[],
  years: readonly number[],
  year: number | null,
): RoadmapPillar {
  const items = roadmapOf(record, pillar?.id ?? null)
  const isPlaced = ({ from, to }: RoadmapItem): boolean => isYear(from ?? to) && years.includes(yearOf((from ?? to) as string))
  const of = (id: RecordId | null) => {
    const it = record.initiatives.find((one) => one.id === id)
    return it ? { id: it.id as string, title: numbered(it) } : null
  }
  // every step has a row of its own: in the bar of its initiative its words would be lost
  const steps = items.filter(isPlaced).map((item, nth) => {
    const it = of(item.initiative)
    return rowOf(`step-${nth}`, it ? `${item.text}（${it.title}）` : item.text, it?.id ?? null, [barOf(item)], years)
  })
  const rows = initiatives.flatMap((it): RoadmapRow[] => {
    const bars = cellsOf(it).flatMap(scheduleBar)
    return bars.length === 0 ? [] : [rowOf(it.id, numbered(it), it.id, bars, years)]
  })
  const shown = new Set(rows.map(({ initiative }) => initiative))
  return {
    id: pillar?.id ?? null,
    title: pillar ? numbered(pillar) : NO_PILLAR,
    rows: [...steps, ...rows],
    undated: items
      .filter((item) => !isPlaced(item))
      .map((item) => ({ text: item.text, when: roadmapWhen(item), initiative: of(item.initiative) })),
    unscheduled: initiatives.filter(({ id }) => !shown.has(id)).map((it) => ({ id: it.id, title: numbered(it) })),
    pairs: pairsOf(record, pillar?.id ?? null, initiatives, year),
  }
}

/** The years of the plans and of whatever is planned, without gaps; a misread year would draw a thousand columns, so they end at 31. */
function yearsOf({ plans, roadmap: items, initiatives }: ReformRecord): number[] {
  const ends = [...items, ...initiatives.flatMap(cellsOf)].flatMap(({ from, to }) => [from, to].filter(isYear).map(yearOf))
  const said = [...ends, ...plans.flatMap(({ period }) => (period ? [period.from, period.to] : []))]
  if (said.length === 0) return []
  const first = said.reduce((a, b) => Math.min(a, b))
  const last = said.reduce((a, b) => Math.max(a, b))
  return Array.from({ length: Math.min(MOST_YEARS, last - first + 1) }, (_, n) => first + n)
}

type Bar = { from: number; to: number; is: 'bar' | 'open' | 'point'; milestone: string | null }

/** A step with a month and no end is a point in time; without a month it goes on nobody knows how long. */
function barOf({ from, to, month }: RoadmapItem): Bar {
  const start = yearOf((from ?? to) as string)
  const point = to === null && month !== null
  return {
    from: start,
    to: isYear(to) ? Math.max(start, yearOf(to)) : start,
    is: point ? 'point' : to === null ? 'open' : 'bar',
    milestone: month === null ? null : `${month}月`,
  }
}

function scheduleBar({ from, to, text, milestone }: ScheduleCell): Bar[] {
  if (!isYear(from)) return []
  const start = yearOf(from)
  return [
    {
      from: start,
      to: isYear(to) ? Math.max(start, yearOf(to)) : start,
      is: to !== null ? 'bar' : milestone ? 'point' : 'open',
      milestone: milestone ? text : null,
    },
  ]
}

type State = 'empty' | 'bar' | 'open'

/**
 * One row of all the bars of an initiative: a year is drawn where a bar says that it covers it; after a beginning without an
 * end only the year of the beginning is drawn as sure, and the years behind it stay open until another bar says something.
 */
function rowOf(key: string, title: string, initiative: string | null, bars: readonly Bar[], years: readonly number[]): RoadmapRow {
  const states = years.map((year): State => {
    if (bars.some((bar) => bar.is !== 'point' && bar.from <= year && year <= bar.to)) return 'bar'
    return bars.some((bar) => bar.is === 'open' && bar.from <= year) ? 'open' : 'empty'
  })
  const cells: RoadmapCell[] = []
  years.forEach((year, nth) => {
    const here = bars.filter(({ from }) => from === year)
    const milestones = here.flatMap(({ milestone }) => (milestone === null || milestone === '' ? [] : [milestone]))
    const kind = states[nth] as State
    const last = cells.at(-1)
    // a milestone begins a cell of its own, so that its mark stands in its year
    if (last && last.kind === kind && milestones.length === 0) last.span += 1
    else cells.push({ kind, span: 1, heard: '', milestones })
  })
  return { key, title, initiative, cells: withWhen(cells, years) }
}

function withWhen(cells: readonly RoadmapCell[], years: readonly number[]): RoadmapCell[] {
  let at = 0
  return cells.map((cell) => {
    const from = years[at] as number
    at += cell.span
    const to = years[at - 1] as number
    if (cell.kind === 'empty') return cell
    const spoken = from === to ? yearShort(from) : `${yearShort(from)}から${yearShort(to)}まで`
    return { ...cell, heard: cell.kind === 'open' ? `${yearShort(from)}から、終期の記載なし` : spoken }
  })
}
