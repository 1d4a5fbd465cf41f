import type { StaffRoute } from '../staff.ts'

export const reportsRoutes: readonly StaffRoute[] = []
