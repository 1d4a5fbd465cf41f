import type { StaffRoute } from '../staff.ts'

/** 効果額の画面 */
export const effectsRoutes: readonly StaffRoute[] = []
