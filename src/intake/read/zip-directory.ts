import type { Unreadable } from '../../reform/unreadable.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'

/** One entry of a zip as its central directory declares it; sizes are declarations, not facts. */
export type ZipEntry = { name: string; method: number; encrypted: boolean; isLink: boolean; start: number; compressed: number }

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
const SENTINEL = 0xffffffff
/** 目録の上限 — more entries than any office program writes. */
export const MOST_ENTRIES = 1_000

/** Reads the directory at the end of a zip, and nothing of the contents. */
export function readZipDirectory(bytes: Uint8Array): Result<ZipEntry[], Unreadable> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return no({ kind: 'truncated' })
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === SENTINEL) return no({ kind: 'unsafe-archive', fault: 'zip64' })
  if (count > MOST_ENTRIES) return no({ kind: 'unsafe-archive', fault: 'too-many-entries' })

  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) return no({ kind: 'truncated' })
    const entry = entryAt(bytes, view, at)
    if (!entry.ok) return entry
    entries.push(entry.value)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return ok(entries)
}

function findEnd(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) if (view.getUint32(at, true) === END) return at
  return null
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Result<ZipEntry, Unreadable> {
  const compressed = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  if (compressed === SENTINEL || view.getUint32(at + 24, true) === SENTINEL || local === SENTINEL)
    return no({ kind: 'unsafe-archive', fault: 'zip64' })
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) return no({ kind: 'truncated' })
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + compressed > bytes.length) return no({ kind: 'truncated' })
  return ok({
    name: nameOf(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)), (view.getUint16(at + 8, true) & 0x800) !== 0),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    // the upper half of the external attributes is the Unix mode: 0o120000 is a symbolic link
    isLink: ((view.getUint32(at + 38, true) >>> 16) & 0o170000) === 0o120000,
    start,
    compressed,
  })
}

/** Windows writes the names of a zip in Shift_JIS and sets no flag; what is UTF-8 without the flag is hardly ever Shift_JIS as well. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('shift_jis').decode(bytes)
  }
}
