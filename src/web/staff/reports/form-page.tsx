import type { ReactNode } from 'react'
import { Scroll, Table } from '../../../kit/table.tsx'
import { Prose } from '../../../kit/told.tsx'
import type { ItemSheet, ReportContent } from '../../../reform/report-content.ts'
import { yearShort } from '../../../report/figures.ts'
import { type ReportNotes, reportNotes } from '../../../report/report-notes.ts'
import { doneTexts, faultsLeftText, staffReportWords, timeText } from '../../../report/wording-reporting.ts'
import { fieldAnchor } from '../../../report/wording-reports.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { describedBy, Notes } from './beside.tsx'
import { ChangeFields } from './change-fields.tsx'
import { ActualFields, EffectFields } from './figure-fields.tsx'
import type { OneReport } from './gathering.ts'
import { FaultSummary, ReportHeading, ReturnedNotice, titleOf } from './heading.tsx'
import { HistoryTable } from './history-table.tsx'
import { names } from './report-said.ts'
import { TextField } from './text-field.tsx'

export type FormSaid = {
  staff: Staff
  told: OneReport
  /** what stands in the fields: as it is saved, or as it was typed */
  content: ReportContent
  /** a submission was refused for what is missing: the faults are shown in the summary and beside the fields */
  withFaults?: boolean
  /** why nothing was written, in words */
  why?: string | null
  done?: string
  rows?: number
}

/** 報告の入力 — one form; everything a section officer needs to answer stands beside the field. */
export function FormPage(said: FormSaid): ReactNode {
  const { staff, told, content, withFaults = false, why = null, done } = said
  const { item } = told
  const notes = reportNotes(content, item.sheet, item.returned)
  const title = titleOf(item.sheet)
  return (
    <StaffFrame
      staff={staff}
      title={withFaults || why ? `提出していません：${title}` : title}
      crumbs={[
        { name: staffReportWords.list, href: paths.staff.reports(staff.code) },
        { name: title, href: paths.staff.report(staff.code, item.id) },
      ]}
    >
      <ReportHeading staff={staff} told={told} />
      {done && doneTexts[done] && <Done>{doneTexts[done]}</Done>}
      {why && (
        <Refusal>
          <p>{why}</p>
        </Refusal>
      )}
      {withFaults && notes.faults.length > 0 && <FaultSummary faults={notes.faults} anchor={fieldAnchor} />}
      <ReturnedNotice told={told} />
      <AboutItem sheet={item.sheet} fiscalYear={told.round.fiscalYear} />
      <ReportForm {...said} notes={notes} withFaults={withFaults} />
      <HistoryTable told={told} />
    </StaffFrame>
  )
}

function AboutItem({ sheet, fiscalYear }: { sheet: ItemSheet; fiscalYear: number }): ReactNode {
  return (
    <>
      {(sheet.description || sheet.goal) && (
        <details>
          <summary>取組の内容と目指す姿</summary>
          {sheet.description && <Prose text={sheet.description} />}
          {sheet.goal && <p className="goal">{sheet.goal}</p>}
        </details>
      )}
      {sheet.activities.length > 0 && (
        <Table
          caption={`${yearShort(fiscalYear)}に予定していた取組内容`}
          rows={sheet.activities}
          keyOf={(_, place) => String(place)}
          columns={[
            { header: '取組内容', names: true, cell: ({ name }) => name },
            { header: '予定', cell: ({ planned }) => planned || <span className="none">この年度の予定なし</span> },
          ]}
        />
      )}
    </>
  )
}

type Inner = FormSaid & { notes: ReportNotes; withFaults: boolean }

