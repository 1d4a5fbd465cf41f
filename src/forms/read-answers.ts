import { delimiterOf, readCsv } from '../intake/read/csv.ts'
import { detect } from '../intake/read/detect.ts'
import type { FilledCell } from '../intake/read/filled-sheet.ts'
import { LARGEST_FILE } from '../intake/read/limits.ts'
import type { Page } from '../intake/read/page.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { ReadForm } from './form.ts'
import { isLabel, labels } from './labels.ts'
import { ListColumns, readRow } from './read-list.ts'
import { SheetCells } from './sheet-cells.ts'
import { COLUMN } from './take.ts'

/** 回答の表ではない — no row of heads that names initiatives and something to report; `heads` are those of the first row. */
export type NoAnswers = { kind: 'no-answers'; heads: string[] }

/** What web forms add of themselves. */
const NOT_ASKED =
  /タイムスタンプ|日時|時刻|メール|アドレス|氏名|記入者|回答者|担当者|電話|内線|連絡先|^(?:id|no|番号|回答番号|ユーザー名|名前)\.?$/i

/**
 * ウェブフォームの回答を読む — a CSV with one row an initiative, UTF-8 or Shift_JIS: the heads say what each column holds, in any
 * order; indicators are columns called as they are. Whose a row is say its form number, else number, title and section.
 */
export async function readAnswers({
  name,
  bytes,
}: {
  name: string
  bytes: Uint8Array
}): Promise<Result<ReadForm[], Unreadable | NoAnswers>> {
  if (bytes.length > LARGEST_FILE) return no({ kind: 'too-large', bytes: bytes.length, limit: LARGEST_FILE })
  const detected = detect(bytes)
  if (!detected.ok) return detected
  if (detected.value.is !== 'text') return no({ kind: 'not-supported', type: detected.value.is })
  const { text } = detected.value
  const pages = readCsv(text, delimiterOf(text, name) ?? ',')
  if (!pages.ok) return pages
  const page = pages.value[0]
  const header = page ? headerOf(page) : null
  if (!page || header === null)
    return no({ kind: 'no-answers', heads: page?.rows[0]?.cells.map((cell) => cell.text).filter(Boolean) ?? [] })
  return ok(formsOf(page, header, name))
}

function formsOf(page: Page, header: number, name: string): ReadForm[] {
  const heads = page.rows[header]?.cells.map((cell) => cell.text) ?? []
  const filled = page.rows.flatMap((row, index) =>
    row.cells.map((cell): FilledCell => [index, cell.column, index === header ? asked(cell.text) : cell.raw]),
  )
  const place = (row: number, column: number): string => `行${page.rows[row]?.at.replace(/\D/g, '')} 列「${heads[column] ?? column + 1}」`
  const cells = new SheetCells(name, filled, place)
  const columns = new ListColumns(cells, header)
  const more = cells.inRow(header).filter(({ text }) => isNamed(text))
  return cells.rows
    .filter((row) => row > header && cells.inRow(row).some(({ text }) => text.trim() !== ''))
    .flatMap(
      (row) =>
        readRow(cells, columns, row, 'answers', (taking) => {
          for (const { column, text } of more) taking.actual(`${COLUMN}${text}`, row, column, null)
        }) ?? [],
    )
}

/** 「3．取組状況を記入してください（必須）」 asks for 取組状況. */
const asked = (head: string): string =>
  head
    .replace(/\s*[（(](?:必須|任意|自由記述|選択|\d+字以内)[）)]\s*/g, '')
    .replace(/^\s*(?:[QＱ]|問|設問)?[0-9０-９]+[.．、:：)）\s]+/i, '')
    .replace(/(?:を|について)?(?:ご)?(?:記入|入力|選択|回答)(?:して)?(?:ください|下さい)[。.]?$/, '')
    .replace(/[*＊※]+$/, '')
    .trim()

/** «実績値» alone means the one indicator of an initiative that has one. */
const isKnown = (head: string): boolean =>
  Object.keys(labels).some((label) => label !== 'actual' && label !== 'effect' && isLabel(head, label as keyof typeof labels))
const isNamed = (head: string): boolean =>
  head.trim() !== '' &&
  !isKnown(head) &&
  !NOT_ASKED.test(head) &&
  !/^(?:指標名|実績値|区分|効果額の内訳|実績額)\d{1,2}$/.test(head.normalize('NFKC'))

function headerOf(page: Page): number | null {
  const found = page.rows.findIndex(({ cells }) => {
    const has = (label: keyof typeof labels): boolean => cells.some(({ text }) => isLabel(asked(text), label))
    return (has('formNumber') || has('title')) && cells.filter(({ text }) => text !== '').length > 1
  })
  return found < 0 ? null : found
}
