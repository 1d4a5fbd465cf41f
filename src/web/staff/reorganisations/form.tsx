import { randomUUID } from 'node:crypto'
import type { Reorganisation, ReorganisationId } from '../../../reform/reorganisation.ts'
import { reorganisationFaults } from '../../../reform/reorganisation-faults.ts'
import { documentedReorganisations } from '../../../report/documented-reorganisations.ts'
import { dayShort } from '../../../report/former-values.ts'
import {
  keptRows,
  MOST_CHANGES,
  type ReorganisationTyped,
  rowsPasted,
  typedChange,
  typedReorganisation,
  understoodReorganisation,
  withMoreRows,
} from '../../../report/reorganisation-form.ts'
import {
  reorganisationFaultText,
  reorganisationFormFaultText,
  reorganisationRefusalText,
  reorganisationWords as words,
} from '../../../report/wording-reorganisations.ts'
import { documentedChanges, reorganisationById } from '../../../store/reorganisation.ts'
import { draftReorganisation } from '../../../workflows/reorganise.ts'
import { paths } from '../../paths.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { FormPage, type FormState } from './form-page.tsx'
import { pastedIn, typedIn, versionIn, wordIn } from './typed-form.ts'

const EMPTY: ReorganisationTyped = { title: '', effective: '', rows: [] }

const fresh = (typed: ReorganisationTyped, said: Partial<FormState> = {}): FormState => ({
  ...{ id: null, typed: withMoreRows(typed), version: 0, document: null, why: [], rowFaults: new Map(), now: null, pasted: '', read: null },
  ...said,
})

export const missing = (staff: Staff): Response => refused(staff, words.notFound, 404)
export const found = (staff: Staff): Promise<Reorganisation | null> =>
  staff.store.reading(staff.code, (db) => reorganisationById(db, staff.param('id')))

/** 新しい組織改正 — empty, or filled with what an imported document says. */
export async function showNew(staff: Staff): Promise<Response> {
  const family = staff.query('family')
  if (family === '') return staff.show(<FormPage staff={staff} state={fresh(EMPTY)} />)
  const documented = await staff.store.reading(staff.code, documentedChanges)
  const day = staff.query('day')
  const told = documentedReorganisations(documented, staff.standing.sections, []).find(
    (one) => one.family === family && (one.effective ?? '') === day,
  )
  if (!told) return refused(staff, 'この文書の組織改正は見つかりません。一覧から開き直してください。', 404)
  const typed = {
    title: told.effective === null ? '組織改正' : `${dayShort(told.effective)}の組織改正`,
    effective: told.effective ?? '',
    rows: told.changes.map(typedChange),
  }
  return staff.show(<FormPage staff={staff} state={fresh(typed, { document: told.sha256, read: told })} />)
}

export async function showEdit(staff: Staff): Promise<Response> {
  const it = await found(staff)
  if (!it) return missing(staff)
  if (it.state === 'applied') return refused(staff, reorganisationRefusalText({ kind: 'applied-already' }), 409)
  return staff.show(<FormPage staff={staff} state={drawn(staff, it)} />)
}

/** The form of a draft, with the faults of its rows beside them. */
function drawn(staff: Staff, it: Reorganisation): FormState {
  const faults = reorganisationFaults(staff.standing.sections, it)
  const rowFaults = new Map<number, string[]>()
  for (const fault of faults)
    if ('nth' in fault) rowFaults.set(fault.nth, [...(rowFaults.get(fault.nth) ?? []), reorganisationFaultText(fault)])
  return fresh(typedReorganisation(it), { id: it.id, version: it.version, document: it.document, rowFaults })
}

export const takeNew = async (staff: Staff): Promise<Response> => take(staff, null)

export async function takeEdit(staff: Staff): Promise<Response> {
  const it = await found(staff)
  if (!it) return missing(staff)
  return take(staff, it)
}

async function take(staff: Staff, was: Reorganisation | null): Promise<Response> {
  const data = await staff.c.req.formData()
  const typed = typedIn(data)
  const pasted = pastedIn(data)
  const state: FormState = {
    ...fresh(
      { ...typed, rows: keptOrAll(typed) },
      { id: was?.id ?? null, version: versionIn(data), document: wordIn(data, 'document') || null },
    ),
    pasted,
  }
  const press = wordIn(data, 'press')
  if (press === 'more') return staff.show(<FormPage staff={staff} state={{ ...state, typed: withMoreRows(typed) }} />)
  if (press === 'paste') return staff.show(<FormPage staff={staff} state={withPasted(state, typed, pasted)} />)
  const said = understoodReorganisation(typed)
  if (!said.ok) {
    const rowFaults = new Map<number, string[]>()
    const why = said.problem.map((fault) => {
      if ('nth' in fault) rowFaults.set(fault.nth, [...(rowFaults.get(fault.nth) ?? []), reorganisationFormFaultText(fault)])
      return 'nth' in fault ? `${fault.nth + 1}行目：${reorganisationFormFaultText(fault)}` : reorganisationFormFaultText(fault)
    })
    return staff.show(<FormPage staff={staff} state={{ ...state, why, rowFaults }} />, 422)
  }
  const id = was?.id ?? (randomUUID() as ReorganisationId)
  const draft = { id, ...said.value, document: state.document }
  const saved = await draftReorganisation(staff.store, draft, state.version, staff.act('section.reorganise', '組織改正の案'))
  if (saved.ok) return staff.go(`${paths.staff.reorganisation(staff.code, id)}?done=saved`)
  const { problem } = saved
  if (problem.kind !== 'changed-meanwhile') return refused(staff, reorganisationRefusalText(problem), 409)
  const why = [reorganisationRefusalText({ kind: 'changed-meanwhile' })]
  return staff.show(<FormPage staff={staff} state={{ ...state, why, version: problem.now.version, now: problem.now }} />, 409)
}

/** Rows that say nothing are not drawn again; those that are marked to go stay, so that the mark can be taken back. */
const keptOrAll = (typed: ReorganisationTyped): ReorganisationTyped['rows'] => {
  const kept = keptRows(typed)
  return [...kept, ...typed.rows.filter((row) => row.off)]
}

/** Nothing of the table is taken: a form that dropped the last rows would be believed. */
const tooManyRows = (rows: number): string =>
  `貼り付けた表を加えると${rows.toLocaleString('ja-JP')}行になります。一つの組織改正は${MOST_CHANGES}行までです。施行日か部ごとに分けてください。`

function withPasted(state: FormState, typed: ReorganisationTyped, pasted: string): FormState {
  const rows = rowsPasted(pasted)
  const unread = rows.filter((row) => row.kind === '').length
  const all = [...keptOrAll(typed), ...rows]
  const first = keptOrAll(typed).length
  if (all.length > MOST_CHANGES) return { ...state, why: [tooManyRows(all.length)] }
  const rowFaults = new Map(
    rows.flatMap((row, nth): [number, string[]][] =>
      row.kind === '' ? [[first + nth, [reorganisationFormFaultText({ kind: 'kind-not-chosen', nth, text: row.unread })]]] : [],
    ),
  )
  const told = rows.length === 0 ? { pasted: '貼り付けた表に行がありません。表計算の範囲を写して貼り付けてください。' } : {}
  return {
    ...state,
    typed: withMoreRows({ ...typed, rows: all }),
    pasted: rows.length === 0 ? pasted : '',
    rowFaults,
    why: told.pasted ? [told.pasted] : [],
    readRows: rows.length === 0 ? null : { rows: rows.length, unread },
  }
}
