import type { AskedOf } from '../reform/round-items.ts'
import { assemble } from './assemble.ts'
import type { Reader } from './handles.ts'
import { SHAPES } from './nouns/record.ts'
import type { PlanFamilyId } from './plan-family.ts'
import { rowsOf } from './rows.ts'

const ASKED = new Set(['plan', 'plan_predecessor', 'initiative', 'initiative_section', 'part', 'part_section', 'lineage', 'lineage_end'])
const TABLES = SHAPES.map((shape) => shape.table).filter(({ name }) => ASKED.has(name))

/** 照会の対象を決めるもの — initiatives with their parts and sections, and what a transition table ended; nothing that was reported. */
export async function loadAsked(db: Reader, family: PlanFamilyId): Promise<AskedOf | null> {
  const { plans, initiatives, lineage } = assemble(await rowsOf(db, family, TABLES)).lists
  return plans.length === 0 ? null : { plans, initiatives, lineage }
}
