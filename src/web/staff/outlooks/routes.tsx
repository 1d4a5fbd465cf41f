import type { StaffRoute } from '../staff.ts'

/** 財政見通しの画面 */
export const outlooksRoutes: readonly StaffRoute[] = []
