import type { Brand } from '../vocabulary/brand.ts'

/** An id inside one record; it means nothing outside of it. */
export type RecordId = Brand<string, 'RecordId'>
/** 計画の一族 — a root plan with the plans in it; the id is given by the first import and never changes. */
export type PlanFamilyId = Brand<string, 'PlanFamilyId'>
