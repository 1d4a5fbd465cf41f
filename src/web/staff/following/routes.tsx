import type { StaffRoute } from '../staff.ts'

/** 意見・改善・予算反映の画面 */
export const followingRoutes: readonly StaffRoute[] = []
