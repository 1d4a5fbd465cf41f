import type { StaffRoute } from '../staff.ts'

export const traceRoutes: readonly StaffRoute[] = []
