import type { ReactNode } from 'react'
import type { EditFault } from '../../../reform/edit-rows.ts'
import { type EditForm, type Typed, textIn, typedDifferences } from '../../../report/edit-form.ts'
import { Comparison } from '../plans/comparison.tsx'
import { Field } from '../plans/edit-fields.tsx'
import { textOf } from '../plans/typed.ts'

/** 様式の姿 — what is in its fields, and, after a refusal, why it came back. */
export type Shown = {
  form: EditForm
  typed: Typed
  basis: string | null
  faults: readonly EditFault[]
  why: string | null
  differences: ReturnType<typeof typedDifferences>
}
export const shown = (form: EditForm, typed: Typed, basis: string | null): Shown => ({
  form,
  typed,
  basis,
  faults: [],
  why: null,
  differences: [],
})

/** What came with a form, in its own fields and no others (S-02). */
export const textsIn = (form: EditForm, data: FormData): Record<string, string> =>
  Object.fromEntries(form.fields.map(({ name }) => [name, textOf(data, name)]))

/** Somebody else was faster: what is there now beside what was typed, and the basis of what is there now. */
export const changedSince = (state: Shown, now: Typed, basis: string, why: string): Shown => ({
  ...state,
  basis,
  why,
  differences: typedDifferences(state.form, now, state.typed),
})

/** The fields of a form with what it was drawn from. */
export function FormFields({ id, state }: { id: string; state: Shown }): ReactNode {
  return (
    <>
      {state.differences.length > 0 && <Comparison rows={state.differences} />}
      {state.basis !== null && <input type="hidden" name="basis" value={state.basis} />}
      {state.form.fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={textIn(state.typed, field.name)}
          at={{ id: `${id}-${field.name}`, path: field.name, faults: state.faults }}
        />
      ))}
    </>
  )
}

export const Buttons = ({ submit, cancel }: { submit: string; cancel: string }): ReactNode => (
  <p className="buttons">
    <button type="submit">{submit}</button>
    <a href={cancel}>書かずに戻る</a>
  </p>
)
