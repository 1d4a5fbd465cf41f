import type { ReactNode } from 'react'
import type { Crumb } from '../../../kit/shell.tsx'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { Comparison } from './comparison.tsx'
import { EditFormView } from './edit-fields.tsx'
import type { FormState } from './serve-edit.tsx'

/** Why a form came back, and what the plan says now where somebody else was faster. */
export function StateNotice({ state }: { state: FormState }): ReactNode {
  if (state.why === null) return null
  return (
    <Refusal>
      <p>{state.why}</p>
      {state.differences.length > 0 && <Comparison rows={state.differences} />}
    </Refusal>
  )
}

type Said = {
  staff: Staff
  title: string
  crumbs: Crumb[]
  state: FormState
  action: string
  cancel: string
  /** whether a reason may be asked: the thing may have been published */
  reason?: boolean
  submit?: string
  before?: ReactNode
  after?: ReactNode
}

/** 一つの様式の頁 — a plan, a node, a new initiative. */
export function FormPage({ staff, title, crumbs, state, action, cancel, reason, submit, before, after }: Said): ReactNode {
  return (
    <StaffFrame staff={staff} title={state.why ? `保存できません：${title}` : title} crumbs={[...crumbs, { name: title, href: action }]}>
      <h1>{title}</h1>
      <StateNotice state={state} />
      {before}
      <EditFormView
        action={action}
        id="edit"
        form={state.form}
        typed={state.typed}
        faults={state.faults}
        basis={state.basis}
        cancel={cancel}
        submit={submit}
        reason={reason || state.reason.required ? state.reason : null}
      />
      {after}
    </StaffFrame>
  )
}
