import type { Edition } from '../reform/edition.ts'
import type { Store } from '../store/database.ts'
import { editionByHash, editionsAcross } from '../store/edition.ts'

/** 公表中の版 — the newest edition of every plan of every municipality. */
export async function publishedEditions(store: Store): Promise<Edition[]> {
  return store.across(async (db) => {
    const editions: Edition[] = []
    for (const { hash } of await editionsAcross(db)) {
      const edition = await editionByHash(db, hash)
      if (edition) editions.push(edition)
    }
    return editions
  })
}
