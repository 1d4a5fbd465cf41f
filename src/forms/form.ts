import type { ReturnedForm } from '../reform/returned-form.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import type { FormNumber } from './form-number.ts'

export type { FormProblem, HiddenIds } from '../reform/returned-form.ts'

/** 配付する様式 — the form of one item of a round, as it leaves the office: with its number and the version it shows. */
export type IssuedForm = { number: FormNumber; round: Round; item: RoundItem; municipality: { code: string; name: string } }

/** 様式の形 — a sheet for each initiative, or one list with a row for each. */
export type FormVariant = 'sheets' | 'list'

/** 戻ってきた様式 — its 帳票番号 is a checked one. */
export type ReadForm = ReturnedForm & { number: FormNumber | null }
