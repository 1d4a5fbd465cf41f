import type { StaffRoute } from '../staff.ts'

/** 総括・工程・版の比較の画面 */
export const renewalRoutes: readonly StaffRoute[] = []
