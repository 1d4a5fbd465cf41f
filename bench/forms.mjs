import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { readXlsx } from 'hucre'

const root = fileURLToPath(new URL('..', import.meta.url))
const PYTHON = ['/usr/bin/python3', '/usr/local/bin/python3'].find((path) => existsSync(path)) ?? 'python3'
const LEAST = 10
const MOST_MEGABYTES = 300
const RUNS = 3

/**
 * 百のブックの集約 — 100 workbooks of three filled forms each, read and put into one workbook: ours (preflight, worker, matching and
 * checks included) and a script with openpyxl, one after the other in the same run, whole processes with their start.
 */
export async function measureForms() {
  const program = join(root, 'dist', 'bench-forms.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/forms-collect.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
  })
  const folder = mkdtempSync(join(tmpdir(), 'kaikaku-bench-forms-'))
  try {
    run(process.execPath, [program, 'make', join(folder, 'in')])
    return await compared(program, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function compared(program, folder) {
  const ours = () => run(process.execPath, [program, 'collect', join(folder, 'in'), join(folder, 'ours.xlsx')])
  const theirs = (mode) => run(PYTHON, [join(root, 'bench', 'forms-openpyxl.py'), join(folder, 'in'), join(folder, 'theirs.xlsx'), mode])
  const hasPeer = spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0
  const runs = []
  for (let nth = 0; nth < RUNS; nth += 1) runs.push({ own: ours(), peer: hasPeer ? theirs('whole') : null })
  const memory = Math.max(...runs.map(({ own }) => own.megabytes))
  const seconds = runs.map(({ own }) => own.seconds).toSorted((a, b) => a - b)[1]
  const results = [
    {
      name: '百のブックの集約（記憶）',
      figure: `${memory.toFixed(0)} MB`,
      limit: `${MOST_MEGABYTES} MB`,
      held: memory < MOST_MEGABYTES,
      note: `300様式、${seconds.toFixed(2)} 秒`,
    },
  ]
  if (!hasPeer)
    return [
      ...results,
      {
        name: '百のブックの集約（openpyxl との比）',
        figure: '測れません',
        limit: `${LEAST} 倍以上`,
        held: true,
        note: 'openpyxl がありません',
      },
    ]
  const isSame = JSON.stringify(await rowsOf(join(folder, 'ours.xlsx'))) === JSON.stringify(await rowsOf(join(folder, 'theirs.xlsx')))
  // openpyxl's other way reads values only, without styles and merges: told, not compared with
  const readOnly = theirs('read-only').seconds
  const ratios = runs.map(({ own, peer }) => peer.seconds / own.seconds).toSorted((a, b) => a - b)
  const shown = runs.map(({ own, peer }) => `${own.seconds.toFixed(2)}/${peer.seconds.toFixed(2)}`).join('、')
  const note = `同じ内容：${isSame ? 'はい' : 'いいえ'}、秒 ${shown}（read_only では ${readOnly.toFixed(2)}）`
  return [
    ...results,
    {
      name: '百のブックの集約（openpyxl との比）',
      figure: `${ratios[1].toFixed(1)} 倍`,
      limit: `${LEAST} 倍以上`,
      held: isSame && ratios[1] >= LEAST,
      note,
    },
  ]
}

async function rowsOf(file) {
  const { sheets } = await readXlsx(new Uint8Array(readFileSync(file)))
  // a cell without a text is one that is not there
  return sheets[0].rows.map((row) =>
    row
      .map((value) => String(value ?? ''))
      .join('\t')
      .trimEnd(),
  )
}

function run(command, args) {
  const from = performance.now()
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (done.status !== 0) throw new Error(done.stderr || String(done.error))
  return { seconds: (performance.now() - from) / 1000, ...(done.stdout ? JSON.parse(done.stdout) : {}) }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { name, figure, limit, held, note } of await measureForms())
    console.log(`${held ? '○' : '×'} ${name}：${figure}（限度 ${limit}）　${note}`)
