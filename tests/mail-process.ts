import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type TakenLetter = { to: string[]; letter: string }
type Said = { port?: number; seed?: number; trouble?: number; password?: string; folder?: string }

/** Starts the mail server as a process of its own; `taken` is what it has said yes to, also over several processes of one folder. */
export async function startMailServer({ port = 0, seed = 1, trouble = 0, password, folder: given }: Said = {}) {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'kaikaku-mail-'))
  const taken = join(folder, 'taken.jsonl')
  const child = spawn(process.execPath, [fileURLToPath(new URL('mail-server.ts', import.meta.url))], {
    env: {
      ...process.env,
      PORT: String(port),
      TAKEN: taken,
      SEED: String(seed),
      TROUBLE: String(trouble),
      ...(password === undefined ? {} : { PASSWORD: password }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const at = await new Promise<number>((ready, failed) => {
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
      const found = /port (\d+)/.exec(said)
      if (found) ready(Number(found[1]))
    })
    let complaints = ''
    child.stderr.on('data', (text) => {
      complaints += text
    })
    void ended.then(() => failed(new Error(`メールサーバーが起動しませんでした：${complaints}`)))
  })
  return {
    port: at,
    folder,
    taken: (): TakenLetter[] =>
      existsSync(taken)
        ? readFileSync(taken, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line))
        : [],
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
export type MailServer = Awaited<ReturnType<typeof startMailServer>>
