import { Hono } from 'hono'
import { MissingPage } from '../publish/site/home-pages.tsx'
import { absoluteLink } from '../publish/site/paths.ts'
import type { Download, PageContext } from '../publish/site/plan-site.ts'
import { drawn, type Site, siteOf } from '../publish/site/site.tsx'
import { stylesheetPath } from '../publish/site/write-site.ts'
import type { Edition } from '../reform/edition.ts'
import { missingText } from '../report/wording-site.ts'
import { PageCache } from './page-cache.ts'

/** What the portal shows: the newest editions and the files beside them. It never asks the store anything else. */
export type Published = { editions: Edition[]; downloads: Download[] }
export type PortalOptions = { read: () => Promise<Published>; stylesheet: string; base?: string }

const KNOWN = ['phase', 'section', 'pillar', 'status', 'mark', 'q'] as const
const LONGEST = 100

/** The known parameters, trimmed and cut: what they say is all that a page may depend on. */
function chosenOf(path: string, query: (name: string) => string | undefined): Record<string, string> {
  if (!path.endsWith('/list/')) return {}
  const said = KNOWN.map((name) => [name, (query(name) ?? '').trim().slice(0, LONGEST)] as const)
  return Object.fromEntries(said.filter(([, value]) => value !== ''))
}

export class Portal {
  readonly app: Hono
  private readonly cache = new PageCache()
  private site: Promise<Site> | null = null
  private readonly options: PortalOptions
  private readonly assets: string

  constructor(options: PortalOptions) {
    this.options = options
    this.assets = stylesheetPath(options.stylesheet)
    this.app = this.routes()
  }

  /** 公表した版を読み直す — after something was published. */
  refresh(): void {
    this.site = null
    this.cache.clear()
  }

  context(path: string, chosen: Record<string, string> = {}): PageContext {
    const link = absoluteLink(this.options.base ?? '')
    return { path, link, stylesheet: link(path, this.assets), chosen, served: true }
  }

  missing(path: string): string {
    return drawn(
      <MissingPage context={this.context(path)} title="頁が見つかりません">
        <p>{missingText}</p>
      </MissingPage>,
    )
  }

  private published(): Promise<Site> {
    this.site ??= this.options.read().then(({ editions, downloads }) => siteOf(editions, downloads))
    // A read that failed must not be remembered: the next request tries again.
    this.site.catch(() => this.refresh())
    return this.site
  }

  private routes(): Hono {
    const app = new Hono()
    app.get(this.assets, (c) => {
      c.header('cache-control', 'public, max-age=31536000, immutable')
      return c.body(this.options.stylesheet, 200, { 'content-type': 'text/css; charset=utf-8' })
    })
    app.get('*', async (c) => {
      const site = await this.published()
      const path = c.req.path
      const download = site.downloads.get(path)
      if (download) {
        c.header('content-disposition', `attachment; filename="${download.file.replace(/[^A-Za-z0-9._-]/g, '_')}"`)
        return c.body(new Uint8Array(download.bytes), 200, { 'content-type': 'application/octet-stream' })
      }
      const draw = site.pages.get(path)
      if (!draw && !path.endsWith('/') && site.pages.has(`${path}/`)) {
        const asked = new URL(c.req.url).search
        return c.redirect(`${this.options.base ?? ''}${path}/${asked}`, 301)
      }
      if (!draw) return c.html(this.missing('/'), 404)
      const chosen = chosenOf(path, (name) => c.req.query(name))
      const page = this.cache.get(`${path}?${new URLSearchParams(chosen)}`, () => drawn(draw(this.context(path, chosen))))
      c.header('cache-control', 'no-cache')
      c.header('etag', page.etag)
      c.header('vary', 'accept-encoding')
      if (c.req.header('if-none-match') === page.etag) return c.body(null, 304)
      c.header('content-type', 'text/html; charset=utf-8')
      const zipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
      if (zipped) c.header('content-encoding', 'gzip')
      return c.body(zipped ? page.gzip : page.html)
    })
    return app
  }
}
