import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const REAL = join(root, '..', 'shared', 'documents')
const TOWN = join(root, 'town', 'story')

/** Each document read as a whole process (start of Node included), without a database: the median of five under a second. */
export async function measureReading() {
  const folder = existsSync(REAL) ? REAL : TOWN
  const files = readdirSync(folder).filter((name) => /\.(txt|csv|xlsx)$/.test(name))
  return files.map((name) => {
    const seconds = Array.from({ length: 5 }, () => readOnce(join(folder, name))).toSorted((a, b) => a - b)
    const median = seconds[2]
    return {
      name: `読み取り ${basename(name)}`,
      figure: `${median.toFixed(2)} 秒`,
      limit: '1 秒',
      held: median < 1,
      note: '起動を含む5回の中央値',
    }
  })
}

function readOnce(file) {
  const from = performance.now()
  const run = spawnSync(process.execPath, [join(root, 'dist', 'kaikaku.mjs'), 'import', file, '--dry-run', '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (run.status === 2) throw new Error(run.stderr)
  return (performance.now() - from) / 1000
}
