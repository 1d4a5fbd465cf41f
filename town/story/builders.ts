import {
  type Actual,
  type Effect,
  type Evaluation,
  emptyRecord,
  type Indicator,
  type Initiative,
  type Lineage,
  type Part,
  type Plan,
  type PlanNode,
  type RecordId,
  type ReformRecord,
  type Report,
  type SectionRef,
  type Target,
} from '../../src/reform/record.ts'
import { type Decimal, decimalOf, toDecimal } from '../../src/vocabulary/decimal.ts'
import { fold } from '../../src/vocabulary/folding.ts'
import { readMeasured } from '../../src/vocabulary/measured.ts'

/*
 * 例 — a test names only what it is about; the rest is あおば市's dullest record.
 * Ids are fixed and short, so that a test can refer to them: «plan», «node», «initiative», «indicator».
 */

/** An id of a record, for tests: the only cast outside the readers and row mappers. */
export const anId = (text: string): RecordId => text as RecordId

/** A decimal as written; a test that misspells a number learns of it at once. */
export function aDecimal(text: string): Decimal {
  const value = toDecimal(text)
  if (value === null) throw new Error(`小数ではありません: ${text}`)
  return value
}

export const aPlan = (said: Partial<Plan> = {}): Plan => ({
  id: anId('plan'),
  title: 'あおば市行財政改革推進プラン2023-2027',
  kind: null,
  parent: null,
  period: { from: 2023, to: 2027 },
  goal: null,
  levels: ['基本方針', '推進項目', '取組'],
  predecessors: [],
  ...said,
})

export const aNode = (said: Partial<PlanNode> = {}): PlanNode => ({
  id: anId('node'),
  plan: anId('plan'),
  parent: null,
  level: '基本方針',
  number: '1',
  title: '伝わる・届く行政サービスへの転換',
  text: null,
  ...said,
})

export const aSection = (name = '行政改革課', said: Partial<SectionRef> = {}): SectionRef => ({ name, office: null, role: null, ...said })

export const aPart = (said: Partial<Part> = {}): Part => ({
  id: anId('part'),
  title: null,
  sections: [],
  description: null,
  goal: null,
  activities: [],
  ...said,
})

/** `sections` may be given as names alone. */
export function anInitiative(said: Partial<Omit<Initiative, 'sections'>> & { sections?: (string | SectionRef)[] } = {}): Initiative {
  const { sections = ['行政改革課'], ...rest } = said
  return {
    id: anId('initiative'),
    plan: anId('plan'),
    node: anId('node'),
    number: null,
    title: '窓口申請のオンライン化',
    description: null,
    goal: null,
    sections: sections.map((section) => (typeof section === 'string' ? aSection(section) : section)),
    marks: [],
    published: [],
    parts: [],
    reports: [],
    evaluations: [],
    costs: [],
    ...rest,
  }
}

export const aReport = (said: Partial<Report> = {}): Report => ({
  parts: [],
  section: null,
  fiscalYear: 2024,
  progress: '計画どおり実施した。',
  issues: null,
  revision: null,
  figures: [],
  ...said,
})

export const anEvaluation = (said: Partial<Evaluation> = {}): Evaluation => ({
  fiscalYear: 2024,
  stage: null,
  criterion: null,
  scale: null,
  raw: '継続',
  comment: null,
  ...said,
})

/** 目標 as printed, for the plain forms tests need: «100», «85以上», «10以下», «10未満», «85以上を維持», «適切に運営». */
export function aTarget(printed: string, said: Partial<Target> = {}): Target {
  const words = /^([-▲△\d.,]+)[%件人]?(以上|以下|以内|未満|超)?(を維持)?$/.exec(fold(printed))
  const measured = readMeasured(words?.[1] ?? printed)
  const comparator = { 以上: '>=', 以下: '<=', 以内: '<=', 未満: '<', 超: '>' } as const
  return {
    fiscalYear: 2024,
    asOf: null,
    comparator: measured.answer === 'number' ? (comparator[(words?.[2] ?? '') as keyof typeof comparator] ?? '=') : null,
    value: measured.answer === 'number' ? measured.value : null,
    answer: measured.answer,
    raw: printed,
    final: false,
    ...(words?.[3] ? { maintain: true } : {}),
    ...said,
  }
}

/** 実績 as printed: «90.2», «－», «概ね達成», «». */
export function anActual(printed: string, said: Partial<Actual> = {}): Actual {
  const measured = readMeasured(printed)
  return {
    fiscalYear: 2024,
    asOf: null,
    value: measured.answer === 'number' ? measured.value : null,
    answer: measured.answer,
    raw: printed,
    numerator: null,
    denominator: null,
    status: null,
    ...said,
  }
}

type SaidOfIndicator = Partial<Omit<Indicator, 'baseline'>> & {
  baseline?: string | Indicator['baseline']
  target?: string
  actual?: string
}

/** `target` and `actual` are the printed cells of 令和6年度; `targets` and `actuals` say more. */
export function anIndicator(said: SaidOfIndicator = {}): Indicator {
  const { target = '100', actual = '90', baseline = null, ...rest } = said
  const measured = typeof baseline === 'string' ? readMeasured(baseline) : null
  return {
    id: anId('indicator'),
    of: { initiative: anId('initiative') },
    name: 'オンライン申請の件数',
    kind: null,
    unit: '件',
    direction: 'increase',
    directionSource: 'stated',
    aggregation: null,
    baseline: measured
      ? { asOf: '2022', value: measured.answer === 'number' ? measured.value : null, answer: measured.answer, raw: baseline as string }
      : (baseline as Indicator['baseline']),
    targets: [aTarget(target)],
    actuals: [anActual(actual)],
    ...rest,
  }
}

/** 効果額 — amounts in yen; `thousandYen` as a report prints them. */
export function anEffect(said: Partial<Effect> & { thousandYen?: number } = {}): Effect {
  const { thousandYen = 1200, ...rest } = said
  return {
    estimate: '計画策定時',
    of: { node: anId('node') },
    scope: '1 伝わる・届く行政サービスへの転換',
    fiscalYear: 2024,
    amountYen: thousandYen * 1000,
    quantity: null,
    unit: '千円',
    side: null,
    basis: null,
    status: null,
    raw: decimalOf(thousandYen).replace(/\B(?=(\d{3})+$)/g, ','),
    ...rest,
  }
}

export const aLineage = (said: Partial<Lineage> & { was?: string; becomes?: string } = {}): Lineage => {
  const { was = '窓口申請のオンライン化', becomes = '窓口申請のオンライン化', ...rest } = said
  return {
    from: was === '' ? [] : [{ title: was, initiative: null }],
    to: becomes === '' ? [] : [{ title: becomes, initiative: null }],
    kind: '継続',
    reason: null,
    section: '行政改革課',
    pillar: null,
    theme: null,
    ...rest,
  }
}

/** あおば市の記録 — one plan, one pillar, one initiative with one indicator, one report and one effect, unless said otherwise. */
export const aRecord = (said: Partial<ReformRecord> = {}): ReformRecord => ({
  ...emptyRecord(),
  municipality: { code: '990019', name: 'あおば市' },
  fiscalYear: 2024,
  plans: [aPlan()],
  nodes: [aNode()],
  initiatives: [anInitiative({ reports: [aReport()] })],
  indicators: [anIndicator()],
  effects: [anEffect()],
  ...said,
})
