import { accountsRoutes } from './accounts/routes.tsx'
import { carryOverRoutes } from './carry-over/routes.tsx'
import { effectsRoutes } from './effects/routes.tsx'
import { evaluationRoutes } from './evaluation/routes.tsx'
import { followingRoutes } from './following/routes.tsx'
import { formsRoutes } from './forms/routes.tsx'
import { homeRoutes } from './home/routes.tsx'
import { importsRoutes } from './imports/routes.tsx'
import { mailRoutes } from './mail/routes.tsx'
import { outlooksRoutes } from './outlooks/routes.tsx'
import { ownRoutes } from './own/routes.tsx'
import { plansRoutes } from './plans/routes.tsx'
import { renewalRoutes } from './renewal/routes.tsx'
import { reorganisationsRoutes } from './reorganisations/routes.tsx'
import { reportsRoutes } from './reports/routes.tsx'
import { roundsRoutes } from './rounds/routes.tsx'
import { signInRoutes } from './sign-in/routes.tsx'
import type { StaffRoute } from './staff.ts'
import { traceRoutes } from './trace/routes.tsx'

/** 職員の画面の一覧 — every address that an account opens; tests/rights-matrix.test.ts has a row for each of them. */
export const ROUTES: readonly StaffRoute[] = [
  ...homeRoutes,
  ...signInRoutes,
  ...ownRoutes,
  ...accountsRoutes,
  ...importsRoutes,
  ...reportsRoutes,
  ...roundsRoutes,
  ...formsRoutes,
  ...mailRoutes,
  // before the plans' own addresses with an id, which would take theirs for one
  ...evaluationRoutes,
  ...followingRoutes,
  ...effectsRoutes,
  ...outlooksRoutes,
  ...carryOverRoutes,
  ...renewalRoutes,
  ...reorganisationsRoutes,
  ...plansRoutes,
  ...traceRoutes,
]
