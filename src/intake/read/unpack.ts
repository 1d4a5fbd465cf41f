import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { Unreadable } from '../../reform/unreadable.ts'
import { no, ok, type Result } from '../../vocabulary/result.ts'
import { LARGEST_FILE } from './limits.ts'
import { faultOf } from './xlsx-preflight.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** Everything of a zip together, as of one upload (S-20, S-21). */
export const LARGEST_TOGETHER = 200_000_000
/** zlib works beside the event loop, so that other requests go on (S-24). */
const inflate = promisify(inflateRaw)

export type UnpackedFile = { name: string; content: Result<Uint8Array, Unreadable> }

/**
 * 書庫の展開 — the files of a zip, one level deep, their sizes counted while they are inflated. A file that cannot be taken out is
 * told with its name; a zip that no office program would write is refused as a whole. Names are shown and never used as paths (S-26).
 */
export async function unpack(bytes: Uint8Array, most = LARGEST_TOGETHER): Promise<Result<UnpackedFile[], Unreadable>> {
  const directory = readZipDirectory(bytes)
  if (!directory.ok) return directory
  const fault = faultOf(directory.value)
  if (fault) return no({ kind: 'unsafe-archive', fault })
  const files: UnpackedFile[] = []
  let left = most
  for (const entry of directory.value) {
    if (/[/\\]$/.test(entry.name)) continue
    const content = await contentOf(bytes, entry, left)
    if (!content.ok && content.problem.kind === 'zip-bomb') return content
    if (content.ok) left -= content.value.length
    files.push({ name: entry.name, content })
  }
  return ok(files)
}

async function contentOf(bytes: Uint8Array, entry: ZipEntry, left: number): Promise<Result<Uint8Array, Unreadable>> {
  if (entry.encrypted) return no({ kind: 'encrypted' })
  const packed = bytes.subarray(entry.start, entry.start + entry.compressed)
  if (entry.method === 0) return packed.length > left ? no({ kind: 'zip-bomb' }) : smallEnough(packed.slice())
  if (entry.method !== 8) return no({ kind: 'not-supported', type: 'zip' })
  try {
    return smallEnough(await inflate(packed, { maxOutputLength: Math.max(1, Math.min(left, LARGEST_FILE + 1)) }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return no({ kind: 'truncated' })
    return left <= LARGEST_FILE ? no({ kind: 'zip-bomb' }) : no({ kind: 'too-large', bytes: LARGEST_FILE + 1, limit: LARGEST_FILE })
  }
}

const smallEnough = (bytes: Uint8Array): Result<Uint8Array, Unreadable> =>
  bytes.length > LARGEST_FILE ? no({ kind: 'too-large', bytes: bytes.length, limit: LARGEST_FILE }) : ok(bytes)
