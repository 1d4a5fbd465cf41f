/**
 * Builds what runs: the server and command line as one file each in dist/ (esbuild; packages stay in node_modules),
 * the stylesheet by Tailwind. A build that is newer than every source is not made again.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('.', import.meta.url))
const stamp = join(root, 'dist', '.built')

const newest = (folder) =>
  Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => statSync(join(e.parentPath, e.name)).mtimeMs),
  )

function isFresh() {
  try {
    const built = statSync(stamp).mtimeMs
    return (
      [join(root, 'src'), join(root, 'town')].every((folder) => newest(folder) < built) &&
      statSync(join(root, 'build.mjs')).mtimeMs < built &&
      statSync(join(root, 'package-lock.json')).mtimeMs < built
    )
  } catch {
    return false
  }
}

if (!isFresh()) {
  if (!process.argv.includes('--quiet')) console.error('プログラムを組み立てています…')
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  mkdirSync(join(root, 'dist'), { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: {
      kaikaku: 'src/cli/main.ts',
      'xlsx-worker': 'src/intake/read/xlsx-worker.ts',
      'forms-worker': 'src/forms/forms-worker.ts',
    },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // commands load what they need when they are called: without splitting, every package would be loaded at start
    splitting: true,
    chunkNames: '[name]-[hash]',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
  })
  // What staff pages run in the browser: one small file, no package in it.
  await build({
    absWorkingDir: root,
    entryPoints: { staff: 'src/web/staff/script/staff.ts' },
    outdir: 'dist',
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    minify: true,
    logLevel: 'warning',
  })
  const tailwind = join(root, 'node_modules', '@tailwindcss', 'cli', 'dist', 'index.mjs')
  // Citizens do not load the styles of the forms of the staff.
  for (const [from, to] of [
    ['style-portal.css', 'site.css'],
    ['style.css', 'staff.css'],
  ]) {
    const css = spawnSync(process.execPath, [tailwind, '-i', `src/publish/site/${from}`, '-o', `dist/${to}`, '--minify'], {
      cwd: root,
      encoding: 'utf8',
    })
    if (css.status !== 0) {
      console.error(css.stderr)
      process.exit(1)
    }
  }
  writeFileSync(stamp, '')
}
