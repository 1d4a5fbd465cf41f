import { createHash } from 'node:crypto'
import { eraName, type FiscalYear } from '../vocabulary/fiscal-year.ts'
import { countCharacters } from '../vocabulary/folding.ts'
import type { EditionDocument } from './edition.ts'
import type { ReportField } from './report-content.ts'
import { fieldsOf } from './report-difference.ts'
import type { RoundItem } from './round.ts'

/** 報告書 — an accepted report as a document: its text line by line, and on which line each field stands. */
export type ReportDocument = EditionDocument & { bytes: Uint8Array; places: ReadonlyMap<ReportField, string> }

/** The layout by which such a document is known; nothing else may name it. */
export const REPORT_LAYOUT = 'report'

/**
 * 受理した報告を文書にする — so that a published value from the yearly round leads to its source as one from an imported file does.
 * It names the section and never a person, and leaves out what the section would change of the plan.
 */
export function reportDocument(item: RoundItem, fiscalYear: number, at: Date): ReportDocument {
  const { sheet, section, content } = item
  const year = eraName(fiscalYear as FiscalYear)
  const title = `${sheet.number ? `${sheet.number} ` : ''}${sheet.title}`
  const lines = [`${year} 取組状況の報告`, `取組　${title}`, `所管課　${section ?? '未定'}`]
  const places = new Map<ReportField, string>()
  for (const { field, name, value } of fieldsOf(content, sheet)) {
    // a proposal is no value of the plan until it is decided, and an edition tells the document line by line (R-07)
    if (value.trim() === '' || field === 'changes') continue
    lines.push(`【${name}】`)
    places.set(field, `line ${lines.length + 1}`)
    lines.push(...value.split(/\r?\n/))
  }
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`)
  const characters = countCharacters(lines.join(''))
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: `${year}の報告 ${title}${section ? `（${section}）` : ''}`,
    kind: 'txt',
    readAt: at.toISOString(),
    layouts: [REPORT_LAYOUT],
    accounting: { characters, fields: characters, prose: 0, boilerplate: 0, unread: 0 },
    unread: [],
    lines: lines.map((text, nth) => ({ at: `line ${nth + 1}`, text })),
    bytes,
    places,
  }
}
