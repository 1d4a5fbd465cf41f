import { createHash } from 'node:crypto'
import type { ReadForm } from '../forms/form.ts'
import { formNumberOf, parseFormNumber, serialOf } from '../forms/form-number.ts'
import { settleForm } from '../forms/settle-form.ts'
import { compareTakeBack, matchForm, type TakeBackQuestion } from '../reform/compare-forms.ts'
import { may, type Standing } from '../reform/rights.ts'
import type { Round } from '../reform/round.ts'
import type { IssuedNumber, TakeBack, TakeBackComparison, TakeBackId, TakenFile } from '../reform/take-back.ts'
import { issuedForms } from '../store/form.ts'
import type { Reader } from '../store/handles.ts'
import { roundsOf } from '../store/round.ts'
import { itemsOf } from '../store/round-item.ts'
import { filesOf, takeBackById } from '../store/take-back.ts'

/** 回収の今 — the batch compared with what the database says at this moment; `seen` tells whether it is still what a screen showed. */
export type TakeBackNow = { takeBack: TakeBack; round: Round; question: TakeBackQuestion; comparison: TakeBackComparison; seen: string }

/** 開けるか — the office opens every batch, a reporter the own ones. */
export const mayOpen = (standing: Standing, { takenBy }: TakeBack): boolean =>
  may(standing, 'form.take', null) || (may(standing, 'form.take') && takenBy === standing.person.login)

export async function takeBackNow(db: Reader, id: TakeBackId, standing: Standing): Promise<TakeBackNow | null> {
  const takeBack = await takeBackById(db, id)
  if (!takeBack || !mayOpen(standing, takeBack)) return null
  const rounds = await roundsOf(db)
  const round = rounds.find((one) => one.id === takeBack.round)
  if (!round) return null
  const files = await filesOf(db, id)
  const items = await itemsOf(db, round.id)
  const issued = await issuedNumbers(db, rounds, files)
  const known = { municipality: db.municipality, round, rounds, items, issued, standing }
  const question: TakeBackQuestion = { ...known, files: files.map((file) => settled(file, known)) }
  const comparison = takeBack.outcome?.comparison ?? compareTakeBack(question)
  return { takeBack, round, question, comparison, seen: seenOf(comparison) }
}

/** Rows that lost their ids are found by their names, now that it is known whose form it is. */
function settled(file: TakenFile, known: Pick<TakeBackQuestion, 'issued' | 'items'>): TakenFile {
  const forms = file.read?.forms.map((form) => {
    const { item } = matchForm(known, form)
    return item ? settleForm(form as ReadForm, item.sheet) : form
  })
  return file.read && forms ? { ...file, read: { ...file.read, forms } } : file
}

const seenOf = (comparison: TakeBackComparison): string =>
  createHash('sha256').update(JSON.stringify(comparison)).digest('hex').slice(0, 32)

/** The numbers that stand in the files, as they were issued. */
async function issuedNumbers(db: Reader, rounds: readonly Round[], files: readonly TakenFile[]): Promise<IssuedNumber[]> {
  const serials = new Set<number>()
  for (const form of files.flatMap(({ read }) => read?.forms ?? []))
    for (const number of [form.number, form.hidden?.number]) {
      const parsed = parseFormNumber(number ?? '')
      if (parsed.ok) serials.add(serialOf(parsed.value))
    }
  const known = await issuedForms(db, { serials: [...serials].filter((serial) => serial <= LARGEST_SERIAL) })
  return known.flatMap(({ serial, item, round, bases }) => {
    const year = rounds.find(({ id }) => id === round)?.fiscalYear
    return year === undefined ? [] : [{ number: formNumberOf(year, serial), item, round, bases }]
  })
}
/** of PostgreSQL's integer */
const LARGEST_SERIAL = 2 ** 31 - 1
