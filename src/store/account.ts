import type { Account, Assignment, Person, Role } from '../reform/account.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Reader, Tx } from './handles.ts'
import { storable } from './storable.ts'

/** 職員の一覧 — with everything they are and were assigned to. */
export async function peopleOf(db: Reader): Promise<Person[]> {
  const rows = await withAssignments(db).orderBy('account.login').orderBy('nth').execute()
  return [...Map.groupBy(rows, ({ login }) => login).values()].flatMap((of) => personIn(of) ?? [])
}

// One question for account and assignments: it is asked at every request and in every act.
const withAssignments = (db: Reader) =>
  db
    .selectFrom('account')
    .leftJoin('assignment', (join) =>
      join.onRef('assignment.municipality', '=', 'account.municipality').onRef('assignment.login', '=', 'account.login'),
    )
    .select(['account.login', 'name', 'mail', 'disabled', 'demonstration', 'role', 'section', 'valid_from', 'valid_to'])
    .where('account.municipality', '=', db.municipality)

type JoinedRow = Awaited<ReturnType<ReturnType<typeof withAssignments>['execute']>>[number]

function personIn(rows: readonly JoinedRow[]): Person | null {
  const [row] = rows
  if (!row) return null
  const assignments = rows.flatMap(({ role, section, valid_from, valid_to }) =>
    role === null || valid_from === null ? [] : [toAssignment({ role, section, valid_from, valid_to })],
  )
  return { ...toAccount(row), assignments }
}

/** 職員の氏名 — by login; those whose accounts are disabled too, for what they did stays told with their names. */
export async function namesOf(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('account').select(['login', 'name']).where('municipality', '=', db.municipality).execute()
  return new Map(rows.map(({ login, name }) => [login, name]))
}

export const personOf = async (db: Reader, login: string): Promise<Person | null> =>
  personIn(await withAssignments(db).where('account.login', '=', login).orderBy('nth').execute())

type AccountRow = { login: string; name: string; mail: string | null; disabled: boolean; demonstration: boolean }
const toAccount = ({ login, name, mail, disabled, demonstration }: AccountRow): Account => ({ login, name, mail, disabled, demonstration })
const toAssignment = (row: { role: string; section: string | null; valid_from: string; valid_to: string | null }): Assignment => ({
  role: row.role as Role,
  section: row.section,
  from: row.valid_from as Day,
  to: row.valid_to as Day | null,
})

/** Writes an account and brings its assignments to what is said: those that are gone are taken away, which the log keeps. */
export async function savePerson(tx: Tx, { login, name, mail, disabled, demonstration, assignments }: Person): Promise<void> {
  const said = { name: storable(name), mail: mail === null ? null : storable(mail), disabled, demonstration }
  await tx
    .insertInto('account')
    .values({ municipality: tx.municipality, login, ...said })
    .onConflict((conflict) => conflict.columns(['municipality', 'login']).doUpdateSet(said))
    .execute()
  const rows = assignments.map(({ role, section, from, to }, place) => ({
    municipality: tx.municipality,
    login,
    nth: place + 1,
    role,
    section: section === null ? null : storable(section),
    valid_from: from as string,
    valid_to: to as string | null,
  }))
  await tx
    .deleteFrom('assignment')
    .where('municipality', '=', tx.municipality)
    .where('login', '=', login)
    .where('nth', '>', rows.length)
    .execute()
  if (rows.length === 0) return
  await tx
    .insertInto('assignment')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'login', 'nth']).doUpdateSet(({ ref }) => ({
        role: ref('excluded.role'),
        section: ref('excluded.section'),
        valid_from: ref('excluded.valid_from'),
        valid_to: ref('excluded.valid_to'),
      })),
    )
    .execute()
}
