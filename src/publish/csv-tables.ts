import type { Indicator, Initiative, Lineage, Part, ReformRecord, Report } from '../reform/record.ts'
import type { Answer } from '../vocabulary/measured.ts'

type CsvCell = string | number | null
type Column<Row> = [header: string, cell: (row: Row) => CsvCell]
export type AnyTable = { name: string; title: string; headers: string[]; lines: (record: ReformRecord) => CsvCell[][] }

function table<Row>(name: string, title: string, rows: (record: ReformRecord) => Row[], columns: Column<Row>[]): AnyTable {
  return {
    name,
    title,
    headers: columns.map(([header]) => header),
    lines: (record) => rows(record).map((row) => columns.map(([, cell]) => cell(row))),
  }
}

/** Why there is no number, in a column of its own: an empty cell, a dash and a text are not zero, and not each other. */
const VALUE_STATUS: Record<Answer, string> = { number: 'ok', text: 'text', 'not-applicable': 'not_applicable', blank: 'not_available' }
const yesNo = (said: boolean | null | undefined): string | null => (said === null || said === undefined ? null : said ? 'true' : 'false')
const joined = (all: readonly string[]): string => all.join('|')
const ownerKind = (of: Indicator['of']): string | null => (of ? (Object.keys(of)[0] ?? null) : null)
const ownerId = (of: object | null): string | null => (of ? (Object.values(of)[0] as string) : null)

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

const indicators = table('indicators', '指標', (r) => r.indicators, [
  ['indicator_id', (i) => i.id],
  ['owner_type', (i) => ownerKind(i.of)],
  ['owner_id', (i) => ownerId(i.of)],
  ['name', (i) => i.name],
  ['unit', (i) => i.unit],
  ['kind', (i) => i.kind],
  ['direction', (i) => i.direction],
  ['direction_source', (i) => i.directionSource],
  ['aggregation', (i) => i.aggregation],
])

type Value = {
  indicator: string
  phase: 'baseline' | 'target' | 'actual'
  fiscalYear?: number | null
  asOf: string | null
  comparator?: string | null
  value: string | null
  answer: Answer
  numerator?: string | null
  denominator?: string | null
  status?: string | null
  raw: string
}
function valuesOf({ id, baseline, targets, actuals }: Indicator): Value[] {
  return [
    ...(baseline ? [{ indicator: id, phase: 'baseline' as const, ...baseline }] : []),
    ...targets.map((target) => ({ indicator: id, phase: 'target' as const, ...target })),
    ...actuals.map((actual) => ({ indicator: id, phase: 'actual' as const, ...actual })),
  ]
}
const indicatorValues = table('indicator_values', '指標の値', (r) => r.indicators.flatMap(valuesOf), [
  ['indicator_id', (v) => v.indicator],
  ['fiscal_year', (v) => v.fiscalYear ?? null],
  ['as_of', (v) => v.asOf],
  ['phase', (v) => v.phase],
  ['comparator', (v) => v.comparator ?? null],
  ['value', (v) => v.value],
  ['value_status', (v) => VALUE_STATUS[v.answer]],
  ['numerator', (v) => v.numerator ?? null],
  ['denominator', (v) => v.denominator ?? null],
  ['settlement', (v) => v.status ?? null],
  ['raw', (v) => v.raw],
])

const effects = table('effects', '効果額', (r) => r.effects, [
  ['estimate', (e) => e.estimate],
  ['owner_type', (e) => ownerKind(e.of)],
  ['owner_id', (e) => ownerId(e.of)],
  ['scope', (e) => e.scope],
  ['fiscal_year', (e) => e.fiscalYear],
  ['phase', (e) => e.status],
  ['effect_kind', (e) => e.side],
  ['basis', (e) => e.basis],
  ['amount_yen', (e) => e.amountYen],
  ['quantity', (e) => e.quantity],
  ['unit', (e) => e.unit],
  ['raw', (e) => e.raw],
])

const effectTotals = table('effect_totals', '効果額の合計', (r) => r.effectTotals, [
  ['estimate', (t) => t.estimate],
  ['scope', (t) => t.scope],
  ['amount_yen', (t) => t.amountYen],
  ['difference_yen', (t) => t.differenceYen],
  ['raw', (t) => t.raw],
])

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

const series = table('series', '数値の系列', (r) => r.series.flatMap((s) => s.points.map((point) => ({ ...s, point }))), [
  ['name', (s) => s.name],
  ['breakdown', (s) => s.breakdown],
  ['unit', (s) => s.unit],
  ['at', (s) => s.point.at],
  ['value', (s) => s.point.value],
  ['value_status', (s) => VALUE_STATUS[s.point.answer]],
  ['settlement', (s) => s.point.status],
  ['raw', (s) => s.point.raw],
])

export const TABLES: readonly AnyTable[] = [
  plans,
  nodes,
  initiatives,
  responsibilities,
  schedule,
  progress,
  figures,
  indicators,
  indicatorValues,
  effects,
  effectTotals,
  evaluations,
  costs,
  lineage,
  organizationChanges,
  series,
]
