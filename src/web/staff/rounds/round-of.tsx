import type { Round, RoundId } from '../../../reform/round.ts'
import { type ListedItem, listedItems } from '../../../report/round-lists.ts'
import { type RoundRefusal, roundRefusalText } from '../../../report/wording-round-refusals.ts'
import { roundWords } from '../../../report/wording-rounds.ts'
import { staffWords } from '../../../report/wording-staff-pages.ts'
import type { Reader } from '../../../store/handles.ts'
import { roundById } from '../../../store/round.ts'
import { itemsOf } from '../../../store/round-item.ts'
import { stepsOf } from '../../../store/round-step.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'

/** The round of the address and what a page needs beside it, in one reading; a round that is not there is said so. */
export async function withRound<T>(
  staff: Staff,
  load: (db: Reader, round: Round) => Promise<T>,
  serve: (round: Round, loaded: T) => Response | Promise<Response>,
): Promise<Response> {
  const id = staff.param('id') as RoundId
  const found = await staff.store.reading(staff.code, async (db) => {
    const round = await roundById(db, id)
    return round && { round, loaded: await load(db, round) }
  })
  return found ? serve(found.round, found.loaded) : refusedRound(staff, { kind: 'not-found', id }, 404)
}

/** Every item of the round with its measures: two statements. */
export const listedIn =
  (staff: Staff) =>
  async (db: Reader, round: Round): Promise<ListedItem[]> => {
    const { sections, day } = staff.standing
    return listedItems({ round, items: await itemsOf(db, round.id), steps: await stepsOf(db, { round: round.id }), sections, day })
  }

/** What was refused, and the way back. */
export function refusedRound(staff: Staff, problem: RoundRefusal, status: 404 | 409): Response {
  return staff.show(
    <StaffFrame staff={staff} title={staffWords.refused} crumbs={[{ name: roundWords.rounds, href: paths.staff.rounds(staff.code) }]}>
      <h1>{staffWords.refused}</h1>
      <Refusal>
        <p>{roundRefusalText(problem)}</p>
      </Refusal>
      <p>
        <a href={paths.staff.rounds(staff.code)}>{roundWords.rounds}</a>
      </p>
    </StaffFrame>,
    status,
  )
}
