import type { Initiative } from '../../../reform/record.ts'
import { readYen } from '../../../vocabulary/yen.ts'
import type { Label } from '../../labels.ts'
import type { Cell } from '../../read/page.ts'
import { type Form, isDash } from './state.ts'

/** An amount that a label heads, and the cells it stands in. */
export type Amount = { label: Label; text: string; cells: readonly Cell[] }

const moneyUnit = (text: string): string | null => /(?:百万|千万|千|万|億)?円/.exec(text)?.[0] ?? null

export function addCost(form: Form, initiative: Initiative, { label, text, cells }: Amount): boolean {
  if (isDash(text)) return true
  const amountYen = readYen(text, label.unit)
  if (amountYen === null) return false
  const stage = label.phase === '予算' || label.phase === '決算' ? label.phase : null
  const cost = {
    fiscalYear: label.year,
    stage,
    label: label.text,
    fund: null,
    amountYen,
    quantity: null,
    unit: label.unit ?? moneyUnit(text),
    raw: text,
  }
  initiative.costs.push(cost)
  form.draft.from(cost, 'amountYen', cells)
  return true
}

export function addEffect(form: Form, initiative: Initiative, { label, text, cells }: Amount): boolean {
  if (isDash(text)) return true
  const amountYen = readYen(text, label.unit)
  if (amountYen === null) return false
  const status = label.phase === '計画' || label.phase === '見込み' || label.phase === '実績' ? label.phase : null
  // an effect without a year stands in a report of one year
  const year = label.year ?? (status === '実績' || status === null ? form.draft.record.fiscalYear : null)
  const of = { initiative: initiative.id }
  const effect = {
    ...{ estimate: null, of, scope: initiative.title, fiscalYear: year, amountYen, quantity: null, unit: label.unit ?? moneyUnit(text) },
    ...{ side: null, basis: null, status, raw: text },
  }
  form.draft.record.effects.push(effect)
  if (label.year === null && year !== null) form.draft.guess(effect, 'fiscalYear')
  form.draft.from(effect, 'amountYen', cells)
  return true
}
