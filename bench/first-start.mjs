import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A first start (town imported and published) under 20 s, a later one under 3 s, and the memory 60 s after the first answer. */
export async function measureFirstStart() {
  const data = mkdtempSync(join(tmpdir(), 'kaikaku-bench-'))
  try {
    const first = await start(data)
    await wait(60_000)
    const megabytes = residentMegabytes(first.process.pid)
    await stop(first.process)
    const later = await start(data)
    await stop(later.process)
    return [
      { name: '最初の起動から最初の応答まで', figure: `${first.seconds.toFixed(1)} 秒`, limit: '20 秒', held: first.seconds < 20 },
      { name: '二度目の起動から最初の応答まで', figure: `${later.seconds.toFixed(1)} 秒`, limit: '3 秒', held: later.seconds < 3 },
      { name: '最初の応答から60秒後の常駐メモリ', figure: `${megabytes.toFixed(0)} MB`, limit: '400 MB', held: megabytes < 400 },
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

export async function start(data, extra = []) {
  const port = await freePort()
  const from = performance.now()
  const process_ = spawn(process.execPath, [join(root, 'dist', 'kaikaku.mjs'), 'start', ...extra], {
    cwd: root,
    env: { ...process.env, PORT: String(port), KAIKAKU_DATA: data },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (;;) {
    if (process_.exitCode !== null) throw new Error(`起動できませんでした（${process_.exitCode}）`)
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null)
    if (answer?.ok) return { process: process_, port, seconds: (performance.now() - from) / 1000 }
    await wait(25)
  }
}

export const stop = (process_) =>
  new Promise((done) => {
    process_.once('exit', done)
    process_.kill('SIGINT')
  })

const residentMegabytes = (pid) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
