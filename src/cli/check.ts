import type { Check } from '../reform/record.ts'
import { checkLines } from '../report/check-lines.ts'
import type { Store } from '../store/database.ts'
import { municipalities } from '../store/municipality.ts'
import { planFamilies } from '../store/plan-family.ts'
import { checkStored } from '../workflows/check-stored.ts'
import type { Arguments } from './arguments.ts'
import { withStore } from './opening.ts'
import { readNamedFiles } from './reading.ts'
import { COULD_NOT, DONE, FINDINGS, say } from './terminal.ts'

/** kaikaku check — the arithmetic of files, or of every plan that is stored. */
export async function runCheck({ positionals }: Arguments): Promise<number> {
  if (positionals.length === 0) return withStore(COULD_NOT, checkEverything)
  const { reads, refused } = await readNamedFiles(positionals)
  const statuses = reads.map(({ document }) => tell(document.document.name, document.checks))
  return refused > 0 ? COULD_NOT : Math.max(DONE, ...statuses)
}

async function checkEverything(store: Store): Promise<number> {
  let status = DONE
  for (const { code, name } of await store.across((db) => municipalities(db)))
    for (const family of await store.reading(code, planFamilies))
      status = Math.max(status, tell(`${name} ${family.title}`, await checkStored(store, code, family.id)))
  return status
}

function tell(title: string, checks: readonly Check[]): number {
  say(`■ ${title}`)
  for (const line of checkLines(checks)) say(line)
  return checks.some((check) => check.verdict === 'fails') ? FINDINGS : DONE
}
