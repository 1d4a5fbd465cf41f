import type { Initiative, Lineage, Part, ReformRecord, Report } from '../reform/record.ts'
import { type AnyTable, joined, table, yesNo } from './csv-table.ts'
import { FIGURE_TABLES } from './csv-tables-figures.ts'
import { RENEWAL_TABLES } from './csv-tables-renewal.ts'

const parts = (r: ReformRecord): { initiative: Initiative; part: Part }[] =>
  r.initiatives.flatMap((initiative) => initiative.parts.map((part) => ({ initiative, part })))
const reports = (r: ReformRecord): { initiative: Initiative; report: Report }[] =>
  r.initiatives.flatMap((initiative) => initiative.reports.map((report) => ({ initiative, report })))

const plans = table('plans', '計画', (r) => r.plans.map((plan) => ({ plan, code: r.municipality.code })), [
  ['plan_id', ({ plan }) => plan.id],
  ['municipality_code', ({ code }) => code],
  ['parent_plan_id', ({ plan }) => plan.parent],
  ['title', ({ plan }) => plan.title],
  ['kind', ({ plan }) => plan.kind],
  ['start_fy', ({ plan }) => plan.period?.from ?? null],
  ['end_fy', ({ plan }) => plan.period?.to ?? null],
  ['goal', ({ plan }) => plan.goal],
])

const nodes = table('nodes', '柱・区分', (r) => r.nodes, [
  ['node_id', (n) => n.id],
  ['plan_id', (n) => n.plan],
  ['parent_node_id', (n) => n.parent],
  ['level', (n) => n.level],
  ['number', (n) => n.number],
  ['title', (n) => n.title],
  ['text', (n) => n.text],
])

const initiatives = table('initiatives', '取組', (r) => r.initiatives, [
  ['initiative_id', (i) => i.id],
  ['plan_id', (i) => i.plan],
  ['node_id', (i) => i.node],
  ['number', (i) => i.number],
  ['title', (i) => i.title],
  ['description', (i) => i.description],
  ['goal', (i) => i.goal],
  ['sections', (i) => joined(i.sections.map((s) => s.name))],
  ['marks', (i) => joined(i.marks.filter((m) => m.on).map((m) => m.name))],
])

const responsibilities = table(
  'responsibilities',
  '所管課',
  (r) => [
    ...r.initiatives.flatMap((i) => i.sections.map((section) => ({ initiative: i.id, part: null, section }))),
    ...parts(r).flatMap(({ initiative, part }) => part.sections.map((section) => ({ initiative: initiative.id, part: part.id, section }))),
  ],
  [
    ['initiative_id', (s) => s.initiative],
    ['part_id', (s) => s.part],
    ['section', ({ section }) => section.name],
    ['office', ({ section }) => section.office],
    ['role', ({ section }) => section.role],
  ],
)

const schedule = table(
  'schedule',
  '行動計画',
  (r) =>
    parts(r).flatMap(({ initiative, part }) =>
      part.activities.flatMap((activity) =>
        activity.schedule.map((cell, seq) => ({ initiative: initiative.id, part, activity: activity.name, seq: seq + 1, cell })),
      ),
    ),
  [
    ['initiative_id', (s) => s.initiative],
    ['part_id', (s) => s.part.id],
    ['part', (s) => s.part.title],
    ['activity', (s) => s.activity],
    ['seq', (s) => s.seq],
    ['from', ({ cell }) => cell.from],
    ['to', ({ cell }) => cell.to],
    ['planned_action', ({ cell }) => cell.text],
    ['milestone', ({ cell }) => yesNo(cell.milestone)],
  ],
)

const progress = table('reports', '進捗報告', reports, [
  ['initiative_id', ({ initiative }) => initiative.id],
  ['part_ids', ({ report }) => joined(report.parts)],
  ['section', ({ report }) => report.section],
  ['fiscal_year', ({ report }) => report.fiscalYear],
  ['progress', ({ report }) => report.progress],
  ['issues', ({ report }) => report.issues],
  ['revision', ({ report }) => report.revision],
])

