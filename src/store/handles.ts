import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Act } from '../reform/act.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import type { Schema } from './schema.ts'

// Raw SQL needs the executor and could say anything; the role of the transaction lets it only read.
type Reading<Tables> = Pick<Transaction<Tables>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'getExecutor'>

/** 参照 — select only, of one municipality; exists only inside `store.reading`. */
export type Reader = Reading<Schema> & { readonly municipality: MunicipalityCode }
/** 更新 — read and write, of one municipality; exists only inside `store.writing`. */
export type Tx = Transaction<Schema> & { readonly municipality: MunicipalityCode; readonly act: Act }
type Published = Pick<Schema, 'municipality' | 'edition' | 'edition_content'>
/** 団体を越えた参照 — published editions and the list of municipalities, and nothing else. */
export type AcrossReader = Reading<Published> & { readonly across: true }

/** A refusal inside `writing` undoes what was written before it, and is handed on. */
class Undone {
  readonly answer: unknown
  constructor(answer: unknown) {
    this.answer = answer
  }
}

const isRefusal = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false

// On one connection a second transaction inside the first would wait for itself for ever.
const inside = new AsyncLocalStorage<true>()
function alone<T>(work: () => Promise<T>): Promise<T> {
  if (inside.getStore()) throw new Error('store の取引の中で別の取引を始めることはできません')
  return inside.run(true, work)
}

type Said = { municipality: string; by?: string; at?: string; why?: string; role?: string; request?: string }
const enter = (role: string, act: Said, lock = sql``) => sql`select
  set_config('role', ${role}, true),
  set_config('kaikaku.municipality', ${act.municipality}, true),
  set_config('kaikaku.by', ${act.by ?? ''}, true),
  set_config('kaikaku.at', ${act.at ?? ''}, true),
  set_config('kaikaku.why', ${act.why ?? ''}, true),
  set_config('kaikaku.role', ${act.role ?? ''}, true),
  set_config('kaikaku.request', ${act.request ?? ''}, true) ${lock}`

export type Handles = ReturnType<typeof handlesOf>

/** The three ways in. Each opens a transaction and gives up the owner's rights in it before anything else runs. */
export function handlesOf(database: Kysely<Schema>) {
  const snapshot = () => database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return {
    reading: <T>(municipality: MunicipalityCode, work: (db: Reader) => Promise<T>): Promise<T> =>
      alone(() =>
        snapshot().execute(async (transaction) => {
          await enter('kaikaku_reader', { municipality }).execute(transaction)
          return work(Object.assign(transaction, { municipality }))
        }),
      ),

    across: <T>(work: (db: AcrossReader) => Promise<T>): Promise<T> =>
      alone(() =>
        snapshot().execute(async (transaction) => {
          await enter('kaikaku_public', { municipality: '' }).execute(transaction)
          return work(Object.assign(transaction as unknown as Transaction<Published>, { across: true as const }))
        }),
      ),

    writing: async <T>(act: Act, work: (tx: Tx) => Promise<T>): Promise<T> => {
      const { municipality, at, ...said } = act
      try {
        return await alone(() =>
          database.transaction().execute(async (transaction) => {
            // Acts of one municipality follow one another, on a server as on the embedded database.
            const lock = sql`, pg_advisory_xact_lock(5402, ${Number(municipality)}::integer)`
            await enter('kaikaku_writer', { municipality, at: at.toISOString(), ...said }, lock).execute(transaction)
            const answer = await work(Object.assign(transaction, { municipality, act }))
            if (isRefusal(answer)) throw new Undone(answer)
            return answer
          }),
        )
      } catch (problem) {
        if (problem instanceof Undone) return problem.answer as T
        throw problem
      }
    },
  }
}
