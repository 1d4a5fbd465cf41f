import { foldTight } from '../vocabulary/folding.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { comparedField, type FormSource } from './compare-fields.ts'
import { EMPTY_CONTENT, type ReportContent } from './report-content.ts'
import { fieldsOf } from './report-difference.ts'
import { LONGEST_TEXT } from './report-faults.ts'
import { stepReport } from './report-steps.ts'
import type { FormProblem, ReturnedForm } from './returned-form.ts'
import { may, type Standing } from './rights.ts'
import type { Round, RoundItem } from './round.ts'
import {
  type ComparedFile,
  type ComparedForm,
  type ComparedItem,
  type FormRefusal,
  type IssuedNumber,
  type TakeBackComparison,
  type TakenFile,
  wouldWrite,
} from './take-back.ts'

/** 比較の材料 — the files as they were read, and what the database says now. */
export type TakeBackQuestion = {
  municipality: MunicipalityCode
  /** the round for which they are taken back, and the others by which last year's forms are known */
  round: Round
  rounds: readonly Round[]
  items: readonly RoundItem[]
  issued: readonly IssuedNumber[]
  standing: Standing
  files: readonly TakenFile[]
}
type Matched = FormSource & { item: RoundItem; number: string | null }
type Placed = { compared: ComparedForm; matched: Matched | null }

/**
 * 回収した様式の比較 — three ways: the form as it was issued, as it came back, and the database now; never matched by position. Pure: it is asked again in the transaction that writes.
 */
export function compareTakeBack(asked: TakeBackQuestion): TakeBackComparison {
  const placed = asked.files.map((file) => (file.read?.forms ?? []).map((form, nth) => place(asked, file.nth, nth, form)))
  for (const forms of placed) refuseTwice(forms)
  const all = placed.flat().filter(isTaken)
  const items = [...Map.groupBy(all, ({ matched }) => matched.item)].flatMap(([item, forms]) => itemOf(asked, item, forms) ?? [])
  return {
    files: asked.files.map(
      ({ nth, name, read }, at): ComparedFile => ({
        nth,
        name,
        fault: read?.fault ?? null,
        forms: (placed[at] ?? []).map(({ compared }) => compared),
      }),
    ),
    items: items.toSorted((a, b) => positionIn(asked, a) - positionIn(asked, b)),
  }
}

const isTaken = (one: Placed): one is { compared: ComparedForm; matched: Matched } => one.matched !== null && one.compared.refusal === null
const positionIn = ({ items }: TakeBackQuestion, { item }: ComparedItem): number => items.find(({ id }) => id === item)?.position ?? 0

function place(asked: TakeBackQuestion, file: number, nth: number, form: ReturnedForm): Placed {
  const found = matchForm(asked, form)
  const refusal = refusalOf(asked, form, found)
  const number = form.hidden?.number ?? form.number ?? found.issued?.number ?? null
  const compared: ComparedForm = { sheet: form.sheet, number, item: found.item?.id ?? null, refusal }
  return { compared, matched: found.item && { item: found.item, number, file, nth, form, bases: basesOf(form, found.issued) } }
}

export type FormMatch = { issued: IssuedNumber | null; item: RoundItem | null }

/**
 * 様式と照会票の対応 — by the hidden ids, else by the form number; a form that has neither, by what it says of itself, where that
 * means one item of the round and no other.
 */
export function matchForm({ issued, items }: Pick<TakeBackQuestion, 'issued' | 'items'>, form: ReturnedForm): FormMatch {
  const number = form.hidden?.number ?? form.number
  if (number !== null) {
    const known = issued.find((one) => one.number === number) ?? null
    return { issued: known, item: items.find(({ id }) => id === known?.item) ?? null }
  }
  const same = items.filter((item) => isSeenAs(form, item))
  const item = same.length === 1 ? (same[0] as RoundItem) : null
  return { issued: issued.find((one) => one.item === item?.id) ?? null, item }
}