const figures = table(
  'figures',
  '実績の数値',
  (r) => reports(r).flatMap(({ initiative, report }) => report.figures.map((figure) => ({ initiative: initiative.id, report, figure }))),
  [
    ['initiative_id', (f) => f.initiative],
    ['section', (f) => f.report.section],
    ['fiscal_year', (f) => f.report.fiscalYear],
    ['group', ({ figure }) => figure.group ?? null],
    ['label', ({ figure }) => figure.label],
    ['value', ({ figure }) => figure.value],
    ['unit', ({ figure }) => figure.unit],
    ['previous', ({ figure }) => figure.previous ?? null],
    ['change', ({ figure }) => figure.change ?? null],
    ['numerator', ({ figure }) => figure.numerator ?? null],
    ['denominator', ({ figure }) => figure.denominator ?? null],
    ['raw', ({ figure }) => figure.raw],
    ['indicator_id', ({ figure }) => figure.indicator],
  ],
)

const evaluations = table(
  'evaluations',
  '評価',
  (r) => r.initiatives.flatMap((i) => i.evaluations.map((evaluation) => ({ initiative: i.id, ...evaluation }))),
  [
    ['initiative_id', (e) => e.initiative],
    ['fiscal_year', (e) => e.fiscalYear],
    ['evaluator', (e) => e.stage],
    ['criterion', (e) => e.criterion],
    ['scale', (e) => e.scale],
    ['rating', (e) => e.raw],
    ['comment', (e) => e.comment],
  ],
)

const costs = table('costs', '事業費', (r) => r.initiatives.flatMap((i) => i.costs.map((cost) => ({ initiative: i.id, ...cost }))), [
  ['initiative_id', (c) => c.initiative],
  ['fiscal_year', (c) => c.fiscalYear],
  ['stage', (c) => c.stage],
  ['label', (c) => c.label],
  ['fund', (c) => c.fund],
  ['amount_yen', (c) => c.amountYen],
  ['quantity', (c) => c.quantity],
  ['unit', (c) => c.unit],
  ['raw', (c) => c.raw],
])

/** n 対 m: one row for each end, so that no pair is claimed that the document does not claim. */
const endsOf = (lineage: Lineage, at: number) => [
  ...lineage.from.map((end) => ({ lineage, at: at + 1, side: 'from', end })),
  ...lineage.to.map((end) => ({ lineage, at: at + 1, side: 'to', end })),
]
const lineage = table('lineage', '系譜', (r) => r.lineage.flatMap(endsOf), [
  ['lineage_no', (l) => l.at],
  ['side', (l) => l.side],
  ['title', (l) => l.end.title],
  ['initiative_id', (l) => l.end.initiative],
  ['type', (l) => l.lineage.kind],
  ['reason', (l) => l.lineage.reason],
  ['section', (l) => l.lineage.section],
  ['pillar', (l) => l.lineage.pillar],
  ['theme', (l) => l.lineage.theme],
])

const organizationChanges = table(
  'organization_changes',
  '組織改正',
  (r) => r.organizationChanges.flatMap((o) => o.changes.map((change) => ({ ...o, change }))),
  [
    ['effective', (o) => o.effective],
    ['department', (o) => o.department],
    ['kind', (o) => o.change.kind],
    ['kind_guessed', (o) => yesNo(o.change.guessed)],
    ['from', (o) => joined(o.change.from)],
    ['to', (o) => joined(o.change.to)],
    ['what', (o) => o.change.what],
    ['reason', (o) => o.change.reason],
  ],
)

export const TABLES: readonly AnyTable[] = [
  plans,
  nodes,
  initiatives,
  responsibilities,
  schedule,
  progress,
  figures,
  evaluations,
  costs,
  lineage,
  organizationChanges,
  ...RENEWAL_TABLES,
  ...FIGURE_TABLES,
]
