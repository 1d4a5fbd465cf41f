import type { Crumb } from '../../../kit/shell.tsx'
import type { ReformRecord } from '../../../reform/record.ts'
import { effectsBoardWords } from '../../../report/wording-effects-board.ts'
import { paths } from '../../paths.ts'
import { crumbsOf, planTitle } from '../plans/plan-serving.tsx'
import { familyOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'

/** 計画と取組 › 計画 › 効果額 */
export const effectCrumbs = (staff: Staff, { plans }: Pick<ReformRecord, 'plans'>): Crumb[] => [
  ...crumbsOf(staff, planTitle(plans)),
  { name: effectsBoardWords.title, href: paths.staff.effects(staff.code, familyOf(staff)) },
]
