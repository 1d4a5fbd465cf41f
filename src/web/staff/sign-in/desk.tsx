import { deleteCookie, setCookie } from 'hono/cookie'
import { signInRefusalText, signInWords } from '../../../report/wording-sign-in.ts'
import { peopleOf } from '../../../store/account.ts'
import { oneLine } from '../../../vocabulary/one-line.ts'
import { signIn } from '../../../workflows/sign-in.ts'
import { signOut } from '../../../workflows/sign-out.ts'
import { paths } from '../../paths.ts'
import { addressOf } from '../request.ts'
import { cookieName, cookieOptions, newToken, tokenHash, tokenIn } from '../session.ts'
import type { Staff } from '../staff.ts'
import { SignInPage } from './page.tsx'

export async function showSignIn(staff: Staff): Promise<Response> {
  const to = nextOf(staff, staff.query('to'))
  if (staff.signedIn) return staff.go(to)
  return show(staff, { to, said: staff.query('out') === '1' ? signInWords.signedOut : null }, 200)
}

type Shown = { to: string; login?: string; why?: string | null; said?: string | null }

async function show(staff: Staff, shown: Shown, status: 200 | 422 | 429): Promise<Response> {
  const people = staff.demonstration ? await staff.store.reading(staff.code, peopleOf) : []
  return staff.show(<SignInPage staff={staff} {...shown} people={people.filter((one) => one.demonstration && !one.disabled)} />, status)
}

export async function enter(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const text = (name: string): string => String(form.get(name) ?? '').slice(0, 1_000)
  const [login, to] = [text('login'), nextOf(staff, text('to'))]
  if (login.trim() === '') return show(staff, { to, why: signInWords.loginMissing }, 422)
  const token = newToken()
  const address = addressOf(staff.c, staff.options.proxies)
  const credentials = { login, password: text('password'), code: text('code'), address }
  const asked = { tokenHash: tokenHash(token), demonstration: staff.demonstration }
  const entered = await signIn(staff.store, credentials, asked, { municipality: staff.code, at: staff.at })
  if (!entered.ok) {
    // never the password, and no line break that somebody typed (S-11)
    const who = oneLine(JSON.stringify(login.slice(0, 60)))
    staff.options.log?.(`${staff.at.toISOString()} サインイン失敗 ${staff.code} ${who} ${oneLine(address)} ${entered.problem.kind}`)
    return show(staff, { to, login, why: signInRefusalText(entered.problem) }, entered.problem.kind === 'wrong' ? 422 : 429)
  }
  giveCookie(staff, token)
  return staff.go(to)
}

export const giveCookie = (staff: Staff, token: string): void =>
  setCookie(staff.c, cookieName(staff.options.plainHttp), token, cookieOptions(staff.options.plainHttp))

export async function leave(staff: Staff): Promise<Response> {
  const { plainHttp } = staff.options
  const token = tokenIn(staff.c, plainHttp)
  if (token) await signOut(staff.store, tokenHash(token), { municipality: staff.code, by: staff.standing.person.login, at: staff.at })
  deleteCookie(staff.c, cookieName(plainHttp), cookieOptions(plainHttp))
  return staff.go(`${paths.staff.signIn(staff.code)}?out=1`)
}

/** Only to a page of this municipality's staff: a link must not lead out of the house after the password. */
function nextOf(staff: Staff, asked: string): string {
  const home = paths.staff.home(staff.code)
  const isOurs = asked.startsWith(home) && /^[A-Za-z0-9/._~%-]+$/.test(asked) && !asked.includes('//') && !asked.includes('..')
  const isDoor = asked === paths.staff.signIn(staff.code) || asked === paths.staff.signOut(staff.code)
  return isOurs && !isDoor ? asked : home
}
