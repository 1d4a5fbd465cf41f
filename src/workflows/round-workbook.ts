import { roundBook } from '../publish/round-workbook.ts'
import { may } from '../reform/rights.ts'
import type { RoundId } from '../reform/round.ts'
import { roundBoard } from '../report/round-board.ts'
import { consolidated } from '../report/round-consolidated.ts'
import { listedItems } from '../report/round-lists.ts'
import { peopleOf } from '../store/account.ts'
import type { Store } from '../store/database.ts'
import { roundById } from '../store/round.ts'
import { itemsOf } from '../store/round-item.ts'
import { stepsOf } from '../store/round-step.ts'
import { dayName } from '../vocabulary/calendar-day.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { MadeFile } from './round-letter.ts'
import type { NotFound } from './save-report.ts'
import { standingIn } from './standing.ts'

type Asked = { municipality: { code: MunicipalityCode; name: string }; by: string; at: Date; round: RoundId }

/** 集計ブックを作る — the reports of a round as they are now, one row each, and the measures by section. */
export async function roundWorkbook(store: Store, asked: Asked): Promise<Result<MadeFile, NotFound | { kind: 'not-allowed' }>> {
  const found = await store.reading(asked.municipality.code, async (db) => {
    const standing = await standingIn(db, asked.by, asked.at)
    const round = await roundById(db, asked.round)
    if (!round) return { standing, round, listed: [], people: [] }
    const [items, steps] = [await itemsOf(db, round.id), await stepsOf(db, { round: round.id })]
    const { sections, day } = standing
    return { standing, round, listed: listedItems({ round, items, steps, sections, day }), people: await peopleOf(db) }
  })
  const { round, standing, listed, people } = found
  if (!may(standing, 'round.read')) return no({ kind: 'not-allowed' })
  if (!round) return no({ kind: 'not-found', id: asked.round })
  const names = new Map(people.map(({ login, name }) => [login, name]))
  const bytes = await roundBook({
    title: `${asked.municipality.name} ${round.title}`,
    made: `${dayName(standing.day)}現在`,
    rows: consolidated(listed, (login) => names.get(login) ?? login),
    board: roundBoard(round, listed, standing.day),
  })
  return ok({ name: `${round.title}_集計.xlsx`, bytes })
}
