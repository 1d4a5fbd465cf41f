import { type Duty, dutiesToTell, whatIsDue } from '../evaluate/what-is-due.ts'
import type { Person } from '../reform/account.ts'
import type { Act } from '../reform/act.ts'
import type { SectionHistory } from '../reform/edition.ts'
import type { OutgoingMessage } from '../reform/message.ts'
import { may, type Standing } from '../reform/rights.ts'
import type { Round, RoundId, RoundItem } from '../reform/round.ts'
import { deliveryWords, digestLetter } from '../report/wording-mail.ts'
import { peopleOf } from '../store/account.ts'
import type { Reader, Store, Tx } from '../store/database.ts'
import { addLetters, overtakeDigests } from '../store/outbox.ts'
import { roundsOf } from '../store/round.ts'
import { itemsOf } from '../store/round-item.ts'
import { sectionsOf } from '../store/section.ts'
import { type Day, dayInJapan } from '../vocabulary/calendar-day.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { standingOf } from './standing.ts'

/** 督促の下書き — a person, what is to be told, and the letter that would be written. */
export type PlannedDigest = { person: Person; duties: Duty[]; letter: OutgoingMessage }
/** Keys of what was written now, and of what had been written for the day before. */
export type Reminded = { made: string[]; already: string[] }
type Known = { people: Person[]; sections: SectionHistory[]; rounds: { round: Round; items: RoundItem[] }[] }

/** 今日の督促を作る — one letter a person for the day; again on the same day it writes nothing. Nobody is told of nothing. */
export async function remind(store: Store, act: Act, said: { sends: boolean }): Promise<Reminded> {
  const day = dayInJapan(act.at)
  const planned = await digestsOn(store, act.municipality, day)
  return store.writing(act, (tx) => writeDigests(tx, planned, day, said))
}

export type CannotRemind =
  | { kind: 'not-allowed' }
  | { kind: 'no-such-round'; id: string }
  | { kind: 'nobody-chosen' }
  | { kind: 'nothing-due' }
export type RemindNow = { round: RoundId; logins: readonly string[]; sends: boolean }

/** 今すぐ督促を作る — for the people chosen, whether the day is one for reminding or not; still one letter a person and day. */
export async function remindNow(store: Store, said: RemindNow, act: Act): Promise<Result<Reminded, CannotRemind>> {
  const day = dayInJapan(act.at)
  return store.writing(act, async (tx): Promise<Result<Reminded, CannotRemind>> => {
    if (!may(await standingOf(tx), 'mail.manage')) return no({ kind: 'not-allowed' })
    if (said.logins.length === 0) return no({ kind: 'nobody-chosen' })
    const known = await knownIn(tx)
    if (!known.rounds.some(({ round }) => round.id === said.round)) return no({ kind: 'no-such-round', id: said.round })
    const planned = plannedFor(known, day, (duties) => duties).filter(
      ({ person, duties }) => said.logins.includes(person.login) && duties.some(({ round }) => round.id === said.round),
    )
    return planned.length === 0 ? no({ kind: 'nothing-due' }) : ok(await writeDigests(tx, planned, day, said))
  })
}

/** その日の督促 — what would be written on a day, as things stand now. */
export const digestsOn = (store: Store, municipality: MunicipalityCode, day: Day): Promise<PlannedDigest[]> =>
  store.reading(municipality, async (db) => plannedFor(await knownIn(db), day, dutiesToTell))

/** 督促できる人 — for whom something waits in a round on a day, whether it is a day for reminding or not. */
export const remindable = (store: Store, municipality: MunicipalityCode, day: Day, round: RoundId): Promise<PlannedDigest[]> =>
  store.reading(municipality, async (db) =>
    plannedFor(await knownIn(db), day, (duties) => duties).filter(({ duties }) => duties.some((duty) => duty.round.id === round)),
  )

/** Judged before anything is written: the letters of a day are made once, and the acts of others do not wait for it. */
async function knownIn(db: Reader): Promise<Known> {
  const rounds: Known['rounds'] = []
  for (const round of await roundsOf(db)) if (!round.closed) rounds.push({ round, items: await itemsOf(db, round.id) })
  return { people: await peopleOf(db), sections: await sectionsOf(db), rounds }
}

function plannedFor({ people, sections, rounds }: Known, day: Day, tell: (duties: Duty[]) => Duty[]): PlannedDigest[] {
  return people.flatMap((person) => {
    const duties = tell(whatIsDue({ person, sections, day }, rounds))
    return duties.length === 0 ? [] : [{ person, duties, letter: digestOf({ person, sections, day }, duties) }]
  })
}

const digestOf = ({ person, sections, day }: Standing, duties: readonly Duty[]): OutgoingMessage => ({
  id: `digest:${person.login}:${day}`,
  kind: 'digest',
  day,
  toLogin: person.login,
  toMail: person.mail,
  rounds: [...new Set(duties.map(({ round }) => round.id))],
  about: null,
  ...digestLetter({ person, sections, day }, duties),
})

async function writeDigests(tx: Tx, planned: readonly PlannedDigest[], day: Day, { sends }: { sends: boolean }): Promise<Reminded> {
  const logins = planned.map(({ person }) => person.login)
  await overtakeDigests(tx, logins, day, deliveryWords.overtaken)
  const letters = planned.map(({ letter }) => letter)
  const made = new Set(await addLetters(tx, letters, { sends }))
  return { made: [...made], already: letters.map(({ id }) => id).filter((id) => !made.has(id)) }
}
