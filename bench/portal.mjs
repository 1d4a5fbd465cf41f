import { spawn } from 'node:child_process'
import { Agent, createServer, get } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const CALLERS = 20
const SECONDS = 4

/** The list of a plan of 300 initiatives, served by the portal, against a bare server that sends the same bytes: at least half as fast. */
export async function measurePortal() {
  const program = join(root, 'dist', 'bench-portal.mjs')
  const options = { bundle: true, platform: 'node', target: 'node24', format: 'esm', packages: 'external', jsx: 'automatic' }
  await build({
    ...options,
    absWorkingDir: root,
    entryPoints: ['bench/portal-server.ts'],
    outfile: program,
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const portal = spawn(process.execPath, [program], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const url = await firstLine(portal)
    const bytes = Buffer.from(await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer())
    const bare = createServer((_, answer) =>
      answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length }).end(bytes),
    )
    await new Promise((done) => bare.listen(0, '127.0.0.1', done))
    const peer = `http://127.0.0.1:${bare.address().port}/`
    const rounds = []
    for (let round = 0; round < 3; round += 1) rounds.push({ portal: await requestsPerSecond(url), bare: await requestsPerSecond(peer) })
    bare.close()
    const ratios = rounds.map((r) => r.portal / r.bare).toSorted((a, b) => a - b)
    const shown = rounds.map((r) => `${Math.round(r.portal)}/${Math.round(r.bare)}`).join('、')
    return [
      {
        name: '300取組の一覧（裸のサーバーとの比）',
        figure: `${ratios[1].toFixed(2)} 倍`,
        limit: '0.5 倍以上',
        held: ratios[1] >= 0.5,
        note: `${(bytes.length / 1024).toFixed(0)} KB、毎秒 ${shown}`,
      },
    ]
  } finally {
    portal.kill()
  }
}

const firstLine = (process_) =>
  new Promise((done, fail) => {
    process_.stdout.once('data', (line) => done(String(line).trim()))
    process_.once('exit', () => fail(new Error('ポータルを起動できませんでした')))
  })

/** Callers that each ask again as soon as they have the whole answer, over kept connections, for a few seconds. */
async function requestsPerSecond(url) {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS })
  const until = performance.now() + SECONDS * 1000
  let answers = 0
  const call = async () => {
    while (performance.now() < until) {
      await once(url, agent)
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, call))
  agent.destroy()
  return answers / SECONDS
}

const once = (url, agent) =>
  new Promise((done, fail) => {
    get(url, { agent, headers: { 'accept-encoding': 'identity' } }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`${answer.statusCode}`))
      answer.resume().on('end', done)
    }).on('error', fail)
  })
