import type {
  Activity,
  Actual,
  Chapter,
  Cost,
  Effect,
  EffectTotal,
  Evaluation,
  GlossaryEntry,
  Indicator,
  Initiative,
  Lineage,
  OrganizationChange,
  Part,
  Plan,
  PlanNode,
  RecordId,
  ReformEvent,
  ReformRecord,
  Report,
  Review,
  ReviewItem,
  RoadmapItem,
  Series,
  Target,
} from '../../reform/record.ts'
import { foldTight } from '../../vocabulary/folding.ts'

/**
 * 同じ記録とみなす規則 — one row a list of the record: what makes two entries the same, which lists lie inside,
 * and what a person calls an entry. Everything else of an entry is a value that a newer document may change.
 */
export type Rule<T = never> = {
  /** several keys: an entry is the same where any of them is */
  keys: (item: T) => (string | null)[]
  title: (item: T) => string
  inside?: Record<string, Rule>
  /**
   * one here and one there with the same answer are the same, whatever they are called: an initiative with a single part
   * has only that one, and one report for a year in the list is the one report for that year in the form. Several answers
   * are tried in turn
   */
  lone?: (item: T) => string[]
  /** what keeps two from being the same, although each is the only one of its kind */
  apart?: (a: T, b: T) => boolean
}

const text = (value: string | null | undefined): string | null => (value ? foldTight(value).replace(/[・、,。「」『』（）()-]/g, '') : null)
const joined = (...parts: unknown[]): string =>
  parts.map((p) => (p === null || p === undefined ? '' : typeof p === 'string' ? text(p) : JSON.stringify(p))).join('|')
const rule = <T>(said: Rule<T>): Rule => said as unknown as Rule

const activity = rule<Activity>({
  keys: (a) => [joined(a.name, a.schedule.map((s) => s.text).join(''))],
  // its schedule may have been changed since; rows of the same name are told apart by theirs
  lone: (a) => [joined(a.name)],
  title: (a) => a.name,
})
const part = rule<Part>({
  keys: (p) => [
    p.title ? joined('title', p.title) : null,
    p.description ? joined('description', p.description) : null,
    !p.title && !p.description
      ? joined(
          'sections',
          p.sections.map((s) => s.name),
        )
      : null,
  ],
  title: (p) => p.title ?? p.description?.slice(0, 30) ?? '（部分）',
  inside: { activities: activity },
  lone: () => ['part'],
})
const report = rule<Report>({
  keys: (r) => [joined(r.fiscalYear, r.section, [...r.parts].sort())],
  lone: (r) => [joined(r.fiscalYear, [...r.parts].sort()), String(r.fiscalYear)],
  // 会計課 has reported and 納税課 has not: the report of the one is not that of the other
  apart: (a, b) => Boolean(a.section && b.section) && text(a.section) !== text(b.section),
  title: (r) => `${r.fiscalYear ?? '年度不明'}年度の報告${r.section ? `（${r.section}）` : ''}`,
})
const evaluation = rule<Evaluation>({ keys: (e) => [joined(e.fiscalYear, e.stage, e.criterion)], title: (e) => e.raw })
const cost = rule<Cost>({ keys: (c) => [joined(c.fiscalYear, c.stage, c.label, c.fund)], title: (c) => c.label ?? '事業費' })
const target = rule<Target>({ keys: (t) => [joined(t.fiscalYear, t.asOf, t.final && t.fiscalYear === null)], title: (t) => t.raw })
const actual = rule<Actual>({ keys: (a) => [joined(a.fiscalYear, a.asOf)], title: (a) => a.raw })

/** The order is the order of settling: what others point at comes first. */
export const RULES: [keyof ReformRecord & string, Rule][] = [
  ['plans', rule<Plan>({ keys: (p) => [text(p.title)], title: (p) => p.title })],
  ['nodes', rule<PlanNode>({ keys: (n) => [joined(n.plan, n.parent, n.title)], title: (n) => n.title })],
  [
    'initiatives',
    rule<Initiative>({
      keys: (i) => [joined(i.plan, i.title)],
      title: (i) => i.title,
      inside: { parts: part, reports: report, evaluations: evaluation, costs: cost },
    }),
  ],
  [
    'indicators',
    rule<Indicator>({
      keys: (i) => [joined(i.of as Record<string, RecordId>, i.name)],
      title: (i) => i.name,
      inside: { targets: target, actuals: actual },
    }),
  ],
  ['chapters', rule<Chapter>({ keys: (c) => [joined(c.parent, c.heading)], title: (c) => c.heading })],
  [
    'lineage',
    rule<Lineage>({
      keys: (l) => [joined(...l.from.map((f) => f.title), '→', ...l.to.map((t) => t.title))],
      title: (l) => `${l.from.map((f) => f.title).join('、')} → ${l.to.map((t) => t.title).join('、')}`,
    }),
  ],
  [
    'effects',
    rule<Effect>({
      keys: (e) => [joined(e.estimate, e.scope, e.fiscalYear, e.side, e.basis, e.amountYen === null ? e.unit : '円')],
      title: (e) => `${e.scope} ${e.fiscalYear ?? ''}`,
    }),
  ],
  ['effectTotals', rule<EffectTotal>({ keys: (e) => [joined(e.estimate, e.scope)], title: (e) => `${e.scope} 合計` })],
  [
    'reviews',
    rule<Review>({
      // reviews of two phases by the same method are two
      keys: (r) => [r.plan ? joined(r.plan, r.method) : joined(r.method)],
      title: (r) => r.method,
      inside: { items: rule<ReviewItem>({ keys: (i) => [joined(i.kind, i.number, i.text)], title: (i) => i.text }) },
    }),
  ],
  [
    'organizationChanges',
    rule<OrganizationChange>({ keys: (o) => [joined(o.effective, o.number, o.text)], title: (o) => o.text.slice(0, 40) }),
  ],
  ['events', rule<ReformEvent>({ keys: (e) => [joined(e.text, e.at)], title: (e) => e.text })],
  ['roadmap', rule<RoadmapItem>({ keys: (r) => [joined(r.node, r.text, r.from)], title: (r) => r.text })],
  [
    'series',
    rule<Series>({
      keys: (s) => [joined(s.name, s.breakdown, s.unit)],
      title: (s) => s.name,
      inside: { points: rule<Series['points'][number]>({ keys: (p) => [joined(p.at)], title: (p) => p.raw }) },
    }),
  ],
  ['glossary', rule<GlossaryEntry>({ keys: (g) => [text(g.term)], title: (g) => g.term })],
]
