import type { Check, Initiative, Report } from '../../reform/record.ts'
import { foldTight } from '../../vocabulary/folding.ts'
import { type CheckKind, checked, type Looking } from '../looking.ts'

/** A sentence shorter than this is the same every year for good reasons: 「実施した。」 */
const LONG_ENOUGH = 20

/** 前年と同じ文 — a report that says word for word what last year's said, the years in it apart. */
export const sameTexts: CheckKind = (looking) =>
  looking.record.initiatives.flatMap((initiative, i) =>
    initiative.reports.flatMap(
      (report, r) => textCheck(looking, initiative, { report, pointer: `/initiatives/${i}/reports/${r}` }, i) ?? [],
    ),
  )

function textCheck(
  looking: Looking,
  initiative: Initiative,
  { report, pointer }: { report: Report; pointer: string },
  i: number,
): Check | null {
  if (report.fiscalYear === null || report.progress === null) return null
  const before = initiative.reports.findIndex(
    (other) =>
      other.fiscalYear === (report.fiscalYear as number) - 1 &&
      other.section === report.section &&
      other.parts.join() === report.parts.join(),
  )
  const last = initiative.reports[before]?.progress ?? null
  const text = withoutYears(report.progress)
  if (last === null || text.length < LONG_ENOUGH || text !== withoutYears(last)) return null
  const message = `「${initiative.title}」の${report.fiscalYear}年度の取組状況は、前の年度と同じ文です。この年度に行ったことを確かめてください。`
  return checked('same-text', 'remark', {
    stated: report.progress.slice(0, 60),
    computed: null,
    message,
    at: looking.placesOf(`${pointer}/progress`, `/initiatives/${i}/reports/${before}/progress`),
  })
}

const withoutYears = (text: string): string =>
  foldTight(text).replace(/(?:令和|平成|[RH])(?:元|\d{1,2})年?度?|(?:19|20)\d{2}年?度?/g, '年度')