function isSeenAs({ seen }: ReturnedForm, { sheet, section }: RoundItem): boolean {
  const agrees = (said: string | null, known: string | null): boolean => said === null || foldTight(said) === foldTight(known ?? '')
  return (
    (seen.number !== null || seen.title !== null) &&
    agrees(seen.number, sheet.number) &&
    agrees(seen.title, sheet.title) &&
    agrees(seen.section, section)
  )
}

/** What the form showed when it left: the issue it names, or any of them where its hidden ids are lost; nothing where it never left. */
function basesOf({ hidden }: ReturnedForm, issued: IssuedNumber | null): ReportContent[] {
  const bases = issued?.bases ?? []
  const named = bases.filter(({ version }) => version === hidden?.version)
  const known = (named.length > 0 ? named : bases).map(({ content }) => content)
  return known.length > 0 ? known : [EMPTY_CONTENT]
}

function refusalOf(asked: TakeBackQuestion, form: ReturnedForm, { issued, item }: FormMatch): FormRefusal | null {
  const { hidden } = form
  if (hidden && hidden.municipality !== asked.municipality) return { kind: 'other-municipality', code: hidden.municipality }
  if (hidden && hidden.round !== asked.round.id) return otherRound(asked, hidden.round)
  if (hidden && form.number !== null && form.number !== hidden.number)
    return { kind: 'number-differs', number: form.number, hidden: hidden.number }
  const number = hidden?.number ?? form.number
  if (issued && issued.round !== asked.round.id) return otherRound(asked, issued.round)
  if (!item) return number === null ? { kind: 'no-number' } : { kind: 'unknown-number', number }
  if (hidden && hidden.item !== item.id) return { kind: 'number-differs', number: hidden.number, hidden: hidden.number }
  if (!may(asked.standing, 'form.take', item.section)) return { kind: 'not-yours', section: item.section }
  const problems = [...form.problems, ...tooLong(form)]
  return problems.length > 0 ? { kind: 'cells', problems } : null
}

function otherRound({ rounds }: TakeBackQuestion, id: string): FormRefusal {
  const round = rounds.find((one) => one.id === id)
  return { kind: 'other-round', title: round?.title ?? null, fiscalYear: round?.fiscalYear ?? null }
}

const tooLong = ({ content, at, problems }: ReturnedForm): FormProblem[] =>
  (['progress', 'issues', 'revision'] as const).flatMap((field): FormProblem[] => {
    const cell = at[field]
    const length = content[field].length
    return cell !== undefined && length > LONGEST_TEXT && !problems.some((one) => one.kind === 'too-long' && one.at === cell)
      ? [{ kind: 'too-long', at: cell, length }]
      : []
  })

/** 同じ様式が一つのブックに二つ — which of them is meant, nobody can tell: neither is taken. */
function refuseTwice(forms: readonly Placed[]): void {
  const taken = forms.filter(isTaken)
  for (const same of Map.groupBy(taken, ({ matched }) => matched.item).values())
    if (same.length > 1)
      for (const { compared } of same) compared.refusal = { kind: 'twice-in-book', sheets: same.map((one) => one.compared.sheet) }
}

/** What all files say of an item; refused as a whole where its state lets nothing be written and something would be. */
function itemOf(
  asked: TakeBackQuestion,
  item: RoundItem,
  forms: readonly { compared: ComparedForm; matched: Matched }[],
): ComparedItem | null {
  const sources = forms.map(({ matched }) => matched)
  const compared: ComparedItem = {
    item: item.id,
    number: sources.find(({ number }) => number !== null)?.number ?? null,
    section: item.section,
    title: item.sheet.title,
    version: item.version,
    fields: fieldsOf(item.content, item.sheet).flatMap((field) => comparedField(field, item, sources) ?? []),
  }
  if (!wouldWrite(compared)) return compared
  const step = stepReport('save', { ...asked.standing, round: asked.round, item, instead: 'form.take' })
  if (step.ok) return compared
  for (const { compared: form } of forms) form.refusal = { kind: 'cannot-save', problem: step.problem }
  return null
}
