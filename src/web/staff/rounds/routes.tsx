import type { StaffRoute } from '../staff.ts'

export const roundsRoutes: readonly StaffRoute[] = []
