import { randomUUID } from 'node:crypto'
import type { Act } from '../reform/act.ts'
import { EMPTY_CONTENT, type ReportContent } from '../reform/report-content.ts'
import { may } from '../reform/rights.ts'
import type { Round, RoundId, RoundItem, RoundItemId } from '../reform/round.ts'
import { type AskedItem, itemsAsked, plansWithin } from '../reform/round-items.ts'
import { type RoundFault, roundFaults } from '../reform/round-rules.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import { itemSheet } from '../report/item-sheet.ts'
import type { Store } from '../store/database.ts'
import { loadRecord } from '../store/record.ts'
import { roundsOf, saveRound } from '../store/round.ts'
import { addItems } from '../store/round-item.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

export type CannotOpenRound =
  | { kind: 'not-allowed' }
  | { kind: 'no-such-plan' }
  | { kind: 'nothing-to-ask' }
  | { kind: 'already-open'; title: string }
  | { kind: 'round-faults'; faults: RoundFault[] }

/** 照会を始める — one item for every initiative (or part) and its section; what was imported for the year counts as reported. */
export async function openRound(store: Store, said: Omit<Round, 'id' | 'closed'>, act: Act): Promise<Result<Round, CannotOpenRound>> {
  return store.writing(act, async (tx): Promise<Result<Round, CannotOpenRound>> => {
    const round: Round = { ...said, id: randomUUID() as RoundId, closed: false }
    if (!may(await standingOf(tx), 'round.manage')) return no({ kind: 'not-allowed' })
    const faults = roundFaults(round)
    if (faults.length > 0) return no({ kind: 'round-faults', faults })
    const record = await loadRecord(tx, round.family)
    if (!record?.plans.some(({ id }) => id === round.plan)) return no({ kind: 'no-such-plan' })
    const open = (await roundsOf(tx)).find((one) => one.plan === round.plan && one.fiscalYear === round.fiscalYear && !one.closed)
    if (open) return no({ kind: 'already-open', title: open.title })
    const items = itemsAsked(record, plansWithin(record, round.plan)).flatMap((asked, place) => itemOf(record, round, asked, place) ?? [])
    if (items.length === 0) return no({ kind: 'nothing-to-ask' })
    await saveRound(tx, round)
    await addItems(tx, items)
    return ok(round)
  })
}

function itemOf(record: StoredRecord, round: Round, asked: AskedItem, place: number): RoundItem | null {
  const sheet = itemSheet(record, { ...asked, fiscalYear: round.fiscalYear })
  if (!sheet) return null
  const imported = importedContent(record, round.fiscalYear, asked)
  return {
    id: randomUUID() as RoundItemId,
    round: round.id,
    ...asked,
    position: (place + 1) * 10,
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
