import type { Cost, Effect, Indicator, Initiative, Part, ScheduleCell } from '../reform/record.ts'
import { drawnRows, type EditForm, type EditRows, type Typed } from './edit-form.ts'
import { yearShort } from './figures.ts'
import { drawnSections, sectionRows } from './plan-forms.ts'
import { planFormWords as words } from './wording-plans.ts'

/** 計画期間の年度 — the years for which a form offers a row. */
export const yearsOf = (period: { from: number; to: number } | null): number[] =>
  period && period.to - period.from < 30 ? Array.from({ length: period.to - period.from + 1 }, (_, nth) => period.from + nth) : []

const halves = (year: number): [string, string][] => [
  [String(year), yearShort(year)],
  [`${year}-H1`, `${yearShort(year)}上半期`],
  [`${year}-H2`, `${yearShort(year)}下半期`],
]

/** 取組の部分の様式 — `part` may name years outside of the period, which are offered too. */
export function partForm(period: { from: number; to: number } | null, part: Part | null): EditForm {
  const named = (part?.activities ?? []).flatMap(({ schedule }) => schedule.flatMap(({ from, to }) => [from, to ?? from]))
  const years = [...new Set([...yearsOf(period), ...named.map((text) => Number(text.slice(0, 4)))])].sort((a, b) => a - b)
  const times = years.flatMap(halves)
  const schedule: EditRows = {
    name: 'schedule',
    label: '行動計画',
    one: '年度',
    blank: 1,
    offer: (rows) => emptyYears(period, rows),
    fields: [
      { name: 'from', label: '始まり', kind: 'choice', choices: [['', '選ぶ'], ...times] },
      { name: 'to', label: '終わり', kind: 'choice', choices: [['', '終期の記載なし'], ...times] },
      { name: 'text', label: '内容', kind: 'line' },
      { name: 'milestone', label: '節目', kind: 'check' },
    ],
  }
  return {
    fields: [
      { name: 'title', label: '部分の名称', kind: 'line', help: words.partHelp },
      { name: 'description', label: '概要', kind: 'prose' },
      { name: 'goal', label: '目指す姿', kind: 'prose' },
    ],
    rows: [
      { ...sectionRows(1), label: 'この部分の所管課' },
      {
        name: 'activities',
        label: '取組内容',
        one: '取組内容',
        blank: 1,
        fields: [{ name: 'name', label: '取組内容', kind: 'line' }],
        below: schedule,
      },
    ],
  }
}

const cell = ({ from, to, text, milestone }: ScheduleCell): Typed => ({ from, to: to ?? '', text, milestone: milestone ? 'on' : '' })

export const drawnPart = (part: Part): Typed => ({
  title: part.title ?? '',
  description: part.description ?? '',
  goal: part.goal ?? '',
  sections: drawnSections(part.sections),
  activities: drawnRows(part.activities, ({ name, schedule }) => ({ name, schedule: drawnRows(schedule, cell) })),
})

/** A year of the period without a bar gets an empty row, so that the schedule is filled in and not built. */
const emptyYears = (period: { from: number; to: number } | null, rows: readonly Typed[]): Typed[] =>
  yearsOf(period)
    .filter((year) => !rows.some(({ from, to }) => yearOf(from) <= year && year <= yearOf(to === '' ? from : to)))
    .map((year) => ({ from: String(year), to: String(year), text: '', milestone: '' }))
const yearOf = (said: Typed[string] | undefined): number => Number(String(said ?? '').slice(0, 4))

