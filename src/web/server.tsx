import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { MissingPage } from '../publish/site/home-pages.tsx'
import { drawn } from '../publish/site/site.tsx'
import { brokenText } from '../report/wording-site.ts'
import { oneLine } from '../vocabulary/one-line.ts'
import { paths } from './paths.ts'
import { Portal, type PortalOptions } from './portal.tsx'
import { isLoopbackHost, SECURITY_HEADERS } from './security.ts'

export type ServerOptions = PortalOptions & {
  port: number
  host: string
  /** pages for whoever sits at this machine: they are there only where the server listens to nobody else */
  staff?: (refresh: () => void, stylesheet: string) => Hono
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
  if (options.staff && isLoopbackHost(options.host))
    app.route(
      '/',
      options.staff(() => portal.refresh(), portal.context('/').stylesheet),
    )
  app.route('/', portal.app)
  app.all('*', (c) => c.html(portal.missing('/'), 404))
  return { app, portal }
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
