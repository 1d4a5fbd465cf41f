import { existsSync } from 'node:fs'
import type { Store } from '../store/database.ts'
import { startServer } from '../web/server.tsx'
import { staffImports } from '../web/staff/imports.tsx'
import type { Arguments } from './arguments.ts'
import { dataFolder, openTheStore } from './opening.ts'
import { readPublished, stylesheet } from './publishing.ts'
import { operator } from './storing.ts'
import { COULD_NOT, DONE, say } from './terminal.ts'

/** kaikaku serve — the portal and, on this machine only, the page that takes documents in. */
export async function runServe(): Promise<number> {
  const store = await openTheStore()
  return store ? serveUntilStopped(store) : COULD_NOT
}

/** kaikaku start — the first time with the invented town, unless --empty. */
export async function runStart({ values }: Arguments): Promise<number> {
  if (!existsSync(dataFolder()) && !process.env.DATABASE_URL) say('はじめての起動です。データベースを用意しています…')
  const store = await openTheStore()
  if (!store) return COULD_NOT
  if (!values.empty) {
    const { isEmpty, seed } = await import('./seed.ts')
    if (await isEmpty(store)) await seed(store)
  }
  return serveUntilStopped(store)
}

async function serveUntilStopped(store: Store): Promise<number> {
  const port = Number(process.env.PORT ?? 3000)
  const host = process.env.HOST ?? '127.0.0.1'
  // for now the page that takes documents in has no accounts: the server shows it on loopback only
  const staff = (published: () => void, stylesheet: string) =>
    staffImports({ store, stylesheet, by: operator(), now: () => new Date(), published })
  const server = await startServer({ read: () => readPublished(store), stylesheet: stylesheet(), staff, port, host }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
      say(
        error.code === 'EACCES'
          ? `ポート ${port} を開く権限がありません。PORT に別の番号を指定してください。`
          : `ポート ${port} は使われています。PORT に別の番号を指定してください。例：PORT=3001 npm start`,
      )
      return null
    },
  )
  if (!server) {
    await store.close()
    return COULD_NOT
  }
  const address = server.url.replace('127.0.0.1', 'localhost')
  say(`改革を動かしています： ${address}`, `文書の取込み： ${address}/staff/imports/`, '止めるには Ctrl-C を押してください。')
  await stopped()
  say('止めています…')
  await server.close()
  await store.close()
  return DONE
}

/** Ctrl-C or the stop of a service: the database is closed cleanly after it. */
const stopped = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
