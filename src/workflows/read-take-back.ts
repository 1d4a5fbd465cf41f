import { formNumberInName, serialOf } from '../forms/form-number.ts'
import { hiddenIdsOf } from '../forms/hidden-property.ts'
import { readOwnForm } from '../forms/own-form.ts'
import { readAnswers } from '../forms/read-answers.ts'
import { readForms } from '../forms/read-forms.ts'
import { detect } from '../intake/read/detect.ts'
import type { Act } from '../reform/act.ts'
import type { AnotherForm } from '../reform/own-form.ts'
import type { ReturnedForm } from '../reform/returned-form.ts'
import type { RoundItemId } from '../reform/round.ts'
import type { FileFault, TakeBackId, TakenFile } from '../reform/take-back.ts'
import type { Unreadable } from '../reform/unreadable.ts'
import type { Store } from '../store/database.ts'
import { issuedForms, ownFormMaps } from '../store/form.ts'
import { markPending, saveRead, unreadFiles } from '../store/take-back.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'

type Read = NonNullable<TakenFile['read']>
type File = { name: string; bytes: Uint8Array }
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
    for (const file of files) reads.push([file.nth, await readFile(store, act, file, broken)])
    await store.writing(act, async (tx) => {
      for (const [nth, read] of reads) await saveRead(tx, id, nth, read)
      if (files.length < AT_ONCE) await markPending(tx, id)
    })
    if (files.length < AT_ONCE) return
  }
}

async function readFile(store: Store, act: Act, file: File, broken: (error: unknown) => void): Promise<Read> {
  try {
    const forms = await formsIn(store, act, file)
    if (!forms.ok) return { forms: [], fault: forms.problem }
    return { forms: forms.value, fault: forms.value.length === 0 ? { kind: 'no-form' } : null }
  } catch (error) {
    // A mistake of ours with one file keeps neither the other ninety-nine nor this one from being told.
    broken(error)
    return { forms: [], fault: { kind: 'broken' } }
  }
}

const unreadable = (problem: Unreadable): Result<never, FileFault> => no({ kind: 'unreadable', problem })

async function formsIn(store: Store, act: Act, file: File): Promise<Result<ReturnedForm[], FileFault>> {
  const detected = detect(file.bytes)
  if (!detected.ok) return unreadable(detected.problem)
  if (detected.value.is === 'text') {
    const answers = await readAnswers(file)
    if (answers.ok) return answers
    return answers.problem.kind === 'no-answers' ? no(answers.problem) : unreadable(answers.problem)
  }
  const read = await readForms(file.bytes)
  if (!read.ok) return unreadable(read.problem)
  return read.value.length > 0 ? read : ownFormIn(store, act, file)
}

/**
 * 市の様式 — a workbook without our forms that carries the ids of an item for which the city's own form was given out, or that is
 * still called by its number. Whether it is that form say its cells.
 */
async function ownFormIn(store: Store, act: Act, { name, bytes }: File): Promise<Result<ReturnedForm[], FileFault>> {
  const ids = hiddenIdsOf(bytes)
  const number = ids ? null : formNumberInName(name)
  const maps = await store.reading(act.municipality, async (db) => {
    const [issued] = number ? await issuedForms(db, { serials: [serialOf(number)] }) : []
    const item = ids ? (ids.item as RoundItemId) : issued?.item
    return item ? ownFormMaps(db, item) : []
  })
  let another: AnotherForm | null = null
  for (const map of maps) {
    const own = await readOwnForm(bytes, map)
    if (own.ok) return ok([{ ...own.value, number: own.value.number ?? number }])
    if (own.problem.kind !== 'another-form') return unreadable(own.problem)
    if (another === null || own.problem.share > another.share) another = own.problem
  }
  return another ? no(another) : ok([])
}
