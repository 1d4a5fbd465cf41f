import type { StaffRoute } from '../staff.ts'

export const formsRoutes: readonly StaffRoute[] = []
