import type { Marking } from '../reform/effect-mark.ts'
import type { FiscalOutlook } from '../reform/fiscal-outlook.ts'
import { yearsOfOutlook } from '../reform/outlook-rules.ts'
import { type EarlierOutlook, isInPeriod, marksBefore } from './propose-marks.ts'
import type { ReconciledAmount, Reconciliation } from './reconcile.ts'

/**
 * 決めること — what an officer has to look at: `amount-changed` since it was marked, `line-gone` (the line it was contained in is
 * no longer there), `year-came-in` (期間外 a year ago, within the period now), `new` (no mark a year ago), `against-period` (marked
 * 期間外 within the period, or the other way round).
 */
export type ToDecide =
  | { kind: 'amount-changed'; amount: ReconciledAmount; thenYen: number }
  | { kind: 'line-gone'; amount: ReconciledAmount; line: string }
  | { kind: 'year-came-in'; amount: ReconciledAmount }
  | { kind: 'new'; amount: ReconciledAmount }
  | { kind: 'against-period'; amount: ReconciledAmount; inPeriod: boolean }

/** 見通しの繰越しで変わったこと */
export type OutlookChanges = {
  earlier: FiscalOutlook | null
  /** fiscal years that came in, and those that fell out */
  yearsIn: number[]
  yearsOut: number[]
  toDecide: ToDecide[]
  /** marks of amounts that are gone; `own`: against this edition, else against the one before */
  vanished: { mark: Marking; own: boolean }[]
  /** lines that the edition before had and this one has not, and the other way round */
  linesGone: string[]
  linesNew: string[]
}

/** 前の版から変わったことを並べる — for decision; nothing changes by itself. */
export function outlookChanges(
  found: Reconciliation,
  outlook: FiscalOutlook,
  earlier: EarlierOutlook | null,
  isOfEstimate: (mark: Marking) => boolean = () => true,
): OutlookChanges {
  const told = marksBefore(earlier)
  const [now, before] = [yearsOfOutlook(outlook), earlier ? yearsOfOutlook(earlier.outlook) : []]
  const known = new Set(found.amounts.map(({ key }) => key))
  const own = new Set(found.gone.map(({ effect }) => effect))
  return {
    earlier: earlier?.outlook ?? null,
    yearsIn: earlier ? now.filter((year) => !before.includes(year)) : [],
    yearsOut: before.filter((year) => !now.includes(year)),
    toDecide: found.amounts.flatMap((amount) => toDecide(amount, outlook, earlier, told)),
    vanished: [
      ...found.gone.map((mark) => ({ mark, own: true })),
      ...(earlier?.marks ?? [])
        .filter((mark) => isOfEstimate(mark) && !known.has(mark.effect) && !own.has(mark.effect))
        .map((mark) => ({ mark, own: false })),
    ],
    linesGone: earlier ? namesMissing(earlier.outlook, outlook) : [],
    linesNew: earlier ? namesMissing(outlook, earlier.outlook) : [],
  }
}

const namesMissing = (of: FiscalOutlook, from: FiscalOutlook): string[] =>
  of.lines.filter(({ id }) => !from.lines.some((line) => line.id === id)).map(({ name }) => name)

type Told = ReturnType<typeof marksBefore>

function toDecide(amount: ReconciledAmount, outlook: FiscalOutlook, earlier: EarlierOutlook | null, told: Told): ToDecide[] {
  const { mark, fiscalYear } = amount
  const inPeriod = isInPeriod(fiscalYear, outlook)
  if (mark === null) return inPeriod && earlier ? undecided(amount, outlook, earlier.outlook, told(amount.key)?.mark ?? null) : []
  const found: ToDecide[] = []
  if (mark.amountYen !== amount.amountYen) found.push({ kind: 'amount-changed', amount, thenYen: mark.amountYen })
  if (mark.mark === 'in-outlook' && amount.line === null)
    found.push({ kind: 'line-gone', amount, line: nameOf(mark.line, [earlier?.outlook]) })
  if ((mark.mark === 'outside-period') === inPeriod) found.push({ kind: 'against-period', amount, inPeriod })
  return found
}

function undecided(amount: ReconciledAmount, outlook: FiscalOutlook, before: FiscalOutlook, last: Marking | null): ToDecide[] {
  if (!last) return [{ kind: 'new', amount }]
  const found: ToDecide[] = []
  if (last.amountYen !== amount.amountYen) found.push({ kind: 'amount-changed', amount, thenYen: last.amountYen })
  if (last.mark === 'outside-period') found.push({ kind: 'year-came-in', amount })
  if (last.mark === 'in-outlook' && !outlook.lines.some(({ id }) => id === last.line))
    found.push({ kind: 'line-gone', amount, line: nameOf(last.line, [before]) })
  return found
}

/** The name of a line that is gone: from the edition that still had it, else the last word of its id. */
const nameOf = (id: string | null, outlooks: readonly (FiscalOutlook | undefined)[]): string =>
  outlooks.flatMap((one) => one?.lines ?? []).find((line) => line.id === id)?.name ?? id?.split('/').at(-1) ?? ''
