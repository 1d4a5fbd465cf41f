import type { Assignment, Person, Role } from '../../../reform/account.ts'
import { ROLES } from '../../../reform/account.ts'
import { type Day, parseDay } from '../../../vocabulary/calendar-day.ts'
import { no, ok, type Result } from '../../../vocabulary/result.ts'

/** 職員の様式 — everything as it was typed, so that a refused form comes back whole. */
export type AccountForm = { login: string; name: string; mail: string; disabled: boolean; rows: RoleRow[] }
export type RoleRow = { role: string; section: string; from: string; to: string }
export type FormFault = { kind: 'role-missing'; nth: number } | { kind: 'day-not-read'; nth: number; text: string; which: 'from' | 'to' }

const EMPTY: RoleRow = { role: '', section: '', from: '', to: '' }
/** Rows to fill in beside those that are there. */
const MORE = 2

export const emptyForm = (): AccountForm => ({ login: '', name: '', mail: '', disabled: false, rows: [EMPTY, EMPTY] })

export const formOf = ({ login, name, mail, disabled, assignments }: Person): AccountForm => ({
  login,
  name,
  mail: mail ?? '',
  disabled,
  rows: withMore(assignments.map(({ role, section, from, to }) => ({ role, section: section ?? '', from, to: to ?? '' }))),
})

const withMore = (rows: RoleRow[]): RoleRow[] => [...rows, ...Array.from({ length: MORE }, () => EMPTY)]

export function readAccountForm(form: FormData): AccountForm {
  const text = (name: string): string => String(form.get(name) ?? '').slice(0, 200)
  const column = (name: string): string[] => form.getAll(name).map((value) => String(value).slice(0, 200).trim())
  const [roles, sections, from, to] = ['role', 'section', 'from', 'to'].map(column) as [string[], string[], string[], string[]]
  const rows = roles.map((role, nth) => ({ role, section: sections[nth] ?? '', from: from[nth] ?? '', to: to[nth] ?? '' }))
  const login = text('login').normalize('NFKC').trim().toLowerCase()
  return { login, name: text('name').trim(), mail: text('mail').trim(), disabled: form.get('disabled') === 'on', rows }
}

type Understood = Pick<Person, 'login' | 'name' | 'mail' | 'assignments'>

/** A row without a role is no role: that is how one is taken away. */
export function understoodForm({ login, name, mail, rows }: AccountForm, today: Day): Result<Understood, FormFault[]> {
  const faults: FormFault[] = []
  const assignments: Assignment[] = []
  rows.forEach(({ role, section, from, to }, nth) => {
    if (role === '' && section === '' && from === '' && to === '') return
    const days = { from: from === '' ? ok(today) : parseDay(from), to: to === '' ? ok(null) : parseDay(to) }
    if (!ROLES.includes(role as Role)) faults.push({ kind: 'role-missing', nth })
    if (!days.from.ok) faults.push({ kind: 'day-not-read', nth, text: from, which: 'from' })
    if (!days.to.ok) faults.push({ kind: 'day-not-read', nth, text: to, which: 'to' })
    if (days.from.ok && days.to.ok)
      assignments.push({ role: role as Role, section: section === '' ? null : section, from: days.from.value, to: days.to.value })
  })
  return faults.length > 0 ? no(faults) : ok({ login, name, mail: mail === '' ? null : mail, assignments })
}
