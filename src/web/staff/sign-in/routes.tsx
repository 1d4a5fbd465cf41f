import type { StaffRoute } from '../staff.ts'

export const signInRoutes: readonly StaffRoute[] = []
