import { existsSync } from 'node:fs'
import type { Store } from '../store/database.ts'
import { type ServerOptions, startServer } from '../web/server.tsx'
import { staffApp } from '../web/staff/app.tsx'
import type { Arguments } from './arguments.ts'
import { mailingSaid, startMailLoop } from './mailing.ts'
import { dataFolder, openTheStore } from './opening.ts'
import { readPublished, staffScript, staffStylesheet, stylesheet } from './publishing.ts'
import { sayTheDoor, setupPassword, staffPagesSaid } from './staff-pages.ts'
import { COULD_NOT, DONE, faultCode, say } from './terminal.ts'

/** kaikaku serve — the portal, and the pages of the staff behind their accounts. */
export async function runServe(): Promise<number> {
  const port = portSaid()
  if (port === null) return COULD_NOT
  const store = await openTheStore()
  return store ? serveUntilStopped(store, port) : COULD_NOT
}

/** kaikaku start — the first time with the invented town, unless --empty. */
export async function runStart({ values }: Arguments): Promise<number> {
  const port = portSaid()
  if (port === null) return COULD_NOT
  if (!existsSync(dataFolder()) && !process.env.DATABASE_URL) say('はじめての起動です。データベースを用意しています…')
  const store = await openTheStore()
  if (!store) return COULD_NOT
  if (!values.empty) {
    const { isEmpty, seed } = await import('./seed.ts')
    if (await isEmpty(store)) await seed(store)
  }
  return serveUntilStopped(store, port)
}

/** PORT; null where it is no port, which is said before anything is opened. 0 lets the system choose. */
function portSaid(): number | null {
  const said = process.env.PORT || '3000'
  const port = Number(said)
  if (/^\d+$/.test(said) && port <= 65535) return port
  say(`PORT の「${said}」はポートの番号ではありません。0から65535までの数字を指定してください。例：PORT=3001 npm start`)
  return null
}

async function serveUntilStopped(store: Store, port: number): Promise<number> {
  const host = process.env.HOST || '127.0.0.1'
  const mailing = mailingSaid()
  const pagesSaid = staffPagesSaid(host)
  if (!mailing || !pagesSaid) return closed(store)
  const said = { ...pagesSaid, mail: mailing.settings !== null, url: mailing.url, setup: await setupPassword(store) }
  const staff: ServerOptions['staff'] = (pages) => staffApp({ store, now: () => new Date(), ...said, ...pages })
  const styles = { stylesheet: stylesheet(), staffStylesheet: staffStylesheet() }
  const asked = { read: () => readPublished(store), ...styles, staff, staffScript: staffScript(), port, host }
  const server = await startServer(asked).catch((error: unknown) => {
    const refusal = cannotListenText(faultCode(error), host, port)
    if (refusal === null) throw error
    say(refusal)
    return null
  })
  if (!server) return closed(store)
  const address = server.url.replace('127.0.0.1', 'localhost')
  say(`改革を動かしています： ${address}`)
  await sayTheDoor(store, address, said.setup)
  say('止めるには Ctrl-C を押してください。')
  const post = startMailLoop(store, mailing)
  await stopped()
  say('止めています…')
  await post.stop()
  await server.close()
  await store.close()
  return DONE
}

async function closed(store: Store): Promise<number> {
  await store.close()
  return COULD_NOT
}

function cannotListenText(code: string | null, host: string, port: number): string | null {
  if (code === 'EACCES') return `ポート ${port} を開く権限がありません。PORT に別の番号を指定してください。`
  if (code === 'EADDRINUSE') return `ポート ${port} は使われています。PORT に別の番号を指定してください。例：PORT=3001 npm start`
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') return `HOST の「${host}」はこの機械のアドレスではありません。`
  return null
}

/** Ctrl-C or the stop of a service: the database is closed cleanly after it. */
const stopped = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
