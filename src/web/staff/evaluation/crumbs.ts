import type { Crumb } from '../../../kit/shell.tsx'
import { judgingWords } from '../../../report/wording-judging.ts'
import { paths } from '../../paths.ts'
import { crumbsOf } from '../plans/plan-serving.tsx'
import { familyOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'

export const evaluationCrumbs = (staff: Staff, plan: string): Crumb[] => [
  ...crumbsOf(staff, plan),
  { name: judgingWords.title, href: paths.staff.evaluation(staff.code, familyOf(staff)) },
]
export const rulesCrumbs = (staff: Staff, plan: string): Crumb[] => [
  ...evaluationCrumbs(staff, plan),
  { name: judgingWords.rules, href: paths.staff.judgingRules(staff.code, familyOf(staff)) },
]
