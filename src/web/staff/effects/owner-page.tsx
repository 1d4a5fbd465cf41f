import { effectOwner, effectsOfOwner } from '../../../reform/edit-effects.ts'
import type { RecordId } from '../../../reform/record-id.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { drawnEffects, effectsForm } from '../../../report/initiative-forms.ts'
import { effectsBoardWords as words } from '../../../report/wording-effects-board.ts'
import { paths } from '../../paths.ts'
import { FormPage } from '../plans/form-page.tsx'
import { type Editing, familyOf, noPlan, noThing, recordOf, showForm, takeForm } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'
import { effectCrumbs } from './crumbs.ts'

/** 一つの柱・取組・計画の効果額 — every row of it in every estimate. */
export async function effectsOfOne(staff: Staff, taking: boolean): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const id = staff.param('id') as RecordId
  if (!effectOwner(record, id)) return noThing(staff)
  return taking ? takeForm(staff, editingOf(id), record) : showForm(staff, editingOf(id), record)
}

function editingOf(id: RecordId): Editing {
  const ownerIn = (record: StoredRecord) => effectOwner(record, id)
  return {
    form: () => effectsForm,
    drawn: (record) => {
      const owner = ownerIn(record)
      return drawnEffects(owner ? effectsOfOwner(record, owner) : [])
    },
    edit: (typed) => ({ edit: 'effects', id, said: typed as never }),
    page: (staff, record, state) => {
      const owner = ownerIn(record)
      const title = owner?.of === null ? words.ofPlan : words.ownTitle(owner?.title ?? '')
      const back = paths.staff.effects(staff.code, familyOf(staff))
      const action = paths.staff.effectsOf(staff.code, familyOf(staff), id)
      return <FormPage staff={staff} title={title} crumbs={effectCrumbs(staff, record)} state={state} action={action} cancel={back} />
    },
    done: (staff) => `${paths.staff.effects(staff.code, familyOf(staff))}?done=1`,
  }
}
