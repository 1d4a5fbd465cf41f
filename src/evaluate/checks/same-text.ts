import type { Check, Initiative, Report } from '../../reform/record.ts'
import { type CheckKind, checked, type Looking } from '../looking.ts'
import { saysTheSame } from '../same-words.ts'

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
  if (last === null || !saysTheSame(report.progress, last)) return null
  const message = `「${initiative.title}」の${report.fiscalYear}年度の取組状況は、前の年度と同じ文です。この年度に行ったことを確かめてください。`
  return checked('same-text', 'remark', {
    stated: report.progress.slice(0, 60),
    computed: null,
    message,
    at: looking.placesOf(`${pointer}/progress`, `/initiatives/${i}/reports/${before}/progress`),
  })
}
