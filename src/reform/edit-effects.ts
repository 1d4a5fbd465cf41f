import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { readMeasured } from '../vocabulary/measured.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { isTotalScope } from '../vocabulary/total-scope.ts'
import { readYen } from '../vocabulary/yen.ts'
import { chosen, type EditFault, type RowSaid, rowsAfter, said } from './edit-rows.ts'
import type { Effect, ReformRecord } from './record.ts'
import type { RecordId } from './record-id.ts'

export type EffectSaid = RowSaid & {
  scope: string
  estimate: string
  year: string
  side: string
  basis: string
  status: string
  unit: string
  raw: string
}

export const effectsOfInitiative = (record: ReformRecord, initiative: RecordId): Effect[] =>
  record.effects.filter(({ of }) => of !== null && 'initiative' in of && of.initiative === initiative)

/** 効果額を持つもの — an initiative, a node, or the plan as a whole, whose amounts belong to neither. */
export type EffectOwner = { of: Effect['of']; title: string }
export function effectOwner({ initiatives, nodes, plans }: ReformRecord, id: RecordId): EffectOwner | null {
  const it = initiatives.find((one) => one.id === id)
  if (it) return { of: { initiative: it.id }, title: it.title }
  const node = nodes.find((one) => one.id === id)
  if (node) return { of: { node: node.id }, title: node.title }
  const plan = plans.find((one) => one.id === id && one.parent === null)
  return plan ? { of: null, title: plan.title } : null
}

export const effectsOfOwner = (record: ReformRecord, { of }: EffectOwner): Effect[] =>
  record.effects.filter((effect) => JSON.stringify(effect.of) === JSON.stringify(of) && (of !== null || !isTotalScope(effect.scope)))

/** 効果額を直す — the rows of one owner; amounts are kept as printed and, where they are money, as integer yen. */
export function withEffects(record: ReformRecord, owner: EffectOwner, rows: readonly EffectSaid[]): Result<ReformRecord, EditFault[]> {
  const { of, title } = owner
  const faults: EditFault[] = []
  const own = effectsOfOwner(record, owner)
  const after = rowsAfter(own, rows, (row, was, nth) => {
    const raw = row.raw.trim()
    if (raw === '' && (was === null || was.raw.trim() !== '')) return null
    const year = row.year.trim() === '' ? null : parseFiscalYear(row.year)
    if (year?.ok === false) faults.push({ field: `effects.${nth}.year`, kind: 'not-a-year' })
    const unit = said(row.unit, was?.unit ?? null)
    const amounts = was && was.raw.trim() === raw && was.unit === unit ? {} : amountsOf(raw, unit)
    const blank: Effect = { ...NOTHING, of }
    return { ...(was ?? blank), ...amounts, ...stated(row, was, unit, year?.ok ? year.value : null, title) }
  })
  if (faults.length > 0) return no(faults)
  // what stood together stays together, in the place of the first
  const first = record.effects.findIndex((one) => own.includes(one))
  const others = record.effects.filter((one) => !own.includes(one))
  const at = first < 0 ? others.length : first
  return ok({ ...record, effects: [...others.slice(0, at), ...after, ...others.slice(at)] })
}

const NOTHING: Effect = {
  estimate: null,
  of: null,
  scope: '',
  fiscalYear: null,
  amountYen: null,
  quantity: null,
  unit: null,
  side: null,
  basis: null,
  status: null,
  raw: '',
}

const stated = (row: EffectSaid, was: Effect | null, unit: string | null, fiscalYear: number | null, title: string) => ({
  estimate: said(row.estimate, was?.estimate ?? null),
  scope: said(row.scope, was?.scope ?? null) ?? title,
  fiscalYear,
  unit,
  side: chosen(row.side, ['歳入', '歳出']),
  basis: chosen(row.basis, ['単年度', '継続']),
  status: chosen(row.status, ['計画', '見込み', '実績']),
})

function amountsOf(raw: string, unit: string | null): Pick<Effect, 'amountYen' | 'quantity' | 'raw'> {
  const amountYen = readYen(raw, unit)
  const read = readMeasured(raw)
  return { raw, amountYen, quantity: amountYen === null && read.answer === 'number' ? read.value : null }
}
