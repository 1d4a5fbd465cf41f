import type { ReactNode } from 'react'
import { inOrder } from '../../kit/in-order.ts'
import { Sources } from '../../kit/told.tsx'
import type { Review, ReviewItem, ReviewLink } from '../../reform/record.ts'
import { reviewCoverage, reviewTitle } from '../../report/review-coverage.ts'
import { reviewWords } from '../../report/wording-renewal.ts'
import { reviewKindName } from '../../report/wording-review.ts'
import { CoverageView } from './coverage-view.tsx'
import { PlanFrame } from './frame.tsx'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

function Links({ site, context, name, links }: At & { name: string; links: readonly ReviewLink[] }): ReactNode {
  if (links.length === 0) return null
  return (
    <>
      <h4>{name}</h4>
      <ul>
        {inOrder(links).map(({ key, it }) => (
          <li key={key}>
            {it.initiative && site.index.initiative(it.initiative) ? (
              <a href={context.link(context.path, site.at('initiative', it.initiative))}>{it.title}</a>
            ) : (
              it.title
            )}
            {it.sections.length > 0 && `［${it.sections.join('・')}］`}
            {it.note && <small>{it.note}</small>}
            {it.aggregates.length > 0 && <small>{`集約した取組：${it.aggregates.join('、')}`}</small>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Item({ site, context, item, pointer }: At & { item: ReviewItem; pointer: string }): ReactNode {
  return (
    <li>
      <p className="lead">
        {[item.number, item.text].filter(Boolean).join(' ')}
        <Sources sources={sourceLinks(site, context, site.index.sources(`${pointer}/text`))} />
      </p>
      <Links site={site} context={context} name="新規の取組" links={item.new} />
      <Links site={site} context={context} name="既存の取組" links={item.existing} />
      {item.other.length > 0 && (
        <>
          <h4>その他</h4>
          <ul>
            {inOrder(item.other).map(({ key, it }) => (
              <li key={key}>{it}</li>
            ))}
          </ul>
        </>
      )}
    </li>
  )
}

function ReviewSection({ site, context, review, pointer }: At & { review: Review; pointer: string }): ReactNode {
  return (['keep', 'problem', 'try'] as const).map((kind) => {
    const items = review.items.filter((i) => i.kind === kind)
    if (items.length === 0) return null
    return (
      <section key={kind}>
        <h2>{reviewKindName[kind]}</h2>
        <h3 className="unseen">{`${review.method}の項目`}</h3>
        <ul className="review">
          {inOrder(items).map(({ key, it }) => (
            <Item key={key} site={site} context={context} item={it} pointer={`${pointer}/items/${review.items.indexOf(it)}`} />
          ))}
        </ul>
      </section>
    )
  })
}

/** 総括 — what went on, what was wrong, what comes next, and the initiatives that answer it. */
export function ReviewPage({ site, context }: At): ReactNode {
  const { record } = site.edition
  const several = record.reviews.length > 1
  return (
    <PlanFrame site={site} context={context} title={reviewWords.title} landscape>
      <h1>{reviewWords.title}</h1>
      <p>
        これまでの取組を振り返り、続けること・課題・次に取り組むことに分けたものです。次に取り組むことには、それに応える取組とその所管課を示します。
      </p>
      {inOrder(record.reviews).map(({ key, it }) => (
        <div key={key}>
          {(several || it.plan) && <p className="lead">{reviewTitle(record, it)}</p>}
          <ReviewSection site={site} context={context} review={it} pointer={`/reviews/${key}`} />
          {it.items.some(({ kind }) => kind === 'try') && (
            <CoverageView
              coverage={reviewCoverage(record, it)}
              of={several ? `${Number(key) + 1} ${reviewTitle(record, it)}` : null}
              linkTo={(id) => context.link(context.path, site.at('initiative', id))}
            />
          )}
        </div>
      ))}
    </PlanFrame>
  )
}
