import type { StaffRoute } from '../staff.ts'

/** 引継ぎの画面 */
export const carryOverRoutes: readonly StaffRoute[] = []
