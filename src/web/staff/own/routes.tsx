import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { showOwn, takePassword, takeRemoval, takeSecondFactor } from './desk.tsx'

const M = ':municipality'

export const ownRoutes: readonly StaffRoute[] = [
  { method: 'get', path: paths.staff.own(M), needs: 'signed-in', serve: (staff) => showOwn(staff) },
  { method: 'post', path: paths.staff.ownPassword(M), needs: 'signed-in', serve: takePassword },
  { method: 'post', path: paths.staff.ownSecondFactor(M), needs: 'signed-in', serve: takeSecondFactor },
  { method: 'post', path: paths.staff.ownSecondFactorRemoval(M), needs: 'signed-in', serve: takeRemoval },
]
