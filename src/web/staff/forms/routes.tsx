import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { downloadForms, downloadOwnForm, showForms } from './issue-desk.tsx'
import { decide, discard, downloadFile, handIn, LARGEST_BATCH, readOn, showTakeBack, showTakeBacks } from './take-back-desk.tsx'

const at = paths.staff
const M = ':municipality'

export const formsRoutes: readonly StaffRoute[] = [
  { method: 'get', path: at.forms(M, ':round'), needs: 'form.take', serve: (staff) => showForms(staff) },
  { method: 'post', path: at.formWorkbook(M, ':round'), needs: 'form.take', serve: downloadForms },
  { method: 'post', path: at.ownForm(M, ':round', ':sha256'), needs: 'form.take', serve: downloadOwnForm },
  { method: 'get', path: at.takeBacks(M), needs: 'form.take', serve: (staff) => showTakeBacks(staff) },
  { method: 'post', path: at.takeBacks(M), needs: 'form.take', largest: LARGEST_BATCH, serve: handIn },
  { method: 'get', path: at.takeBack(M, ':id'), needs: 'form.take', serve: (staff) => showTakeBack(staff) },
  { method: 'post', path: at.takeBackDecision(M, ':id'), needs: 'form.take', serve: decide },
  { method: 'post', path: at.takeBackDiscard(M, ':id'), needs: 'form.take', serve: discard },
  { method: 'post', path: at.takeBackReading(M, ':id'), needs: 'form.take', serve: readOn },
  { method: 'get', path: at.takeBackFile(M, ':id', ':nth'), needs: 'form.take', serve: downloadFile },
]
