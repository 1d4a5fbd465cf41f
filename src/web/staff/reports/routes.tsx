import { ownReports } from '../../../report/duties.ts'
import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { workOf } from './gathering.ts'
import { ListPage } from './list-page.tsx'
import { autosave, saveDraft, showReport } from './serve-report.tsx'
import { serveBulkStep, showReviews } from './serve-reviews.tsx'
import { serveStep } from './serve-steps.tsx'

const M = ':municipality'

/** 報告と審査 — which section's report it is, is asked inside. */
export const reportsRoutes: readonly StaffRoute[] = [
  {
    method: 'get',
    path: paths.staff.reports(M),
    needs: 'report.write',
    serve: async (staff) => {
      const work = await workOf(staff)
      return staff.show(<ListPage staff={staff} duties={ownReports(work)} chosen={staff.query('state')} nameOf={work.nameOf} />)
    },
  },
  { method: 'get', path: paths.staff.report(M, ':item'), needs: 'report.read', serve: showReport },
  { method: 'post', path: paths.staff.report(M, ':item'), needs: 'report.write', serve: saveDraft },
  { method: 'post', path: paths.staff.draft(M, ':item'), needs: 'report.write', serve: autosave },
  { method: 'post', path: paths.staff.step(M, ':item', ':step'), needs: 'report.read', serve: serveStep },
  { method: 'get', path: paths.staff.reviews(M), needs: 'report.return', serve: showReviews },
  { method: 'post', path: paths.staff.bulkStep(M, ':step'), needs: 'report.return', serve: serveBulkStep },
]
