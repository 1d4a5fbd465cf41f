import type { Day } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { SectionHistory } from './edition.ts'
import type { Initiative, SectionRef } from './record.ts'
import { nameOn } from './reorganise.ts'
import { sectionOn } from './section-scope.ts'

/**
 * その日の所属で読む計画 — for asking, never for storing: sections that ended are called by the one that answers for them on the
 * day, and two that became one are one. A section that several followed keeps its name: any of them may answer, and the office
 * chooses. What was reported stays with whoever reported it, and is found by whoever follows.
 */
export function onTheDay<Of extends { initiatives: Initiative[] }>(record: Of, sections: readonly SectionHistory[], day: Day): Of {
  const isAsItWas = ({ name }: SectionRef): boolean => nameOn(sections, name, day) === name
  const today = (refs: SectionRef[]): SectionRef[] =>
    refs.every(isAsItWas) ? refs : once(refs.map((ref) => ({ ...ref, name: nameOn(sections, ref.name, day) })))
  return {
    ...record,
    initiatives: record.initiatives.map((it) => ({
      ...it,
      sections: today(it.sections),
      parts: it.parts.map((part) => ({ ...part, sections: today(part.sections) })),
      reports: it.reports.flatMap((report) => {
        const { section } = report
        if (section === null) return [report]
        const names = new Map([section, ...sectionOn(sections, section, day)].map((name) => [foldTight(name), name]))
        return [...names.values()].map((name) => ({ ...report, section: name }))
      }),
    })),
  }
}

/** Of two that became one, the weightier part in the initiative holds. */
function once(refs: readonly SectionRef[]): SectionRef[] {
  const found = new Map<string, SectionRef>()
  for (const ref of refs) {
    const key = foldTight(ref.name)
    const before = found.get(key)
    if (!before || WEIGHT.indexOf(ref.role) < WEIGHT.indexOf(before.role)) found.set(key, ref)
  }
  return [...found.values()]
}
const WEIGHT: readonly SectionRef['role'][] = ['coordinator', 'lead', null, 'related']
