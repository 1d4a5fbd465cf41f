import type { Brand } from '../vocabulary/brand.ts'

/** An id inside one record; it means nothing outside of it. */
export type RecordId = Brand<string, 'RecordId'>
