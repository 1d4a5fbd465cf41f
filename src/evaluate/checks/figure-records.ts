import { anInitiative, aRecord, aReport } from '../../../town/story/builders.ts'
import type { Figure, Indicator, ReformRecord } from '../../reform/record.ts'
import { readQuantities } from '../../vocabulary/quantity.ts'
import { lookingAt } from '../looking.ts'

/* 例 — for the tests of the checks: a report that says one text, read as intake reads it. */

/** The figures of a text; `indicator` names the one that every figure is said to belong to. */
export function figuresIn(text: string, indicator: Indicator['id'] | null = null): Figure[] {
  return readQuantities(text).map((q) => ({
    label: q.label,
    raw: q.raw,
    value: q.value,
    unit: q.unit,
    indicator,
    group: q.group,
    previous: q.previous?.value ?? null,
    change: q.change?.value ?? null,
    numerator: q.numerator,
    denominator: q.denominator,
  }))
}

/** あおば市's record with one report of 令和6年度 that says `text`. */
export function aRecordSaying(text: string, said: Partial<ReformRecord> = {}): ReformRecord {
  const [indicator] = said.indicators ?? []
  const figures = figuresIn(text, indicator?.id ?? null)
  return aRecord({ initiatives: [anInitiative({ reports: [aReport({ progress: text, figures })] })], indicators: [], effects: [], ...said })
}

export const looking = (record: ReformRecord) =>
  lookingAt(record, { '/initiatives/0/reports/0/progress': ['line 4'], '/indicators/0/baseline': ['line 2'] })
