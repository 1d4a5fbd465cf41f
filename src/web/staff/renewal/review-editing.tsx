import type { ReactNode } from 'react'
import type { ReviewEdit, ReviewItemSaid, ReviewSaid } from '../../../reform/edit-review.ts'
import { basisOf, editedThing } from '../../../reform/plan-edit.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { drawnReview, drawnReviewItem, reviewForm, reviewItemForm } from '../../../report/renewal-forms.ts'
import { planRefusalText } from '../../../report/wording-plans.ts'
import { staffReviewWords as words } from '../../../report/wording-renewal.ts'
import { editPlan } from '../../../workflows/edit-plan.ts'
import { paths } from '../../paths.ts'
import { FormPage } from '../plans/form-page.tsx'
import { crumbsOf, planTitle } from '../plans/plan-serving.tsx'
import { type Editing, familyOf, noPlan, noThing, recordOf, showForm, takeForm } from '../plans/serve-edit.tsx'
import { textOf } from '../plans/typed.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'

const crumbs = (staff: Staff, record: StoredRecord) => [
  ...crumbsOf(staff, planTitle(record.plans)),
  { name: words.title, href: paths.staff.planReviews(staff.code, familyOf(staff)) },
]

/** A place in a list, as an address says it; null for «new», undefined where it is no number. */
const placeIn = (text: string): number | null | undefined => (text === '' ? null : /^\d{1,4}$/.test(text) ? Number(text) : undefined)

/** 総括の方法と対象 */
function reviewEditing(nth: number | null): Editing {
  return {
    form: ({ plans }) => reviewForm(plans),
    drawn: ({ reviews }) => drawnReview(nth === null ? null : (reviews[nth] ?? null)),
    edit: (typed) => ({ edit: 'review', review: nth, said: typed as unknown as ReviewSaid }),
    page: (staff, record, state) => {
      const family = familyOf(staff)
      const action = nth === null ? paths.staff.newReview(staff.code, family) : paths.staff.planReview(staff.code, family, String(nth))
      return (
        <FormPage
          staff={staff}
          title={nth === null ? words.newReview : words.editReview}
          crumbs={crumbs(staff, record)}
          state={state}
          action={action}
          cancel={paths.staff.planReviews(staff.code, family)}
          after={nth !== null && <Removal staff={staff} record={record} edit={{ edit: 'review-removal', review: nth, item: null }} />}
        />
      )
    },
    done: (staff, { reviews }) => `${paths.staff.planReviews(staff.code, familyOf(staff))}?done=saved#review-${nth ?? reviews.length - 1}`,
  }
}

/** 総括の項目 */
function itemEditing(nth: number, item: number | null, kind: string): Editing {
  return {
    form: reviewItemForm,
    drawn: ({ reviews }) => drawnReviewItem(item === null ? null : (reviews[nth]?.items[item] ?? null), kind),
    edit: (typed) => ({ edit: 'review-item', review: nth, item, said: typed as unknown as ReviewItemSaid }),
    page: (staff, record, state) => {
      const family = familyOf(staff)
      const at = paths.staff
      const action =
        item === null ? at.newReviewItem(staff.code, family, String(nth)) : at.reviewItem(staff.code, family, String(nth), String(item))
      return (
        <FormPage
          staff={staff}
          title={item === null ? words.newItem : words.editItem}
          crumbs={crumbs(staff, record)}
          state={state}
          action={action}
          cancel={at.planReviews(staff.code, family)}
          before={<p>{words.itemLead}</p>}
          after={item !== null && <Removal staff={staff} record={record} edit={{ edit: 'review-removal', review: nth, item }} />}
        />
      )
    },
    done: (staff) => `${paths.staff.planReviews(staff.code, familyOf(staff))}?done=saved#review-${nth}`,
  }
}

type RemovalEdit = Extract<ReviewEdit, { edit: 'review-removal' }>

/** Behind a line that must be opened first, and with the hash of what is meant: another's item in the same place is not removed. */
function Removal({ staff, record, edit }: { staff: Staff; record: StoredRecord; edit: RemovalEdit }): ReactNode {
  const whole = edit.item === null
  return (
    <details>
      <summary>{whole ? words.removalReview : words.removal}</summary>
      <form method="post" action={paths.staff.reviewRemoval(staff.code, familyOf(staff), String(edit.review))}>
        <p>{whole ? words.removalReviewHelp : words.removalHelp}</p>
        <input type="hidden" name="basis" value={basisOf(editedThing(record, edit))} />
        <input type="hidden" name="item" value={edit.item ?? ''} />
        <button type="submit">{whole ? words.removalReview : words.removal}</button>
      </form>
    </details>
  )
}

export async function reviewPage(staff: Staff, taking: boolean): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const nth = placeIn(staff.param('review'))
  if (nth === undefined || (nth !== null && !record.reviews[nth])) return noThing(staff)
  const editing = reviewEditing(nth)
  return taking ? takeForm(staff, editing, record) : showForm(staff, editing, record)
}

export async function reviewItemPage(staff: Staff, taking: boolean): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const nth = placeIn(staff.param('review'))
  const item = placeIn(staff.param('item'))
  const review = typeof nth === 'number' ? record.reviews[nth] : undefined
  if (typeof nth !== 'number' || !review || item === undefined || (item !== null && !review.items[item])) return noThing(staff)
  const editing = itemEditing(nth, item, staff.query('kind'))
  return taking ? takeForm(staff, editing, record) : showForm(staff, editing, record)
}

const numberIn = (data: FormData, name: string): number => Number(textOf(data, name) || Number.NaN)

/** 並べ替えと削除 — each carries the hash of the item that was seen there. */
export async function takeReviewOrder(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const [by, item = '', basis = ''] = textOf(data, 'move').split(':')
  const review = placeIn(staff.param('review'))
  if (typeof review !== 'number' || !/^\d{1,4}$/.test(item)) return noThing(staff)
  const edit: ReviewEdit = { edit: 'review-order', review, item: Number(item), by: by === 'up' ? 'up' : 'down' }
  return act(staff, edit, basis, `#review-${review}`)
}

export async function takeReviewRemoval(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const review = placeIn(staff.param('review'))
  if (typeof review !== 'number') return noThing(staff)
  const item = textOf(data, 'item') === '' ? null : numberIn(data, 'item')
  if (item !== null && !Number.isInteger(item)) return noThing(staff)
  return act(staff, { edit: 'review-removal', review, item }, textOf(data, 'basis'), '?done=removed')
}

async function act(staff: Staff, edit: ReviewEdit, basis: string, then: string): Promise<Response> {
  const done = await editPlan(staff.store, familyOf(staff), { edit, basis, reason: '' }, staff.act('plan.edit'))
  if (!done.ok) return refused(staff, planRefusalText(done.problem), 409)
  return staff.go(paths.staff.planReviews(staff.code, familyOf(staff)) + then)
}
