import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { openStore, type Store, StoreRefused } from '../store/database.ts'
import { faultCode, say } from './terminal.ts'

/** DATABASE_URL names a PostgreSQL server; otherwise the embedded database in ./data (KAIKAKU_DATA). */
export const dataFolder = (): string => resolve(process.env.KAIKAKU_DATA ?? 'data')

/** Opens the store; a refusal (somebody else has it) is said, and answers null. */
export async function openTheStore(): Promise<Store | null> {
  try {
    if (process.env.DATABASE_URL) return await openStore({ url: process.env.DATABASE_URL })
    mkdirSync(dirname(dataFolder()), { recursive: true })
    return await openStore({ folder: dataFolder() })
  } catch (problem) {
    const refusal = problem instanceof StoreRefused ? problem.message : cannotOpenText(faultCode(problem))
    if (refusal === null) throw problem
    say(refusal)
    return null
  }
}

/** Never the address itself: it may hold a password. */
function cannotOpenText(code: string | null): string | null {
  if (code === null) return null
  if (!process.env.DATABASE_URL) return `データベースのフォルダー ${dataFolder()} を開けません（${code}）。場所と権限を確かめてください。`
  return `DATABASE_URL のデータベースを${PERMISSION_DENIED.includes(code) ? '用意できません' : '開けません'}（${code}）。${
    PERMISSION_DENIED.includes(code)
      ? '最初の一度は、表と役割を作れる利用者（CREATE と CREATEROLE の権限）で実行してください。'
      : 'アドレス、利用者名、パスワード、データベース名と、PostgreSQL が動いているかを確かめてください。'
  }`
}

/** insufficient_privilege of PostgreSQL */
const PERMISSION_DENIED: readonly string[] = ['42501']

/** Opens the store for one piece of work and closes it, whatever happens. */
export async function withStore<T>(refused: T, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openTheStore()
  if (!store) return refused
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
