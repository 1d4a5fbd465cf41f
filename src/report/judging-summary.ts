import { coreOf } from '../evaluate/scale.ts'
import type { Edition } from '../reform/edition.ts'
import { STAGE_NAMES, STAGES_IN_ORDER } from '../reform/judgement-evaluations.ts'
import type { Evaluation, Initiative, Plan } from '../reform/record.ts'
import type { CoreStatus, Scale, ScaleKind } from '../reform/scale.ts'
import { plainWord } from '../reform/scale-edit.ts'
import { type Decimal, decimalOf, dividedBy, rounded, sumOf, times } from '../vocabulary/decimal.ts'
import { percentText, yearText } from './figures.ts'
import { coreText, kindName } from './wording-judging.ts'

/** 評価の頁があるか — something was judged, or the plan says by which words it will be. */
export const hasEvaluation = ({ record, judging }: Pick<Edition, 'record' | 'judging'>): boolean =>
  judging !== undefined || record.initiatives.some(({ evaluations }) => evaluations.length > 0)

export type SummaryRow = {
  word: string
  meaning: string | null
  core: CoreStatus | null
  coreText: string
  count: number
  share: Decimal
  shareText: string
}
/** 一つの段階と尺度の集計 — the shares are of what was judged; what was not is a class of its own. */
export type SummaryTable = {
  key: string
  fiscalYear: number | null
  year: string
  stage: string
  scale: string
  kind: ScaleKind | null
  kindText: string
  /** whether any of its words says how far things have come */
  hasCore: boolean
  rows: SummaryRow[]
  judged: number
  undecided: number
  all: number
  /** where rounded shares do not add up to 100.0 % */
  note: string | null
}
/** 年度ごとの評価の集計 — the newest year first. */
export type JudgingSummary = { fiscalYear: number | null; year: string; tables: SummaryTable[] }[]

type Judged = Pick<Initiative, 'id' | 'plan' | 'evaluations'>
type Known = { initiatives: readonly Judged[]; plans: readonly Pick<Plan, 'id' | 'period'>[] }
type Group = { fiscalYear: number | null; stage: string | null; scale: string | null }

const NO_STAGE = '文書の評価'
const NO_SCALE = '評価'
const groupOf = ({ fiscalYear, stage, scale, criterion }: Evaluation): Group => ({ fiscalYear, stage, scale: scale ?? criterion })

/** 評価の集計 — of a record with whose documents' evaluations the judgements stand (`withJudgements`). */
export function judgingSummary({ initiatives, plans }: Known, scales: readonly Scale[]): JudgingSummary {
  const groups = new Map<string, Group>()
  for (const { evaluations } of initiatives)
    for (const evaluation of evaluations) groups.set(JSON.stringify(groupOf(evaluation)), groupOf(evaluation))
  const tables = [...groups].map(([key, group]) => tableOf(key, group, { initiatives, plans }, scales))
  tables.sort((a, b) => placeOf(a, scales) - placeOf(b, scales))
  const years = [...Map.groupBy(tables, ({ fiscalYear }) => fiscalYear)].toSorted(([a], [b]) => (b ?? 0) - (a ?? 0))
  return years.map(([fiscalYear, of]) => ({ fiscalYear, year: yearOr(fiscalYear), tables: of }))
}

const yearOr = (year: number | null): string => (year === null ? '年度の記載なし' : yearText(year))

function placeOf({ stage, scale }: SummaryTable, scales: readonly Scale[]): number {
  const names = STAGES_IN_ORDER.map((one) => STAGE_NAMES[one])
  const after = (place: number, length: number): number => (place === -1 ? length : place)
  const byScale = scales.findIndex(({ name }) => plainWord(name) === plainWord(scale))
  return after(byScale, scales.length) * 10 + after(names.indexOf(stage), names.length)
}

function tableOf(key: string, group: Group, { initiatives, plans }: Known, scales: readonly Scale[]): SummaryTable {
  const scale = scales.find(({ name }) => plainWord(name) === plainWord(group.scale ?? '')) ?? null
  // the last one holds: an initiative is counted once
  const said = initiatives.map((it) => ({
    it,
    word: it.evaluations.findLast((e) => key === JSON.stringify(groupOf(e)))?.raw.trim() ?? null,
  }))
  const words = said.flatMap(({ word }) => (word === null ? [] : [word]))
  const undecided = said.filter(({ it, word }) => word === null && runsIn(it, plans, group.fiscalYear)).length
  const rows = rowsOf(words, scale, scales, group)
  return {
    ...{ key, fiscalYear: group.fiscalYear, year: yearOr(group.fiscalYear), stage: group.stage ?? NO_STAGE },
    scale: scale?.name ?? group.scale ?? NO_SCALE,
    kind: scale?.kind ?? null,
    kindText: scale ? kindName[scale.kind] : '',
    hasCore: rows.some(({ core }) => core !== null),
    rows,
    ...{ judged: words.length, undecided, all: words.length + undecided },
    note: noteOf(rows),
  }
}

/** An initiative of a plan that had not begun, or was over, was not left undecided. */
function runsIn({ plan }: Judged, plans: Known['plans'], year: number | null): boolean {
  const period = plans.find(({ id }) => id === plan)?.period ?? null
  return period === null || year === null || (period.from <= year && year <= period.to)
}

function rowsOf(words: readonly string[], scale: Scale | null, scales: readonly Scale[], group: Group): SummaryRow[] {
  const counted = Map.groupBy(words, plainWord)
  const known = scale?.grades.map(({ word }) => word) ?? []
  const others = [...counted]
    .filter(([plain]) => !known.some((word) => plainWord(word) === plain))
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([, all]) => all[0] ?? '')
  return [...known, ...others].map((word) => {
    const count = counted.get(plainWord(word))?.length ?? 0
    const share = words.length === 0 ? ('0' as Decimal) : dividedBy(decimalOf(count), decimalOf(words.length))
    const core = coreOf({ scale: group.scale, raw: word }, scales)
    const meaning = scale?.grades.find((grade) => grade.word === word)?.meaning ?? null
    return { word, meaning, core, coreText: scale || core ? coreText(core) : '対応なし', count, share, shareText: percentText(share) }
  })
}

function noteOf(rows: readonly SummaryRow[]): string | null {
  if (rows.every(({ count }) => count === 0)) return null
  const total = sumOf(rows.map(({ share }) => rounded(times(share, '100' as Decimal), 1)))
  return rounded(total, 1) === '100.0' ? null : `割合は小数第2位を四捨五入しているため、合計は${rounded(total, 1)}%になります。`
}

/** 共通の状態ごとの数 — of one table, so that plans with other words can be laid beside it; null: words that say nothing of it. */
export const coreCounts = ({ rows }: Pick<SummaryTable, 'rows'>): { core: CoreStatus | null; text: string; count: number }[] =>
  [...Map.groupBy(rows, ({ core }) => core)]
    .map(([core, of]) => ({ core, text: coreText(core), count: of.reduce((sum, { count }) => sum + count, 0) }))
    .filter(({ count }) => count > 0)
