import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import { Definitions } from '../../../kit/table.tsx'
import type { ItemSheet, ReportField } from '../../../reform/report-content.ts'
import { fieldsOf } from '../../../reform/report-difference.ts'
import { lockedFrom } from '../../../reform/round.ts'
import { sectionThenNow } from '../../../report/sections-then-now.ts'
import { leftText, momentText, savedText } from '../../../report/wording-reporting.ts'
import { dayInJapan, dayName } from '../../../vocabulary/calendar-day.ts'
import { workingDaysBetween } from '../../../vocabulary/working-day.ts'
import { Refusal } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import type { OneReport } from './gathering.ts'
import { StateBadge } from './state-badge.tsx'

export const titleOf = ({ number, title }: ItemSheet): string => [number, title].filter(Boolean).join(' ')

/** 報告の見出し — what it is, whose, in which state, by when, and what was saved last. */
export function ReportHeading({ staff, told }: { staff: Staff; told: OneReport }): ReactNode {
  const { item, round, nameOf } = told
  const { sheet } = item
  const { day } = staff.standing
  const due = item.reopened?.until ?? round.dueSection
  const left = { left: workingDaysBetween(day, due), overdue: due < day }
  const waits = item.state === 'notStarted' || item.state === 'drafting' || item.state === 'returned'
  return (
    <>
      {sheet.under.length > 0 && <p className="above">{sheet.under.join(' ＞ ')}</p>}
      <h1>{titleOf(sheet)}</h1>
      <p className="state-line">
        <StateBadge state={item.state} />
        <span>{round.title}</span>
        <span>{item.section === null ? '担当課未定' : sectionThenNow(staff.standing, item.section, null)}</span>
        {told.steps.some((step) => step !== 'save' && step !== 'submit' && step !== 'publish') && (
          <a className="to-steps" href="#decide">
            この報告の手続へ
          </a>
        )}
        {sheet.parts.length > 0 && (
          <span>
            {sheet.parts
              .map(({ title }) => title)
              .filter(Boolean)
              .join('、')}
          </span>
        )}
      </p>
      <Definitions
        items={[
          [
            item.reopened ? '再開の期限' : '提出期限',
            <>
              {dayName(due)}
              {waits && <strong className={left.overdue ? 'late' : undefined}>{`　${leftText(left)}`}</strong>}
              {waits && !item.reopened && <small>{`${dayName(lockedFrom(round))}から書けなくなります`}</small>}
            </>,
          ],
          ...(item.reopened && !item.returned ? [['再開の理由', item.reopened.reason] as [ReactNode, ReactNode]] : []),
          [waits ? '最後の保存' : '提出', waits ? savedText(item, day, nameOf) : submittedText(told, day)],
          ...(item.elsewhere
            ? [['決裁', `${item.elsewhere.document}（${dayName(item.elsewhere.on)}決裁）`] as [ReactNode, ReactNode]]
            : []),
          ...(round.contact ? [['問合せ先', round.contact] as [ReactNode, ReactNode]] : []),
        ]}
      />
    </>
  )
}

const submittedText = ({ item, nameOf }: OneReport, day: ReturnType<typeof dayInJapan>): string =>
  item.submittedAt
    ? `${momentText(item.submittedAt, day)}（${nameOf(item.submittedBy ?? '')}）${item.submissions > 1 ? `　${item.submissions}回目` : ''}`
    : item.imported
      ? '取り込んだ過去の報告'
      : 'なし'

/** 差戻しの理由 — stands above everything until the report is submitted again. */
export function ReturnedNotice({ told }: { told: OneReport }): ReactNode {
  const { returned, content, sheet, reopened } = told.item
  if (!returned) return null
  const fields = fieldsOf(content, sheet).filter(({ field }) => returned.fields.includes(field))
  return (
    <Refusal>
      <h2>{reopened ? '再開されました' : '差し戻されました'}</h2>
      <p className="prewrap">{returned.reason}</p>
      {fields.length > 0 && <p>{`直す欄：${fields.map(({ name }) => name).join('、')}`}</p>}
      <p className="quiet">{`${told.nameOf(returned.by)}、${dayName(dayInJapan(returned.at))}`}</p>
    </Refusal>
  )
}

/** 誤りのまとめ — what keeps the report from being submitted, each with a link to its field. */
export function FaultSummary({
  faults,
  anchor,
}: {
  faults: { field: ReportField; text: string }[]
  anchor: (field: ReportField) => string
}) {
  return (
    <Refusal>
      <h2>{`まだ提出していません（${faults.length}か所）`}</h2>
      <p>書いた内容は、下書きとして保存しました。次のところを書いてから、もう一度「提出する」を押してください。</p>
      <ul>
        {inOrder(faults).map(({ key, it }) => (
          <li key={key}>
            <a href={`#${anchor(it.field)}`}>{it.text}</a>
          </li>
        ))}
      </ul>
    </Refusal>
  )
}
