import type { Decimal } from '../vocabulary/decimal.ts'
import type { Answer } from '../vocabulary/measured.ts'
import type {} from './matter.ts'
import type { RecordId } from './record-id.ts'

export type {
  GlossaryEntry,
  OrganizationChange,
  OrganizationChangeKind,
  ReformEvent,
  Review,
  ReviewItem,
  ReviewLink,
  RoadmapItem,
  Series,
  ValueStatus,
} from './matter.ts'
export type { RecordId } from './record-id.ts'
