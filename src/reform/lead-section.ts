import type { SectionRef } from './record.ts'

/** 主担当課 — the section that a document names as 主担当; where it names none, the first of them. */
export const leadSection = (sections: readonly SectionRef[]): string | null =>
  (sections.find(({ role }) => role === 'lead') ?? sections[0])?.name ?? null
