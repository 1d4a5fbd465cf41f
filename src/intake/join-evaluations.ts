import type { Evaluation } from '../reform/record.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { Draft } from './draft.ts'

/** 同じ評価の重なり — a sheet of judgements and the form of each initiative print one judgement twice; the form says less of whose it is. */
export function joinEvaluations(draft: Draft): void {
  for (const initiative of draft.record.initiatives) {
    const kept: Evaluation[] = []
    for (const evaluation of initiative.evaluations) {
      const same = kept.find((known) => isSame(known, evaluation) && areOnOtherSheets(draft, known, evaluation))
      if (same) fill(draft, same, evaluation)
      else kept.push(evaluation)
    }
    initiative.evaluations = kept
  }
}

function isSame(a: Evaluation, b: Evaluation): boolean {
  const agree = (['stage', 'criterion', 'comment'] as const).every(
    (key) => a[key] === null || b[key] === null || foldTight(a[key]) === foldTight(b[key]),
  )
  return agree && a.fiscalYear === b.fiscalYear && foldTight(a.raw) === foldTight(b.raw)
}

/** Two columns of one list may judge alike without being one; a text has no sheets that would tell. */
function areOnOtherSheets(draft: Draft, a: Evaluation, b: Evaluation): boolean {
  const [here, there] = [a, b].map((evaluation) => draft.placesOf(evaluation, 'raw').map((at) => /^(.*)!/s.exec(at)?.[1] ?? null))
  return (
    here !== undefined && there !== undefined && !here.includes(null) && there.every((sheet) => sheet !== null && !here.includes(sheet))
  )
}

function fill(draft: Draft, known: Evaluation, other: Evaluation): void {
  for (const key of ['stage', 'criterion', 'scale', 'comment'] as const) {
    known[key] ??= other[key]
    draft.from(known, key, draft.placesOf(other, key))
  }
  draft.from(known, 'raw', draft.placesOf(other, 'raw'))
}
