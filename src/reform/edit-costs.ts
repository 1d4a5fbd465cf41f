import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { readMeasured } from '../vocabulary/measured.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { readYen } from '../vocabulary/yen.ts'
import { chosen, type EditFault, type RowSaid, rowsAfter, said } from './edit-rows.ts'
import type { Cost } from './record.ts'

export type CostSaid = RowSaid & { year: string; stage: string; label: string; fund: string; raw: string; unit: string }

/** 事業費を直す — the rows of one initiative; amounts are kept as typed and, where they are money, as integer yen. */
export function withCosts(before: readonly Cost[], rows: readonly CostSaid[]): Result<Cost[], EditFault[]> {
  const faults: EditFault[] = []
  const after = rowsAfter(before, rows, (row, was, nth) => {
    const raw = row.raw.trim()
    if (raw === '' && (was === null || was.raw.trim() !== '')) return null
    const year = row.year.trim() === '' ? null : parseFiscalYear(row.year)
    if (year?.ok === false) faults.push({ field: `costs.${nth}.year`, kind: 'not-a-year' })
    const unit = said(row.unit, was?.unit ?? null)
    const stated = {
      fiscalYear: year?.ok ? year.value : null,
      stage: chosen(row.stage, ['予算', '決算']),
      label: said(row.label, was?.label ?? null),
      fund: said(row.fund, was?.fund ?? null),
      unit,
    }
    const kept = was !== null && was.raw.trim() === raw && was.unit === unit
    return kept ? { ...was, ...stated } : { ...stated, ...amountsOf(raw, unit) }
  })
  return faults.length > 0 ? no(faults) : ok(after)
}

/** An amount without a unit is in yen; what is no money (1.5人) is a quantity. */
function amountsOf(raw: string, unit: string | null): Pick<Cost, 'amountYen' | 'quantity' | 'raw'> {
  const amountYen = readYen(raw, unit ?? '円')
  const read = readMeasured(raw)
  return { raw, amountYen, quantity: amountYen === null && read.answer === 'number' ? read.value : null }
}