function ReportForm({ staff, told, content, notes, withFaults, rows = 0 }: Inner): ReactNode {
  const { item, round } = told
  const { sheet } = item
  const of = { sheet, content, notes, withFaults, fiscalYear: round.fiscalYear }
  const text = { withFaults, last: sheet.last, copies: true }
  return (
    <form
      method="post"
      action={paths.staff.report(staff.code, item.id)}
      className="report-form"
      data-autosave={paths.staff.draft(staff.code, item.id)}
    >
      {/* Enter in a field presses the first button of a form: it must be the harmless one. */}
      <button type="submit" hidden>
        下書き保存
      </button>
      <input type="hidden" name={names.version} value={item.version} />
      <input type="hidden" name={names.drawn} value={JSON.stringify(item.content)} />
      <h2>取組状況</h2>
      <Unchanged content={content} notes={notes} withFaults={withFaults} hasLast={sheet.last !== null} />
      <TextField
        {...text}
        field="progress"
        label={`${yearShort(round.fiscalYear)}の取組状況`}
        help="何を、どれだけ、いつ行ったか。数字があれば書いてください。"
        rows={8}
        value={content.progress}
        notes={notes.of('progress')}
      />
      {sheet.indicators.length > 0 && (
        <>
          <h2>実績値</h2>
          <p className="quiet">値がないときは「－」、数値で答えられないときは言葉で書けます。空欄のままでは提出できません。</p>
          <ActualFields {...of} />
        </>
      )}
      {sheet.effects.length > 0 && (
        <>
          <h2>効果額</h2>
          <Scroll label="効果額">
            <EffectFields {...of} />
          </Scroll>
        </>
      )}
      <h2>今後の課題・方向性</h2>
      <TextField
        {...text}
        field="issues"
        label="今後の課題・方向性"
        help="残った課題と、これからどうするか。なければ空のままで構いません。"
        rows={5}
        value={content.issues}
        notes={notes.of('issues')}
      />
      <h2>計画の見直し</h2>
      <TextField
        {...text}
        copies={false}
        field="revision"
        label="計画の見直し（文章）"
        help="見直しがなければ空のままで構いません。"
        rows={3}
        value={content.revision}
        notes={notes.of('revision')}
      />
      <ChangeFields {...of} changes={content.changes} rows={rows} notes={notes.of('changes')} />
      <Actions staff={staff} told={told} left={notes.faults.length} />
    </form>
  )
}

type UnchangedSaid = { content: ReportContent; notes: ReportNotes; withFaults: boolean; hasLast: boolean }
function Unchanged({ content, notes, withFaults, hasLast }: UnchangedSaid): ReactNode {
  const id = fieldAnchor('unchanged')
  return (
    <div className="field check">
      <Notes field="unchanged" notes={notes.of('unchanged')} withFaults={withFaults} />
      <input
        type="checkbox"
        id={id}
        name={names.unchanged}
        value="1"
        defaultChecked={content.unchanged}
        aria-describedby={[`${id}-help`, describedBy('unchanged', notes.of('unchanged'), withFaults)].filter(Boolean).join(' ')}
      />
      <label htmlFor={id}>前年度から変更なし</label>
      <small id={`${id}-help`}>
        {hasLast
          ? '取組状況が前年度と同じときに選びます。空の欄には前年度の文が使われます。実績値は今年度の値を書いてください。'
          : '取組状況に書くことがないときに選びます。「変更なし」と記録されます。'}
      </small>
    </div>
  )
}

/** The bar stays in sight: what is saved, what is left, and the two buttons. */
function Actions({ staff, told, left }: { staff: Staff; told: OneReport; left: number }): ReactNode {
  const { item, steps } = told
  const maySave = steps.includes('save')
  return (
    <div className="save-bar">
      <p role="status" data-saved="">
        {item.savedAt ? `保存しました ${timeText(item.savedAt)}` : 'まだ保存していません'}
      </p>
      <p className="left" data-left="">
        {faultsLeftText(left)}
      </p>
      {maySave && (
        <>
          <button type="submit" className="second">
            下書き保存
          </button>
          <button type="submit" formAction={paths.staff.step(staff.code, item.id, 'submit')}>
            提出する
          </button>
        </>
      )}
    </div>
  )
}
