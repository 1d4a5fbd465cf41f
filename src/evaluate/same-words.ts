import { foldTight } from '../vocabulary/folding.ts'

/** A sentence shorter than this is the same every year for good reasons: 「実施した。」 */
const LONG_ENOUGH = 20

const withoutYears = (text: string): string =>
  foldTight(text).replace(/(?:令和|平成|[RH])(?:元|\d{1,2})年?度?|(?:19|20)\d{2}年?度?/g, '年度')

/** 前年と同じ文か — word for word what was said the year before, the years in it and the spacing apart. */
export function saysTheSame(text: string, before: string): boolean {
  const plain = withoutYears(text)
  return plain.length >= LONG_ENOUGH && plain === withoutYears(before)
}
