import { inquiryDocx, instructionsDocx } from '../forms/round-letter.ts'
import type { Person } from '../reform/account.ts'
import { assignmentsOn } from '../reform/account.ts'
import { may, type Standing } from '../reform/rights.ts'
import type { RoundId } from '../reform/round.ts'
import { sectionOn } from '../reform/section-scope.ts'
import { roundInstructions } from '../report/round-instructions.ts'
import { headOf, inquiryLetter } from '../report/round-letter.ts'
import { peopleOf } from '../store/account.ts'
import type { Store } from '../store/database.ts'
import { plansListed } from '../store/plan-family.ts'
import { roundById } from '../store/round.ts'
import { itemsOf } from '../store/round-item.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import type { NotFound } from './save-report.ts'
import { standingIn } from './standing.ts'

export type MadeFile = { name: string; bytes: Uint8Array }
export const LETTERS = ['inquiry', 'instructions'] as const
export type LetterKind = (typeof LETTERS)[number]
export type LetterAsked = {
  municipality: { code: MunicipalityCode; name: string }
  by: string
  at: Date
  round: RoundId
  letter: LetterKind
  /** one section's letter, with the list of its initiatives; null: for everybody */
  section: string | null
}
export type CannotWrite = NotFound | { kind: 'not-allowed' } | { kind: 'nothing-asked'; section: string }

/** 照会文・記入要領を作る */
export async function roundLetter(store: Store, asked: LetterAsked): Promise<Result<MadeFile, CannotWrite>> {
  const found = await store.reading(asked.municipality.code, async (db) => {
    const standing = await standingIn(db, asked.by, asked.at)
    const round = await roundById(db, asked.round)
    const plans = await plansListed(db)
    return { standing, round, plans, items: round ? await itemsOf(db, round.id) : [], people: await peopleOf(db) }
  })
  const { round, standing } = found
  if (!may(standing, 'round.read')) return no({ kind: 'not-allowed' })
  if (!round) return no({ kind: 'not-found', id: asked.round })
  const plan = found.plans.find((one) => one.family === round.family && one.plan === (round.plan as string))?.title ?? ''
  const sender = senderOf(standing, found.people, asked.municipality.name)
  if (asked.letter === 'instructions')
    return ok({ name: `${round.title}_記入要領.docx`, bytes: await instructionsDocx(roundInstructions(round, plan), sender) })
  const { section } = asked
  const own = found.items.find((item) => item.section !== null && foldTight(item.section) === foldTight(section ?? ''))?.section ?? null
  if (section !== null && own === null) return no({ kind: 'nothing-asked', section })
  const letter = inquiryLetter({ round, plan, sender, items: found.items, section: own })
  return ok({ name: `${round.title}_照会文${own ? `_${own}` : ''}.docx`, bytes: await inquiryDocx(letter) })
}

/** 発信者 — the head of the section that does the office's work: of whoever asks, else of the first who does it. */
function senderOf({ person, sections, day }: Standing, people: readonly Person[], municipality: string): string {
  const office = [person, ...people]
    .flatMap((one) => assignmentsOn(one, day))
    .find(({ role, section }) => role === 'office' && section !== null)
  const section = office?.section ? (sectionOn(sections, office.section, day)[0] ?? office.section) : null
  return `${municipality}　${section ? headOf(section) : '行財政改革担当課長'}`
}
