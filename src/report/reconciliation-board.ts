import { estimatesOf } from '../evaluate/effect-terms.ts'
import type { OutlookChanges, ToDecide } from '../evaluate/outlook-changes.ts'
import { isTakeable, type MarkProposal } from '../evaluate/propose-marks.ts'
import { type ReconciledAmount, type Reconciliation, rowKeyOf } from '../evaluate/reconcile.ts'
import { keyParts, type MarkClass, type Marking } from '../reform/effect-mark.ts'
import type { FiscalOutlook } from '../reform/fiscal-outlook.ts'
import type { ReformRecord } from '../reform/record.ts'
import { yearShort, yenText } from './figures.ts'
import { amountScope, estimateName } from './outlook-reconciliation.ts'
import { effectClassName, fundName, lineKindName, proposalWhyName } from './wording-outlook.ts'
import { toDecideName, toDecideText } from './wording-outlook-staff.ts'

export type ProposalTold = {
  key: string
  row: string
  scope: string
  year: string
  amount: string
  what: string
  why: string
  takeable: boolean
}
export type ProposalGroup = { mark: MarkClass; name: string; takeable: ProposalTold[] }
export type DecisionTold = { row: string; scope: string; year: string; kind: string; text: string }

/** 決めることの板 — what an officer has to decide of one plan against one outlook. */
export type ReconciliationBoard = {
  estimates: { nth: number; name: string; here: boolean }[]
  earlier: string | null
  yearsIn: string[]
  yearsOut: string[]
  linesGone: string[]
  linesNew: string[]
  decisions: DecisionTold[]
  changedAmounts: number
  groups: ProposalGroup[]
  /** proposals that need a line or a fund first */
  open: ProposalTold[]
  vanished: { scope: string; year: string; amount: string; class: string; own: boolean }[]
  ownVanished: number
  undecided: number
  /** the lines an amount may be contained in */
  lines: { id: string; name: string }[]
}

type Said = {
  record: ReformRecord
  outlook: FiscalOutlook
  estimate: string | null
  found: Reconciliation
  proposals: readonly MarkProposal[]
  changes: OutlookChanges
}

const CLASSES: readonly MarkClass[] = ['in-outlook', 'not-in-outlook', 'outside-period']

export function reconciliationBoard(said: Said, unit: string): ReconciliationBoard {
  const { record, outlook, estimate, found, proposals, changes } = said
  const told = proposals.map((one) => proposalTold(one, unit))
  return {
    estimates: estimatesOf(record).map((one, nth) => ({ nth, name: estimateName(one), here: one === estimate })),
    earlier: changes.earlier?.title ?? null,
    ...{ yearsIn: changes.yearsIn.map(yearShort), yearsOut: changes.yearsOut.map(yearShort) },
    ...{ linesGone: changes.linesGone, linesNew: changes.linesNew },
    decisions: changes.toDecide.map((one) => decisionTold(one, unit)),
    changedAmounts: changes.toDecide.filter((one) => one.kind === 'amount-changed' && one.amount.mark !== null).length,
    groups: CLASSES.map((mark) => ({
      mark,
      name: effectClassName[mark],
      takeable: told.filter((one, nth) => one.takeable && proposals[nth]?.mark === mark),
    })).filter(({ takeable }) => takeable.length > 0),
    open: told.filter(({ takeable }) => !takeable),
    vanished: changes.vanished.map(({ mark, own }) => ({ ...vanishedTold(mark, unit), own })),
    ownVanished: found.gone.length,
    undecided: found.amounts.filter((amount) => amount.class === 'unmarked').length,
    lines: outlook.lines
      .filter(({ kind }) => kind === 'revenue' || kind === 'expenditure' || kind === 'balance')
      // a sum contains everything: the line that is meant stands before it
      .toSorted((one, other) => Number(one.total || one.kind === 'balance') - Number(other.total || other.kind === 'balance'))
      .map(({ id, kind, name }) => ({ id, name: `${lineKindName[kind]}：${name}` })),
  }
}

function proposalTold(proposal: MarkProposal, unit: string): ProposalTold {
  const { amount, mark, line, fund, why, amountThenYen, lineGone } = proposal
  const what = [effectClassName[mark], line && `「${line.name}」に含む`, fund && fundName[fund]].filter(Boolean).join('・')
  const changed = amountThenYen === null ? '' : `。そのときの額は ${yenText(amountThenYen, unit)}${unit}`
  const gone = lineGone === null ? '' : `。含まれていた「${lineGone}」の行がないため、行を選んでください`
  return {
    ...{ key: amount.key, row: rowKeyOf(amount), scope: amountScope(amount), year: yearShort(amount.fiscalYear) },
    ...{ amount: yenText(amount.amountYen, unit), what, why: `${proposalWhyName[why]}${changed}${gone}`, takeable: isTakeable(proposal) },
  }
}

const decisionTold = (one: ToDecide, unit: string): DecisionTold => ({
  row: rowKeyOf(one.amount),
  scope: amountScope(one.amount),
  year: yearShort(one.amount.fiscalYear),
  kind: toDecideName[one.kind],
  text: toDecideText(one, unit),
})

function vanishedTold({ effect, amountYen, mark }: Marking, unit: string) {
  const [, scope, , fiscalYear] = keyParts(effect)
  return { scope, year: yearShort(fiscalYear), amount: yenText(amountYen, unit), class: effectClassName[mark] }
}

/** 一行の様式 — each year of one row with the decision that stands. */
export type RowForm = {
  row: string
  scope: string
  years: { key: string; year: string; amount: string; now: string; inPeriod: boolean; said: RowSaid }[]
}
export type RowSaid = { mark: string; line: string; fund: string; note: string }

export function rowForm(amounts: readonly ReconciledAmount[], outlook: FiscalOutlook, unit: string): RowForm | null {
  const [first] = amounts
  if (!first) return null
  return {
    row: rowKeyOf(first),
    scope: amountScope(first),
    years: amounts
      .toSorted((a, b) => a.fiscalYear - b.fiscalYear)
      .map(({ key, fiscalYear, amountYen, class: own, fund, line, mark }) => ({
        ...{ key, year: yearShort(fiscalYear), amount: yenText(amountYen, unit) },
        now: [effectClassName[own], line && `「${line.name}」に含む`, fund && fundName[fund]].filter(Boolean).join('・'),
        inPeriod: outlook.period.from <= fiscalYear && fiscalYear <= outlook.period.to,
        said: { mark: own, line: line?.id ?? '', fund: fund ?? '', note: mark?.note ?? '' },
      })),
  }
}
