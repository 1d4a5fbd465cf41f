import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import type { ReportContent } from '../../../reform/report-content.ts'
import { reportDifferences } from '../../../reform/report-difference.ts'
import { type ReportStep, STEPS, stepReport } from '../../../reform/report-steps.ts'
import { changedWords } from '../../../report/changed-words.ts'
import { dateTimeText, doneTexts, staffReportWords } from '../../../report/wording-reporting.ts'
import { reportRefusalText } from '../../../report/wording-reports.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { Changed } from './changed.tsx'
import type { OneReport } from './gathering.ts'
import { ReportHeading, ReturnedNotice, titleOf } from './heading.tsx'
import { HistoryTable } from './history-table.tsx'
import { ReportTable } from './report-table.tsx'
import { NOTHING_TYPED, StepForms, type StepTyped } from './step-forms.tsx'

export type ViewSaid = {
  staff: Staff
  told: OneReport
  why?: string | null
  done?: string
  typed?: StepTyped
  /** what somebody typed into a form that can no longer be saved: shown, so that it can be copied */
  unsaved?: ReportContent | null
  /** the next report that waits for this person */
  next?: { title: string; id: string } | null
}

/** 報告を見る・審査する — what changed since the last submission first, then the whole, then the buttons and what happened so far. */
export function ViewPage({ staff, told, why = null, done, typed = NOTHING_TYPED, unsaved = null, next = null }: ViewSaid): ReactNode {
  const { item } = told
  const title = titleOf(item.sheet)
  const reviews = staff.may('report.return')
  return (
    <StaffFrame
      staff={staff}
      title={why ? `できません：${title}` : title}
      crumbs={[
        reviews
          ? { name: staffReportWords.reviews, href: paths.staff.reviews(staff.code) }
          : { name: staffReportWords.list, href: paths.staff.reports(staff.code) },
        { name: title, href: paths.staff.report(staff.code, item.id) },
      ]}
    >
      <ReportHeading staff={staff} told={told} />
      {done && doneTexts[done] && (
        <Done>
          <p>{doneTexts[done]}</p>
          {next && (
            <p>
              次に待っている報告：<a href={paths.staff.report(staff.code, next.id)}>{next.title}</a>
            </p>
          )}
        </Done>
      )}
      <InPlan staff={staff} told={told} />
      {why && (
        <Refusal>
          <p>{why}</p>
        </Refusal>
      )}
      {unsaved && <Unsaved told={told} unsaved={unsaved} />}
      <ReturnedNotice told={told} />
      <WhyNot staff={staff} told={told} />
      <Differences told={told} />
      <h2>報告の内容</h2>
      <ReportTable told={told} content={item.content} />
      <StepForms staff={staff} told={told} typed={typed} />
      <HistoryTable told={told} />
    </StaffFrame>
  )
}

/** What was accepted stands in the plan, and what it proposed waits there: the way on from here. */
function InPlan({ staff, told }: { staff: Staff; told: OneReport }): ReactNode {
  const { item, round } = told
  if ((item.state !== 'accepted' && item.state !== 'published') || !staff.may('plan.read')) return null
  const changes = paths.staff.planChanges(staff.code, round.family)
  return (
    <ul className="links">
      <li>
        <a href={paths.staff.initiative(staff.code, round.family, item.initiative)}>{staffReportWords.inPlan}</a>
      </li>
      {item.content.changes.length > 0 && staff.may('plan.edit') && (
        <li>
          <a href={`${changes}?initiative=${encodeURIComponent(item.initiative)}`}>{staffReportWords.proposals}</a>
        </li>
      )}
    </ul>
  )
}

/** S-16 and its like: somebody whose step this would be is told why there is no button. */
function WhyNot({ staff, told }: { staff: Staff; told: OneReport }): ReactNode {
  const { item, round, nameOf } = told
  const wanted: ReportStep[] = ['approve', 'approveDepartment', 'accept', 'save']
  const texts = wanted.flatMap((step) => {
    if (!STEPS[step].from.includes(item.state) || !staff.may(STEPS[step].right, item.section)) return []
    const answer = stepReport(step, { ...staff.standing, round, item })
    return answer.ok || answer.problem.kind === 'department-not-asked' ? [] : [reportRefusalText(answer.problem, nameOf)]
  })
  return texts.map((text) => (
    <div key={text} className="notice">
      <p>{text}</p>
    </div>
  ))
}

/** 前回の提出からの違い — field by field, the changed stretches marked. */
function Differences({ told }: { told: OneReport }): ReactNode {
  const { item, submissions } = told
  const [before, last] = submissions.slice(-2)
  if (!before || !last || item.state === 'notStarted') return null
  const differences = reportDifferences(before.content, last.content, item.sheet)
  const returned = told.history.findLast(({ step, at }) => (step === 'return' || step === 'reopen') && at <= last.at)
  return (
    <>
      <h2>{`前回の提出（${dateTimeText(before.at)}）から直したところ`}</h2>
      {returned?.reason && <p className="quiet">{`差戻しの理由：${returned.reason}`}</p>}
      <Table
        caption="直したところ"
        captionUnseen
        rows={differences}
        keyOf={({ field }) => field}
        none="直したところはありません。前回と同じ内容で提出されています。"
        columns={[
          { header: '項目', names: true, cell: ({ name }) => name },
          {
            header: '直したところ（取消線は消した文、下線は加えた文）',
            label: '直したところ',
            wide: true,
            cell: ({ before: was, after }) => (
              <div className="prewrap">
                <Changed stretches={changedWords(was, after)} />
              </div>
            ),
          },
        ]}
      />
    </>
  )
}

/** Nothing typed is lost, also where it can no longer be saved. */
function Unsaved({ told, unsaved }: { told: OneReport; unsaved: ReportContent }): ReactNode {
  const { item } = told
  const differences = reportDifferences(item.content, unsaved, item.sheet)
  return (
    <>
      <h2>保存できなかった、あなたの入力</h2>
      <Table
        caption="保存できなかった入力（必要なら写してください）"
        rows={differences}
        keyOf={({ field }) => field}
        none="今の内容と同じです。"
        columns={[
          { header: '項目', names: true, cell: ({ name }) => name },
          { header: 'あなたの入力', wide: true, cell: ({ after }) => <div className="prewrap">{after}</div> },
        ]}
      />
    </>
  )
}
