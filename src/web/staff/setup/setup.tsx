import { timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { drawn } from '../../../publish/site/site.tsx'
import { accountFaultText, foundingRefusalText, passwordFaultText } from '../../../report/wording-accounts.ts'
import { signInWords } from '../../../report/wording-sign-in.ts'
import { staffWords } from '../../../report/wording-staff-pages.ts'
import { type CannotFound, type Founding, foundMunicipality } from '../../../workflows/found-municipality.ts'
import { paths } from '../../paths.ts'
import { isSameOrigin } from '../../security.ts'
import type { StaffOptions } from '../staff.ts'
import { SetupPage } from './page.tsx'

const BODY = 64 * 1024
/** The password from the terminal has 79 bits; these are for whoever mistypes it. */
const MOST_WRONG = 20
const WAIT = 15 * 60_000

/** 初期設定 — there only while the installation has no municipality; whoever reads the terminal may do it. */
export function setupPages(options: StaffOptions): Hono {
  const app = new Hono()
  let password = options.setup ?? null
  let wrong: Date[] = []
  const show = (c: Context, why: readonly string[], said: Partial<Founding>, status: 200 | 422 | 429) => {
    c.header('cache-control', 'no-store')
    return c.html(drawn(<SetupPage stylesheet={options.stylesheet} why={why} said={said} />), status) as Response
  }
  app.get(paths.setup(), (c) => (password === null ? (c.notFound() as Response) : show(c, [], {}, 200)))
  app.post(paths.setup(), bodyLimit({ maxSize: BODY, onError: (c) => c.text(staffWords.tooLarge, 413) }), async (c) => {
    if (!isSameOrigin(c.req)) return c.text(staffWords.foreign, 403)
    if (password === null) return c.notFound() as Response
    const form = await c.req.formData()
    const text = (name: string): string => String(form.get(name) ?? '').slice(0, 1_000)
    const said = foundingIn(text)
    const at = options.now()
    wrong = wrong.filter((one) => at.getTime() - one.getTime() < WAIT)
    if (wrong.length >= MOST_WRONG) return show(c, [signInWords.setupTooMany], said, 429)
    if (!isSame(text('one-time').trim(), password)) {
      wrong.push(at)
      return show(c, [signInWords.setupWrong], said, 422)
    }
    const founded = await foundMunicipality(options.store, said, { at, ...(options.breached ? { breached: options.breached } : {}) })
    if (!founded.ok) return show(c, textsOf(founded.problem), said, 422)
    password = null
    options.published()
    return c.redirect(paths.staff.signIn(founded.value.code), 303)
  })
  return app
}

const foundingIn = (text: (name: string) => string): Founding => ({
  municipality: text('municipality'),
  name: text('name'),
  login: text('login').normalize('NFKC').trim().toLowerCase(),
  person: text('person').trim(),
  password: text('wanted'),
  repeated: text('repeated'),
})

const isSame = (typed: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(typed), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function textsOf(problem: CannotFound): string[] {
  switch (problem.kind) {
    case 'account-faults':
      return problem.faults.map(accountFaultText)
    case 'already-founded':
    case 'municipality-not-known':
    case 'check-digit':
    case 'municipality-name-missing':
      return [foundingRefusalText(problem)]
    default:
      return [passwordFaultText(problem)]
  }
}
