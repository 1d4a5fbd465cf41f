import { printHeads, readHeads } from '../../../publish/audit-head.ts'
import type { AuditHead } from '../../../reform/audit.ts'
import { traceWords } from '../../../report/wording-trace.ts'
import { auditHead, verifyAudit } from '../../../store/audit.ts'
import type { Store } from '../../../store/database.ts'
import { paths } from '../../paths.ts'
import { refused } from '../refused.tsx'
import type { Staff, StaffRoute } from '../staff.ts'
import type { Verified } from './chain.tsx'
import { initiativeHistoryPage } from './history-page.tsx'
import { showTrace } from './trace-page.tsx'

/** The last verification of each municipality since this server started: it says when it was, and is no part of the data. */
const results = new WeakMap<Store, Map<string, Verified>>()
const lastOf = (staff: Staff): Verified | null => results.get(staff.store)?.get(staff.code) ?? null

async function verify(staff: Staff): Promise<Response> {
  const file = (await staff.c.req.formData()).get('kept')
  let kept: AuditHead | null = null
  if (file instanceof File && file.size > 0) {
    const heads = readHeads(await file.text())
    if (!heads.ok) return showTrace(staff, lastOf(staff), traceWords.notHeads)
    kept = heads.value.find(({ municipality }) => municipality === staff.code) ?? null
    if (!kept) return showTrace(staff, lastOf(staff), traceWords.notThisTown)
  }
  const verdict = await staff.store.reading(staff.code, (db) => verifyAudit(db, kept))
  const ofStore = results.get(staff.store) ?? new Map<string, Verified>()
  results.set(staff.store, ofStore.set(staff.code, { verdict, at: staff.at, kept }))
  return staff.go(paths.staff.trace(staff.code))
}

async function head(staff: Staff): Promise<Response> {
  const found = await staff.store.reading(staff.code, auditHead)
  if (!found) return refused(staff, traceWords.nothingYet, 404)
  const name = `変更の記録の末尾_${staff.code}_${staff.standing.day}.jsonl`
  return staff.file(name, 'application/jsonl; charset=utf-8', new TextEncoder().encode(printHeads([found])))
}

export const traceRoutes: readonly StaffRoute[] = [
  {
    method: 'get',
    path: '/:municipality/staff/plans/:family/initiatives/:id/history/',
    needs: 'plan.read',
    serve: initiativeHistoryPage,
  },
  { method: 'get', path: '/:municipality/staff/trace/', needs: 'audit.read', serve: (staff) => showTrace(staff, lastOf(staff)) },
  { method: 'post', path: '/:municipality/staff/trace/verification/', needs: 'audit.read', serve: verify },
  { method: 'get', path: '/:municipality/staff/trace/head/', needs: 'audit.read', serve: head },
]
