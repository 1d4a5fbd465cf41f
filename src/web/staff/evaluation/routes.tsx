import type { StaffRoute } from '../staff.ts'

/** 評価の画面 */
export const evaluationRoutes: readonly StaffRoute[] = []
