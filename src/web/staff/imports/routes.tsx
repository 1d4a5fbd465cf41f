import type { StaffRoute } from '../staff.ts'

export const importsRoutes: readonly StaffRoute[] = []
