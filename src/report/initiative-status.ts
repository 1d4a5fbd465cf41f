import { type Status, statusOf } from '../evaluate/status.ts'
import type { Initiative } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import { statusName } from './wording-status.ts'

export type StatusTold = { status: Status; name: string; reason: string; guessed: boolean }

/** 取組の状態 — always with the reason, so that a page can say why. */
export function statusTold(initiative: Initiative, index: EditionIndex): StatusTold {
  if (index.year === null)
    return {
      status: 'cannot-tell',
      name: statusName['cannot-tell'],
      reason: 'どの年度の報告か分からないため判定できません。',
      guessed: false,
    }
  const { status, reason, guessed } = statusOf(
    initiative,
    index.indicatorsOf(initiative),
    index.edition.record,
    index.year,
    index.edition.judging?.scales,
  )
  return { status, name: statusName[status], reason, guessed }
}
