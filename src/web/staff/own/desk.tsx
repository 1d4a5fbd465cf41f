import { createHmac } from 'node:crypto'
import { needsSecondFactor } from '../../../reform/account.ts'
import { notProvenText, passwordFaultText } from '../../../report/wording-accounts.ts'
import { type CannotChangePassword, changePassword } from '../../../workflows/change-password.ts'
import { toBase32 } from '../../../workflows/secrets/totp.ts'
import { type CannotSetSecondFactor, removeSecondFactor, setSecondFactor } from '../../../workflows/set-second-factor.ts'
import { paths } from '../../paths.ts'
import { addressOf } from '../request.ts'
import { newToken, tokenHash, tokenIn } from '../session.ts'
import { giveCookie } from '../sign-in/desk.tsx'
import type { Staff } from '../staff.ts'
import { OwnPage } from './page.tsx'

type Why = { password?: string; secondFactor?: string }

export function showOwn(staff: Staff, why: Why = {}, status: 200 | 422 | 429 = 200): Response {
  return staff.show(<OwnPage staff={staff} why={why} totp={wantedTotp(staff)} done={staff.query('done')} />, status)
}

/**
 * The secret that is offered for the second factor: made of the token of this session, so that nobody else can say it and no
 * form has to carry it; with the time of the last change, so that it is another one after it was taken.
 */
function wantedTotp(staff: Staff): string {
  const token = tokenIn(staff.c, staff.options.plainHttp) ?? ''
  const changed = staff.session?.secret?.changedAt.toISOString() ?? ''
  return toBase32(createHmac('sha256', token).update(`totp ${staff.standing.person.login} ${changed}`).digest().subarray(0, 20))
}

const read = async (staff: Staff) => {
  const form = await staff.c.req.formData()
  return (name: string): string => String(form.get(name) ?? '').slice(0, 1_000)
}
const actOf = (staff: Staff) => ({ ...staff.act('plan.read'), by: staff.standing.person.login })

export async function takePassword(staff: Staff): Promise<Response> {
  const text = await read(staff)
  const token = newToken()
  const { code, name } = staff.municipality
  const asked = { present: text('present'), wanted: text('wanted'), repeated: text('repeated') }
  const known = { words: [code, name, name.slice(0, -1), 'kaikaku'], ...breachedOf(staff) }
  const where = { address: addressOf(staff.c, staff.options.proxies), tokenHash: tokenHash(token) }
  const changed = await changePassword(staff.store, { ...asked, ...where }, known, actOf(staff))
  if (!changed.ok) return showOwn(staff, { password: textOf(changed.problem) }, statusOf(changed.problem))
  giveCookie(staff, token)
  return staff.go(`${paths.staff.own(staff.code)}?done=password`)
}

export const breachedOf = ({ options: { breached } }: Staff): { breached?: (password: string) => boolean } => (breached ? { breached } : {})

const statusOf = ({ kind }: { kind: string }): 422 | 429 => (kind === 'too-many-attempts' ? 429 : 422)

function textOf(problem: CannotChangePassword): string {
  switch (problem.kind) {
    case 'wrong-password':
    case 'no-secret':
    case 'too-many-attempts':
      return notProvenText(problem)
    default:
      return passwordFaultText(problem)
  }
}

export async function takeSecondFactor(staff: Staff): Promise<Response> {
  const text = await read(staff)
  const asked = {
    password: text('password'),
    code: text('code'),
    totp: wantedTotp(staff),
    address: addressOf(staff.c, staff.options.proxies),
  }
  return told(staff, await setSecondFactor(staff.store, asked, actOf(staff)), 'second-factor')
}

export async function takeRemoval(staff: Staff): Promise<Response> {
  const text = await read(staff)
  const needed = needsSecondFactor(staff.standing.person, staff.standing.day)
  const asked = { password: text('password'), needed, address: addressOf(staff.c, staff.options.proxies) }
  return told(staff, await removeSecondFactor(staff.store, asked, actOf(staff)), 'removal')
}

type Changed = { ok: true } | { ok: false; problem: CannotSetSecondFactor }

function told(staff: Staff, changed: Changed, done: string): Response {
  if (!changed.ok) return showOwn(staff, { secondFactor: notProvenText(changed.problem) }, statusOf(changed.problem))
  return staff.go(`${paths.staff.own(staff.code)}?done=${done}`)
}
