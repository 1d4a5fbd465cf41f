import type { Check, Verdict } from '../reform/record.ts'
import type { PlanChange } from '../reform/report-content.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { withEras } from './check-list.ts'
import { checkKindName } from './wording-checks.ts'

/** 公表の前に見るもの — what the edition would hold, what is not yet written, and what the checks say. */
export type PublicationPreview = {
  counts: [what: string, count: number][]
  /** things that a reader would miss; they do not keep from publishing */
  missing: { what: string; names: string[] }[]
  checks: Record<Verdict, { kind: string; message: string }[]>
  /** decided changes that the edition tells, and open ones that it does not */
  decided: number
  open: number
}

export function publicationPreview(record: StoredRecord, checks: readonly Check[], changes: readonly PlanChange[]): PublicationPreview {
  const of = (verdict: Verdict) =>
    checks
      .filter((check) => check.verdict === verdict)
      .map(({ kind, message }) => ({ kind: checkKindName(kind), message: withEras(message) }))
  const named = (what: string, all: readonly { title?: string; name?: string }[]) => ({
    what,
    names: all.map(({ title, name }) => title ?? name ?? ''),
  })
  const noSection = record.initiatives.filter((it) => it.sections.length === 0 && it.parts.every((part) => part.sections.length === 0))
  const missing = [
    named('所管課の書かれていない取組', noSection),
    named(
      '目標のない指標',
      record.indicators.filter(({ targets }) => targets.length === 0),
    ),
    named(
      '改善の方向が書かれていない指標',
      record.indicators.filter(({ direction }) => direction === null),
    ),
  ]
  return {
    counts: [
      ['計画', record.plans.length],
      ['柱・区分', record.nodes.length],
      ['取組', record.initiatives.length],
      ['指標', record.indicators.length],
    ],
    missing: missing.filter(({ names }) => names.length > 0),
    checks: { fails: of('fails'), 'cannot-tell': of('cannot-tell'), remark: of('remark'), holds: of('holds') },
    decided: changes.filter(({ state }) => state === 'decided').length,
    open: changes.filter(({ state }) => state === 'proposed').length,
  }
}
