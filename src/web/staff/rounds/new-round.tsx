import type { RecordId } from '../../../reform/record-id.ts'
import {
  type FieldFault,
  proposedRound,
  readRound,
  type SaidRound,
  type TypedRound,
  withProposals,
  yearsOffered,
} from '../../../report/round-form.ts'
import { roundRefusalText } from '../../../report/wording-round-refusals.ts'
import { fieldProblemText } from '../../../report/wording-rounds.ts'
import { type ListedPlan, plansListed } from '../../../store/plan-family.ts'
import { openRound } from '../../../workflows/open-round.ts'
import { previewRound } from '../../../workflows/preview-round.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { NewRoundPage } from './new-round-page.tsx'
import { planOptions, planValue, textOf, typedIn } from './typed-round.ts'

const offered = async (staff: Staff) => {
  const plans = await staff.store.reading(staff.code, plansListed)
  return { plans, options: { staff, plans: planOptions(plans), years: yearsOffered(staff.standing.day) } }
}

export async function newRound(staff: Staff): Promise<Response> {
  const { options } = await offered(staff)
  const [only] = options.plans.length === 1 ? options.plans : []
  return staff.show(<NewRoundPage {...options} typed={proposedRound(staff.standing.day, only?.value ?? '')} />)
}

const WITHOUT_DATES = { dueSection: '', dueDepartment: '', dueOffice: '' }

/** 確かめる・計算し直す・始める — one form, three buttons; only the last one writes. */
export async function newRoundSaid(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const press = textOf(form, 'press')
  const { plans, options } = await offered(staff)
  const said = typedIn(form)
  const typed = withProposals(press === 'propose' ? { ...said, ...WITHOUT_DATES } : said)
  if (press === 'propose') return staff.show(<NewRoundPage {...options} typed={typed} />)

  const read = readAll(typed, plans, options.years)
  if ('faults' in read) return staff.show(<NewRoundPage {...options} typed={typed} faults={read.faults} />, 422)
  if (press === 'open') {
    const opened = await openRound(staff.store, { ...read.said, ...read.of }, staff.act('round.manage'))
    if (opened.ok) return staff.go(`${paths.staff.round(staff.code, opened.value.id)}?done=opened`)
    return staff.show(<NewRoundPage {...options} typed={typed} refusal={roundRefusalText(opened.problem)} />, 409)
  }
  const round = { ...read.of, opensOn: read.said.opensOn }
  const told = await previewRound(staff.store, { municipality: staff.code, by: staff.standing.person.login, at: staff.at, round })
  if (!told.ok) return staff.show(<NewRoundPage {...options} typed={typed} refusal={roundRefusalText(told.problem)} />, 409)
  return staff.show(<NewRoundPage {...options} typed={typed} preview={{ said: read.said, told: told.value }} />)
}

type Read = { said: SaidRound; of: { family: ListedPlan['family']; plan: RecordId; fiscalYear: number } }

function readAll(typed: TypedRound, plans: readonly ListedPlan[], years: readonly number[]): Read | { faults: FieldFault[] } {
  const chosen = plans.find((one) => planValue(one) === typed.plan)
  const fiscalYear = years.find((year) => String(year) === typed.year)
  const read = readRound(typed)
  const faults: FieldFault[] = [
    ...(chosen ? [] : [{ field: 'plan' as const, text: fieldProblemText('no-plan', '') }]),
    ...(fiscalYear === undefined ? [{ field: 'year' as const, text: fieldProblemText('no-year', '') }] : []),
    ...(read.ok ? [] : read.problem),
  ]
  if (!chosen || fiscalYear === undefined || !read.ok) return { faults }
  return { said: read.value, of: { family: chosen.family, plan: chosen.plan as RecordId, fiscalYear } }
}
