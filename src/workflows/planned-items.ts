import { randomUUID } from 'node:crypto'
import type { SectionHistory } from '../reform/edition.ts'
import { onTheDay } from '../reform/record-on-day.ts'
import { EMPTY_CONTENT, type ReportContent } from '../reform/report-content.ts'
import type { Round, RoundItem, RoundItemId } from '../reform/round.ts'
import { type AskedItem, itemsAsked, plansWithin } from '../reform/round-items.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { itemSheet } from '../report/item-sheet.ts'
import { foldTight } from '../vocabulary/folding.ts'

type Planned = Pick<Round, 'id' | 'plan' | 'fiscalYear' | 'opensOn'>

/**
 * 照会の対象を並べる — what a round of a plan and a year asks, before it is opened and when it is: of the sections as they are on the
 * day on which it opens, each once.
 */
export function plannedItems(record: StoredRecord, round: Planned, sections: readonly SectionHistory[]): RoundItem[] {
  const asking = onTheDay(record, sections, round.opensOn)
  return itemsAsked(asking, plansWithin(record, round.plan), round.fiscalYear).flatMap(
    (asked, place) => plannedItem(asking, round, asked, (place + 1) * 10) ?? [],
  )
}

/** One item as it begins, of a plan as it reads on the day (`onTheDay`): not started, or accepted where the year's report was imported. Null: the plan does not know the initiative. */
export function plannedItem(record: StoredRecord, round: Planned, asked: AskedItem, position: number): RoundItem | null {
  const sheet = itemSheet(record, { ...asked, fiscalYear: round.fiscalYear })
  if (!sheet) return null
  const imported = importedContent(record, round.fiscalYear, asked)
  return {
    id: randomUUID() as RoundItemId,
    round: round.id,
    ...asked,
    position,
    sheet,
    state: imported ? 'accepted' : 'notStarted',
    imported: imported !== null,
    content: imported ?? EMPTY_CONTENT,
    version: 0,
    savedBy: null,
    savedAt: null,
    submittedBy: null,
    submittedAt: null,
    submissions: 0,
    returned: null,
    reopened: null,
    elsewhere: null,
  }
}

/** What an import already says of the year: 取り込んだ過去の報告 is accepted, marked imported. */
function importedContent(record: StoredRecord, fiscalYear: number, { initiative, parts, section }: AskedItem): ReportContent | null {
  const it = record.initiatives.find(({ id }) => id === initiative)
  const report = it?.reports.find(
    (one) =>
      one.fiscalYear === fiscalYear &&
      (one.section === null || section === null || foldTight(one.section) === foldTight(section)) &&
      (parts.length === 0 || one.parts.length === 0 || one.parts.some((part) => parts.includes(part))),
  )
  if (!report) return null
  const actuals = record.indicators
    .filter(
      ({ of }) =>
        of !== null &&
        (('initiative' in of && of.initiative === initiative) || ('part' in of && (parts.length === 0 || parts.includes(of.part)))),
    )
    .flatMap(({ id, actuals }) => {
      const actual = actuals.find((one) => one.fiscalYear === fiscalYear)
      return actual ? [{ indicator: id, raw: actual.raw, status: actual.status }] : []
    })
  const { progress, issues, revision } = report
  return { ...EMPTY_CONTENT, progress: progress ?? '', issues: issues ?? '', revision: revision ?? '', actuals }
}
