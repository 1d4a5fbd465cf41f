import type { Act } from '../../../reform/act.ts'
import type { TakeBackId } from '../../../reform/take-back.ts'
import type { Store } from '../../../store/database.ts'
import { readTakeBack } from '../../../workflows/read-take-back.ts'

/** 読み取り中の回収 — those that this process is reading; what another one left half-read is gone on with by a button. */
const readings = new WeakMap<Store, Map<TakeBackId, Promise<void>>>()

export const isReading = (store: Store, id: TakeBackId): boolean => readings.get(store)?.has(id) ?? false
/** Settles when the reading has ended; for tests, which do not wait by the clock. */
export const readingEnds = (store: Store, id: TakeBackId): Promise<void> => readings.get(store)?.get(id) ?? Promise.resolve()

/** Reads on while the browser gets its answer. A second call for the same batch does nothing. */
export function beginReading(store: Store, id: TakeBackId, act: Act, broken: (error: unknown) => void): void {
  const own = readings.get(store) ?? new Map<TakeBackId, Promise<void>>()
  readings.set(store, own)
  if (own.has(id)) return
  own.set(
    id,
    readTakeBack(store, id, act, broken)
      .catch(broken)
      .finally(() => own.delete(id)),
  )
}
