import type { Role } from '../src/reform/account.ts'

/** `all`: wherever the item belongs; `own`: only where the person's section answers for it. */
export type Reach = 'all' | 'own'
export type Row = {
  who: Partial<Record<Role, Reach>> | 'anyone'
  /** what stands in the address where a test item, round or plan does not fit */
  params?: Record<string, string>
  form?: Record<string, string>
  /** the address names nothing that exists: whoever is let in is told so (404) */
  missing?: boolean
}

const office: Row['who'] = { office: 'all' }
const administrator: Row['who'] = { administrator: 'all' }
const signedIn: Row['who'] = {
  administrator: 'all',
  office: 'all',
  reporter: 'all',
  sectionHead: 'all',
  departmentHead: 'all',
  auditor: 'all',
}
const lookers: Row['who'] = { office: 'all', auditor: 'all' }

/** 画面ごとの権限 — written by hand and not derived from the table it proves. */
export const MATRIX: Record<string, Row> = {
  'get /': { who: signedIn },
  'get /sign-in/': { who: 'anyone' },
  'post /sign-in/': { who: 'anyone' },
  'post /sign-out/': { who: signedIn },
  'get /imports/': { who: office },
  'post /imports/': { who: office },
  'get /imports/:id/': { who: office, missing: true },
  'post /imports/:id/target/': { who: office, missing: true },
  'post /imports/:id/acceptance/': { who: office, missing: true },
  'post /imports/:id/discard/': { who: office, missing: true },
  'get /imports/:id/done/': { who: office, missing: true },
  'post /publications/': { who: office },
  'get /reports/': { who: { reporter: 'all' } },
  'get /reports/:item/': { who: { office: 'all', auditor: 'all', reporter: 'own', sectionHead: 'own', departmentHead: 'own' } },
  'post /reports/:item/': { who: { reporter: 'own' } },
  'post /reports/:item/draft/': { who: { reporter: 'own' } },
  'get /reviews/': { who: { office: 'all', sectionHead: 'all', departmentHead: 'all' } },
  'get /rounds/': { who: lookers },
  'get /rounds/new/': { who: office },
  'post /rounds/new/': { who: office },
  'get /rounds/:id/': { who: lookers },
  'get /rounds/:id/items/': { who: lookers },
  'get /rounds/:id/items/csv/': { who: lookers },
  'get /rounds/:id/letters/:letter/': { who: lookers, params: { letter: 'inquiry' } },
  'get /rounds/:id/workbook/': { who: lookers },
  'get /rounds/:id/settings/': { who: office },
  'post /rounds/:id/settings/': { who: office },
  'post /rounds/:id/end/': { who: office },
  'get /rounds/:id/scope/': { who: office },
  'post /rounds/:id/scope/': { who: office },
  'post /rounds/:id/scope/take-out/': { who: office },
  'get /rounds/:id/items/:item/owner/': { who: office },
  'post /rounds/:id/items/:item/owner/': { who: office },
  'get /outbox/': { who: office },
  'get /outbox/preview/': { who: office },
  'get /outbox/reminders/': { who: office },
  'post /outbox/reminders/': { who: office },
  'post /outbox/resend/': { who: office },
  'get /outbox/days/:day/': { who: office, missing: true },
  'get /outbox/:id/': { who: office, missing: true },
  'get /outbox/:id/text/': { who: office, missing: true },
  'post /outbox/:id/resend/': { who: office, missing: true },
  'post /outbox/:id/arrival/': { who: office, missing: true },
  'get /plans/': { who: signedIn },
  'get /plans/new/': { who: office },
  'post /plans/new/': { who: office },
  'get /plans/:family/': { who: signedIn },
  'get /plans/:family/plans/new/': { who: office },
  'post /plans/:family/plans/new/': { who: office },
  'get /plans/:family/plans/:id/': { who: office, params: { id: 'plan' } },
  'post /plans/:family/plans/:id/': { who: office, params: { id: 'plan' } },
  'get /plans/:family/nodes/new/': { who: office },
  'post /plans/:family/nodes/new/': { who: office },
  'get /plans/:family/nodes/:id/': { who: office, params: { id: 'node' } },
  'post /plans/:family/nodes/:id/': { who: office, params: { id: 'node' } },
  'get /plans/:family/initiatives/new/': { who: office },
  'post /plans/:family/initiatives/new/': { who: office },
  'get /plans/:family/initiatives/:id/': { who: signedIn, params: { id: 'initiative-1' } },
  'post /plans/:family/initiatives/:id/edits/:what/': { who: office, params: { id: 'initiative-1', what: 'basics' } },
  'post /plans/:family/order/': { who: office },
  'get /plans/:family/removals/:id/': { who: office, params: { id: 'initiative-1' } },
  'post /plans/:family/removals/:id/': { who: office, params: { id: 'initiative-1' } },
  'get /plans/:family/table/': { who: signedIn },
  'get /plans/:family/table/file/': { who: signedIn },
  'post /plans/:family/table/': { who: office },
  'post /plans/:family/table/application/': { who: office },
  'get /plans/:family/changes/': { who: signedIn },
  'post /plans/:family/changes/': { who: office },
  'post /plans/:family/changes/:id/': { who: office },
  'get /plans/:family/publication/': { who: office },
  'post /plans/:family/publication/': { who: office },
}
export { administrator }
