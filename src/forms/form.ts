import type { ReturnedForm } from '../reform/returned-form.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import type { FormNumber } from './form-number.ts'

export type { FormProblem, HiddenIds, SeenIdentity } from '../reform/returned-form.ts'

/** 配付する様式 — the form of one item of a round, as it leaves the office: with its number and the version it shows. */
export type IssuedForm = {
  number: FormNumber
  round: Round
  item: RoundItem
  municipality: { code: string; name: string }
  planTitle?: string
}

/** 様式の形 — a sheet for each initiative, or one list with a row for each. */
export type FormVariant = 'sheets' | 'list'

/** 様式の出所 — our own sheets and list, the answers of a web form, or the city's own form. */
export type FormOrigin = FormVariant | 'answers' | 'own'

/**
 * 戻ってきた様式 — its 帳票番号 is a checked one. A field that is not in `at` did not stand on the form: the report keeps what it
 * has (`withReturned`). An indicator or effect whose hidden id is gone is keyed by its name until `settleForm` finds it in the
 * sheet of the item.
 */
export type ReadForm = ReturnedForm & { number: FormNumber | null; from: FormOrigin }
