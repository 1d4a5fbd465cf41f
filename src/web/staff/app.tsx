import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { staffWords } from '../../report/wording-staff-pages.ts'
import { municipalities } from '../../store/municipality.ts'
import { openSession } from '../../store/session.ts'
import { dayInJapan } from '../../vocabulary/calendar-day.ts'
import { parseMunicipalityCode } from '../../vocabulary/municipality-code.ts'
import { oneLine } from '../../vocabulary/one-line.ts'
import { keepSession } from '../../workflows/keep-session.ts'
import { NOBODY, standingIn } from '../../workflows/standing.ts'
import { paths } from '../paths.ts'
import { isSameOrigin, STAFF_POLICY, STRICT_TRANSPORT } from '../security.ts'
import { showDoor } from './door.tsx'
import { refused } from './refused.tsx'
import { isAtThisMachine, isEncrypted } from './request.ts'
import { ROUTES } from './routes.ts'
import { tokenHash, tokenIn } from './session.ts'
import { setupPages } from './setup/setup.tsx'
import { Staff, type StaffOptions, type StaffRoute } from './staff.ts'

const BODY = 1024 * 1024

/** 職員の画面の全体 — every address of the table of routes, behind the same door. */
export function staffApp(options: StaffOptions): Hono {
  const app = new Hono()
  app.use('*', async (c, next) => {
    if (!/^\/(\d{6}\/staff|staff|setup)(\/|$)/.test(c.req.path)) return next()
    guard(c)
    // typed by hand: every address of ours ends with a stroke
    if (c.req.method === 'GET' && !c.req.path.endsWith('/')) return c.redirect(`${c.req.path}/${new URL(c.req.url).search}`, 301)
    return next()
  })
  app.get(paths.staffDoor(), (c) => showDoor(c, options))
  app.route('/', setupPages(options))
  for (const route of ROUTES) {
    const limit = bodyLimit({ maxSize: route.largest ?? BODY, onError: (c) => c.text(staffWords.tooLarge, 413) })
    if (route.method === 'get') app.get(route.path, (c) => answer(c, options, route))
    else app.post(route.path, limit, (c) => answer(c, options, route))
  }
  return app
}

/** Said before the page is made, as in server.tsx. */
function guard(c: Context): void {
  c.header('content-security-policy', STAFF_POLICY)
  if (isEncrypted(c)) c.header('strict-transport-security', STRICT_TRANSPORT)
}

async function answer(c: Context, options: StaffOptions, route: StaffRoute): Promise<Response> {
  if (route.method !== 'get' && !isSameOrigin(c.req)) return c.text(staffWords.foreign, 403)
  const staff = await arrive(c, options)
  if (!staff) return c.notFound() as Response
  if (staff.session) await keepSession(options.store, staff.session, { municipality: staff.code, at: staff.at })
  if (route.needs === 'anyone') return route.serve(staff)
  if (!staff.signedIn) {
    if (route.method !== 'get') return refused(staff, staffWords.signedOut, 403)
    return c.redirect(`${paths.staff.signIn(staff.code)}?to=${encodeURIComponent(c.req.path)}`, 303)
  }
  if (staff.first && !isFirstThing(staff)) {
    if (route.method !== 'get') return refused(staff, staffWords.firstThings, 403)
    return c.redirect(paths.staff.own(staff.code), 303)
  }
  if (route.needs !== 'signed-in' && !staff.may(route.needs)) {
    logRefused(staff, route)
    return refused(staff, staffWords.notYours, 403)
  }
  return route.serve(staff)
}

const isFirstThing = ({ c, code }: Staff): boolean =>
  c.req.path.startsWith(paths.staff.own(code)) || c.req.path === paths.staff.signOut(code)

/** S-11: who was refused what; the address is one line, whatever a caller wrote into it. */
function logRefused(staff: Staff, { method }: StaffRoute): void {
  const asked = `${method.toUpperCase()} ${oneLine(JSON.stringify(staff.c.req.path))}`
  staff.options.log?.(`${staff.at.toISOString()} 権限なし ${staff.code} ${staff.standing.person.login} ${asked}`)
}

/** Who asks: the session of the cookie, in the municipality of the address; another municipality's session opens nothing here. */
async function arrive(c: Context, options: StaffOptions): Promise<Staff | null> {
  const code = parseMunicipalityCode(c.req.param('municipality') ?? '')
  if (!code.ok) return null
  const at = options.now()
  const token = tokenIn(c, options.plainHttp)
  const demonstration = options.demonstration === 'everywhere' || (options.demonstration && isAtThisMachine(c))
  const arrived = await options.store.reading(code.value, async (db) => {
    const [own] = await municipalities(db)
    if (!own) return null
    const found = token ? await openSession(db, tokenHash(token), at) : null
    const known = found ? await standingIn(db, found.login, at) : null
    // a demonstration that was switched off leaves no session of its people behind
    const isOver = known?.person.demonstration === true && !demonstration
    const session = isOver ? null : found
    const standing = session && known ? known : { person: NOBODY, sections: [], day: dayInJapan(at) }
    return { municipality: { code: code.value, name: own.name }, standing, session, demonstration, at }
  })
  return arrived && new Staff(c, options, arrived)
}
