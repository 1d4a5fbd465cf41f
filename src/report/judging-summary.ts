import type { Edition } from '../reform/edition.ts'

/** 評価の頁があるか — something was judged, or the plan says by which words it will be. */
export const hasEvaluation = ({ record, judging }: Pick<Edition, 'record' | 'judging'>): boolean =>
  judging !== undefined || record.initiatives.some(({ evaluations }) => evaluations.length > 0)
