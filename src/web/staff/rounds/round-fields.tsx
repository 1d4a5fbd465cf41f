import type { ReactNode } from 'react'
import { besideDay, type FieldFault, type TypedField, type TypedRound } from '../../../report/round-form.ts'
import { roundWords } from '../../../report/wording-rounds.ts'
import { TextField, TickBox } from './fields.tsx'

type Said = { typed: TypedRound; faults: readonly FieldFault[] }

export const faultOf = (faults: readonly FieldFault[], field: TypedField): string | null =>
  faults.find((one) => one.field === field)?.text ?? null

type DayField = {
  typed: TypedRound
  faults: readonly FieldFault[]
  field: Exclude<TypedField, 'remindAfter'>
  label: string
  hint?: string
}

/** 日付の欄 — as it is written in letters, with the weekday beside it, and a word where the hall is closed on that day. */
function DayField({ typed, faults, field, label, hint, optional }: DayField & { optional?: boolean }): ReactNode {
  const value = String(typed[field])
  const read = besideDay(value)
  return (
    <TextField
      name={field}
      label={label}
      value={value}
      hint={hint}
      fault={faultOf(faults, field)}
      short
      optional={optional}
      beside={
        read && (
          <span className="as-read">
            {read.day}
            {read.warning && <strong className="closed-day">{read.warning}</strong>}
          </span>
        )
      }
    />
  )
}

const HOW = '例：R7.5.16、令和7年5月16日、2025-05-16'

export function DateFields({ typed, faults, opening }: Said & { opening: boolean }): ReactNode {
  return (
    <fieldset>
      <legend>日程</legend>
      {opening && <DayField typed={typed} faults={faults} field="opensOn" label={roundWords.dates.opensOn} hint={HOW} />}
      {opening && (
        <TickBox
          name="departmentApproval"
          value="1"
          on={typed.departmentApproval}
          label="部長承認を求める"
          hint="求めないときは、課長承認の後に事務局が受理します。始めた後は変えられません。"
        />
      )}
      <DayField
        typed={typed}
        faults={faults}
        field="dueSection"
        label={roundWords.dates.dueSection}
        hint={opening ? '空欄にすると、開始日から20開庁日後を提案します。' : HOW}
      />
      {(opening || typed.departmentApproval) && (
        <DayField
          typed={typed}
          faults={faults}
          field="dueDepartment"
          label={roundWords.dates.dueDepartment}
          hint={opening ? '部長承認を求めるときだけ使います。空欄なら、課の提出期限の5開庁日後を提案します。' : undefined}
          optional
        />
      )}
      <DayField
        typed={typed}
        faults={faults}
        field="dueOffice"
        label={roundWords.dates.dueOffice}
        hint={opening ? '空欄なら、承認の期限の10開庁日後を提案します。' : undefined}
        optional
      />
      <TextField
        name="graceDays"
        label="猶予（開庁日）"
        value={typed.graceDays}
        hint="期限を過ぎても書ける日数です。0なら猶予はありません。"
        fault={faultOf(faults, 'graceDays')}
        short
      />
      <DayField
        typed={typed}
        faults={faults}
        field="lockOn"
        label={roundWords.dates.lockOn}
        hint="この日から、再開した報告のほかは書けません。空欄なら、猶予の最後の日の翌日です。"
        optional
      />
    </fieldset>
  )
}

const WEEKDAYS = ['月', '火', '水', '木', '金'] as const

export function ReminderFields({ typed, faults }: Said): ReactNode {
  return (
    <fieldset>
      <legend>督促</legend>
      <TextField
        name="remindBefore"
        label="期限の何開庁日前に知らせるか"
        value={typed.remindBefore}
        hint="例：14、5、1"
        fault={faultOf(faults, 'remindBefore')}
        optional
        short
      />
      <TickBox name="remindOnDay" value="1" on={typed.remindOnDay} label="期限の当日にも知らせる" />
      <fieldset className="ticks">
        <legend>期限の後に知らせる曜日</legend>
        {WEEKDAYS.map((name, place) => (
          <TickBox
            key={name}
            name="remindAfter"
            value={String(place + 1)}
            on={typed.remindAfter.includes(String(place + 1))}
            label={name}
          />
        ))}
      </fieldset>
    </fieldset>
  )
}

export const ContactField = ({ typed, faults }: Said): ReactNode => (
  <TextField
    name="contact"
    label="問合せ先"
    value={typed.contact}
    hint="照会文に印刷します。例：行政経営課 改革係（内線 2345）"
    fault={faultOf(faults, 'contact')}
    optional
  />
)
