import type { PlanNode, RecordId } from '../../../reform/record.ts'
import type { Draft } from '../../draft.ts'
import { type Cell, filled, type Row } from '../../read/page.ts'
import { isScheduleHeader, readActivities } from './activities.ts'
import { titleRoleOf } from './claim.ts'
import { headerAt } from './columns.ts'
import { readFields } from './fields.ts'
import { isIndicatorHeader, readIndicatorRows } from './indicator-rows.ts'
import { ownerOf } from './indicators.ts'
import { linkFigures } from './link-figures.ts'
import { isOutletRow, lastOutlet, readMarks, readOutletRow } from './marks.ts'
import type { Reader } from './reader.ts'
import { isReportHeader, partsToReport, readReportRow, readReportTable } from './reports.ts'
import { kindOf, nodeHeading, partHeading } from './row-kind.ts'
import { saidIn } from './said.ts'
import { settleYears } from './settle-years.ts'
import { besideEachOther } from './side-by-side.ts'
import { type Form, newForm, openNode, openPart, settleSpare } from './state.ts'
import { answersYear, readValues } from './values-below.ts'

/** 様式を読む — row by row: headings, tables, labels with their values beside, below or behind them; `under`: the heading that all of it stands under. */
export function readForm(printed: readonly Row[], draft: Draft, plan: RecordId | null, under: PlanNode | null = null): void {
  const reader: Reader = { form: newForm(draft, plan, titleRoleOf(printed)), waiting: [], last: null }
  if (under) reader.form.nodes.push({ level: under.level ?? '', node: under })
  const rows = besideEachOther(printed)
  let at = 0
  while (at < rows.length) at += readAt(rows, at, reader)
  settleSpare(reader.form)
  settleYears(draft)
  linkFigures(reader.form)
}

/** How many rows were read at `at`; one at least. */
function readAt(rows: readonly Row[], at: number, reader: Reader): number {
  const row = rows[at] as Row
  const { form } = reader
  const kind = kindOf(row)
  if (kind === 'blank') return 1
  if (isOutletRow(row)) {
    form.outlet = lastOutlet(row)
    return settled(reader, () => readOutletRow(rows, at, form.initiative, form.draft))
  }
  if (kind === 'marks') return settled(reader, () => readMarks(rows, at, form.initiative, form.draft))
  if (kind === 'node' || kind === 'part') return settled(reader, () => readHeading(row, form))
  if (kind === 'report') {
    readReportRow(row, null, form, partsToReport(form))
    return 1
  }
  if (kind === 'labels') return readLabels(rows, at, reader)
  if (kind === 'fields') return answersYear(row, reader) ? 1 : settled(reader, () => readFields(row, reader))
  readValues(row, reader)
  return 1
}

/** What begins anew leaves no label waiting. */
function settled(reader: Reader, read: () => number): number {
  reader.waiting = []
  return read()
}

function readHeading(row: Row, form: Form): number {
  const [cell] = filled(row) as [Cell]
  const node = nodeHeading(row)
  const part = partHeading(row)
  if (part && form.initiative) openPart(form, form.initiative, part.title, part.sections, cell)
  else if (node) openNode(form, node.printed, node.level, cell)
  return 1
}

/** Labels only: the header of a table, or labels whose values stand in the rows below. */
function readLabels(rows: readonly Row[], at: number, reader: Reader): number {
  const { form } = reader
  const header = headerAt(rows, at)
  if (header && isReportHeader(header)) return settled(reader, () => readReportTable(rows, at, header, form))
  if (header && isIndicatorHeader(header)) {
    const context = { header, draft: form.draft, of: ownerOf(form), year: form.draft.record.fiscalYear }
    return settled(reader, () => readIndicatorRows(rows, at, context).rows)
  }
  if (header && isScheduleHeader(header)) return settled(reader, () => readActivities(rows, at, header, form))
  const labels = saidIn(rows[at] as Row).flatMap((said) => (said.kind === 'label' ? [said] : []))
  // labels on lines of their own gather until their values come; a row of them begins anew
  if (labels.length > 1 || reader.waiting.some((w) => w.answered)) reader.waiting = []
  for (const { label, cell, number } of labels) {
    form.draft.claim(cell, 'fields')
    reader.waiting.push({ label, cell, answered: false, number: number ? { text: number, cell } : null })
  }
  return 1
}
