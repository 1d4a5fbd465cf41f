import type { Check, DocumentRecord } from '../reform/record.ts'
import { account } from './account.ts'
import { divideAligned } from './aligned.ts'
import { readCover } from './cover.ts'
import { Draft } from './draft.ts'
import { isPageNumberRow, isRepeatedSheet } from './furniture.ts'
import { joinReports } from './join-reports.ts'
import { layouts } from './layouts/index.ts'
import type { Stretch } from './layouts/layout.ts'
import type { ReadDocument } from './read/page.ts'
import { segment } from './segment.ts'

/** 文書の理解 — pages → draft → the document's record: what it says, where, what is a guess, and what was not read. */
export function understand(document: ReadDocument): DocumentRecord {
  for (const page of document.pages) divideAligned(page)
  const draft = new Draft()
  readCover(
    document.pages.flatMap((page) => page.rows),
    draft,
  )
  for (const stretch of stretchesOf(document)) {
    draft.layouts.add(stretch.layout)
    layouts.find((layout) => layout.name === stretch.layout)?.read(stretch, draft)
  }
  joinReports(draft)
  yearOfReports(draft)
  const { accounting, unread } = account(document.pages, draft)
  const { at, guesses } = draft.pointers()
  const checks: Check[] = draft.remarks.map((remark) => ({
    kind: '表記',
    verdict: 'remark',
    stated: null,
    computed: null,
    message: remark.message,
    at: remark.at,
  }))
  return {
    format: 'kaikaku/1',
    document: { name: document.name, sha256: document.sha256, kind: document.kind, layouts: [...draft.layouts] },
    ...draft.record,
    checks,
    unread,
    accounting,
    guesses,
    at,
  }
}

/** A sheet of a workbook is a world of its own: a table of one must not run on into the next. Pages of a text go on. */
const stretchesOf = ({ kind, pages }: ReadDocument): Stretch[] =>
  (kind === 'xlsx'
    ? pages.filter((page) => !isRepeatedSheet(page)).map((page) => page.rows)
    : [pages.flatMap((page) => page.rows)]
  ).flatMap((rows) =>
    segment(
      rows.filter((row) => !isPageNumberRow(row)),
      layouts,
    ),
  )

/** Where no heading names the year of the report, the latest year that a report of the document is for is it. */
function yearOfReports(draft: Draft): void {
  if (draft.record.fiscalYear !== null) return
  const reports = draft.record.initiatives.flatMap((initiative) => initiative.reports).filter((report) => report.fiscalYear !== null)
  const latest = reports.toSorted((a, b) => (b.fiscalYear as number) - (a.fiscalYear as number))[0]
  if (latest) draft.put(draft.record, 'fiscalYear', latest.fiscalYear, draft.placesOf(latest, 'fiscalYear').slice(0, 1))
}
