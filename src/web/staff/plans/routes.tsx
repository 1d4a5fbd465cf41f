import { paths } from '../../paths.ts'
import type { StaffRoute } from '../staff.ts'
import { showChanges, takeDecision, takeProposal } from './changes-serving.tsx'
import { newInitiativePage, showInitiative, takeInitiative } from './initiative-serving.tsx'
import { showPlans } from './list-page.tsx'
import { showMap } from './map-page.tsx'
import { showRemoval, takeOrder, takeRemoval } from './plan-acts.tsx'
import { showPlan } from './plan-page.tsx'
import { planOrNode, showNewPlan, takeNewPlan } from './plan-serving.tsx'
import { showPublication, takePublication } from './publication.tsx'
import { applyPasted, previewPasted, sendTable, showTable } from './table-serving.tsx'

const [m, f, id] = [':municipality', ':family', ':id']
const { staff } = paths
/** 5,000 rows of long texts in UTF-8, and what multipart adds to them */
const TABLE = 16 * 1024 * 1024

/** 計画の画面 — «new» stands before the address with an id, which would take it for one. */
export const plansRoutes: readonly StaffRoute[] = [
  { method: 'get', path: staff.plans(m), needs: 'plan.read', serve: showPlans },
  { method: 'get', path: staff.newPlan(m), needs: 'plan.edit', serve: showNewPlan },
  { method: 'post', path: staff.newPlan(m), needs: 'plan.edit', serve: takeNewPlan },
  { method: 'get', path: staff.plan(m, f), needs: 'plan.read', serve: showPlan },
  { method: 'get', path: staff.newSubPlan(m, f), needs: 'plan.edit', serve: (one) => planOrNode(one, 'plan', false) },
  { method: 'post', path: staff.newSubPlan(m, f), needs: 'plan.edit', serve: (one) => planOrNode(one, 'plan', true) },
  { method: 'get', path: staff.subPlan(m, f, id), needs: 'plan.edit', serve: (one) => planOrNode(one, 'plan', false) },
  { method: 'post', path: staff.subPlan(m, f, id), needs: 'plan.edit', serve: (one) => planOrNode(one, 'plan', true) },
  { method: 'get', path: staff.newNode(m, f), needs: 'plan.edit', serve: (one) => planOrNode(one, 'node', false) },
  { method: 'post', path: staff.newNode(m, f), needs: 'plan.edit', serve: (one) => planOrNode(one, 'node', true) },
  { method: 'get', path: staff.node(m, f, id), needs: 'plan.edit', serve: (one) => planOrNode(one, 'node', false) },
  { method: 'post', path: staff.node(m, f, id), needs: 'plan.edit', serve: (one) => planOrNode(one, 'node', true) },
  { method: 'get', path: staff.newInitiative(m, f), needs: 'plan.edit', serve: (one) => newInitiativePage(one, false) },
  { method: 'post', path: staff.newInitiative(m, f), needs: 'plan.edit', serve: (one) => newInitiativePage(one, true) },
  { method: 'get', path: staff.initiative(m, f, id), needs: 'plan.read', serve: showInitiative },
  { method: 'post', path: staff.initiativeEdit(m, f, id, ':what'), needs: 'plan.edit', serve: takeInitiative },
  { method: 'post', path: staff.planOrder(m, f), needs: 'plan.edit', serve: takeOrder },
  { method: 'get', path: staff.planRemoval(m, f, id), needs: 'plan.edit', serve: showRemoval },
  { method: 'post', path: staff.planRemoval(m, f, id), needs: 'plan.edit', serve: takeRemoval },
  { method: 'get', path: staff.planMap(m, f), needs: 'plan.read', serve: showMap },
  { method: 'get', path: staff.planTable(m, f), needs: 'plan.read', serve: showTable },
  { method: 'get', path: staff.planTableFile(m, f), needs: 'plan.read', serve: sendTable },
  { method: 'post', path: staff.planTable(m, f), needs: 'plan.edit', largest: TABLE, serve: previewPasted },
  { method: 'post', path: staff.planTableApplication(m, f), needs: 'plan.edit', largest: TABLE, serve: applyPasted },
  { method: 'get', path: staff.planChanges(m, f), needs: 'plan.read', serve: showChanges },
  { method: 'post', path: staff.planChanges(m, f), needs: 'plan.edit', serve: takeProposal },
  { method: 'post', path: staff.planChange(m, f, id), needs: 'plan.edit', serve: takeDecision },
  { method: 'get', path: staff.planPublication(m, f), needs: 'plan.publish', serve: showPublication },
  { method: 'post', path: staff.planPublication(m, f), needs: 'plan.publish', serve: takePublication },
]
