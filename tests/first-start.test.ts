import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const PASSWORD = '潮風と灯台と坂道'

/** 空の機械から — what whoever runs the server reads on the terminal, and what it opens. */
describe('はじめての起動', () => {
  let folder: string
  const running: ChildProcess[] = []
  const program = join(root, 'dist', 'kaikaku.mjs')
  const env = () => ({ ...process.env, KAIKAKU_DATA: join(folder, 'data'), PORT: '0', HOST: '', DATABASE_URL: '', KAIKAKU_DEMO: '' })

  beforeAll(() => {
    const built = spawnSync(process.execPath, [join(root, 'build.mjs'), '--quiet'], { cwd: root, encoding: 'utf8' })
    if (built.status !== 0) throw new Error(built.stderr)
    folder = mkdtempSync(join(tmpdir(), 'kaikaku-first-'))
  })
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  /** Starts, and answers what was said until the server is ready. */
  async function start(...args: string[]) {
    const child = spawn(process.execPath, [program, 'start', ...args], { cwd: root, env: env(), stdio: ['ignore', 'ignore', 'pipe'] })
    running.push(child)
    let told = ''
    await new Promise<void>((ready, failed) => {
      child.stderr?.on('data', (bytes: Buffer) => {
        told += bytes
        if (told.includes('止めるには')) ready()
      })
      child.once('exit', () => failed(new Error(told)))
    })
    const stop = () =>
      new Promise<void>((done) => {
        child.once('exit', () => done())
        child.kill('SIGTERM')
      })
    return { told, url: /改革を動かしています： (\S+)/.exec(told)?.[1] ?? '', stop }
  }

  async function post(url: string, path: string, fields: Record<string, string>) {
    const response = await fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url },
      body: new URLSearchParams(fields),
    })
    return { status: response.status, to: response.headers.get('location'), cookie: response.headers.get('set-cookie') }
  }

  it('空の機械では、端末のパスワードで団体と管理者を登録し、失くしたパスワードは端末から出し直せる', async () => {
    const first = await start('--empty')
    const setup = /初期設定のパスワード： ([a-z0-9-]{19})/.exec(first.told)?.[1] ?? ''
    const names = { municipality: '990019', name: 'あおば市', person: '管理 花', login: 'hana' }
    const founded = await post(first.url, '/setup/', { 'one-time': setup, ...names, wanted: PASSWORD, repeated: PASSWORD })
    expect([founded.status, founded.to]).toEqual([303, '/990019/staff/sign-in/'])
    expect((await fetch(`${first.url}/setup/`)).status).toBe(404)
    expect((await post(first.url, '/990019/staff/sign-in/', { login: 'hana', password: PASSWORD })).status).toBe(303)
    await first.stop()

    const reset = spawnSync(process.execPath, [program, 'reset-administrator', 'hana'], { cwd: root, env: env(), encoding: 'utf8' })
    const renewed = /ログイン名 hana　初回パスワード ([a-z0-9-]{19})/.exec(reset.stderr)?.[1] ?? ''
    expect([reset.status, reset.stdout]).toEqual([0, ''])

    const second = await start()
    expect(second.told).not.toContain('パスワード')
    const script = /src="(\/assets\/staff-[0-9a-f]+\.js)"/
    const entered = await post(second.url, '/990019/staff/sign-in/', { login: 'hana', password: renewed })
    expect([entered.status, (await post(second.url, '/990019/staff/sign-in/', { login: 'hana', password: PASSWORD })).status]).toEqual([
      303, 422,
    ])
    const own = await fetch(`${second.url}/990019/staff/own/`, { headers: { cookie: entered.cookie?.split(';')[0] ?? '' } })
    const page = await own.text()
    expect(page).toContain('自分だけのパスワードに変えてください')
    const served = await fetch(second.url + (script.exec(page)?.[1] ?? '/none'))
    expect([served.status, served.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
    await second.stop()
  })
})
