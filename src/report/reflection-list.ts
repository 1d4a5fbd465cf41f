import { type ReflectionFound, type ReflectionState, reflectionSums, reflectionsFound } from '../evaluate/reflections.ts'
import type { EditionJudging } from '../reform/edition.ts'
import type { Judgement } from '../reform/judgement.ts'
import { DECISION_KINDS, type DecisionKind } from '../reform/scale.ts'
import { yearShort, yenText } from './figures.ts'
import { type InitiativeTold, type Named, placeOf, toldBy } from './named-initiatives.ts'

export const reflectionStateNames: Record<ReflectionState, string> = {
  lacking: '未記録',
  reflected: '反映あり',
  none: '反映なし',
  'word-changed': '決定が変わった',
  'not-asked': '決定が変わった',
}

/** 方向性の名 — where a sum is over several words of a plan that mean the same. */
export const decisionKindNames: Record<DecisionKind, string> = {
  expand: '拡充',
  continue: '継続',
  improve: '改善',
  merge: '統合',
  reduce: '縮小',
  pause: '休止',
  end: '廃止',
  complete: '完了',
  routine: '経常事業',
}

/** 予算反映の一行 */
export type ReflectionRow = {
  initiative: InitiativeTold
  fiscalYear: number
  year: string
  /** the decision that holds; null where it was taken back */
  word: string | null
  /** the decision as it was when the reflection was recorded, where it is another one now */
  recordedFor: string | null
  state: ReflectionState
  stateName: string
  budgetYear: string | null
  budgetFiscalYear: number | null
  amountYen: number | null
  amount: string | null
  note: string | null
  none: string | null
}
/** 予算年度×決定の合計 — cells in the order of `decisions`; null: no decision of that kind. */
export type ReflectionSums = {
  decisions: string[]
  years: {
    year: string
    cells: ({ amountYen: number; amount: string; count: number } | null)[]
    totalYen: number
    total: string
    count: number
  }[]
}
export type ReflectionList = { rows: ReflectionRow[]; lacking: number; sums: ReflectionSums }

/** 予算反映の一覧 — what still lacks a record first; amounts in yen, ▲ a cut. */
export function reflectionList(
  initiatives: readonly Named[],
  { scales, judgements, reflections }: Pick<EditionJudging, 'scales' | 'judgements' | 'reflections'>,
): ReflectionList {
  const told = toldBy(initiatives)
  const place = placeOf(initiatives)
  const found = reflectionsFound(scales, judgements, reflections)
  const urgency: readonly ReflectionState[] = ['lacking', 'word-changed', 'not-asked', 'reflected', 'none']
  const rows = found
    .toSorted(
      (a, b) =>
        b.fiscalYear - a.fiscalYear || urgency.indexOf(a.state) - urgency.indexOf(b.state) || place(a.initiative) - place(b.initiative),
    )
    .map((one) => rowOf(one, told(one.initiative)))
  return { rows, lacking: found.filter(isLacking).length, sums: sumsOf(found) }
}

const isLacking = ({ state }: Pick<ReflectionFound, 'state'>): boolean => state === 'lacking' || state === 'word-changed'

/** 記録を待つ予算反映の件数 — of one plan; the same count as on its list. */
export const reflectionsLacking = ({
  scales,
  judgements,
  reflections,
}: Pick<EditionJudging, 'scales' | 'reflections'> & { judgements: readonly Omit<Judgement, 'by' | 'proposal'>[] }): number =>
  reflectionsFound(
    scales,
    judgements.map((one) => ({ ...one, proposal: null })),
    reflections,
  ).filter(isLacking).length

function rowOf({ fiscalYear, decided, reflection, state }: ReflectionFound, initiative: InitiativeTold): ReflectionRow {
  const word = decided?.grade.word ?? null
  const reflected = reflection?.reflected ?? null
  return {
    initiative,
    fiscalYear,
    year: yearShort(fiscalYear),
    word,
    recordedFor: reflection && reflection.word !== word ? reflection.word : null,
    state,
    stateName: reflectionStateNames[state],
    budgetYear: reflected && yearShort(reflected.budgetYear),
    budgetFiscalYear: reflected?.budgetYear ?? null,
    amountYen: reflected?.amountYen ?? null,
    amount: reflected && `${yenText(reflected.amountYen, '円')}円`,
    note: reflected?.note ?? null,
    none: reflection?.none ?? null,
  }
}

function sumsOf(found: readonly ReflectionFound[]): ReflectionSums {
  const sums = reflectionSums(found)
  const kinds = DECISION_KINDS.filter((kind) => sums.some(({ decision }) => decision === kind))
  const years = [...new Set(sums.map(({ budgetYear }) => budgetYear))]
  return {
    decisions: kinds.map((kind) => decisionKindNames[kind]),
    years: years.map((budgetYear) => {
      const own = sums.filter((sum) => sum.budgetYear === budgetYear)
      const totalYen = own.reduce((sum, { amountYen }) => sum + amountYen, 0)
      return {
        year: yearShort(budgetYear),
        cells: kinds.map((kind) => {
          const sum = own.find(({ decision }) => decision === kind)
          return sum ? { amountYen: sum.amountYen, amount: `${yenText(sum.amountYen, '円')}円`, count: sum.count } : null
        }),
        totalYen,
        total: `${yenText(totalYen, '円')}円`,
        count: own.reduce((sum, { count }) => sum + count, 0),
      }
    }),
  }
}
