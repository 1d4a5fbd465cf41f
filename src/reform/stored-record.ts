import type { Source } from './edition.ts'
import type { ReformRecord } from './record.ts'

/** 保存された記録 — everything of one plan family (a root plan with the plans in it), and where each value came from. */
export type StoredRecord = ReformRecord & { sources: Source[] }
