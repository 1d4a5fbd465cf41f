import type { FilledCell, FilledSheet } from './filled-sheet.ts'
import { shownNumber } from './number-format.ts'

/** Formats whose numbers are shown without a calendar; what else is built in is left to the full reader. */
const BUILT_IN: Record<string, string> = { 0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 49: '@' }
type Parts = ReadonlyMap<string, Uint8Array>
/** What only the full reader knows: prefixes, comments, dates, cells without an address. */
class NotPlain extends Error {}

/**
 * 普通のブックの升目 — the cells of a workbook as office programs write them, read in one pass over the text of each part; null where
 * anything in it is out of the ordinary. A form that comes back is read so in a third of the time.
 */
export function plainCells(parts: Parts): FilledSheet[] | null {
  try {
    const workbook = textOf(parts, 'xl/workbook.xml')
    const paths = relationsOf(textOf(parts, 'xl/_rels/workbook.xml.rels'))
    const shared = [...paths.values()].find((path) => /sharedStrings\.xml$/i.test(path) && parts.has(path))
    const texts = shared === undefined ? [] : elements(textOf(parts, shared), 'si').map(({ inner }) => stringOf(inner))
    const styles = [...paths.values()].find((path) => /styles\.xml$/i.test(path) && parts.has(path))
    const formats = styles === undefined ? [] : formatsOf(textOf(parts, styles))
    return elements(workbook, 'sheet').map(({ attributes }) => {
      const path = paths.get(attribute(attributes, 'r:id') ?? '')
      const name = attribute(attributes, 'name')
      if (path === undefined || name === null) throw new NotPlain()
      return {
        name,
        hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
        cells: cellsOf(textOf(parts, path), texts, formats),
      }
    })
  } catch (error) {
    if (error instanceof NotPlain) return null
    throw error
  }
}

function textOf(parts: Parts, name: string): string {
  const part = parts.get(name)
  const xml = part && Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8')
  if (
    xml === undefined ||
    xml.includes('<!') ||
    /<[\w.-]+:(?:worksheet|workbook|sst|styleSheet|Relationships)[\s>]/.test(xml.slice(0, 2_000))
  )
    throw new NotPlain()
  return xml
}

/** Elements of a name that do not stand in one another, found by walking and not by matching: no text makes it slow. */
function elements(xml: string, name: string): { attributes: string; inner: string }[] {
  const found: { attributes: string; inner: string }[] = []
  const [open, close] = [`<${name}`, `</${name}>`]
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    const next = xml.charCodeAt(at + open.length)
    const end = xml.indexOf('>', at)
    if (end < 0) break
    // «<sheet» also begins «<sheetData»
    if (next > 47 && next !== 62) {
      at = end
      continue
    }
    const isEmpty = xml.charCodeAt(end - 1) === 47
    const attributes = xml.slice(at + open.length, isEmpty ? end - 1 : end)
    const until = isEmpty ? end : xml.indexOf(close, end)
    if (until < 0) throw new NotPlain()
    found.push({ attributes, inner: isEmpty ? '' : xml.slice(end + 1, until) })
    at = isEmpty ? end : until + close.length
  }
  return found
}

function attribute(attributes: string, name: string): string | null {
  const from = attributes.indexOf(` ${name}="`)
  if (from < 0) return attributes.includes("'") || attributes.includes(`\n${name}=`) ? unusual() : null
  const start = from + name.length + 3
  return plain(attributes.slice(start, attributes.indexOf('"', start)))
}
function unusual(): never {
  throw new NotPlain()
}

function relationsOf(xml: string): Map<string, string> {
  const targets = elements(xml, 'Relationship').map(({ attributes }): [string, string] => {
    const target = attribute(attributes, 'Target') ?? ''
    return [attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`]
  })
  return new Map(targets)
}

/** The format of each style by its number; null for one that may show a date. */
function formatsOf(xml: string): (string | null)[] {
  const own = new Map(
    elements(xml, 'numFmt').map(({ attributes }) => [attribute(attributes, 'numFmtId') ?? '', attribute(attributes, 'formatCode') ?? '']),
  )
  const xfs = elements(xml, 'cellXfs')[0]?.inner ?? ''
  return [...xfs.matchAll(/<xf\s[^>]*>/g)].map(([tag]) => {
    const id = attribute(tag.slice(3), 'numFmtId') ?? '0'
    const code = own.get(id) ?? BUILT_IN[id]
    return code === undefined || (code !== 'General' && /[ymdhsgea]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))) ? null : code
  })
}

function cellsOf(xml: string, texts: readonly string[], formats: readonly (string | null)[]): FilledCell[] {
  const from = xml.indexOf('<sheetData')
  const to = xml.indexOf('</sheetData>', from)
  if (from < 0) throw new NotPlain()
  if (to < 0) return []
  const cells: FilledCell[] = []
  for (const { attributes, inner } of elements(xml.slice(xml.indexOf('>', from) + 1, to), 'c')) {
    if (inner === '') continue
    const [row, column] = addressOf(attribute(attributes, 'r') ?? '')
    const hasFormula = inner.includes('<f')
    const text = shown(attributes, inner, texts, formats)
    if (hasFormula) cells.push([row, column, text, `=${plain(between(inner, 'f') ?? '')}`])
    else if (text !== '') cells.push([row, column, text])
  }
  return cells
}

function addressOf(text: string): [number, number] {
  let [column, row, at] = [0, 0, 0]
  for (let code = text.charCodeAt(0); code >= 65 && code <= 90; code = text.charCodeAt(++at)) column = column * 26 + code - 64
  for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(++at)) row = row * 10 + code - 48
  if (column === 0 || row === 0 || at !== text.length || column > 16_384 || row > 1_048_576) throw new NotPlain()
  return [row - 1, column - 1]
}

/** As hucre and `shownText` have it: what a reader of the sheet sees. */
function shown(attributes: string, inner: string, texts: readonly string[], formats: readonly (string | null)[]): string {
  const type = attribute(attributes, 't') ?? 'n'
  if (type === 'inlineStr') return stringOf(inner)
  const value = between(inner, 'v')
  if (value === null) return ''
  if (type === 's') return texts[Number(value)] ?? unusual()
  if (type === 'str' || type === 'e') return controlled(plain(value))
  if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
  const number = Number(value)
  const format = formats.length === 0 ? 'General' : formats[Number(attribute(attributes, 's') ?? 0)]
  if (type !== 'n' || value === '' || !Number.isFinite(number) || format === null || format === undefined) throw new NotPlain()
  return shownNumber(number, format)
}

/** The text of the first element of a name; null where there is none. */
function between(xml: string, name: string): string | null {
  const found = elements(xml, name)[0]
  return found ? found.inner : null
}

/** Runs of a text put together; ふりがな stands beside it and is none. */
function stringOf(xml: string): string {
  const bare = xml.includes('<rPh') ? xml.replace(/<rPh[ >](?:(?!<\/?rPh)[\s\S])*<\/rPh>/g, '') : xml
  const runs = elements(bare, 't')
  return controlled(runs.length === 1 ? plain((runs[0] as (typeof runs)[number]).inner) : runs.map(({ inner }) => plain(inner)).join(''))
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
function plain(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!lines.includes('&')) return lines
  return lines.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (_, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? unusual()
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : unusual()
  })
}
/** Workbooks write control characters as «_x000D_». */
const controlled = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) : text
