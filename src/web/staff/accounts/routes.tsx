import type { StaffRoute } from '../staff.ts'

export const accountsRoutes: readonly StaffRoute[] = []
