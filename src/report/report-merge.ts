import type { ItemSheet, ReportContent, ReportField } from '../reform/report-content.ts'
import { type FieldDifference, fieldsOf, reportDifferences } from '../reform/report-difference.ts'

/** 選び方 — of one field of which two people wrote different things. */
export type Taken = 'mine' | 'theirs' | 'both'
export type Conflict = FieldDifference & {
  /** what is offered as chosen: of a field that only one of them touched, that one's words */
  offered: Taken
  /** whether both texts may stand one after the other */
  joins: boolean
}

const TEXTS: readonly ReportField[] = ['progress', 'issues', 'revision']

/** 二人の入力の食い違い — `drawn`: what stood on the form when it was opened, where it is known. */
export function conflictsOf(theirs: ReportContent, mine: ReportContent, drawn: ReportContent | null, sheet: ItemSheet): Conflict[] {
  const was = drawn && new Map(fieldsOf(drawn, sheet).map(({ field, value }) => [field as string, value]))
  return reportDifferences(theirs, mine, sheet).map((one) => ({
    ...one,
    offered: was?.get(one.field) === one.after ? 'theirs' : 'mine',
    joins: TEXTS.includes(one.field) && one.before.trim() !== '' && one.after.trim() !== '',
  }))
}

/** 選んだとおりに合わせる — fields that were not chosen stay as the other person saved them. */
export function mergedReport(theirs: ReportContent, mine: ReportContent, taken: ReadonlyMap<string, Taken>): ReportContent {
  const takes = (field: ReportField): Taken => taken.get(field) ?? 'theirs'
  const text = (field: 'progress' | 'issues' | 'revision'): string =>
    takes(field) === 'theirs'
      ? theirs[field]
      : takes(field) === 'mine' || theirs[field].trim() === ''
        ? mine[field]
        : `${theirs[field].trimEnd()}\n${mine[field]}`
  return {
    unchanged: (takes('unchanged') === 'theirs' ? theirs : mine).unchanged,
    progress: text('progress'),
    issues: text('issues'),
    revision: text('revision'),
    actuals: mergedRows(
      theirs.actuals,
      mine.actuals,
      ({ indicator }) => indicator,
      (key) => takes(`actual:${key}`),
    ),
    effects: mergedRows(
      theirs.effects,
      mine.effects,
      ({ row }) => row,
      (key) => takes(`effect:${key}`),
    ),
    changes: takes('changes') === 'theirs' ? theirs.changes : mine.changes,
  }
}

function mergedRows<Row>(theirs: readonly Row[], mine: readonly Row[], keyOf: (row: Row) => string, takes: (key: string) => Taken): Row[] {
  const keys = [...new Set([...theirs, ...mine].map(keyOf))]
  return keys.flatMap((key) => (takes(key) === 'theirs' ? theirs : mine).find((row) => keyOf(row) === key) ?? [])
}
