import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { LARGEST_OUTLOOK, readNewOutlook, showNewOutlook, showOutlookEdit, takeGrid, takeOutlookRemoval } from './keeping.tsx'
import { showOutlook, showOutlooks } from './list-page.tsx'
import { showReconciliation, showReconciliations, takeChanges, takeMarks, takeProposals } from './reconciling.tsx'

const [m, f, id] = [':municipality', ':family', ':id']
const { staff } = paths

/** 財政見通しの画面 — «new» and «grid» stand before the address with an id. */
export const outlooksRoutes: readonly StaffRoute[] = [
  { method: 'get', path: staff.outlooks(m), needs: 'plan.read', serve: showOutlooks },
  { method: 'get', path: staff.newOutlook(m), needs: 'outlook.manage', serve: showNewOutlook },
  { method: 'post', path: staff.newOutlook(m), needs: 'outlook.manage', largest: LARGEST_OUTLOOK, serve: readNewOutlook },
  { method: 'post', path: staff.outlookGrid(m), needs: 'outlook.manage', serve: takeGrid },
  { method: 'get', path: staff.outlook(m, id), needs: 'plan.read', serve: showOutlook },
  { method: 'get', path: staff.outlookEdit(m, id), needs: 'outlook.manage', serve: showOutlookEdit },
  { method: 'post', path: staff.outlookEdit(m, id), needs: 'outlook.manage', serve: takeGrid },
  { method: 'post', path: staff.outlookRemoval(m, id), needs: 'outlook.manage', serve: takeOutlookRemoval },
  { method: 'get', path: staff.reconciliations(m, f), needs: 'plan.read', serve: showReconciliations },
  { method: 'get', path: staff.reconciliation(m, f, id), needs: 'plan.read', serve: showReconciliation },
  { method: 'post', path: staff.effectMarks(m, f, id), needs: 'effect.mark', serve: takeMarks },
  { method: 'post', path: staff.markProposals(m, f, id), needs: 'effect.mark', serve: takeProposals },
  { method: 'post', path: staff.markChanges(m, f, id), needs: 'effect.mark', serve: takeChanges },
]
