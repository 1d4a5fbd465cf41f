/** 変更の一行 — one change of one row: who, in which role, when, why; for an update only the fields that changed, before and after. */
export type AuditEntry = {
  number: number
  at: Date
  by: string
  role: string | null
  /** the request of a browser in which it was done; null at the terminal */
  request: string | null
  why: string | null
  table: string
  act: 'insert' | 'update' | 'delete'
  key: Record<string, unknown>
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/**
 * 記録の末尾 — the last row of a municipality's log and how many there are. Kept outside of the database, it proves later that
 * nothing up to it was taken away or written anew: the chain alone cannot tell that of its own end.
 */
export type AuditHead = { municipality: string; number: number; count: number; hash: string; at: Date }

/** 記録の検証 — of the chain, and of a head that was kept where one is given. `broken` names the first row that does not follow. */
export type AuditVerdict =
  | { kind: 'holds'; rows: number; head: AuditHead | null }
  | { kind: 'broken'; rows: number; first: Pick<AuditEntry, 'number' | 'at' | 'by' | 'table'> }
  | { kind: 'not-this-head'; rows: number; kept: AuditHead; found: { count: number; hash: string | null } }

/** 一回の行為の記録 — what somebody did in one request: its changes in the order in which they were written. */
export type ActTaken = Pick<AuditEntry, 'at' | 'by' | 'role' | 'request' | 'why'> & { entries: AuditEntry[] }
