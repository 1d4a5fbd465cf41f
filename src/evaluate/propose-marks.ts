import { type EffectFund, type EffectKey, keyParts, type MarkClass, type Marking } from '../reform/effect-mark.ts'
import type { FiscalOutlook, OutlookLine } from '../reform/fiscal-outlook.ts'
import type { ReconciledAmount } from './reconcile.ts'

/** 前の版 — the edition of the outlook before, with the marks that were made against it. */
export type EarlierOutlook = { outlook: FiscalOutlook; marks: readonly Marking[] }

/**
 * 判定の案 — from the years (`outside-period`), from the mark of the same amount against the edition before (`last-outlook`), or
 * from the mark of the same row and year in another estimate (`other-estimate`). It counts nowhere until an officer takes it.
 */
export type MarkProposal = {
  amount: ReconciledAmount
  mark: MarkClass
  line: OutlookLine | null
  fund: EffectFund | null
  why: 'outside-period' | 'last-outlook' | 'other-estimate'
  /** the amount when the earlier mark was made, where it is another one today */
  amountThenYen: number | null
  /** the line of the earlier mark, where this outlook has no such line: no proposal that can be taken as it stands */
  lineGone: string | null
}

/** 判定の案をつくる — for what is 未判定 only. */
export function proposeMarks(
  amounts: readonly ReconciledAmount[],
  outlook: FiscalOutlook,
  earlier: EarlierOutlook | null,
  own: readonly Marking[] = [],
): MarkProposal[] {
  const before = marksBefore(earlier, own)
  return amounts
    .filter((amount) => amount.class === 'unmarked')
    .flatMap((amount) => {
      if (!isInPeriod(amount.fiscalYear, outlook)) return [outside(amount)]
      const said = before(amount.key)
      // 期間外 of last year says nothing of a year that has come into the period
      if (!said || said.mark.mark === 'outside-period') return []
      return [asBefore(amount, said.mark, outlook, earlier, said.why)]
    })
}

export type MarkBefore = { mark: Marking; why: 'last-outlook' | 'other-estimate' }

/** 前の判定 — of the same amount against the edition before, else of the same row and year in another estimate. */
export function marksBefore(earlier: EarlierOutlook | null, own: readonly Marking[] = []): (key: EffectKey) => MarkBefore | null {
  const exact = new Map((earlier?.marks ?? []).map((mark) => [mark.effect, mark]))
  const alike = new Map([...(earlier?.marks ?? []), ...own].map((mark) => [withoutEstimate(mark.effect), mark]))
  return (key) => {
    const last = exact.get(key)
    if (last) return { mark: last, why: 'last-outlook' }
    const other = alike.get(withoutEstimate(key))
    return other ? { mark: other, why: 'other-estimate' } : null
  }
}

export const isInPeriod = (year: number, { period }: Pick<FiscalOutlook, 'period'>): boolean => period.from <= year && year <= period.to

/** そのまま採れる案か — 織込済 needs the line in which the amount is contained, and every amount in the period its fund. */
export const isTakeable = ({ mark, line, fund }: MarkProposal): boolean =>
  mark === 'outside-period' || (fund !== null && (mark !== 'in-outlook' || line !== null))

const outside = (amount: ReconciledAmount): MarkProposal => ({
  amount,
  mark: 'outside-period',
  line: null,
  fund: null,
  why: 'outside-period',
  amountThenYen: null,
  lineGone: null,
})

function asBefore(
  amount: ReconciledAmount,
  { mark, line, fund, amountYen }: Marking,
  outlook: FiscalOutlook,
  earlier: EarlierOutlook | null,
  why: MarkProposal['why'],
): MarkProposal {
  const now = outlook.lines.find(({ id }) => id === line) ?? null
  const name = earlier?.outlook.lines.find(({ id }) => id === line)?.name ?? line
  return {
    amount,
    mark,
    line: now,
    fund,
    why,
    amountThenYen: amountYen === amount.amountYen ? null : amountYen,
    lineGone: line !== null && now === null ? name : null,
  }
}

const withoutEstimate = (key: EffectKey): string => JSON.stringify(keyParts(key).slice(1))
