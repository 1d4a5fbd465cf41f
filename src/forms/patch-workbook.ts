import { detect } from '../intake/read/detect.ts'
import { LARGEST_FILE } from '../intake/read/limits.ts'
import { openPackage } from '../intake/read/xlsx-preflight.ts'
import type { CannotPatch } from '../reform/own-form.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { type CellEdit, hasFormula, withCells } from './cell-xml.ts'
import { patchZip } from './patch-zip.ts'
import { addressOf, attribute, type SheetXml, sheetXmlOf } from './sheet-xml.ts'

/** 書き込む値 — `at` is «様式2!F14»; null empties the cell. */
export type WorkbookEdit = { at: string; text: string | null; number?: boolean }
const LONGEST_CELL = 32_767

/**
 * 既存のブックに値だけを書き込む — the XML of the sheets concerned is patched in place: styles, merges, protection, drawings and
 * every other part of the file stay byte for byte. All or nothing.
 */
export async function patchWorkbook(bytes: Uint8Array, edits: readonly WorkbookEdit[]): Promise<Result<Uint8Array, CannotPatch>> {
  const sheets = openSheets(bytes)
  if (!sheets.ok) return sheets
  const changed = new Map<string, Uint8Array>()
  for (const [name, ofSheet] of Map.groupBy(edits, ({ at }) => at.slice(0, Math.max(0, at.lastIndexOf('!'))))) {
    const sheet = sheets.value.get(name)
    if (!sheet) return no({ kind: 'no-such-sheet', at: ofSheet[0]?.at ?? name })
    const patched = patchSheet(sheet.xml, ofSheet)
    if (!patched.ok) return patched
    changed.set(sheet.path, new TextEncoder().encode(patched.value))
  }
  return ok(patchZip(bytes, changed))
}

/** シートの XML — by the names of the sheets, from an archive that passed the preflight. */
export function openSheets(bytes: Uint8Array): Result<Map<string, { path: string; xml: string }>, Unreadable> {
  if (bytes.length > LARGEST_FILE) return no({ kind: 'too-large', bytes: bytes.length, limit: LARGEST_FILE })
  const detected = detect(bytes)
  if (!detected.ok) return detected
  if (detected.value.is !== 'workbook') return no({ kind: 'not-supported', type: detected.value.is })
  const parts = openPackage(bytes)
  if (!parts.ok) return parts
  const sheets = new Map<string, { path: string; xml: string }>()
  for (const [name, path] of sheetPaths(parts.value)) {
    const part = parts.value.get(path)
    if (!part) continue
    const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    // bytes that are no UTF-8 would not come back as they were
    if (!Buffer.from(xml.toString('utf8')).equals(xml)) return no({ kind: 'encoding' })
    sheets.set(name, { path, xml: xml.toString('utf8') })
  }
  return ok(sheets)
}

function patchSheet(xml: string, edits: readonly WorkbookEdit[]): Result<string, CannotPatch> {
  const sheet = sheetXmlOf(xml)
  if (!sheet) return no({ kind: 'truncated' })
  const cells: CellEdit[] = []
  for (const { at, text, number = false } of new Map(edits.map((edit) => [edit.at, edit])).values()) {
    const address = addressOf(at.slice(at.lastIndexOf('!') + 1))
    if (!address) return no({ kind: 'no-such-cell', at })
    if (text !== null && text.length > LONGEST_CELL) return no({ kind: 'too-long-for-cell', at, length: text.length })
    const problem = keptFrom(sheet, address)
    if (problem) return no({ kind: problem, at })
    cells.push({ row: address[0], column: address[1], text, number })
  }
  return ok(withCells(xml, sheet, cells))
}

/** What keeps a value from a cell: a formula, or a merged cell over it. */
export function keptFrom({ rows, merges }: SheetXml, [row, column]: [number, number]): 'formula-cell' | 'covered-cell' | null {
  const covers = ({ from, to }: SheetXml['merges'][number]): boolean =>
    from[0] <= row && row <= to[0] && from[1] <= column && column <= to[1] && (from[0] !== row || from[1] !== column)
  if (merges.some(covers)) return 'covered-cell'
  const cell = rows.find((one) => one.row === row)?.cells.find((one) => one.column === column)
  return cell && hasFormula(cell) ? 'formula-cell' : null
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    name ? (ENTITIES[name] ?? whole) : String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex ?? decimal, hex ? 16 : 10))),
  )

/** シート名 → the part it stands in, by way of the relationships: sheets are numbered in any order. */
function sheetPaths(parts: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const text = (name: string): string => new TextDecoder().decode(parts.get(name) ?? new Uint8Array())
  const main = [...parts.keys()].find((name) => /^xl\/workbook\d*\.xml$/i.test(name)) ?? 'xl/workbook.xml'
  const targets = new Map<string, string>()
  for (const [, attributes = ''] of text(main.replace(/([^/]+)$/, '_rels/$1.rels')).matchAll(/<(?:\w+:)?Relationship(\s[^>]*)>/g)) {
    const target = plain(attribute(attributes, 'Target') ?? '')
    targets.set(attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  const paths = new Map<string, string>()
  for (const [, attributes = ''] of text(main).matchAll(/<(?:\w+:)?sheet(\s(?:[^>"']|"[^"]*"|'[^']*')*)>/g)) {
    const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? ''
    const path = targets.get(id)
    if (path !== undefined) paths.set(plain(attribute(attributes, 'name') ?? ''), path)
  }
  return paths
}
