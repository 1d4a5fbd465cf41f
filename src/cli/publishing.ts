import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { downloadsOf } from '../publish/downloads.ts'
import type { Store } from '../store/database.ts'
import { earlierEditions, publishedEditions } from '../workflows/published.ts'

const made = (file: string): string => readFileSync(fileURLToPath(new URL(`./${file}`, import.meta.url)), 'utf8')

/** The stylesheet of the portal that the build made. */
export const stylesheet = (): string => made('site.css')

/** That of the staff, which holds the styles of their forms too. */
export const staffStylesheet = (): string => made('staff.css')

/** What the build made for the browsers of the staff. */
export const staffScript = (): string => made('staff.js')

/** The editions, the earlier ones too, and the files beside the newest, as the portal and the static folder show them. */
export async function readPublished(store: Store) {
  const editions = await publishedEditions(store)
  const downloads = (await Promise.all(editions.map(downloadsOf))).flat()
  return { editions: [...editions, ...(await earlierEditions(store))], downloads }
}