export function indicatorForm(it: Initiative, indicator: Indicator | null, period: { from: number; to: number } | null): EditForm {
  const guess = indicator?.directionSource === 'guessed' && indicator.direction ? words.directions[indicator.direction] : null
  return {
    fields: [
      { name: 'name', label: '指標名', kind: 'line', required: true },
      { name: 'kind', label: '種類', kind: 'choice', choices: words.kinds },
      { name: 'unit', label: '単位', kind: 'short' },
      {
        name: 'direction',
        label: '改善の方向',
        kind: 'choice',
        choices: [
          ['', '記載なし'],
          ...(guess ? [['guessed', `${guess}（取込み時の推定のまま）`] as const] : []),
          ...Object.entries(words.directions).map(([value, label]) => [value, label] as const),
        ],
        help: words.directionHelp,
      },
      { name: 'aggregation', label: '集計の方法', kind: 'choice', choices: words.aggregations },
      ...(it.parts.length > 0 ? [{ name: 'of', label: '対象', kind: 'choice' as const, choices: ofChoices(it) }] : []),
      { name: 'baseline', label: '現況値', kind: 'line', help: words.valueHelp },
      { name: 'baselineAt', label: '現況値の時点', kind: 'line', help: words.asOfHelp },
    ],
    rows: [{ ...targetRows, offer: (rows) => yearsToFill(period, rows) }, actualRows],
  }
}
const ofChoices = ({ parts }: Initiative): [string, string][] => [
  ['', '取組全体'],
  ...parts.map(({ id, title }, nth): [string, string] => [`part:${id}`, title ?? `部分${nth + 1}`]),
]
const targetRows: EditRows = {
  name: 'targets',
  label: '目標',
  one: '目標',
  blank: 1,
  fields: [
    { name: 'year', label: '年度', kind: 'short' },
    { name: 'raw', label: '目標値', kind: 'line' },
    { name: 'final', label: '最終目標', kind: 'check' },
  ],
}
const actualRows: EditRows = {
  name: 'actuals',
  label: '実績',
  one: '実績',
  blank: 1,
  fields: [
    { name: 'year', label: '年度', kind: 'short' },
    { name: 'raw', label: '実績値', kind: 'line' },
    { name: 'status', label: '区分', kind: 'choice', choices: words.statuses },
  ],
}

export const drawnIndicator = (indicator: Indicator): Typed => ({
  name: indicator.name,
  kind: indicator.kind ?? '',
  unit: indicator.unit ?? '',
  direction: indicator.directionSource === 'guessed' ? 'guessed' : (indicator.direction ?? ''),
  aggregation: indicator.aggregation ?? '',
  of: indicator.of && 'part' in indicator.of ? `part:${indicator.of.part}` : '',
  baseline: indicator.baseline?.raw ?? '',
  baselineAt: indicator.baseline?.asOf ?? '',
  targets: drawnRows(indicator.targets, ({ fiscalYear, raw, final }) => ({ year: shown(fiscalYear), raw, final: final ? 'on' : '' })),
  actuals: drawnRows(indicator.actuals, ({ fiscalYear, raw, status }) => ({ year: shown(fiscalYear), raw, status: status ?? '' })),
})
const shown = (year: number | null): string => (year === null ? '' : yearShort(year))

/** Years of the period for which nothing is said yet, ready to be filled in. */
const yearsToFill = (period: { from: number; to: number } | null, rows: readonly Typed[]): Typed[] =>
  yearsOf(period)
    .map(shown)
    .filter((year) => !rows.some((row) => row.year === year))
    .map((year) => ({ year, raw: '' }))

export const effectsForm: EditForm = {
  fields: [],
  rows: [
    {
      name: 'effects',
      label: '効果額',
      one: '効果額',
      blank: 2,
      fields: [
        { name: 'scope', label: '項目', kind: 'line' },
        { name: 'estimate', label: '見積時点', kind: 'line' },
        { name: 'year', label: '年度', kind: 'short' },
        { name: 'raw', label: '額・数量', kind: 'line' },
        { name: 'unit', label: '単位', kind: 'short' },
        { name: 'side', label: '歳入・歳出', kind: 'choice', choices: words.sides },
        { name: 'basis', label: '単年度・継続', kind: 'choice', choices: words.bases },
        { name: 'status', label: '区分', kind: 'choice', choices: words.effectStatuses },
      ],
    },
  ],
}
export const drawnEffects = (effects: readonly Effect[]): Typed => ({
  effects: drawnRows(effects, (one) => ({
    scope: one.scope,
    estimate: one.estimate ?? '',
    year: shown(one.fiscalYear),
    raw: one.raw,
    unit: one.unit ?? '',
    side: one.side ?? '',
    basis: one.basis ?? '',
    status: one.status ?? '',
  })),
})

export const costsForm: EditForm = {
  fields: [],
  rows: [
    {
      name: 'costs',
      label: '事業費',
      one: '事業費',
      blank: 2,
      fields: [
        { name: 'year', label: '年度', kind: 'short' },
        { name: 'stage', label: '予算・決算', kind: 'choice', choices: words.costStages },
        { name: 'label', label: '項目', kind: 'line' },
        { name: 'fund', label: '財源', kind: 'line' },
        { name: 'raw', label: '額', kind: 'line' },
        { name: 'unit', label: '単位', kind: 'short' },
      ],
    },
  ],
}
export const drawnCosts = (costs: readonly Cost[]): Typed => ({
  costs: drawnRows(costs, (one) => ({
    year: shown(one.fiscalYear),
    stage: one.stage ?? '',
    label: one.label ?? '',
    fund: one.fund ?? '',
    raw: one.raw,
    unit: one.unit ?? '',
  })),
})
