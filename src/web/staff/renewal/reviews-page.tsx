import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import { CoverageView } from '../../../publish/site/coverage-view.tsx'
import { basisOf } from '../../../reform/plan-edit.ts'
import type { Review, ReviewItem } from '../../../reform/record.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { reviewCoverage, reviewTitle } from '../../../report/review-coverage.ts'
import { sideName, staffReviewWords as words } from '../../../report/wording-renewal.ts'
import { reviewKindName } from '../../../report/wording-review.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import { crumbsOf, planTitle } from '../plans/plan-serving.tsx'
import { familyOf, noPlan, recordOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'

type At = { staff: Staff; record: StoredRecord; mayEdit: boolean }

/** 総括の頁 — what went on, what was wrong, what is to be tried, and how far the tries are answered by initiatives. */
export async function showReviews(staff: Staff): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const mayEdit = staff.may('plan.edit')
  const family = familyOf(staff)
  const done = staff.query('done')
  return staff.show(
    <StaffFrame
      staff={staff}
      title={words.title}
      crumbs={[...crumbsOf(staff, planTitle(record.plans)), { name: words.title, href: paths.staff.planReviews(staff.code, family) }]}
    >
      <h1>{words.title}</h1>
      {done === 'saved' && <Done>{words.saved}</Done>}
      {done === 'removed' && <Done>{words.removed}</Done>}
      {record.reviews.length === 0 && <p className="none">{mayEdit ? words.none : words.noneReader}</p>}
      {mayEdit && (
        <ul className="ways">
          <li>
            <a href={paths.staff.newReview(staff.code, family)}>{words.newReview}</a>
          </li>
        </ul>
      )}
      {inOrder(record.reviews).map(({ key, it }) => (
        <ReviewView key={key} staff={staff} record={record} mayEdit={mayEdit} review={it} nth={Number(key)} />
      ))}
    </StaffFrame>,
  )
}

function ReviewView({ review, nth, ...at }: At & { review: Review; nth: number }): ReactNode {
  const { staff, record, mayEdit } = at
  const family = familyOf(staff)
  const title = reviewTitle(record, review)
  return (
    <section id={`review-${nth}`}>
      <h2>{title}</h2>
      {mayEdit && (
        <ul className="ways">
          <li>
            <a href={paths.staff.planReview(staff.code, family, String(nth))}>
              方法と対象を直す<span className="unseen">{`：${title}`}</span>
            </a>
          </li>
          {(['keep', 'problem', 'try'] as const).map((kind) => (
            <li key={kind}>
              <a href={`${paths.staff.newReviewItem(staff.code, family, String(nth))}?kind=${kind}`}>
                {`${reviewKindName[kind]}を加える`}
                {nth > 0 && <span className="unseen">{`：${title}`}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={paths.staff.reviewOrder(staff.code, family, String(nth))}>
        {(['keep', 'problem', 'try'] as const).map((kind) => (
          <Kind key={kind} {...at} review={review} nth={nth} kind={kind} />
        ))}
      </form>
      {review.items.some(({ kind }) => kind === 'try') && (
        <CoverageView
          coverage={reviewCoverage(record, review)}
          of={`${nth + 1} ${title}`}
          linkTo={(id) => paths.staff.initiative(staff.code, family, id)}
        />
      )}
    </section>
  )
}

function Kind({ review, nth, kind, ...at }: At & { review: Review; nth: number; kind: ReviewItem['kind'] }): ReactNode {
  const items = review.items.map((item, place) => ({ item, place })).filter(({ item }) => item.kind === kind)
  if (items.length === 0) return null
  return (
    <>
      <h3>{`${reviewKindName[kind]}（${items.length}件）`}</h3>
      <ul className="review">
        {items.map(({ item, place }, row) => (
          <ItemView key={place} {...at} item={item} place={place} nth={nth} first={row === 0} last={row === items.length - 1} />
        ))}
      </ul>
    </>
  )
}

type Item = At & { item: ReviewItem; place: number; nth: number; first: boolean; last: boolean }

function ItemView({ staff, mayEdit, item, place, nth, first, last }: Item): ReactNode {
  const named = [item.number, item.text].filter(Boolean).join(' ')
  return (
    <li>
      <p className="lead">
        {named}
        {mayEdit && (
          <>
            {' '}
            <a href={paths.staff.reviewItem(staff.code, familyOf(staff), String(nth), String(place))}>
              直す<span className="unseen">{`：${named}`}</span>
            </a>
          </>
        )}
        {mayEdit && !(first && last) && <Moves item={item} place={place} named={named} first={first} last={last} />}
      </p>
      {item.new.length + item.existing.length > 0 && (
        <ul>
          {(['new', 'existing'] as const).flatMap((side) =>
            inOrder(item[side]).map(({ key, it }) => (
              <li key={`${side}${key}`}>
                {`${sideName[side]}：`}
                {it.initiative ? <a href={paths.staff.initiative(staff.code, familyOf(staff), it.initiative)}>{it.title}</a> : it.title}
                {it.sections.length > 0 && `［${it.sections.join('・')}］`}
                {it.note && <small>{it.note}</small>}
                {it.aggregates.length > 0 && <small>{`集約する取組：${it.aggregates.join('、')}`}</small>}
              </li>
            )),
          )}
        </ul>
      )}
      {inOrder(item.other).map(({ key, it }) => (
        <p key={key} className="quiet">
          {it}
        </p>
      ))}
    </li>
  )
}

function Moves({ item, place, named, first, last }: Pick<Item, 'item' | 'place' | 'first' | 'last'> & { named: string }): ReactNode {
  const basis = basisOf(item)
  return (
    <span className="moves">
      {!first && (
        <button type="submit" name="move" value={`up:${place}:${basis}`} className="light" aria-label={`上へ：${named}`}>
          上へ
        </button>
      )}
      {!last && (
        <button type="submit" name="move" value={`down:${place}:${basis}`} className="light" aria-label={`下へ：${named}`}>
          下へ
        </button>
      )}
    </span>
  )
}
