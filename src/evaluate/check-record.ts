import type { Check, Places, ReformRecord } from '../reform/record.ts'

/** 検算 — every check of a record, in the order of its kinds. */
export function checkRecord(_record: ReformRecord, _at: Places): Check[] {
  return []
}
