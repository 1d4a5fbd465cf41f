import type { Act } from '../reform/act.ts'
import type { SectionHistory } from '../reform/edition.ts'
import { type SectionFault, sectionFaults } from '../reform/section-rules.ts'
import type { Store } from '../store/database.ts'
import { rewriteSection, sectionsOf } from '../store/section.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'

export type SectionKey = { name: string; from: string | null }
export type CannotWriteSection = { kind: 'section-faults'; faults: SectionFault[] } | { kind: 'no-such-section'; name: string }

/** 所属を書く — a new one, or one that is known by its name and its beginning. The name stays: a new name is a new section with its predecessor. */
export const writeSection = (
  store: Store,
  section: SectionHistory,
  key: SectionKey | null,
  act: Act,
): Promise<Result<void, CannotWriteSection>> =>
  store.writing(act, async (tx): Promise<Result<void, CannotWriteSection>> => {
    const all = await sectionsOf(tx)
    const was = key && all.find(({ name, from }) => name === key.name && from === key.from)
    if (key && !was) return no({ kind: 'no-such-section', name: key.name })
    const faults = sectionFaults(
      section,
      all.filter((one) => one !== was),
    )
    if (faults.length > 0) return no({ kind: 'section-faults', faults })
    await rewriteSection(tx, section, was ?? null)
    return ok(undefined)
  })
