import type { Initiative, ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { ratios } from './checks/ratio.ts'
import { indicatorsOf } from './looking.ts'

/**
 * 検算と合わない実績 — what the arithmetic says against the figures that an initiative reported for one year (36÷227 is not 7.2 %):
 * a proposal that rests on such a figure says so. Of all its indicators, or of one.
 */
export function doubtedActuals(record: ReformRecord, initiative: Initiative, indicator: RecordId | null, year: number): string[] {
  const reports = initiative.reports.filter(({ fiscalYear }) => fiscalYear === year)
  const indicators = indicatorsOf(record, initiative).map((one) => ({
    ...one,
    actuals: one.actuals.filter(({ fiscalYear }) => fiscalYear === year),
  }))
  const own = { ...record, initiatives: [{ ...initiative, reports }], indicators }
  // every pointer is its own place: the first one that a check names is the share it is about
  const checks = ratios({ record: own, unread: [], placesOf: (...pointers) => pointers, isPrinted: () => true })
  const ofWhich = new Map<string, RecordId | null>([
    ...reports.flatMap(({ figures }, r) =>
      figures.map((figure, f) => [`/initiatives/0/reports/${r}/figures/${f}`, figure.indicator] as const),
    ),
    ...indicators.flatMap(({ id, actuals }, i) => actuals.map((_, a) => [`/indicators/${i}/actuals/${a}`, id] as const)),
  ])
  const concerned = ({ at: [place = ''] }: { at: string[] }): boolean => {
    const said = ofWhich.get(place) ?? null
    return said !== null && (indicator === null || said === indicator)
  }
  return checks.filter((check) => check.verdict === 'fails' && concerned(check)).map(({ message }) => message)
}
