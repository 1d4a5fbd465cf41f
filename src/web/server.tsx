import { createHash, randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { MissingPage } from '../publish/site/home-pages.tsx'
import { drawn } from '../publish/site/site.tsx'
import { stylesheetPath } from '../publish/site/write-site.ts'
import { brokenText } from '../report/wording-site.ts'
import { oneLine } from '../vocabulary/one-line.ts'
import { paths } from './paths.ts'
import { Portal, type PortalOptions } from './portal.tsx'
import { SECURITY_HEADERS } from './security.ts'

export type ServerOptions = PortalOptions & {
  port: number
  host: string
  /** pages that an account opens; `script` is the address of their script */
  staff?: (said: { published: () => void; stylesheet: string; script: string }) => Hono
  /** what staff pages run in the browser */
  staffScript?: string
  /** with the styles of their forms; that of the portal where none is given */
  staffStylesheet?: string
  /** where a broken request is written down */
  log?: (line: string) => void
}
export type RunningServer = { url: string; port: number; refresh: () => void; close: () => Promise<void> }

/** 画面の全体 — the portal, staff pages where given, and one place where bugs become an incident number. */
export function appOf(options: ServerOptions): { app: Hono; portal: Portal } {
  const portal = new Portal(options)
  const app = new Hono()
  // Said before the page is made: touching the headers of a finished response would make the server copy its body.
  app.use((c, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value)
    return next()
  })
  app.onError((error, c) => {
    const incident = randomBytes(4).toString('hex').toUpperCase()
    // The address may hold anything a caller sends: no line break of theirs starts a line of ours (S-11).
    const asked = `${c.req.method} ${oneLine(JSON.stringify(c.req.path))}`
    ;(options.log ?? console.error)(`[${incident}] ${asked} ${stackOf(error)}`)
    return c.html(
      drawn(
        <MissingPage context={portal.context('/')} title="表示できません">
          <p>{brokenText(incident)}</p>
        </MissingPage>,
      ),
      500,
    )
  })
  app.get(paths.health(), (c) => c.text('ok'))
  // every browser asks for it on its own, and would write an error into its console at each visit
  app.get(paths.favicon(), (c) => c.body(null, 204))
  if (options.staff) app.route('/', staffPages(portal, options, options.staff))
  app.route('/', portal.app)
  app.notFound((c) => c.html(portal.missing('/'), 404))
  app.all('*', (c) => c.html(portal.missing('/'), 404))
  return { app, portal }
}

function staffPages(portal: Portal, options: ServerOptions, staff: NonNullable<ServerOptions['staff']>): Hono {
  const app = new Hono()
  const { staffScript: code = '', staffStylesheet: css = options.stylesheet, base = '' } = options
  const script = paths.staffScript(createHash('sha256').update(code).digest('hex').slice(0, 10))
  const kept = (path: string, content: string, type: string) =>
    app.get(path, (c) => {
      c.header('cache-control', 'public, max-age=31536000, immutable')
      return c.body(content, 200, { 'content-type': `${type}; charset=utf-8` })
    })
  kept(script, code, 'text/javascript')
  kept(stylesheetPath(css), css, 'text/css')
  return app.route('/', staff({ published: () => portal.refresh(), stylesheet: `${base}${stylesheetPath(css)}`, script }))
}

/** The message of an error may quote a document: what stands in it begins no line and clears no screen. */
const stackOf = (error: Error): string => (error.stack ?? error.message).split('\n').map(oneLine).join('\n    ')

export function startServer(options: ServerOptions): Promise<RunningServer> {
  const { app, portal } = appOf(options)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: options.port, hostname: options.host }, (info) => {
      const host = options.host.includes(':') ? `[${options.host}]` : options.host
      resolve({ url: `http://${host}:${info.port}`, port: info.port, refresh: () => portal.refresh(), close })
    }) as Server
    server.once('error', reject)
    const close = () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
  })
}
