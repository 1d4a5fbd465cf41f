import { readMeasured } from '../vocabulary/measured.ts'
import type { ReportContent, ReportField, SheetIndicator } from './report-content.ts'
import { fieldsOf } from './report-difference.ts'
import type { ReturnedForm } from './returned-form.ts'
import type { RoundItem } from './round.ts'
import type { ComparedField, FieldVerdict, ReturnedValue } from './take-back.ts'

/** A form of an item: the nth of a file, and what it showed when it was issued. */
export type FormSource = { file: number; nth: number; form: ReturnedForm; bases: readonly ReportContent[] }
type Field = { field: ReportField; name: string; value: string }

/** Excel writes line ends as LF, a browser as CR LF: neither is a change. */
const seen = (text: string): string => text.replace(/\r\n?/g, '\n')

/** 一項目の比較 — null where no form has a cell for it. */
export function comparedField({ field, name, value }: Field, item: RoundItem, sources: readonly FormSource[]): ComparedField | null {
  const now = seen(value)
  const cells = sources.flatMap((source) => cellOf(field, item, source) ?? [])
  if (cells.length === 0) return null
  const touched = cells.filter(({ value, bases }) => !bases.includes(value))
  const values = [...Map.groupBy(touched, ({ value }) => value)].map(
    ([value, same]): ReturnedValue => ({ value, from: same.map(({ file, form, at }) => ({ file, form, at })) }),
  )
  const isIssued = cells.every(({ bases }) => bases.includes(now))
  return { field, name, verdict: verdictOf(values, now, isIssued), now, values, remark: remarkOn(field, item, values) }
}

function cellOf(field: ReportField, { sheet }: RoundItem, { file, nth, form, bases }: FormSource) {
  const at = form.at[field]
  if (at === undefined) return null
  const valueIn = (content: ReportContent): string => seen(fieldsOf(content, sheet).find((one) => one.field === field)?.value ?? '')
  return { file, form: nth, at, value: valueIn(form.content), bases: bases.map(valueIn) }
}

function verdictOf(values: readonly ReturnedValue[], now: string, isIssued: boolean): FieldVerdict {
  if (values.length === 0) return isIssued ? 'unchanged' : 'kept'
  if (values.length > 1) return 'between-files'
  if (values[0]?.value === now) return 'already'
  return isIssued ? 'new' : 'conflict'
}

function remarkOn(field: ReportField, { content: _, sheet }: RoundItem, values: readonly ReturnedValue[]): ComparedField['remark'] {
  const indicator = sheet.indicators.find(({ id }) => field === `actual:${id}`)
  if (!indicator || !wasAlwaysANumber(indicator)) return null
  return values.some(({ value }) => readMeasured(withoutStatus(value)).answer === 'text') ? 'not-a-number' : null
}
const wasAlwaysANumber = ({ earlier }: SheetIndicator): boolean =>
  earlier.length > 0 && earlier.every(({ raw }) => readMeasured(raw).answer === 'number')
const withoutStatus = (value: string): string => value.replace(/（(?:見込み|実績|決算)）$/, '')

/** 一項目を移す — one field of a report from another one; the rest stays. */
export function withField(into: ReportContent, from: ReportContent, field: ReportField): ReportContent {
  switch (field) {
    case 'unchanged':
      return { ...into, unchanged: from.unchanged }
    case 'progress':
    case 'issues':
    case 'revision':
      return { ...into, [field]: from[field] }
    case 'changes':
      return { ...into, changes: from.changes }
    default:
      return withFigure(into, from, field)
  }
}

function withFigure(into: ReportContent, from: ReportContent, field: `actual:${string}` | `effect:${string}`): ReportContent {
  const id = field.slice(field.indexOf(':') + 1)
  if (field.startsWith('actual:'))
    return {
      ...into,
      actuals: [...into.actuals.filter(({ indicator }) => indicator !== id), ...from.actuals.filter(({ indicator }) => indicator === id)],
    }
  return { ...into, effects: [...into.effects.filter(({ row }) => row !== id), ...from.effects.filter(({ row }) => row === id)] }
}
