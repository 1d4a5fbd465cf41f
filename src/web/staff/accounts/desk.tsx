import type { Person } from '../../../reform/account.ts'
import { accountFaultText, accountRefusalText } from '../../../report/wording-accounts.ts'
import { peopleOf, personOf } from '../../../store/account.ts'
import { secretStates } from '../../../store/account-secret.ts'
import { openSessions } from '../../../store/session.ts'
import { type CannotChangeAccount, changeAccount, personState } from '../../../workflows/change-account.ts'
import { type CannotCreateAccount, createAccount } from '../../../workflows/create-account.ts'
import { endSessionsOf } from '../../../workflows/end-sessions.ts'
import { resetPassword } from '../../../workflows/reset-password.ts'
import { paths } from '../../paths.ts'
import { refused } from '../refused.tsx'
import { tokenHash, tokenIn } from '../session.ts'
import type { Staff } from '../staff.ts'
import { type AccountForm, emptyForm, type FormFault, formOf, readAccountForm, understoodForm } from './account-form.ts'
import { AccountPage, NewAccountPage, OneTimePasswordPage } from './account-page.tsx'
import { AccountsPage } from './accounts-page.tsx'

export async function showAccounts(staff: Staff): Promise<Response> {
  const known = await staff.store.reading(staff.code, async (db) => ({
    people: await peopleOf(db),
    secrets: await secretStates(db),
    sessions: await openSessions(db, staff.at),
  }))
  return staff.show(<AccountsPage staff={staff} {...known} done={staff.query('done')} />)
}

const sectionNames = (staff: Staff): string[] => [...new Set(staff.standing.sections.map(({ name }) => name))]

export const showNewAccount = (staff: Staff): Response => showNew(staff, emptyForm(), [], 200)
const showNew = (staff: Staff, form: AccountForm, why: string[], status: 200 | 409 | 422): Response =>
  staff.show(<NewAccountPage staff={staff} form={form} why={why} sections={sectionNames(staff)} />, status)

export async function create(staff: Staff): Promise<Response> {
  const form = readAccountForm(await staff.c.req.formData())
  const said = understoodForm(form, staff.standing.day)
  if (!said.ok) return showNew(staff, form, said.problem.map(formFaultText), 422)
  const created = await createAccount(staff.store, said.value, staff.act('account.manage', '職員の登録'))
  if (!created.ok) return showNew(staff, form, textsOf(created.problem), created.problem.kind === 'login-taken' ? 409 : 422)
  return showOneTime(staff, said.value, created.value.oneTimePassword)
}

/** The only answer to a form that is a page of its own and no redirect: the password must stand in no address and no history. */
const showOneTime = (staff: Staff, person: Pick<Person, 'login' | 'name'>, password: string): Response =>
  staff.show(<OneTimePasswordPage staff={staff} person={person} password={password} />)

type Shown = { form?: AccountForm; why?: string[]; status?: 200 | 409 | 422 }

export async function showAccount(staff: Staff, { form, why = [], status = 200 }: Shown = {}): Promise<Response> {
  const login = staff.param('login')
  const known = await staff.store.reading(staff.code, async (db) => ({
    person: await personOf(db, login),
    secret: (await secretStates(db)).get(login) ?? null,
    sessions: (await openSessions(db, staff.at)).filter((one) => one.login === login),
  }))
  const { person } = known
  if (!person) return refused(staff, accountRefusalText({ kind: 'no-such-account', login }), 404)
  const shown = { form: form ?? formOf(person), why, sections: sectionNames(staff), done: staff.query('done') }
  return staff.show(<AccountPage staff={staff} {...known} person={person} {...shown} seen={personState(person)} />, status)
}

export async function save(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const seen = String(data.get('seen') ?? '')
  const login = staff.param('login')
  const form = { ...readAccountForm(data), login }
  const said = understoodForm(form, staff.standing.day)
  if (!said.ok) return showAccount(staff, { form, why: said.problem.map(formFaultText), status: 422 })
  const { name, mail, assignments } = said.value
  const { disabled } = form
  const act = staff.act('account.manage', disabled ? '職員の変更（使用停止）' : '職員の変更')
  const changed = await changeAccount(staff.store, login, { name, mail, assignments, disabled }, act, seen)
  if (changed.ok) return staff.go(`${paths.staff.account(staff.code, login)}?done=saved`)
  const status = changed.problem.kind === 'account-faults' ? 422 : 409
  return showAccount(staff, { form, why: textsOf(changed.problem), status })
}

function textsOf(problem: CannotCreateAccount | CannotChangeAccount): string[] {
  return problem.kind === 'account-faults' ? problem.faults.map(accountFaultText) : [accountRefusalText(problem)]
}

function formFaultText(fault: FormFault): string {
  switch (fault.kind) {
    case 'role-missing':
      return `${fault.nth + 1}行目：役割を選んでください。使わない行は、すべて空にしてください。`
    case 'day-not-read':
      return `${fault.nth + 1}行目：${fault.which === 'from' ? '始まる日' : '終わる日'}「${fault.text}」は日付として読めません。2026-04-01 または 令和8年4月1日 のように入力してください。`
  }
}

export async function renewPassword(staff: Staff): Promise<Response> {
  const login = staff.param('login')
  const secondFactor = (await staff.c.req.formData()).get('second-factor') === 'remove' ? 'remove' : 'keep'
  const renewed = await resetPassword(staff.store, { login, secondFactor }, staff.act('account.manage'))
  if (!renewed.ok) return refused(staff, accountRefusalText(renewed.problem), renewed.problem.kind === 'no-such-account' ? 404 : 409)
  const person = await staff.store.reading(staff.code, (db) => personOf(db, login))
  return showOneTime(staff, { login, name: person?.name ?? login }, renewed.value.oneTimePassword)
}

export async function endOne(staff: Staff): Promise<Response> {
  const login = staff.param('login')
  await endSessionsOf(staff.store, { login }, staff.act('account.manage', 'セッションの終了'))
  logEnded(staff, login)
  return staff.go(`${paths.staff.account(staff.code, login)}?done=ended`)
}

export async function endAll(staff: Staff): Promise<Response> {
  const own = tokenHash(tokenIn(staff.c, staff.options.plainHttp) ?? '')
  await endSessionsOf(staff.store, { everybodyBut: own }, staff.act('account.manage', '全員のセッションの終了'))
  logEnded(staff, '全員')
  return staff.go(`${paths.staff.accounts(staff.code)}?done=ended`)
}

/** Sessions stand in no log of the database: that they were ended is written here (S-11). */
const logEnded = (staff: Staff, whose: string): void =>
  staff.options.log?.(
    `${staff.at.toISOString()} セッション終了 ${staff.code} ${staff.standing.person.login} ${JSON.stringify(whose.slice(0, 60))}`,
  )
