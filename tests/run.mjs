/**
 * npm test: builds, runs every test that this machine can run, says at the end what was skipped and why,
 * and fails on anything else. With CI=true a missing part (PostgreSQL, browser) is a failure; the documents of real
 * municipalities are no part of the project, so a clone without them only says so.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1

if (run(['build.mjs']) !== 0) process.exit(1)
const report = join(tmpdir(), `kaikaku-tests-${process.pid}.json`)
const status = run([
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
])

if (!existsSync(report)) process.exit(status || 1)
const { testResults, numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'))
rmSync(report)
const skipped = testResults.flatMap((file) =>
  file.assertionResults.filter((t) => t.status === 'skipped' || t.status === 'pending').map((t) => t.fullName),
)
const reasons = new Map()
for (const name of skipped) {
  const reason = /（省略：([^）]+)）/.exec(name)?.[1]
  reasons.set(reason ?? '理由の記載なし', (reasons.get(reason ?? '理由の記載なし') ?? 0) + 1)
}
for (const [reason, count] of reasons) console.log(`省略した試験 ${count} 件：${reason}`)
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${skipped.length} skipped`)
if (numTotalTests === 0) process.exit(1)
if (process.env.CI === 'true' && [...reasons.keys()].some((reason) => !reason.startsWith('../shared'))) {
  console.error('CI では試験を省略できません。足りないもの（PostgreSQL、Chromium）を用意してください。')
  process.exit(1)
}
if (reasons.has('理由の記載なし')) process.exit(1)
process.exit(status)
