import { createHash } from 'node:crypto'
import type { Judgement, JudgementProposal } from './judgement.ts'

/** What a row of a form showed: what had been decided, and what the rule proposed. */
export type ShownJudgement = { judgement: Pick<Judgement, 'word' | 'reason'> | null; proposal: JudgementProposal | null }

const short = (said: unknown): string => createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)
const decided = (word: string, reason: string | null): string => short([word, reason ?? ''])

/**
 * 評価の欄の元 — two hashes, «decided.proposed»: the first says whether somebody typed anything into the row, both together whether
 * somebody else decided meanwhile, or new figures changed the proposal.
 */
export const judgementBasis = ({ judgement, proposal }: ShownJudgement): string =>
  `${decided(judgement?.word ?? '', judgement?.reason ?? null)}.${short([proposal?.word ?? null, proposal?.inputs ?? []])}`

/** この欄に書き込みがあったか */
export const isTouched = (basis: string, word: string, reason: string): boolean =>
  basis.split('.')[0] !== decided(word, reason.trim() === '' ? null : reason.trim())
