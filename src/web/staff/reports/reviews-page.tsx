import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import { Scroll, Table } from '../../../kit/table.tsx'
import { type Duty, REVIEW_STEPS, type Review, type ReviewStep } from '../../../report/duties.ts'
import { countText } from '../../../report/figures.ts'
import { leftText, momentText, reviewWords, staffReportWords } from '../../../report/wording-reporting.ts'
import { type NameOf, remarkNames, reportRefusalText } from '../../../report/wording-reports.ts'
import { dayName } from '../../../vocabulary/calendar-day.ts'
import type { RefusedItem } from '../../../workflows/take-step.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { titleOf } from './heading.tsx'
import { DutyTable } from './list-page.tsx'

type Said = {
  staff: Staff
  waiting: Record<ReviewStep, Review[]>
  late: readonly Duty[]
  nameOf: NameOf
  /** how many were just approved or accepted */
  done: { step: ReviewStep; count: number } | null
  /** which list has all its boxes ticked */
  all: string
}

/** 審査する — what waits for this person, with boxes for doing many at once. */
export function ReviewsPage({ staff, waiting, late, nameOf, done, all }: Said): ReactNode {
  const own = REVIEW_STEPS.filter((step) => waiting[step].length > 0)
  return (
    <StaffFrame
      staff={staff}
      title={staffReportWords.reviews}
      crumbs={[{ name: staffReportWords.reviews, href: paths.staff.reviews(staff.code) }]}
    >
      <h1>{staffReportWords.reviews}</h1>
      {done && <Done>{`${countText(done.count)}件の${reviewWords[done.step].done}をしました。`}</Done>}
      {own.length === 0 && <p className="none">審査を待っている報告はありません。</p>}
      {own.map((step) => (
        <WaitingList key={step} staff={staff} step={step} duties={waiting[step]} nameOf={nameOf} all={all === step} />
      ))}
      {late.length > 0 && (
        <>
          <h2>期限を過ぎても提出されていない報告</h2>
          <Scroll label="期限を過ぎても提出されていない報告">
            <DutyTable staff={staff} caption="期限を過ぎても提出されていない報告" duties={late} nameOf={nameOf} />
          </Scroll>
        </>
      )}
    </StaffFrame>
  )
}

type ListSaid = { staff: Staff; step: ReviewStep; duties: readonly Review[]; nameOf: NameOf; all: boolean }

function WaitingList({ staff, step, duties, nameOf, all }: ListSaid): ReactNode {
  const words = reviewWords[step]
  const list = paths.staff.reviews(staff.code)
  return (
    <section id={step}>
      <h2>{`${words.heading}（${countText(duties.length)}件）`}</h2>
      <form method="post" action={paths.staff.bulkStep(staff.code, step)}>
        <Scroll label={words.heading}>
          <Table
            caption={words.heading}
            captionUnseen
            rows={duties}
            keyOf={({ item }) => item.id}
            columns={[
              { header: '選ぶ', narrow: true, cell: ({ item }) => <Box item={item} checked={all} step={step} /> },
              {
                header: '取組',
                names: true,
                cell: ({ item }) => <a href={paths.staff.report(staff.code, item.id)}>{titleOf(item.sheet)}</a>,
              },
              { header: '担当課', cell: ({ item }) => item.section ?? '担当課未定' },
              {
                header: '提出',
                cell: ({ item }) => (
                  <span>
                    {item.submittedAt ? momentText(item.submittedAt, staff.standing.day) : '－'}
                    <small>{`${nameOf(item.submittedBy ?? '')}${item.submissions > 1 ? `（${item.submissions}回目）` : ''}`}</small>
                  </span>
                ),
              },
              { header: '気付き', cell: (duty) => <Remarks duty={duty} /> },
              {
                header: '審査の期限',
                cell: (duty) => (
                  <span>
                    {dayName(duty.due)}
                    <small className={duty.overdue ? 'late' : undefined}>{leftText(duty)}</small>
                  </span>
                ),
              },
            ]}
          />
        </Scroll>
        <div className="buttons">
          <button type="submit">{words.button}</button>
          <a href={all ? `${list}#${step}` : `${list}?all=${step}#${step}`}>{all ? '選択をすべて外す' : 'すべて選ぶ'}</a>
        </div>
      </form>
    </section>
  )
}

function Box({ item, checked, step }: { item: Duty['item']; checked: boolean; step: ReviewStep }): ReactNode {
  const id = `${step}-${item.id}`
  return (
    <span className="check">
      <input type="checkbox" id={id} name="items" value={`${item.id}@${item.version}`} defaultChecked={checked} />
      <label htmlFor={id}>
        <span className="unseen">{`選ぶ：${titleOf(item.sheet)}`}</span>
      </label>
    </span>
  )
}

function Remarks({ duty }: { duty: Review }): ReactNode {
  const kinds = [...new Set(duty.remarks.map(({ kind }) => kind))]
  const texts = [
    ...kinds.map((kind) => remarkNames[kind]),
    ...(duty.item.content.unchanged ? ['変更なし'] : []),
    ...(duty.item.content.changes.length > 0 ? ['見直しの提案'] : []),
  ]
  return texts.length === 0 ? <span className="none">なし</span> : texts.join('、')
}

type ResultSaid = { staff: Staff; step: ReviewStep; done: number; refused: readonly RefusedItem[]; nameOf: NameOf }

/** まとめた手続の結果 — what was done, and what was not, each with its reason. */
export function BulkResultPage({ staff, step, done, refused, nameOf }: ResultSaid): ReactNode {
  const name = reviewWords[step].done
  return (
    <StaffFrame
      staff={staff}
      title={`${name}の結果`}
      crumbs={[
        { name: staffReportWords.reviews, href: paths.staff.reviews(staff.code) },
        { name: `${name}の結果`, href: '#main' },
      ]}
    >
      <h1>{`${name}の結果`}</h1>
      <Refusal>
        <p>{`${countText(done)}件の${name}をしました。${countText(refused.length)}件はできませんでした。`}</p>
      </Refusal>
      <h2>できなかった報告</h2>
      <ul>
        {inOrder(refused).map(({ key, it }) => (
          <li key={key}>
            <a href={paths.staff.report(staff.code, it.item)}>{it.title}</a>
            {it.section && `（${it.section}）`}
            {`：${reportRefusalText(it.problem, nameOf)}`}
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.staff.reviews(staff.code)}>「{staffReportWords.reviews}」に戻る</a>
      </p>
    </StaffFrame>
  )
}
