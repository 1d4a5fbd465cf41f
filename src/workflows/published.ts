import type { Edition } from '../reform/edition.ts'
import type { Store } from '../store/database.ts'
import { allEditionsAcross, editionByHash, editionsAcross } from '../store/edition.ts'

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

/**
 * 前の版 — every edition that a newer one has followed, without its documents, sources and checks: they are most of it, and
 * the plan of an earlier edition is shown beside today's without them. The hash is that of the whole.
 */
export async function earlierEditions(store: Store): Promise<Edition[]> {
  return store.across(async (db) => {
    const newest = new Set((await editionsAcross(db)).map(({ hash }) => hash))
    const editions: Edition[] = []
    for (const { hash } of await allEditionsAcross(db)) {
      const edition = newest.has(hash) ? null : await editionByHash(db, hash)
      if (edition) editions.push({ ...edition, documents: [], sources: [], checks: [] })
    }
    return editions
  })
}
