import type { Effect } from '../reform/record.ts'
import { isTotalScope } from '../vocabulary/total-scope.ts'

/** 全体の合計の行か — a subtotal of one pillar is a total, but not of everything. */
export const isGrandTotal = (scope: string, of: Effect['of'] = null): boolean =>
  of === null && isTotalScope(scope) && !/小計/.test(scope.normalize('NFKC').replace(/\s/g, ''))
