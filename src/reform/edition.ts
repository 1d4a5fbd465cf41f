import { createHash } from 'node:crypto'
import type { BudgetReflection } from './budget-reflection.ts'
import type { Marking } from './effect-mark.ts'
import type { FiscalOutlook } from './fiscal-outlook.ts'
import type { Improvement } from './improvement.ts'
import type { Judgement } from './judgement.ts'
import type { Judging } from './judging.ts'
import type { Accounting, Check, DocumentKind, RecordId, ReformRecord } from './record.ts'
import type { Reorganisation } from './reorganisation.ts'
import type { PlanChange } from './report-content.ts'

/** 出典 — one value of the record (a JSON pointer into it) and the place in a document that says it. */
export type Source = { pointer: string; document: string; place: string; guessed: boolean }

/** 出典の文書 — a document that was read for this edition, with its text line by line so that a value can be followed to it. */
export type EditionDocument = {
  sha256: string
  name: string
  kind: DocumentKind
  readAt: string
  layouts: string[]
  accounting: Accounting
  unread: { at: string; text: string }[]
  lines: { at: string; text: string }[]
}

/** 所管課の期間 — a section is valid from/to (ISO dates; `to` is the first day without it), may have successors, and stands under a 部. */
export type SectionHistory = { name: string; from: string | null; to: string | null; successors: string[]; parent?: string | null }

/** 見直しの経緯 — a decided change of the plan as an edition tells it: what was proposed or declined is never in it, nor who did it. */
export type EditionChange = Pick<PlanChange, 'initiative' | 'kind' | 'of' | 'before' | 'after' | 'reason' | 'decidedOn' | 'decisionReason'>

/** 公表する評価の一式 — who judged or noted something is nobody's business outside. */
export type EditionJudging = Omit<Judging, 'judgements' | 'improvements'> & {
  judgements: Omit<Judgement, 'by'>[]
  improvements: (Omit<Improvement, 'notes'> & { notes: { on: string; text: string }[] })[]
  reflections: BudgetReflection[]
}

/** 公表する財政見通し — one edition of the outlook with the marks that tie the effect amounts of this plan to it. */
export type EditionOutlook = { outlook: FiscalOutlook; marks: Marking[] }

/** 公表する組織改正 — one that was applied. */
export type EditionReorganisation = Pick<Reorganisation, 'title' | 'effective' | 'changes'>

/**
 * 公表版 — an immutable publication of a plan and a fiscal year. Portal, workbook and open data print this object
 * and nothing else; a correction is a new edition that says what changed.
 */
export type Edition = {
  format: 'kaikaku-edition/1'
  number: number
  publishedAt: string
  hash: string
  municipality: { code: string; name: string }
  /** the plan at the root of what is published */
  plan: RecordId
  fiscalYear: number | null
  record: ReformRecord
  checks: Check[]
  sources: Source[]
  documents: EditionDocument[]
  sections: SectionHistory[]
  corrections: { what: string }[]
  /** left out where there are none, and in editions older than the field */
  changes?: EditionChange[]
  judging?: EditionJudging
  /** the youngest edition first */
  outlooks?: EditionOutlook[]
  reorganisations?: EditionReorganisation[]
}

/** Keys in code point order, no white space: the same object gives the same text on every machine. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`
}

/** 公表版のハッシュ — sha256 over the canonical JSON of everything but the hash itself. */
export function editionHash(edition: Omit<Edition, 'hash'> & { hash?: string }): string {
  const { hash: _, ...said } = edition
  return createHash('sha256').update(canonical(said)).digest('hex')
}
