import type { StaffRoute } from '../staff.ts'

export const mailRoutes: readonly StaffRoute[] = []
