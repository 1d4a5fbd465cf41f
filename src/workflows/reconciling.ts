import { estimatesOf, termsOf } from '../evaluate/effect-terms.ts'
import { estimateFor, isMarkOf } from '../evaluate/marks-of-estimate.ts'
import { type OutlookChanges, outlookChanges } from '../evaluate/outlook-changes.ts'
import { type EarlierOutlook, type MarkProposal, proposeMarks } from '../evaluate/propose-marks.ts'
import { type ReconciledAmount, type Reconciliation, reconcile } from '../evaluate/reconcile.ts'
import type { EffectMark } from '../reform/effect-mark.ts'
import type { FiscalOutlook, OutlookId } from '../reform/fiscal-outlook.ts'
import { basisOf } from '../reform/plan-edit.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { marksOf, outlooksOf } from '../store/fiscal-outlook.ts'
import type { Reader } from '../store/handles.ts'
import { loadEffects } from '../store/record-excerpt.ts'

/** 突き合わせの場面 — one plan against one edition of the outlook, in one estimate, with everything that is known of it. */
export type Reconciling = {
  record: StoredRecord
  outlook: FiscalOutlook
  outlooks: FiscalOutlook[]
  earlier: EarlierOutlook | null
  /** of this outlook, all estimates */
  marks: EffectMark[]
  estimate: string | null
  found: Reconciliation
  proposals: MarkProposal[]
  changes: OutlookChanges
}

/** 見積時点の言い方 — by its name, by its place among the plan's estimates (as an address says it), or undefined: the one that is worked on. */
export type EstimateAsked = string | null | number | undefined

function estimateIn(record: StoredRecord, marks: readonly EffectMark[], asked: EstimateAsked): string | null {
  const said = typeof asked === 'number' ? estimatesOf(record)[asked] : asked
  return said === undefined ? estimateFor(record, marks) : said
}

/** 突き合わせを読み込む — null where the plan or the outlook is not there. */
export async function loadReconciling(
  db: Reader,
  asked: { family: PlanFamilyId; outlook: OutlookId; estimate?: EstimateAsked },
): Promise<Reconciling | null> {
  const record = await loadEffects(db, asked.family)
  const outlooks = await outlooksOf(db)
  const at = outlooks.findIndex(({ id }) => id === asked.outlook)
  const outlook = outlooks[at]
  if (!record || !outlook) return null
  const all = await marksOf(db, asked.family)
  const of = ({ id }: FiscalOutlook): EffectMark[] => all.filter((mark) => mark.outlook === id)
  const marks = of(outlook)
  // the youngest first: what comes after it in the list is the edition before
  const before = outlooks.slice(at + 1).find((one) => one.madeOn < outlook.madeOn)
  const earlier = before ? { outlook: before, marks: of(before) } : null
  const estimate = estimateIn(record, marks, asked.estimate)
  const isOwn = isMarkOf(record, estimate)
  const found = reconcile(termsOf(record, estimate), outlook, marks.filter(isOwn))
  return {
    ...{ record, outlook, outlooks, earlier, marks, estimate, found },
    proposals: proposeMarks(found.amounts, outlook, earlier, marks),
    changes: outlookChanges(found, outlook, earlier, isOwn),
  }
}

/** 様式の元 — what a form of these amounts was drawn from: the outlook, the amounts as they stood, and who had marked them how. */
export const markBasis = ({ outlook }: Pick<Reconciling, 'outlook'>, amounts: readonly ReconciledAmount[]): string =>
  basisOf([outlook, amounts.map(({ key, amountYen, mark }) => [key, amountYen, mark])])
