import type { ReactElement } from 'react'
import type { BasicsSaid } from '../../../reform/edit-initiative.ts'
import type { RecordId } from '../../../reform/record-id.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { basicsForm } from '../../../report/plan-forms.ts'
import { initiativesPublished } from '../../../store/edition.ts'
import { planChangesOf } from '../../../store/plan-change.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { FormPage } from './form-page.tsx'
import { formOf, indicatorsOfInitiative, isSection, type Section } from './initiative-editing.tsx'
import { InitiativePage, type Open } from './initiative-page.tsx'
import { crumbsOf, freshId, planTitle } from './plan-serving.tsx'
import { type Editing, excerptOf, familyOf, firstState, noPlan, noThing, showForm, takeForm } from './serve-edit.tsx'

async function page(staff: Staff, record: StoredRecord, id: RecordId, open: Open | null): Promise<ReactElement> {
  const it = record.initiatives.find((one) => one.id === id)
  if (!it) throw new Error(`取組 ${id} がありません`)
  const family = familyOf(staff)
  const { changes, published } = await staff.store.reading(staff.code, async (db) => ({
    changes: await planChangesOf(db, family, id),
    published: open !== null && (await initiativesPublished(db, family, [id])).size > 0,
  }))
  return <InitiativePage staff={staff} record={record} it={it} open={open} changes={changes} published={published} />
}

/** `shown` is what the page calls it: empty for what is new */
function editingOf(section: Section, id: RecordId, thing: RecordId, shown: string): Editing {
  return {
    ...formOf(section, id, thing),
    page: (staff, record, state) => page(staff, record, id, { section, thing: shown, state }),
    done: (staff) => `${paths.staff.initiative(staff.code, familyOf(staff), id)}?done=${section}#${section}`,
  }
}

/** 取組を見る — with one section open where that is asked for and allowed. */
export async function showInitiative(staff: Staff): Promise<Response> {
  const id = staff.param('id') as RecordId
  const record = await excerptOf(staff, id)
  if (!record) return noPlan(staff)
  if (!record.initiatives.some((it) => it.id === id)) return noThing(staff)
  const section = staff.query('edit')
  const thing = staff.query('thing')
  if (!isSection(section) || !staff.may('plan.edit') || !isThere(record, id, section, thing))
    return staff.show(await page(staff, record, id, null))
  const state = firstState(record, editingOf(section, id, thing as RecordId, thing))
  return staff.show(await page(staff, record, id, { section, thing, state }))
}

/** A part or indicator is one of this initiative's, or new. */
function isThere(record: StoredRecord, id: RecordId, section: Section, thing: string): boolean {
  const it = record.initiatives.find((one) => one.id === id)
  if (thing === '' || !it) return it !== undefined
  if (section === 'part') return it.parts.some((part) => part.id === thing)
  return section === 'indicator' && indicatorsOfInitiative(record, it).some((indicator) => indicator.id === thing)
}

export async function takeInitiative(staff: Staff): Promise<Response> {
  const id = staff.param('id') as RecordId
  const record = await excerptOf(staff, id)
  if (!record) return noPlan(staff)
  const section = staff.param('what')
  const data = await staff.c.req.formData()
  const shown = String(data.get('thing') ?? '')
  if (!isSection(section) || !isThere(record, id, section, shown)) return noThing(staff)
  const thing = shown === '' ? freshId(section) : (shown as RecordId)
  return takeForm(staff, editingOf(section, id, thing, shown), record)
}

// 新しい取組

const newInitiative = (id: RecordId, under: string): Editing => ({
  form: basicsForm,
  drawn: ({ plans }) => ({ under: under || `plan:${plans.find(({ parent }) => parent === null)?.id}` }),
  edit: (typed) => ({ edit: 'basics', id, said: typed as unknown as BasicsSaid }),
  page: (staff, { plans }, state) => (
    <FormPage
      staff={staff}
      title="取組を加える"
      crumbs={crumbsOf(staff, planTitle(plans))}
      state={state}
      action={paths.staff.newInitiative(staff.code, familyOf(staff))}
      cancel={paths.staff.plan(staff.code, familyOf(staff))}
      submit="取組を加える"
      before={<p>所管課・指標・日程は、加えた後の取組の頁で書きます。</p>}
    />
  ),
  done: (staff) => `${paths.staff.initiative(staff.code, familyOf(staff), id)}?done=new`,
})

export async function newInitiativePage(staff: Staff, taking: boolean): Promise<Response> {
  const record = await excerptOf(staff, null)
  if (!record) return noPlan(staff)
  const editing = newInitiative(freshId('initiative'), staff.query('under'))
  return taking ? takeForm(staff, editing, record) : showForm(staff, editing, record)
}
