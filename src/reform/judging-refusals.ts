import type { ShownJudgement } from './judgement-basis.ts'
import type { RecordId } from './record-id.ts'

/** 決められない理由 — of one row of a form. */
export type RowProblem =
  | { kind: 'no-such-thing' }
  | { kind: 'not-yours' }
  | { kind: 'not-a-word'; word: string }
  | { kind: 'reason-missing'; proposed: string }
  | { kind: 'changed-meanwhile'; now: ShownJudgement }

/** 決められなかった取組 */
export type RefusedJudgement = { initiative: RecordId; indicator: RecordId | null; title: string; problem: RowProblem }
export type CannotJudge = { kind: 'no-such-plan' } | { kind: 'no-such-scale' } | { kind: 'rows-refused'; rows: RefusedJudgement[] }
