import type { RoundId } from '../../../reform/round.ts'
import { LETTERS, roundLetter } from '../../../workflows/round-letter.ts'
import { roundWorkbook } from '../../../workflows/round-workbook.ts'
import type { Staff } from '../staff.ts'
import { refusedRound } from './round-of.tsx'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const askedOf = (staff: Staff) => ({
  municipality: staff.municipality,
  by: staff.standing.person.login,
  at: staff.at,
  round: staff.param('id') as RoundId,
})

/** 照会文・記入要領 */
export async function letter(staff: Staff): Promise<Response> {
  const kind = LETTERS.find((one) => one === staff.param('letter'))
  const written = kind && (await roundLetter(staff.store, { ...askedOf(staff), letter: kind, section: staff.query('section') || null }))
  if (!written) return refusedRound(staff, { kind: 'not-found', id: staff.param('letter') }, 404)
  return written.ok ? staff.file(written.value.name, DOCX, written.value.bytes) : refusedRound(staff, written.problem, 404)
}

/** 集計ブック */
export async function workbook(staff: Staff): Promise<Response> {
  const made = await roundWorkbook(staff.store, askedOf(staff))
  return made.ok ? staff.file(made.value.name, XLSX, made.value.bytes) : refusedRound(staff, made.problem, 404)
}
