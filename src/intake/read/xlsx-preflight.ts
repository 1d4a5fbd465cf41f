import { inflateRawSync } from 'node:zlib'
import type { ArchiveFault, Unreadable } from '../../reform/unreadable.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** Counted while inflating: what a header says of a size is a claim of the sender. */
const LARGEST_PART = 100_000_000
const LARGEST_PACKAGE = 200_000_000
const RATIO_FREE = 100_000
const SMALLEST_RATIO = 0.01
/** A sheet beyond this would need more memory than a reader is given; it is refused before it is parsed. */
const LARGEST_KEPT = 40_000_000
const MOST_MERGES = 50_000

/** Pictures, macros, links to other files, pivot caches and charts say nothing that is read; they are not even kept. (A form has its ids in docProps/custom.xml.) */
const NOT_WANTED =
  /^(docProps\/(?!custom\.xml$)|customXml|xl\/(media|externalLinks|pivotCache|pivotTables|charts|chartsheets|theme|printerSettings|embeddings|activeX|ctrlProps|slicers|slicerCaches|timelines|timelineCaches|persons|threadedComments|queryTables|calcChain|comments|connections))|\.(?!xml$|rels$)[^.]*$/i

/** 事前検査 — opens a workbook's zip under limits; gives the inflated parts that a reader needs. */
export function openPackage(bytes: Uint8Array): Result<Map<string, Uint8Array>, Unreadable> {
  const directory = readZipDirectory(bytes)
  if (!directory.ok) return directory
  const fault = faultOf(directory.value)
  if (fault) return no({ kind: 'unsafe-archive', fault })
  if (directory.value.some((e) => e.encrypted)) return no({ kind: 'encrypted' })

  const parts = new Map<string, Uint8Array>()
  let total = 0
  for (const entry of directory.value) {
    const part = inflate(bytes, entry, LARGEST_PACKAGE - total)
    if (!part.ok) return part
    total += part.value.length
    const problem = /\.(xml|rels|vml)$/i.test(entry.name) ? problemOfXml(part.value) : null
    if (problem) return no(problem)
    if (NOT_WANTED.test(entry.name)) continue
    if (part.value.length > LARGEST_KEPT) return no({ kind: 'too-many-cells' })
    parts.set(entry.name, part.value)
  }
  return ok(parts)
}

/** 書庫の不審な点 — names that lead out of it, links, doubles, overlaps. */
export function faultOf(entries: readonly ZipEntry[]): ArchiveFault | null {
  const names = new Set(entries.map((e) => e.name.toLowerCase().replaceAll('\\', '/')))
  if (names.size < entries.length) return 'duplicate'
  if (entries.some((e) => /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\0/.test(e.name))) return 'path'
  if (entries.some((e) => e.isLink)) return 'link'
  const inOrder = entries.toSorted((a, b) => a.start - b.start)
  const overlaps = inOrder.some((e, i) => i > 0 && (inOrder[i - 1] as ZipEntry).start + (inOrder[i - 1] as ZipEntry).compressed > e.start)
  return overlaps ? 'overlap' : null
}

function inflate(bytes: Uint8Array, entry: ZipEntry, left: number): Result<Uint8Array, Unreadable> {
  const packed = bytes.subarray(entry.start, entry.start + entry.compressed)
  if (entry.method === 0) return packed.length > Math.min(LARGEST_PART, left) ? no({ kind: 'zip-bomb' }) : ok(packed)
  if (entry.method !== 8) return no({ kind: 'not-supported', type: 'zip' })
  const byRatio = Math.max(RATIO_FREE, Math.floor(packed.length / SMALLEST_RATIO))
  try {
    return ok(inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(LARGEST_PART, left, byRatio)) }))
  } catch (error) {
    return no({ kind: (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'zip-bomb' : 'truncated' })
  }
}

function problemOfXml(part: Uint8Array): Unreadable | null {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  // A part in UTF-16 would hide its DOCTYPE from the search below; Excel writes UTF-8 only.
  const isUtf16 = (xml[0] === 0xff && xml[1] === 0xfe) || (xml[0] === 0xfe && xml[1] === 0xff) || xml[0] === 0 || xml[1] === 0
  if (isUtf16 || xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) return { kind: 'doctype' }
  return countOf(xml, '<mergeCell ') > MOST_MERGES ? { kind: 'unsafe-archive', fault: 'too-many-merges' } : null
}

function countOf(xml: Buffer, what: string): number {
  let count = 0
  for (let at = xml.indexOf(what); at >= 0; at = xml.indexOf(what, at + what.length)) count += 1
  return count
}
