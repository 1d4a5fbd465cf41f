import type { StaffRoute } from '../staff.ts'

export const plansRoutes: readonly StaffRoute[] = []
