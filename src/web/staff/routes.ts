import { accountsRoutes } from './accounts/routes.tsx'
import { formsRoutes } from './forms/routes.tsx'
import { homeRoutes } from './home/routes.tsx'
import { importsRoutes } from './imports/routes.tsx'
import { mailRoutes } from './mail/routes.tsx'
import { ownRoutes } from './own/routes.tsx'
import { plansRoutes } from './plans/routes.tsx'
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
  ...plansRoutes,
  ...traceRoutes,
]
