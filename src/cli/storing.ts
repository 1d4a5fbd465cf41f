import { createInterface } from 'node:readline/promises'
import { changeLines } from '../report/change-lines.ts'
import { importRefusalText } from '../report/wording-import.ts'
import { acceptedText } from '../report/wording-staff.ts'
import type { Store } from '../store/database.ts'
import { acceptImport, type Proposal, proposalsByMunicipality, proposeImport } from '../workflows/import-document.ts'
import type { Said } from '../workflows/import-target.ts'
import type { ReadReform } from '../workflows/read-reform.ts'
import { withStore } from './opening.ts'
import { operator } from './operator.ts'
import { progress, say } from './terminal.ts'

/** `nowhere`: neither document nor command says which municipality or plan it belongs to. */
export type Storing = 'stored' | 'nowhere' | 'refused'

/** Stores what was read; says what changed, or why it could not. */
export const storeReads = (reads: readonly ReadReform[], said: Said): Promise<Storing> =>
  withStore<Storing>('refused', (store) => storeInto(store, reads, said))

async function storeInto(store: Store, reads: readonly ReadReform[], said: Said): Promise<Storing> {
  const proposed = await proposeImport(store, reads, said)
  if (!proposed.ok) {
    say(importRefusalText(proposed.problem))
    return 'nowhere'
  }
  if (!(await agreed(proposed.value))) {
    say('取り込みませんでした。')
    return 'refused'
  }
  const groups = proposalsByMunicipality(proposed.value)
  const bar = progress('取込み', groups.size)
  for (const [municipality, proposals] of groups) {
    bar.step(municipality)
    const act = { municipality, by: operator(), at: new Date(), why: '取込み' }
    for (const { read, target, changes } of await acceptImport(store, act, proposals))
      say(acceptedText(read.document.document.name, target, changes))
  }
  bar.end()
  return 'stored'
}

/** What would change is shown before it does; at a terminal the person is asked, elsewhere it was asked for by the command. */
async function agreed(proposals: readonly Proposal[]): Promise<boolean> {
  const lines = proposals.flatMap(({ read, changes }) => {
    const own = changeLines(changes)
    return own.length > 0 ? [`${read.document.document.name} で変わるところ：`, ...own] : []
  })
  if (lines.length === 0) return true
  for (const line of lines) say(line)
  if (!process.stdin.isTTY || !process.stderr.isTTY) return true
  const ask = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await ask.question('このとおり変えてよければ y を押してください [y/N] ')
  ask.close()
  return /^y/i.test(answer.trim())
}
