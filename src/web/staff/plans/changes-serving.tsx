import type { RecordId } from '../../../reform/record-id.ts'
import { readChangeChoice } from '../../../report/plan-change-choices.ts'
import { changeRefusalText, planWords as words } from '../../../report/wording-plans.ts'
import type { NameOf } from '../../../report/wording-reports.ts'
import { namesOf } from '../../../store/account.ts'
import { planChangesOf } from '../../../store/plan-change.ts'
import { loadExcerpt, loadNames } from '../../../store/record-excerpt.ts'
import { parseDay } from '../../../vocabulary/calendar-day.ts'
import { decidePlanChange, proposePlanChange } from '../../../workflows/decide-plan-change.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { ChangesPage, type ChangesSaid } from './changes-page.tsx'
import { familyOf, noPlan } from './serve-edit.tsx'
import { textOf } from './typed.ts'

const NOTHING: Pick<ChangesSaid, 'why' | 'typed' | 'about'> = { why: null, typed: {}, about: null }

export const showChanges = (staff: Staff): Promise<Response> => page(staff, staff.query('initiative'), NOTHING, 200)

async function page(staff: Staff, only: string, said: typeof NOTHING, status: 200 | 409 | 422): Promise<Response> {
  const family = familyOf(staff)
  const found = await staff.store.reading(staff.code, async (db) => {
    const record = await loadNames(db, family)
    const own = only === '' ? null : await loadExcerpt(db, family, only as RecordId)
    return record && { record, own, changes: await planChangesOf(db, family), people: await namesOf(db) }
  })
  if (!found) return noPlan(staff)
  const it = found.own?.initiatives.find(({ id }) => id === only) ?? null
  const changes = it ? found.changes.filter(({ initiative }) => initiative === it.id) : found.changes
  const nameOf: NameOf = (login) => found.people.get(login) ?? login
  const page = { record: found.record, own: found.own, changes, only: it, nameOf, ...said }
  return staff.show(<ChangesPage staff={staff} {...page} />, status)
}

const hrefOf = (staff: Staff, initiative: string, anchor = ''): string =>
  `${paths.staff.planChanges(staff.code, familyOf(staff))}?done=1${initiative ? `&initiative=${encodeURIComponent(initiative)}` : ''}${anchor}`

/** 行革担当課から提案する */
export async function takeProposal(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const typed = { what: textOf(data, 'what'), after: textOf(data, 'after'), reason: textOf(data, 'reason') }
  const initiative = textOf(data, 'initiative')
  const { kind, of } = readChangeChoice(typed.what)
  const said = { kind, of, after: typed.after.trim(), reason: typed.reason.trim() }
  const done = await proposePlanChange(staff.store, familyOf(staff), initiative as RecordId, said, staff.act('plan.edit'))
  if (done.ok) return staff.go(hrefOf(staff, initiative, `#change-${done.value.id}`))
  const status = done.problem.kind === 'reason-missing' || done.problem.kind === 'nothing-said' ? 422 : 409
  return page(staff, initiative, { why: changeRefusalText(done.problem), typed, about: null }, status)
}

/** 決定する・見送る */
export async function takeDecision(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const about = staff.param('id')
  const typed = { on: textOf(data, 'on'), reason: textOf(data, 'reason') }
  const on = parseDay(typed.on)
  if (!on.ok) return page(staff, '', { why: words.noDay, typed, about }, 422)
  const said = { decided: textOf(data, 'decision') === 'decided', on: on.value, reason: typed.reason }
  const done = await decidePlanChange(staff.store, about, said, staff.act('plan.edit', typed.reason.trim() || undefined))
  if (done.ok) return staff.go(hrefOf(staff, ''))
  return page(staff, '', { why: changeRefusalText(done.problem), typed, about }, done.problem.kind === 'reason-missing' ? 422 : 409)
}
