import { type Improvement, isOverdue } from '../reform/improvement.ts'
import { may, type Standing } from '../reform/rights.ts'
import { dayShort } from './former-values.ts'
import { followingWords } from './wording-following.ts'

type OpenImprovement = Pick<Improvement, 'id' | 'section' | 'state' | 'due'> & { family: string; title: string }
type WaitingOpinion = { family: string; id: string; title: string | null; from: string; sections: readonly string[] }

/** 評価の後の仕事の一件 */
export type FollowingDuty = { family: string; id: string; title: string; about: string }
export type FollowingDuties = {
  /** 期限を過ぎた改善計画 */
  overdue: FollowingDuty[]
  /** 内容を書く改善計画 */
  asked: FollowingDuty[]
  /** 対応を待つ意見 */
  opinions: FollowingDuty[]
}
export const FOLLOWING_GROUPS: readonly (keyof FollowingDuties)[] = ['overdue', 'asked', 'opinions']
export const followingGroupNames: Record<keyof FollowingDuties, string> = {
  overdue: '期限を過ぎた改善計画',
  asked: '内容を書く改善計画',
  opinions: '対応を待つ意見',
}

/** 評価の後にすること — of the sections that somebody writes for; the office sees what is overdue and what it answers itself. */
export function followingDuties(
  standing: Standing,
  { improvements, opinions }: { improvements: readonly OpenImprovement[]; opinions: readonly WaitingOpinion[] },
): FollowingDuties {
  const forAll = may(standing, 'improvement.write', null)
  const own = improvements.filter(({ section }) => may(standing, 'improvement.write', section))
  const answered = opinions.filter(({ sections }) =>
    forAll ? sections.length === 0 : sections.some((section) => may(standing, 'opinion.answer', section)),
  )
  const told = ({ family, id, title, section, due }: OpenImprovement): FollowingDuty => ({
    family,
    id,
    title,
    about: [section ?? followingWords.noSection, due && `期限 ${dayShort(due)}`].filter(Boolean).join('　'),
  })
  return {
    overdue: own.filter((one) => isOverdue(one, standing.day)).map(told),
    asked: forAll ? [] : own.filter((one) => one.state === 'asked' && !isOverdue(one, standing.day)).map(told),
    opinions: answered.map(({ family, id, title, from }) => ({ family, id, title: title ?? followingWords.ofPlan, about: from })),
  }
}
