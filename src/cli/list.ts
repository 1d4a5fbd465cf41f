import type { Store } from '../store/database.ts'
import { documentsOf } from '../store/document.ts'
import { editionsOf } from '../store/edition.ts'
import { municipalities } from '../store/municipality.ts'
import { planFamilies } from '../store/plan-family.ts'
import { withStore } from './opening.ts'
import { COULD_NOT, DONE, say } from './terminal.ts'

/** kaikaku list — what this installation holds. */
export const runList = (): Promise<number> => withStore(COULD_NOT, listEverything)

async function listEverything(store: Store): Promise<number> {
  const all = await store.across((db) => municipalities(db))
  if (all.length === 0) say('まだ何も取り込まれていません。import で文書を取り込むか、seed で架空の市を取り込んでください。')
  for (const { code, name } of all) {
    say(`${code} ${name}`)
    await store.reading(code, async (db) => {
      for (const family of await planFamilies(db)) {
        say(`  ${family.title}${family.period ? `（${family.period.from}～${family.period.to}年度）` : ''}`)
        for (const document of await documentsOf(db, family.id)) say(`    文書 ${document.name} ${document.sha256.slice(0, 12)}`)
        for (const edition of await editionsOf(db, family.id))
          say(`    公表版 第${edition.number}版 ${edition.publishedAt.toISOString().slice(0, 10)} ${edition.hash.slice(0, 12)}`)
      }
    })
  }
  return DONE
}
