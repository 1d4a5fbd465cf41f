import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { staffWords } from '../../report/wording-staff-pages.ts'
import { municipalities } from '../../store/municipality.ts'
import { openSession } from '../../store/session.ts'
import { parseMunicipalityCode } from '../../vocabulary/municipality-code.ts'
import { standingIn } from '../../workflows/standing.ts'
import { paths } from '../paths.ts'
import { isSameOrigin } from '../security.ts'
import { Refusal, StaffFrame } from './frame.tsx'
import { ROUTES } from './routes.ts'
import { tokenHash, tokenIn } from './session.ts'
import { Staff, type StaffOptions, type StaffRoute } from './staff.ts'

const BODY = 1024 * 1024

/** 職員の画面の全体 — every address of the table of routes, behind the same door. */
export function staffApp(options: StaffOptions): Hono {
  const app = new Hono()
  for (const route of ROUTES) {
    const limit = bodyLimit({ maxSize: route.largest ?? BODY, onError: (c) => c.text(staffWords.tooLarge, 413) })
    if (route.method === 'get') app.get(route.path, (c) => answer(c, options, route))
    else app.post(route.path, limit, (c) => answer(c, options, route))
  }
  return app
}

async function answer(c: Context, options: StaffOptions, route: StaffRoute): Promise<Response> {
  if (route.method !== 'get' && !isSameOrigin(c.req)) return c.text(staffWords.foreign, 403)
  const staff = await arrive(c, options)
  if (!staff) return c.notFound() as Response
  if (route.needs === 'anyone') return route.serve(staff)
  if (!staff.signedIn) {
    if (route.method !== 'get') return refused(staff, staffWords.signedOut, 403)
    return c.redirect(`${paths.staff.signIn(staff.code)}?to=${encodeURIComponent(c.req.path)}`, 303)
  }
  if (route.needs !== 'signed-in' && !staff.may(route.needs)) return refused(staff, staffWords.notYours, 403)
  return route.serve(staff)
}

/** Who asks: the session of the cookie, in the municipality of the address; another municipality's session opens nothing here. */
async function arrive(c: Context, options: StaffOptions): Promise<Staff | null> {
  const code = parseMunicipalityCode(c.req.param('municipality') ?? '')
  if (!code.ok) return null
  const at = options.now()
  const token = tokenIn(c, options.plainHttp)
  const known = await options.store.reading(code.value, async (db) => {
    const [own] = await municipalities(db)
    const session = own && token ? await openSession(db, tokenHash(token), at) : null
    const standing = await standingIn(db, session?.login ?? '', at)
    return own ? { municipality: { code: code.value, name: own.name }, standing, signedIn: session !== null, at } : null
  })
  return known && new Staff(c, options, known)
}

export function refused(staff: Staff, text: string, status: 403 | 404 | 409): Response {
  return staff.show(
    <StaffFrame staff={staff} title={staffWords.refused}>
      <h1>{staffWords.refused}</h1>
      <Refusal>
        <p>{text}</p>
      </Refusal>
      <p>
        <a href={paths.staff.home(staff.code)}>{staffWords.backHome}</a>
      </p>
    </StaffFrame>,
    status,
  )
}
