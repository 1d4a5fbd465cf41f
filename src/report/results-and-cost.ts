import { achievement } from '../evaluate/achievement.ts'
import { type CostFound, costIn } from '../evaluate/initiative-cost.ts'
import { indicatorsOf } from '../evaluate/looking.ts'
import { type NoUnitCost, type UnitCost, unitCost } from '../evaluate/unit-cost.ts'
import { decidedBy } from '../reform/decided.ts'
import type { EditionJudging } from '../reform/edition.ts'
import type { Indicator, Initiative, ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { rounded } from '../vocabulary/decimal.ts'
import { numberText, percentText, yearShort, yenText } from './figures.ts'
import { type InitiativeTold, toldBy } from './named-initiatives.ts'
import { toldMeasured } from './told.ts'
import { comparatorName } from './wording-indicators.ts'
import { costWhy } from './wording-retirement.ts'
import { metText, noRateText } from './wording-status.ts'

type Record = Pick<ReformRecord, 'plans' | 'initiatives' | 'indicators'>
type Judged = Pick<EditionJudging, 'scales' | 'judgements'>

/** 成果×コストの表 — every initiative that was judged by both stands in one cell; those judged by one or by none are counted apart. */
export type ResultsMatrix = {
  fiscalYear: number
  year: string
  results: string[]
  costs: string[]
  /** rows in the order of `results`, cells in the order of `costs` */
  cells: InitiativeTold[][][]
  judged: number
  half: { initiative: InitiativeTold; lacks: string }[]
  unjudged: number
}

/** null where the plan has no scale for results or none for cost. */
export function resultsMatrix(record: Record, { scales, judgements }: Judged, year: number): ResultsMatrix | null {
  const results = wordsOf('results', scales)
  const costs = wordsOf('cost', scales)
  if (results.length === 0 || costs.length === 0) return null
  const told = toldBy(record.initiatives)
  const wordBy = (kind: 'results' | 'cost') => {
    const found = decidedBy(kind, scales, judgements).filter(({ fiscalYear }) => fiscalYear === year)
    return new Map(found.map(({ initiative, grade }) => [initiative as string, grade.word]))
  }
  const [result, cost] = [wordBy('results'), wordBy('cost')]
  const of = (id: RecordId): { result: string | undefined; cost: string | undefined } => ({ result: result.get(id), cost: cost.get(id) })
  const placed = record.initiatives.map(({ id }) => ({ initiative: told(id), ...of(id) }))
  const cells = results.map((row) =>
    costs.map((column) => placed.filter((one) => one.result === row && one.cost === column).map(({ initiative }) => initiative)),
  )
  const half = placed
    .filter((one) => (one.result === undefined) !== (one.cost === undefined))
    .map(({ initiative, ...one }) => ({ initiative, lacks: one.result === undefined ? '成果の評価なし' : 'コストの評価なし' }))
  return {
    fiscalYear: year,
    year: yearShort(year),
    results,
    costs,
    cells,
    judged: cells.flat(2).length,
    half,
    unjudged: placed.filter((one) => one.result === undefined && one.cost === undefined).length,
  }
}

/** Of several scales of one kind the words of each, once. */
const wordsOf = (kind: 'results' | 'cost', scales: EditionJudging['scales']): string[] => [
  ...new Set(scales.filter((scale) => scale.kind === kind).flatMap(({ grades }) => grades.map(({ word }) => word))),
]

/** 達成と費用の一行 — one initiative, year and indicator; without an indicator the costs alone. `why`: there is no figure, and this is why. */
export type FigureTold = { text: string; why: boolean }
export type CostLine = {
  initiative: InitiativeTold
  fiscalYear: number
  year: string
  budget: FigureTold
  settled: FigureTold
  budgetYen: number | null
  settledYen: number | null
  indicator: string | null
  target: string | null
  actual: string | null
  achieved: FigureTold
  unitCost: FigureTold
  unitYen: string | null
}

/** 成果と費用 — initiatives of which a cost is said, by year; `years` null: every year that has a cost. */
export function costLines(record: Record, only: number | null): CostLine[] {
  const told = toldBy(record.initiatives)
  return record.initiatives
    .filter(({ costs }) => costs.length > 0)
    .flatMap((it) => {
      const years = [...new Set(it.costs.flatMap(({ fiscalYear }) => fiscalYear ?? []))].filter((one) => only === null || one === only)
      const indicators = indicatorsOf(record as ReformRecord, it)
      return years
        .toSorted((a, b) => a - b)
        .flatMap((year) => (indicators.length > 0 ? indicators : [null]).map((one) => lineOf(it, told(it.id), year, one)))
    })
}

function lineOf(it: Initiative, initiative: InitiativeTold, year: number, indicator: Indicator | null): CostLine {
  const [budget, settled, either] = [costIn(it, year, '予算'), costIn(it, year, '決算'), costIn(it, year, null)]
  const unsaid = 'amountYen' in either && !('amountYen' in budget) && !('amountYen' in settled)
  const unit = indicator ? unitCost(it, indicator, year) : ({ why: 'no-indicator' } as const)
  return {
    initiative,
    fiscalYear: year,
    year: yearShort(year),
    budget: unsaid ? { text: `${costText(either).text}（予算・決算の別の記載なし）`, why: false } : costText(budget),
    settled: costText(settled),
    budgetYen: 'amountYen' in budget ? budget.amountYen : null,
    settledYen: 'amountYen' in settled ? settled.amountYen : null,
    ...(indicator
      ? achievedIn(indicator, year)
      : { indicator: null, target: null, actual: null, achieved: { text: '指標なし', why: true } }),
    unitCost: unitText(unit, indicator?.unit ?? null),
    unitYen: 'yen' in unit ? rounded(unit.yen, 0) : null,
  }
}

const OF = { one: '', total: '', funds: '（財源ごとの額の合計）' } as const
const costText = (found: CostFound): FigureTold =>
  'amountYen' in found
    ? { text: `${yenText(found.amountYen, '円')}円${OF[found.of]}`, why: false }
    : { text: costWhy[found.why], why: true }

function achievedIn(indicator: Indicator, year: number): Pick<CostLine, 'indicator' | 'target' | 'actual' | 'achieved'> {
  const reached = achievement(indicator, year)
  const { target, actual } = reached
  const comparator = target?.comparator ? comparatorName[target.comparator] : ''
  const guess = reached.directionSource === 'guessed' ? '（方向は推定）' : ''
  return {
    indicator: indicator.name,
    target: target && toldMeasured(target, indicator.unit).text + comparator + (target.maintain ? 'を維持' : ''),
    actual: actual && toldMeasured(actual, indicator.unit).text,
    achieved:
      'rate' in reached
        ? { text: `${metText(reached.met)} ${percentText(reached.rate)}${guess}`, why: false }
        : reached.met === null
          ? { text: noRateText(reached.noRate), why: true }
          : { text: `${metText(reached.met)}（率なし：${noRateText(reached.noRate)}）${guess}`, why: false },
  }
}

const WHY: { [Why in NoUnitCost | 'no-indicator']: string } = {
  'no-indicator': '指標なし',
  'no-cost': '費用の記載なし',
  'several-costs': '費用が複数あり、まとめられない',
  'no-actual': '実績の報告なし',
  'not-a-number': '実績が数値でない',
  'not-positive': '実績が0以下',
  share: '割合の指標で、分子の数の記載なし',
  money: '金額の指標',
  stock: '累計・総数の指標',
  'less-is-better': '減らす指標',
}

function unitText(unit: UnitCost | { why: 'no-indicator' }, of: string | null): FigureTold {
  if ('why' in unit) return { text: WHY[unit.why], why: true }
  const per = unit.per === 'numerator' ? '分子1' : `1${(of ?? '').replace(/[/／].*$/, '') || '単位'}`
  return { text: `${per}あたり${numberText(rounded(unit.yen, 0))}円（${unit.stage ?? '事業費'}）`, why: false }
}
