import { execFile, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

type Server = { url: string; stop(): Promise<void> }

/** The newest PostgreSQL of Debian's packages, 15 or later. */
function binaries(): string | null {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base) ? readdirSync(base).filter((name) => Number(name) >= 15) : []
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  return newest && existsSync(join(base, newest, 'bin/initdb')) ? join(base, newest, 'bin') : null
}

// PostgreSQL refuses to run as root: then its files and processes are the postgres user's, whom the package made.
function owner(): Pick<SpawnOptions, 'uid' | 'gid'> {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** A temporary PostgreSQL server on a socket of its own: no port to collide with, nothing left behind. */
export async function startServer(): Promise<Server | { missing: string }> {
  const bin = binaries()
  if (!bin) return { missing: 'PostgreSQL 15 以上が入っていません' }
  const folder = mkdtempSync(join(tmpdir(), 'kaikaku-pg-'))
  const as = owner()
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid)
  const data = join(folder, 'data')
  const options = { ...as, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' } }
  await promisify(execFile)(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    options,
  )

  const settings = ['fsync=off', 'listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=100', 'shared_buffers=32MB']
  const command = [join(bin, 'postgres'), '-D', data, ...settings.flatMap((said) => ['-c', said])]
  // The shell waits for this process to end, however it ends, and takes the server and its files with it.
  const script = '"$@" & cat >/dev/null; kill -INT $!; wait $!; cd /; rm -rf "$FOLDER"'
  const env = { ...options.env, FOLDER: folder }
  const server = spawn('sh', ['-c', script, 'sh', ...command], { ...options, env, detached: true, stdio: ['pipe', 'ignore', 'pipe'] })
  await new Promise<void>((ready, failed) => {
    let log = ''
    server.stderr.on('data', (said) => {
      log += said
      if (/ready to accept connections/.test(log)) ready()
    })
    server.on('exit', () => failed(new Error(`PostgreSQL が起動しませんでした:\n${log}`)))
  })
  return {
    url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop: async () => {
      const ended = new Promise((done) => server.on('exit', done))
      server.stdin.end()
      await ended
    },
  }
}
