import type { Person } from '../reform/account.ts'
import { type AccountFault, accountFaults } from '../reform/account-faults.ts'
import { type PasswordFault, passwordFault } from '../reform/password.ts'
import { savePerson } from '../store/account.ts'
import { changeSecret } from '../store/account-secret.ts'
import type { Store } from '../store/database.ts'
import { municipalities, saveMunicipality } from '../store/municipality.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'
import { municipalitiesNamed, nameOfCode } from '../vocabulary/municipalities.ts'
import { type MunicipalityCode, parseMunicipalityCode } from '../vocabulary/municipality-code.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { hashPassword } from './secrets/password-hash.ts'

export type Founding = { municipality: string; name: string; login: string; person: string; password: string; repeated: string }
export type CannotFound =
  | { kind: 'already-founded' }
  | { kind: 'municipality-not-known'; text: string }
  | { kind: 'check-digit'; text: string }
  | { kind: 'municipality-name-missing'; code: string }
  | { kind: 'account-faults'; faults: AccountFault[] }
  | PasswordFault

type Named = { code: MunicipalityCode; name: string }

/** 初期設定 — the first municipality of an empty installation and its administrator, both at once. */
export async function foundMunicipality(
  store: Store,
  said: Founding,
  { at, breached }: { at: Date; breached?: (password: string) => boolean },
): Promise<Result<Named, CannotFound>> {
  const named = municipalityOf(said)
  if (!named.ok) return named
  const { code, name } = named.value
  if (said.password !== said.repeated) return no({ kind: 'not-repeated' })
  const words = [said.login, code, name, name.slice(0, -1)]
  const fault = passwordFault(said.password, { words, ...(breached ? { breached } : {}) })
  if (fault) return no(fault)
  const today = dayInJapan(at)
  const assignments = [{ role: 'administrator' as const, section: null, from: today, to: null }]
  const person: Person = { login: said.login, name: said.person, mail: null, disabled: false, demonstration: false, assignments }
  const faults = accountFaults(person, [])
  if (faults.length > 0) return no({ kind: 'account-faults', faults })
  const password = await hashPassword(said.password)
  if ((await store.across((db) => municipalities(db))).length > 0) return no({ kind: 'already-founded' })
  await store.writing({ municipality: code, by: said.login, at, why: '初期設定' }, async (tx) => {
    await saveMunicipality(tx, { name })
    await savePerson(tx, person)
    await changeSecret(tx, { login: person.login, password, oneTime: false, totp: null, totpLastStep: null, changedAt: at })
  })
  return ok(named.value)
}

/** A code with its check digit, or a name of the table; an invented or new one says its code and its name. */
function municipalityOf({ municipality, name }: Founding): Result<Named, CannotFound> {
  const code = parseMunicipalityCode(municipality)
  if (code.ok) {
    const known = name.trim() || nameOfCode(code.value)
    return known ? ok({ code: code.value, name: known }) : no({ kind: 'municipality-name-missing', code: code.value })
  }
  if (code.problem.reason === 'check-digit') return no({ kind: 'check-digit', text: municipality })
  const plain = municipality.normalize('NFKC').trim()
  const found = municipalitiesNamed(plain).find((one) => one.name === plain)
  const parsed = found?.code ? parseMunicipalityCode(found.code) : null
  return parsed?.ok ? ok({ code: parsed.value, name: plain }) : no({ kind: 'municipality-not-known', text: municipality })
}
