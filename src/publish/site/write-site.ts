import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Edition } from '../../reform/edition.ts'
import { relativeLink } from './paths.ts'
import type { Download } from './plan-site.ts'
import { drawn, siteOf } from './site.tsx'

/** 様式の所在地 — carries its own hash, so that a browser may keep it for ever. */
export const stylesheetPath = (css: string): string => `/assets/site.${createHash('sha256').update(css).digest('hex').slice(0, 10)}.css`

/** 静的な頁 — every page with relative links; `path` is the file below the folder. */
export function* sitePages(
  editions: readonly Edition[],
  css: string,
  downloads: Download[] = [],
): Iterable<{ path: string; html: string }> {
  const stylesheet = stylesheetPath(css)
  for (const [path, draw] of siteOf(editions, downloads).pages) {
    const context = { path, link: relativeLink, stylesheet: relativeLink(path, stylesheet), chosen: {}, served: false }
    yield { path: `${path.slice(1)}index.html`, html: drawn(draw(context)) }
  }
}

/** Writes the portal as a folder that any web server can serve from any path, and that opens from a disk as it is. */
export async function writeSite(editions: readonly Edition[], folder: string, css: string, downloads: Download[] = []): Promise<number> {
  const put = async (path: string, content: string | Uint8Array) => {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  let count = 0
  for (const { path, html } of sitePages(editions, css, downloads)) {
    await put(path, html)
    count += 1
  }
  await put(stylesheetPath(css).slice(1), css)
  for (const [path, download] of siteOf(editions, downloads).downloads) await put(path.slice(1), download.bytes)
  return count
}
