import { comparableEstimates } from '../evaluate/effect-comparison.ts'
import { type EffectFilter, EVERY_EFFECT, filteredTerms } from '../evaluate/effect-filter.ts'
import { type RollUp, type RollUpLine, rolledUp } from '../evaluate/effect-roll-up.ts'
import { brokenDown, statusesOver } from '../evaluate/effect-sums.ts'
import { type EffectMeasure, estimatesOf, standingsIn } from '../evaluate/effect-terms.ts'
import { REPORTED } from '../reform/estimate-grid.ts'
import type { ReformRecord } from '../reform/record.ts'
import { estimateName, measureName, measuresIn, shownIn, shownOrNull, shownText } from './effect-amounts.ts'
import { type ComparisonTold, comparisonTold } from './effect-comparisons.ts'
import { yearText } from './figures.ts'
import { leftOutMeaning } from './wording-effects.ts'
import { effectsBoardWords as words } from './wording-effects-board.ts'

/** 選んだもの — as it stands in an address; what is not a choice falls back to the first. */
export type BoardChosen = { estimate: string; against: string; measure: string; side: string; basis: string; status: string }
export type Choice = { value: string; name: string }
export type BoardLine = {
  kind: RollUpLine['kind']
  id: string | null
  title: string
  depth: number
  years: (string | null)[]
  total: string
  /** the amounts hang on this line itself */
  isOwn: boolean
}
export type LeftOutLine = { scope: string; when: string; amount: string; why: string }
/** 効果額の集計の画面 */
export type EffectBoard = {
  chosen: BoardChosen
  choices: Record<keyof BoardChosen, Choice[]>
  measure: string
  unit: string
  years: { name: string; status: string | null }[]
  lines: BoardLine[]
  sums: (string | null)[]
  cumulative: string[]
  total: string
  breakdowns: { name: string; rows: { name: string; years: (string | null)[]; total: string }[] }[]
  comparison: ComparisonTold | null
  leftOut: LeftOutLine[]
  note: string | null
}

const NO_ESTIMATE = ':none'

/** null where the plan holds no amount yet */
export function effectBoard(record: ReformRecord, asked: BoardChosen): EffectBoard | null {
  if (record.effects.length === 0) return null
  const { chosen, choices, estimate, measure } = choose(record, asked)
  const filter = filterOf(chosen)
  const shown = shownIn(record, measure)
  const terms = filteredTerms(record, estimate, measure, filter)
  const up = rolledUp(record, terms)
  const statuses = statusesOver(terms, up.years)
  const parts = (['side', 'basis', 'status'] as const).map((by) => ({
    name: words.breakdowns[by],
    rows: brokenDown(terms, by, up.years).map(({ value, sums }) => ({
      name: value ?? words.unsaid,
      years: sums.years.map((one) => shownOrNull(one, shown)),
      total: shownText(sums.total, shown),
    })),
  }))
  return {
    ...{ chosen, choices, measure: measureName(measure), unit: shown.unit },
    years: up.years.map((year, nth) => ({ name: yearText(year), status: statuses[nth] ?? null })),
    lines: linesTold(up, (value) => shownOrNull(value, shown)),
    sums: up.sums.years.map((one) => shownOrNull(one, shown)),
    cumulative: up.cumulative.flatMap((one) => (one === null ? [] : [shownText(one, shown)])),
    total: shownText(up.sums.total, shown),
    breakdowns: parts.filter(({ rows }) => rows.length > 1),
    comparison:
      chosen.against === '' ? null : comparisonTold(record, measure, { key: 'chosen', earlier: chosen.against, later: estimate }, filter),
    leftOut: leftOutLines(record, estimate, measure, filter),
    note: filter.basis === '継続' ? words.lastingNote : null,
  }
}

function choose(record: ReformRecord, asked: BoardChosen) {
  const estimates = estimatesOf(record)
  const written = estimates.filter((one) => one !== null && one !== REPORTED)
  const values = estimates.map((one) => one ?? NO_ESTIMATE)
  const first = written.at(-1) ?? estimates[0] ?? null
  const picked = values.includes(asked.estimate) ? asked.estimate : (first ?? NO_ESTIMATE)
  const estimate = picked === NO_ESTIMATE ? null : picked
  const others = comparableEstimates(record).filter((one) => one !== estimate)
  const measures = measuresIn(record.effects)
  const measure = measures.find((one) => one === asked.measure) ?? measures[0] ?? ('yen' as EffectMeasure)
  const own = record.effects.filter((effect) => effect.estimate === estimate)
  const among = (by: 'side' | 'basis' | 'status', all: readonly string[]): Choice[] => {
    const said = new Set(own.map((effect) => effect[by] ?? 'unsaid'))
    return [
      { value: '', name: words.all },
      ...[...all, 'unsaid']
        .filter((one) => said.has(one as never))
        .map((value) => ({ value, name: value === 'unsaid' ? words.unsaid : value })),
    ]
  }
  const choices = {
    estimate: values.map((value, nth) => ({ value, name: estimateName(estimates[nth] ?? null) })),
    against: [{ value: '', name: words.noComparison }, ...others.map((value) => ({ value, name: value }))],
    measure: measures.map((value) => ({ value, name: measureName(value) })),
    side: among('side', ['歳入', '歳出']),
    basis: among('basis', ['単年度', '継続']),
    status: among('status', ['計画', '見込み', '実績']),
  }
  const valid = (key: 'against' | 'side' | 'basis' | 'status'): string =>
    choices[key].some(({ value }) => value === asked[key]) ? asked[key] : ''
  const chosen: BoardChosen = {
    ...{ estimate: picked, measure, against: valid('against') },
    ...{ side: valid('side'), basis: valid('basis'), status: valid('status') },
  }
  return { chosen, choices, estimate, measure }
}

const filterOf = ({ side, basis, status }: BoardChosen): EffectFilter => ({
  ...EVERY_EFFECT,
  ...{ side: (side || null) as EffectFilter['side'], basis: (basis || null) as EffectFilter['basis'] },
  status: (status || null) as EffectFilter['status'],
})

const linesTold = ({ lines }: RollUp, text: (value: RollUpLine['sums']['total'] | null) => string | null): BoardLine[] =>
  lines.map(({ kind, id, number, title, depth, sums, own }) => ({
    ...{ kind, id, depth, isOwn: own.length > 0 },
    title: [number, title].filter(Boolean).join(' '),
    years: sums.years.map(text),
    total: text(sums.total) ?? '',
  }))

/** Amounts of this table that are in no total, and why; 継続 amounts looked at alone are in theirs. */
function leftOutLines(record: ReformRecord, estimate: string | null, measure: EffectMeasure, filter: EffectFilter): LeftOutLine[] {
  return standingsIn(record, estimate, filter.basis === '継続').flatMap(({ effect, leftOut, measure: own }) => {
    if (leftOut === null || leftOut === 'printed-total' || (own !== measure && own !== null)) return []
    const said = [effect.side, effect.basis, effect.status].filter(Boolean).join('・')
    return [
      {
        scope: said === '' ? effect.scope : `${effect.scope}（${said}）`,
        when: effect.fiscalYear === null ? words.noYear : yearText(effect.fiscalYear),
        amount: `${effect.raw}${effect.unit ?? ''}`,
        why: leftOutMeaning(leftOut),
      },
    ]
  })
}
