import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { acceptWaiting, dropWaiting, LARGEST_FORM, publish, readUpload, setTarget, showDone, showReview, showUpload } from './desk.tsx'

const at = paths.staff
const M = ':municipality'

export const importsRoutes: readonly StaffRoute[] = [
  { method: 'get', path: at.imports(M), needs: 'plan.import', serve: (staff) => showUpload(staff, []) },
  { method: 'post', path: at.imports(M), needs: 'plan.import', largest: LARGEST_FORM, serve: readUpload },
  { method: 'get', path: at.import(M, ':id'), needs: 'plan.import', serve: showReview },
  { method: 'post', path: at.target(M, ':id'), needs: 'plan.import', serve: setTarget },
  { method: 'post', path: at.acceptance(M, ':id'), needs: 'plan.import', serve: acceptWaiting },
  { method: 'post', path: at.discard(M, ':id'), needs: 'plan.import', serve: dropWaiting },
  { method: 'get', path: at.done(M, ':id'), needs: 'plan.import', serve: showDone },
  { method: 'post', path: at.publication(M), needs: 'plan.publish', serve: publish },
]
