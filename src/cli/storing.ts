import { importRefusalText } from '../report/wording-import.ts'
import type { Store } from '../store/database.ts'
import { acceptImport, type Proposal, proposalsByMunicipality, proposeImport } from '../workflows/import-document.ts'
import type { Said } from '../workflows/import-target.ts'
import type { ReadReform } from '../workflows/read-reform.ts'
import { withStore } from './opening.ts'
import { progress, say } from './terminal.ts'

/** Who acts when the command line is used: the account of the operating system. */
export const operator = (): string => process.env.USER ?? process.env.USERNAME ?? '操作者'

/** Stores what was read; says what changed. False where it could not. */
export const storeReads = (reads: readonly ReadReform[], said: Said): Promise<boolean> =>
  withStore(false, (store) => storeInto(store, reads, said))

async function storeInto(store: Store, reads: readonly ReadReform[], said: Said): Promise<boolean> {
  const proposed = await proposeImport(store, reads, said)
  if (!proposed.ok) {
    say(importRefusalText(proposed.problem))
    return false
  }
  const groups = proposalsByMunicipality(proposed.value)
  const bar = progress('取込み', groups.size)
  for (const [municipality, proposals] of groups) {
    bar.step(municipality)
    for (const accepted of await acceptImport(store, { municipality, by: operator(), at: new Date(), why: '取込み' }, proposals))
      say(changeSummary(accepted))
  }
  bar.end()
  return true
}

/** What accepting a document changed, in one line. */
export function changeSummary({ read, target, known, changes }: Proposal): string {
  const added = changes.filter((change) => change.kind === 'added').length
  const where = `${target.municipality.name}「${target.planTitle}」`
  if (changes.length === 0) return `${read.document.document.name}：${where}に変更はありません${known ? '（取込み済みの文書です）' : ''}。`
  return `${read.document.document.name}：${where}に ${added} 件を加え、${changes.length - added} 件を変更しました。`
}
