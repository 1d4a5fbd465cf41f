import type { Person } from '../../../reform/account.ts'
import { type Fate, type HandoverFault, handOver, handoverLines, unfilledOn } from '../../../reform/handover.ts'
import { accountRefusalText, handoverFaultText } from '../../../report/wording-accounts.ts'
import { peopleOf } from '../../../store/account.ts'
import { type Day, fiscalYearOfDay, parseDay } from '../../../vocabulary/calendar-day.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import { type CannotHandOver, carryOutHandover } from '../../../workflows/hand-over.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { type HandoverForm, HandoverPage } from './handover-page.tsx'

/** 次の4月1日 — the day on which most of a city hall moves. */
const nextFirstOfApril = (day: Day): Day => `${fiscalYearOfDay(day) + 1}-04-01` as Day

export const showHandover = (staff: Staff): Promise<Response> => {
  const asked = parseDay(staff.query('day'))
  const day = asked.ok ? asked.value : nextFirstOfApril(staff.standing.day)
  const why = !asked.ok && staff.query('day') !== '' ? [`「${staff.query('day')}」は日付として読めません。`] : []
  return show(staff, day, new Map(), { why, status: why.length > 0 ? 422 : 200 })
}

type Shown = { why?: string[]; status?: 200 | 409 | 422; checked?: boolean }

/** The page with what was chosen, and who would be missing once it is carried out. */
async function show(staff: Staff, day: Day, form: HandoverForm, { why = [], status = 200, checked = false }: Shown): Promise<Response> {
  const people = await staff.store.reading(staff.code, peopleOf)
  const { sections } = staff.standing
  const changed = handOver(people, sections, day, fatesOf(form, people))
  const after = changed.ok ? people.map((one) => changed.value.find(({ login }) => login === one.login) ?? one) : people
  const lines = handoverLines(people, day)
  const told = { unfilled: unfilledOn(after, sections, day), changed: changed.ok ? changed.value : [] }
  return staff.show(<HandoverPage {...{ staff, day, form, lines, people, why, checked }} {...told} />, status)
}

export async function takeHandover(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const read = parseDay(String(data.get('day') ?? ''))
  const day = read.ok ? read.value : nextFirstOfApril(staff.standing.day)
  const form = formIn(data)
  if (!read.ok) return show(staff, day, form, { why: ['引継ぎの日を日付として読めません。選び直してください。'], status: 422 })
  const people = await staff.store.reading(staff.code, peopleOf)
  if (data.get('intent') !== 'apply') {
    const tried = handOver(people, staff.standing.sections, day, fatesOf(form, people))
    return tried.ok ? show(staff, day, form, { checked: true }) : show(staff, day, form, { why: faultTexts(tried.problem), status: 422 })
  }
  const done = await carryOutHandover(staff.store, day, fatesOf(form, people), staff.act('account.manage'))
  if (!done.ok) return show(staff, day, form, { why: refusalTexts(done.problem), status: 409 })
  return staff.go(`${paths.staff.handover(staff.code)}?day=${day}&done=${done.value}`)
}

const faultTexts = (faults: readonly HandoverFault[]): string[] => [...new Set(faults.map(handoverFaultText))]
const refusalTexts = (problem: CannotHandOver): string[] =>
  problem.kind === 'handover-faults' ? faultTexts(problem.faults) : [accountRefusalText(problem)]

/** Four columns of the same length: key, what becomes of it, to whom, to where. */
function formIn(data: FormData): HandoverForm {
  const column = (name: string): string[] => data.getAll(name).map((value) => String(value).slice(0, 400).trim())
  const [keys, fates, takers, sections] = ['key', 'fate', 'taker', 'section'].map(column) as [string[], string[], string[], string[]]
  return new Map(keys.map((key, nth) => [key, { fate: fates[nth] ?? 'stays', taker: takers[nth] ?? '', section: sections[nth] ?? '' }]))
}

const fatesOf = (form: HandoverForm, people: readonly Person[]): Map<string, Fate> =>
  new Map([...form].map(([key, said]) => [key, fateOf(said, people)]))

function fateOf({ fate, taker, section }: { fate: string; taker: string; section: string }, people: readonly Person[]): Fate {
  if (fate === 'passes') return { kind: 'passes', to: loginOf(taker, people) }
  if (fate === 'moves') return { kind: 'moves', section }
  return fate === 'ends' ? { kind: 'ends' } : { kind: 'stays' }
}

/** A login, or a name that only one person has. */
function loginOf(typed: string, people: readonly Person[]): string {
  const named = people.filter(({ login, name }) => login === typed || foldTight(name) === foldTight(typed))
  return named.length === 1 && named[0] ? named[0].login : typed
}
