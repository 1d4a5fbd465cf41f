import type { ReactElement } from 'react'
import type { EditFault } from '../../../reform/edit-rows.ts'
import { basisOf, editedThing, type PlanEdit } from '../../../reform/plan-edit.ts'
import type { PlanFamilyId, RecordId } from '../../../reform/record-id.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { type EditForm, offered, type Typed, type TypedDifference, typedDifferences, withMoreRows } from '../../../report/edit-form.ts'
import { planRefusalText, planWords } from '../../../report/wording-plans.ts'
import { loadRecord } from '../../../store/record.ts'
import { loadExcerpt } from '../../../store/record-excerpt.ts'
import { editPlan } from '../../../workflows/edit-plan.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { textOf, typedIn } from './typed.ts'

/** 様式の今の姿 — what is in its fields, what it was drawn from, and, after a refusal, why. */
export type FormState = {
  form: EditForm
  typed: Typed
  basis: string | null
  faults: readonly EditFault[]
  why: string | null
  differences: readonly TypedDifference[]
  reason: { text: string; required: boolean }
}

/** 編集の場面 — one form: what it asks, how it is drawn from the record, which edit it makes, and on which page it stands. */
export type Editing = {
  form: (record: StoredRecord) => EditForm
  drawn: (record: StoredRecord) => Typed
  edit: (typed: Typed) => PlanEdit
  page: (staff: Staff, record: StoredRecord, state: FormState) => ReactElement | Promise<ReactElement>
  done: (staff: Staff, record: StoredRecord) => string
}

export const familyOf = (staff: Staff): PlanFamilyId => staff.param('family') as PlanFamilyId
export const recordOf = (staff: Staff): Promise<StoredRecord | null> =>
  staff.store.reading(staff.code, (db) => loadRecord(db, familyOf(staff)))
/** the plans with their tree and one initiative: what a form needs to be drawn and read */
export const excerptOf = (staff: Staff, initiative: RecordId | null): Promise<StoredRecord | null> =>
  staff.store.reading(staff.code, (db) => loadExcerpt(db, familyOf(staff), initiative))
export const noPlan = (staff: Staff): Response => refused(staff, planWords.noPlan, 404)
export const noThing = (staff: Staff): Response => refused(staff, planWords.noThing, 404)

/** null where the thing is new: there is nothing that another person could have changed */
const basisIn = (record: StoredRecord, editing: Editing, typed: Typed): string | null => {
  const thing = editedThing(record, editing.edit(typed))
  return thing === null ? null : basisOf(thing)
}

export const firstState = (record: StoredRecord, editing: Editing): FormState => {
  const form = editing.form(record)
  const typed = editing.drawn(record)
  return {
    form,
    typed: offered(form, typed),
    basis: basisIn(record, editing, typed),
    faults: [],
    why: null,
    differences: [],
    reason: { text: '', required: false },
  }
}

/** The form as it is now. */
export async function showForm(staff: Staff, editing: Editing, record: StoredRecord): Promise<Response> {
  return staff.show(await editing.page(staff, record, firstState(record, editing)))
}

/** 様式を受け取る — saved and sent on, or back with everything that was typed. */
export async function takeForm(staff: Staff, editing: Editing, record: StoredRecord): Promise<Response> {
  const data = await staff.c.req.formData()
  const form = editing.form(record)
  const typed = typedIn(form, data)
  const basis = textOf(data, 'basis') || null
  const reason = textOf(data, 'reason')
  const state: FormState = { form, typed, basis, faults: [], why: null, differences: [], reason: { text: reason, required: false } }
  const more = textOf(data, 'more')
  if (more !== '') return staff.show(await editing.page(staff, record, { ...state, typed: withMoreRows(form, typed, more) }))

  const done = await editPlan(staff.store, familyOf(staff), { edit: editing.edit(typed), basis, reason }, staff.act('plan.edit'))
  if (done.ok) return staff.go(editing.done(staff, done.value))
  const { problem } = done
  const why = planRefusalText(problem)
  if (problem.kind === 'edit-faults') return staff.show(await editing.page(staff, record, { ...state, why, faults: problem.faults }), 422)
  if (problem.kind === 'change-reason-missing')
    return staff.show(await editing.page(staff, record, { ...state, why, reason: { text: reason, required: true } }), 422)
  if (problem.kind !== 'changed-meanwhile') return refused(staff, why, 409)
  const { now } = problem
  const thing = editedThing(now, editing.edit(typed))
  // gone altogether: there is nothing left to compare with
  if (thing === null) return refused(staff, planWords.noThing, 409)
  const differences = typedDifferences(editing.form(now), editing.drawn(now), typed)
  return staff.show(await editing.page(staff, now, { ...state, why, differences, basis: basisOf(thing) }), 409)
}
