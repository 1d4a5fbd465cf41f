import { checkRecord } from '../evaluate/check-record.ts'
import { decodeText } from '../intake/read/decode.ts'
import type { Page } from '../intake/read/page.ts'
import { readDocument } from '../intake/read/read-document.ts'
import { understand } from '../intake/understand.ts'
import type { DocumentRecord } from '../reform/record.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { type NotInterchange, readInterchange } from './read-interchange.ts'

export type UploadedFile = { name: string; bytes: Uint8Array }
/** 読み取った文書 — its record with the checks of its arithmetic, its text place by place, and the file itself. */
export type ReadReform = { document: DocumentRecord; lines: { at: string; text: string }[]; bytes: Uint8Array }
export type NotAReform = { kind: 'no-plan'; characters: number; layouts: string[] }

/** 文書を読み、検算する — opens no database. Refused: what cannot be read, and what holds nothing of a reform plan. */
export async function readReform(file: UploadedFile): Promise<Result<ReadReform, Unreadable | NotAReform | NotInterchange>> {
  const read = await readDocument(file)
  if (!read.ok) return read.problem.kind === 'not-supported' && read.problem.type === 'json' ? readJson(file) : read
  const record = understand(read.value)
  const lines = linesOf(read.value.pages)
  if (!saysSomethingOfReform(record) || !(lines.some(({ text }) => REFORM.test(text)) || saysWhatChanges(record)))
    return no({ kind: 'no-plan', characters: record.accounting.characters, layouts: record.document.layouts })
  const document = { ...record, checks: [...checkRecord(record, record.at), ...record.checks] }
  return ok({ document, lines, bytes: file.bytes })
}

/** 交換形式 — no pages to understand: the JSON says itself which value is what. */
function readJson(file: UploadedFile): Result<ReadReform, Unreadable | NotAReform | NotInterchange> {
  const text = decodeText(file.bytes)
  if (!text.ok) return text
  const read = readInterchange(text.value, file)
  if (!read.ok) return read
  const { document } = read.value
  if (!saysSomethingOfReform(document)) return no({ kind: 'no-plan', characters: document.accounting.characters, layouts: [] })
  return ok({ ...read.value, bytes: file.bytes })
}

/** 行財政改革の言葉 — a document that uses none of them (minutes with numbered items, a recipe) is none of ours. */
const REFORM =
  /改革|行革|行財政|大綱|取組|取り組み|取組み|実施計画|行動計画|アクションプラン|推進計画|推進プラン|見直し(?:区分|結果)|事務事業|(?:行政|外部|事業)評価|業務改善|財政効果|行政経営|効果額|削減額|組織(?:改正|機構|再編|の見直し)|機構改革|健全化|定員(?:管理|適正化)|適正化計画|財政(?:見通し|計画|運営)|経営(?:計画|戦略)|指標|KPI/

/** Something of a plan was found: its title, its tree, what it tracks, amounts, figures, decisions or reorganisations; loose prose is none. */
const saysSomethingOfReform = (r: DocumentRecord): boolean =>
  [r.plans, r.nodes, r.initiatives, r.indicators, r.lineage, r.effects, r.reviews, r.organizationChanges].some((list) => list.length > 0) ||
  (r.series.length > 0 && r.document.layouts.includes('figures-by-year'))

/** «改称 | 市民課 | 市民窓口課» under no title: units and the kind of change say themselves what the table is. */
const saysWhatChanges = ({ organizationChanges }: DocumentRecord): boolean =>
  organizationChanges.flatMap(({ changes }) => changes).filter(({ guessed }) => !guessed).length >= 2

/** The text of a document, one entry a place: what the pages show beside the values that were read from it. */
function linesOf(pages: readonly Page[]): { at: string; text: string }[] {
  const lines = new Map<string, string>()
  for (const page of pages)
    for (const row of page.rows)
      for (const cell of row.cells) {
        const before = lines.get(cell.at)
        if (cell.text !== '' || before === undefined) lines.set(cell.at, before ? `${before}\t${cell.text}` : cell.text)
      }
  return [...lines].filter(([, text]) => text !== '').map(([at, text]) => ({ at, text }))
}
