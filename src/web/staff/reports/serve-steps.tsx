import type { ReactElement } from 'react'
import { REPORT_STEPS, STEPS } from '../../../reform/report-steps.ts'
import type { RoundItemId } from '../../../reform/round.ts'
import { reportRefusalText } from '../../../report/wording-reports.ts'
import { staffWords } from '../../../report/wording-staff-pages.ts'
import type { CannotSave } from '../../../workflows/save-report.ts'
import { type CannotSubmit, submitReport } from '../../../workflows/submit-report.ts'
import { type CannotTake, type TakenStep, takeStep } from '../../../workflows/take-step.ts'
import { paths } from '../../paths.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { FormPage } from './form-page.tsx'
import { contentIn, versionIn } from './report-said.ts'
import { cannotSave, itemFor, reportFor } from './serve-report.tsx'
import type { StepTyped } from './step-forms.tsx'
import { ViewPage } from './view-page.tsx'

/** The steps that have an address; saving has its own, and publishing belongs to the edition. */
export const stepNamed = (name: string): TakenStep | null =>
  (REPORT_STEPS.find((step) => step === name && step !== 'save' && step !== 'publish') as TakenStep | undefined) ?? null

/** 手続を進める — one address a step. */
export async function serveStep(staff: Staff): Promise<Response> {
  const step = stepNamed(staff.param('step'))
  if (!step) return refused(staff, reportRefusalText({ kind: 'not-found', id: staff.param('step') }), 404)
  const form = await staff.c.req.formData()
  if (step === 'submit') return submit(staff, form)
  const typed = typedIn(form, step)
  const id = staff.param('item') as RoundItemId
  const taken = await takeStep(
    staff.store,
    step,
    id,
    { version: versionIn(form), reason: typed.reason, fields: typed.fields, document: typed, until: typed.until },
    staff.act(STEPS[step].right, typed.reason || undefined),
  )
  if (!taken.ok) return cannotTake(staff, typed, taken.problem)
  return staff.go(`${paths.staff.report(staff.code, id)}?done=${step}`)
}

function typedIn(form: FormData, step: TakenStep): StepTyped {
  const text = (name: string): string => {
    const said = form.get(name)
    return typeof said === 'string' ? said.replace(/\r\n?/g, '\n').slice(0, 2000) : ''
  }
  const fields = form.getAll('fields').filter((field) => typeof field === 'string')
  return { step, reason: text('reason'), fields: fields.slice(0, 200), number: text('number'), on: text('on'), until: text('until') }
}

/** A refused step comes back with the report as it is now and with what was typed beside the button. */
async function cannotTake(staff: Staff, typed: StepTyped, problem: CannotTake): Promise<Response> {
  const told = await reportFor(staff)
  if (told instanceof Response) return told
  const why = reportRefusalText(problem, told.nameOf)
  const page: ReactElement = <ViewPage staff={staff} told={told} why={why} typed={typed} />
  return staff.show(page, statusOf(problem))
}

/** 422: something is missing in the form; 403: not this person's step; 409: not in this state. */
function statusOf({ kind }: CannotTake): 403 | 404 | 409 | 422 {
  switch (kind) {
    case 'not-yours':
      return 403
    case 'not-found':
      return 404
    case 'report-faults':
    case 'reason-missing':
    case 'document-missing':
    case 'end-missing':
    case 'end-passed':
      return 422
    default:
      return 409
  }
}

/** 提出 — the form is saved and submitted in one act; what is missing is told beside the fields, and what was typed is saved. */
async function submit(staff: Staff, form: FormData): Promise<Response> {
  const item = await itemFor(staff)
  if (item instanceof Response) return item
  const content = contentIn(form, item)
  const done = await submitReport(staff.store, { item: item.id, version: versionIn(form), content }, staff.act('report.write'))
  if (!done.ok) return isOfStep(done.problem) ? refused(staff, staffWords.refused, 409) : cannotSave(staff, content, form, done.problem)
  if (done.value.faults.length === 0) return staff.go(`${paths.staff.report(staff.code, item.id)}?done=submit`)
  const told = await reportFor(staff)
  return told instanceof Response ? told : staff.show(<FormPage staff={staff} told={told} content={told.item.content} withFaults />, 422)
}

/** Submitting right after saving can meet none of these; the compiler is told so by listing them. */
const isOfStep = (problem: CannotSubmit): problem is Exclude<CannotTake, CannotSave> =>
  ['changed-meanwhile', 'report-faults', 'reason-missing', 'document-missing', 'end-missing', 'end-passed'].includes(problem.kind)
