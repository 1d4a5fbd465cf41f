import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { enter, leave, showSignIn } from './desk.tsx'

const M = ':municipality'

export const signInRoutes: readonly StaffRoute[] = [
  { method: 'get', path: paths.staff.signIn(M), needs: 'anyone', serve: showSignIn },
  { method: 'post', path: paths.staff.signIn(M), needs: 'anyone', serve: enter },
  { method: 'post', path: paths.staff.signOut(M), needs: 'signed-in', serve: leave },
]
