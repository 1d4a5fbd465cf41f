import { createHash, randomUUID } from 'node:crypto'
import { detect } from '../intake/read/detect.ts'
import { LARGEST_FILE } from '../intake/read/limits.ts'
import { LARGEST_TOGETHER, unpack } from '../intake/read/unpack.ts'
import { MOST_ENTRIES } from '../intake/read/zip-directory.ts'
import type { Act } from '../reform/act.ts'
import { may } from '../reform/rights.ts'
import type { RoundId } from '../reform/round.ts'
import type { FileFault, TakeBackId } from '../reform/take-back.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import type { Store } from '../store/database.ts'
import { roundById } from '../store/round.ts'
import { addTakeBack, type NewFile } from '../store/take-back.ts'
import { oneLine } from '../vocabulary/one-line.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

/** A file as it comes from a form; its bytes are asked for one file after the other. */
export type HandedIn = { name: string; size: number; bytes: () => Promise<Uint8Array> }
export type CannotTakeBack =
  | { kind: 'no-such-round' }
  | { kind: 'not-allowed' }
  | { kind: 'no-file' }
  | { kind: 'too-many-files'; limit: number }
  | { kind: 'too-large-together'; limit: number }

export const TAKE_BACK_LIMITS = { file: LARGEST_FILE, together: LARGEST_TOGETHER, files: MOST_ENTRIES }

/**
 * 回収を始める — keeps the files, those of a zip one by one, under the limits of S-20 and S-21; reads none of them. What is plainly
 * no form says so already.
 */
export async function startTakeBack(
  store: Store,
  { round, files }: { round: RoundId; files: readonly HandedIn[] },
  act: Act,
): Promise<Result<TakeBackId, CannotTakeBack>> {
  const opened = await openAll(files)
  if (!opened.ok) return opened
  return store.writing(act, async (tx): Promise<Result<TakeBackId, CannotTakeBack>> => {
    if (!may(await standingOf(tx), 'form.take')) return no({ kind: 'not-allowed' })
    if (!(await roundById(tx, round))) return no({ kind: 'no-such-round' })
    const id = randomUUID() as TakeBackId
    await addTakeBack(tx, { id, round }, opened.value)
    return ok(id)
  })
}

type Opened = { name: string; bytes: Uint8Array; fault: FileFault | null }

async function openAll(files: readonly HandedIn[]): Promise<Result<NewFile[], CannotTakeBack>> {
  if (files.length === 0) return no({ kind: 'no-file' })
  const opened: Opened[] = []
  let left = TAKE_BACK_LIMITS.together
  for (const file of files) {
    for (const one of await open(file, left)) {
      left -= one.bytes.length
      opened.push(one)
    }
    if (left < 0) return no({ kind: 'too-large-together', limit: TAKE_BACK_LIMITS.together })
    if (opened.length > TAKE_BACK_LIMITS.files) return no({ kind: 'too-many-files', limit: TAKE_BACK_LIMITS.files })
  }
  return ok(
    opened.map(({ name, bytes, fault }, at) => ({
      nth: at + 1,
      name: oneLine(name).slice(0, 300),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      bytes,
      read: fault && { forms: [], fault },
    })),
  )
}

const NOTHING = new Uint8Array()
const faulty = (name: string, fault: FileFault): Opened => ({ name, bytes: NOTHING, fault })
const unreadable = (name: string, problem: Unreadable): Opened => faulty(name, { kind: 'unreadable', problem })

async function open({ name, size, bytes }: HandedIn, left: number): Promise<Opened[]> {
  if (isBeside(name)) return [faulty(name, { kind: 'beside' })]
  if (size > LARGEST_FILE) return [unreadable(name, { kind: 'too-large', bytes: size, limit: LARGEST_FILE })]
  const content = await bytes()
  if (!isArchive(content)) return [{ name, bytes: content, fault: null }]
  const unpacked = await unpack(content, Math.max(1, left))
  if (!unpacked.ok) return [unreadable(name, unpacked.problem)]
  if (unpacked.value.length === 0) return [faulty(name, { kind: 'empty-archive' })]
  return unpacked.value.map(({ name: inside, content }) => {
    const path = `${name}／${inside}`
    if (isBeside(inside)) return faulty(path, { kind: 'beside' })
    if (!content.ok) return unreadable(path, content.problem)
    return isArchive(content.value) ? faulty(path, { kind: 'archive-in-archive' }) : { name: path, bytes: content.value, fault: null }
  })
}

/** A zip that is no document of any office program. */
function isArchive(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  const detected = detect(bytes)
  return !detected.ok && detected.problem.kind === 'not-supported' && detected.problem.type === 'zip'
}

/** What Excel and operating systems leave in a folder: lock files, pictures of folders, resource forks. */
const isBeside = (name: string): boolean =>
  /(?:^|[/\\])(?:~\$[^/\\]*|\.[^/\\]*|thumbs\.db|desktop\.ini)$/i.test(name) || /(?:^|[/\\])__MACOSX[/\\]/.test(name)
