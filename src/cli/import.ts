import { writeFile } from 'node:fs/promises'
import { printRecord } from '../publish/json.ts'
import { readSummary } from '../report/read-summary.ts'
import type { ReadReform } from '../workflows/read-reform.ts'
import type { Arguments } from './arguments.ts'
import { readNamedFiles } from './reading.ts'
import { COULD_NOT, canWrite, DONE, FINDINGS, say, typedPath } from './terminal.ts'

/** kaikaku import — reads, checks, prints and, unless it is a dry run, stores. */
export async function runImport({ values, positionals }: Arguments): Promise<number> {
  if (positionals.length === 0) {
    say('読み取るファイルを指定してください。例：npm run -s kaikaku -- import 取組状況.xlsx --dry-run')
    return COULD_NOT
  }
  const { reads, refused } = await readNamedFiles(positionals)
  if (!(await print(reads, values))) return COULD_NOT
  if (refused > 0) {
    if (!values['dry-run'] && reads.length > 0) say('読み取れないファイルがあったため、何も取り込みませんでした。')
    return COULD_NOT
  }
  if (!values['dry-run']) {
    const { storeReads } = await import('./storing.ts')
    const stored = await storeReads(reads, { municipality: values.municipality ?? null, plan: values.plan ?? null })
    // whoever asked for the record has it: where it belongs is only needed to store it
    const printed = values.json || values.out !== undefined
    if (stored === 'nowhere' && printed) say('読み取っただけで、取り込んではいません。')
    else if (stored !== 'stored') return COULD_NOT
  }
  return reads.some((read) => read.document.checks.some((check) => check.verdict === 'fails')) ? FINDINGS : DONE
}

/** False where the file that --out names cannot be written: then nothing is stored either. */
async function print(reads: readonly ReadReform[], values: Arguments['values']): Promise<boolean> {
  const wanted = values.json || values.out !== undefined
  const lines = wanted ? reads.map((read) => `${printRecord(read.document, { places: values.places ?? false })}\n`).join('') : ''
  if (values.json) await new Promise<void>((done) => process.stdout.write(harmless(lines), () => done()))
  const { out } = values
  const written = out === undefined || (await canWrite(out, () => writeFile(typedPath(out), lines)))
  for (const read of reads) say(...readSummary(read.document))
  return written
}

/** JSON escapes the control codes below the blank, not those above the letters; a terminal obeys both. The JSON says the same. */
const harmless = (json: string): string => json.replace(/[\x7f-\x9f]/g, (code) => `\\u00${code.charCodeAt(0).toString(16)}`)
