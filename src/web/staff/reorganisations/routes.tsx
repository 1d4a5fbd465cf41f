import type { StaffRoute } from '../staff.ts'

/** 組織改正の画面 */
export const reorganisationsRoutes: readonly StaffRoute[] = []
