import { downloadsOf } from '../src/publish/downloads.ts'
import { drawn, siteOf } from '../src/publish/site/site.tsx'
import type { Store } from '../src/store/database.ts'
import { publishedEditions } from '../src/workflows/published.ts'

/** 公表したすべて — pages and files of every edition as one text, for asking what must not stand in it. */
export async function everythingPublished(store: Store): Promise<string> {
  const editions = await publishedEditions(store)
  const downloads = (await Promise.all(editions.map(downloadsOf))).flat()
  const site = siteOf(editions, downloads)
  const pages = [...site.pages].map(([path, draw]) =>
    drawn(draw({ path, link: (_, to) => to, stylesheet: '/x.css', chosen: {}, served: true })),
  )
  // a workbook is a zip; its parts are searched where they are not packed, and its texts stand in the CSV files too
  return [...pages, ...downloads.map(({ bytes }) => new TextDecoder().decode(bytes))].join('\n')
}
