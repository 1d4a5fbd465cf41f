import { createHash } from 'node:crypto'
import type { DocumentKind } from '../../reform/record.ts'
import type { Unreadable } from '../../reform/unreadable.ts'
import { countCharacters } from '../../vocabulary/folding.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'
import { delimiterOf, isNamedCsv, readCsv } from './csv.ts'
import { detect } from './detect.ts'
import { tooBig } from './extent.ts'
import { LARGEST_FILE, MOST_CHARACTERS, MOST_ROWS, WIDEST_TABLE } from './limits.ts'
import { isBlank, type Page, type ReadDocument } from './page.ts'
import { readText } from './text.ts'
import { readWorkbook } from './xlsx.ts'

type Read = { kind: DocumentKind; pages: Page[]; characters: number }

/** 文書の読み取り — a file becomes pages of cells that know where they stood. Its content decides what it is, not its name. */
export async function readDocument(file: { name: string; bytes: Uint8Array }): Promise<Result<ReadDocument, Unreadable>> {
  const { name, bytes } = file
  if (bytes.length > LARGEST_FILE) return no({ kind: 'too-large', bytes: bytes.length, limit: LARGEST_FILE })
  const read = await readPages(name, bytes)
  if (!read.ok) return read
  if (read.value.characters === 0) return no({ kind: 'empty' })
  const long = tooLong(read.value)
  if (long) return no(long)
  const columns = widestRow(read.value.pages)
  if (columns > WIDEST_TABLE) return no({ kind: 'too-wide', columns, limit: WIDEST_TABLE })
  return ok({ name, sha256: createHash('sha256').update(bytes).digest('hex'), ...read.value })
}

async function readPages(name: string, bytes: Uint8Array): Promise<Result<Read, Unreadable>> {
  const detected = detect(bytes)
  if (!detected.ok) return detected
  if (detected.value.is === 'workbook') return counted('xlsx', await readWorkbook(bytes))
  const { text, is } = detected.value
  if (is === 'json') return no({ kind: 'not-supported', type: 'json' }) // data, not pages: the interchange form has a reader of its own
  const delimiter = delimiterOf(text, name)
  if (delimiter) {
    const problem = tooBig(text, delimiter, 'possible')
    const read = problem ? no(problem) : readCsv(text, delimiter)
    // a quote that never ends is a cut-off CSV only where somebody called it a CSV; in a text it is a quote
    if (read.ok || read.problem.kind !== 'truncated' || isNamedCsv(name)) return counted('csv', read)
  }
  const problem = tooBig(text, '\t|', 'none')
  return problem ? no(problem) : ok({ kind: 'txt', pages: readText(text), characters: countLines(text) })
}

function counted(kind: DocumentKind, pages: Result<Page[], Unreadable>): Result<Read, Unreadable> {
  if (!pages.ok) return pages
  let characters = 0
  for (const page of pages.value) for (const row of page.rows) for (const cell of row.cells) characters += countCharacters(cell.raw)
  return ok({ kind, pages: pages.value, characters })
}

/** Line by line, because counting spreads a text into its characters. */
function countLines(text: string): number {
  let characters = 0
  for (const line of text.split('\n')) characters += countCharacters(line)
  return characters
}

function tooLong({ pages, characters }: Read): Unreadable | null {
  if (characters > MOST_CHARACTERS) return { kind: 'too-long', count: characters, limit: MOST_CHARACTERS, unit: '字' }
  let rows = 0
  for (const page of pages) for (const row of page.rows) if (!isBlank(row)) rows += 1
  return rows > MOST_ROWS ? { kind: 'too-long', count: rows, limit: MOST_ROWS, unit: '行' } : null
}

function widestRow(pages: readonly Page[]): number {
  let columns = 0
  for (const page of pages) for (const row of page.rows) columns = Math.max(columns, row.cells.length)
  return columns
}
