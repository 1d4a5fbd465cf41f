import type { EditionIndex } from './edition-index.ts'
import { dateText } from './figures.ts'
import type { SourceRef } from './source-pages.ts'
import { type Told, toldMeasured } from './told.ts'

export type SeriesTold = {
  name: string
  unit: string | null
  breakdown: string | null
  thresholds: string[]
  points: { when: string; value: Told; status: string | null }[]
}

/** A slide names one place for all points of a series; a table names one for each. */
function placesOf(index: EditionIndex, series: number, point: number): SourceRef[] {
  const at = `/series/${series}/points`
  const keys = [`${at}/${point}/raw`, `${at}/${point}/value`, `${at}/${point}`, at, `/series/${series}/name`]
  return keys.map((key) => index.sources(key)).find((s) => s.length > 0) ?? []
}

/** 指標に属さない数値 — headcount, fiscal ratios; each with its own points in time. */
export function seriesTold(index: EditionIndex): SeriesTold[] {
  return index.edition.record.series.map((s, i) => ({
    name: s.name,
    unit: s.unit,
    breakdown: s.breakdown,
    thresholds: Object.entries(s.thresholds).map(([name, value]) => `${name}：${value}`),
    points: s.points.map((p, j) => ({
      when: dateText(p.at),
      value: toldMeasured(p, p.value !== null ? s.unit : null, placesOf(index, i, j)),
      status: p.status,
    })),
  }))
}
