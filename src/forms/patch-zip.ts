import { crc32, deflateRawSync } from 'node:zlib'

const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
const END = 0x06054b50
const ENCODED_UTF8 = 0x0800

type Entry = { name: string; record: Uint8Array; local: number }

/**
 * ZIP の一部だけを差し替える — every other entry is copied as it stands, headers and compressed bytes; new ones come at the end.
 * The archive has passed the preflight: no zip64, no overlaps, no second entry of a name.
 */
export function patchZip(bytes: Uint8Array, parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const { entries, directory, comment } = entriesOf(bytes)
  const inOrder = entries.toSorted((a, b) => a.local - b.local)
  const pieces: Uint8Array[] = []
  const records = new Map<Entry, Uint8Array>()
  let at = 0
  inOrder.forEach((entry, nth) => {
    const part = parts.get(entry.name)
    const until = inOrder[nth + 1]?.local ?? directory
    const packed = part ? packedEntry(entry.name, part, entry.record) : { local: bytes.subarray(entry.local, until), record: entry.record }
    records.set(entry, withOffset(packed.record, at))
    pieces.push(packed.local)
    at += packed.local.length
  })
  const added: Uint8Array[] = []
  for (const [name, part] of parts) {
    if (entries.some((entry) => entry.name === name)) continue
    const packed = packedEntry(name, part, null)
    added.push(withOffset(packed.record, at))
    pieces.push(packed.local)
    at += packed.local.length
  }
  const list = [...entries.map((entry) => records.get(entry) as Uint8Array), ...added]
  const size = list.reduce((sum, { length }) => sum + length, 0)
  return joined([...pieces, ...list, endRecord(list.length, size, at, comment)])
}

function entriesOf(bytes: Uint8Array): { entries: Entry[]; directory: number; comment: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1
  const directory = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let at = directory, left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const nameLength = view.getUint16(at + 28, true)
    const length = 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({ name, record: bytes.subarray(at, at + length), local: view.getUint32(at + 42, true) })
    at += length
  }
  return { entries, directory, comment: bytes.subarray(end + 22) }
}

/** A changed entry keeps the time and the attributes of the one it stands for. */
function packedEntry(name: string, part: Uint8Array, before: Uint8Array | null): { local: Uint8Array; record: Uint8Array } {
  const packed = deflateRawSync(part)
  const named = new TextEncoder().encode(name)
  const record = new Uint8Array(46 + named.length)
  const view = new DataView(record.buffer)
  if (before) record.set(before.subarray(0, 46))
  view.setUint32(0, DIRECTORY, true)
  view.setUint16(4, 20, true)
  view.setUint16(6, 20, true)
  view.setUint16(8, ENCODED_UTF8, true)
  view.setUint16(10, 8, true)
  if (!before) view.setUint16(14, 0x21, true) // 1980-01-01: the same parts always give the same bytes
  view.setUint32(16, crc32(part), true)
  view.setUint32(20, packed.length, true)
  view.setUint32(24, part.length, true)
  view.setUint16(28, named.length, true)
  view.setUint16(30, 0, true)
  view.setUint16(32, 0, true)
  record.set(named, 46)

  const header = new Uint8Array(30 + named.length)
  new DataView(header.buffer).setUint32(0, LOCAL, true)
  header.set(record.subarray(6, 30), 4) // version, flags, method, time, sizes, length of the name
  header.set(named, 30)
  return { local: joined([header, packed]), record }
}

function withOffset(record: Uint8Array, at: number): Uint8Array {
  const moved = record.slice()
  new DataView(moved.buffer).setUint32(42, at, true)
  return moved
}

function endRecord(count: number, size: number, at: number, comment: Uint8Array): Uint8Array {
  const record = new Uint8Array(22 + comment.length)
  const view = new DataView(record.buffer)
  view.setUint32(0, END, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, at, true)
  view.setUint16(20, comment.length, true)
  record.set(comment, 22)
  return record
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
