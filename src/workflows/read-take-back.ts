import { readForms } from '../forms/read-forms.ts'
import { detect } from '../intake/read/detect.ts'
import type { Act } from '../reform/act.ts'
import type { ReturnedForm } from '../reform/returned-form.ts'
import type { TakeBackId, TakenFile } from '../reform/take-back.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import type { Store } from '../store/database.ts'
import { markPending, saveRead, unreadFiles } from '../store/take-back.ts'
import { ok, type Result } from '../vocabulary/result.ts'

type Read = NonNullable<TakenFile['read']>
/** so many are read between two transactions; whoever looks sees them */
const AT_ONCE = 10

/**
 * 回収したファイルを読む — those that have not been read, some at a time, each in the worker of the readers (S-24); afterwards
 * the batch waits for a decision. Begun again after a restart, it goes on where it stopped.
 */
export async function readTakeBack(store: Store, id: TakeBackId, act: Act, broken: (error: unknown) => void): Promise<void> {
  for (;;) {
    const files = await store.reading(act.municipality, (db) => unreadFiles(db, id, AT_ONCE))
    const reads: [nth: number, read: Read][] = []
    for (const { nth, bytes } of files) reads.push([nth, await readFile(bytes, broken)])
    await store.writing(act, async (tx) => {
      for (const [nth, read] of reads) await saveRead(tx, id, nth, read)
      if (files.length < AT_ONCE) await markPending(tx, id)
    })
    if (files.length < AT_ONCE) return
  }
}

async function readFile(bytes: Uint8Array, broken: (error: unknown) => void): Promise<Read> {
  try {
    const forms = await formsIn(bytes)
    if (!forms.ok) return { forms: [], fault: { kind: 'unreadable', problem: forms.problem } }
    return { forms: forms.value, fault: forms.value.length === 0 ? { kind: 'no-form' } : null }
  } catch (error) {
    // A mistake of ours with one file keeps neither the other ninety-nine nor this one from being told.
    broken(error)
    return { forms: [], fault: { kind: 'broken' } }
  }
}

async function formsIn(bytes: Uint8Array): Promise<Result<ReturnedForm[], Unreadable>> {
  const detected = detect(bytes)
  if (!detected.ok) return detected
  return detected.value.is === 'workbook' ? readForms(bytes) : ok([])
}
