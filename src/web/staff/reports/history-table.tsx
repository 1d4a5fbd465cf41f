import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import { fieldsOf } from '../../../reform/report-difference.ts'
import { dateTimeText } from '../../../report/wording-reporting.ts'
import { stepNames } from '../../../report/wording-staff-pages.ts'
import type { StepTaken } from '../../../store/round-step.ts'
import { type Day, dayName } from '../../../vocabulary/calendar-day.ts'
import type { OneReport } from './gathering.ts'

/** 手続の経過 — who did what, when and why; the youngest first. */
export function HistoryTable({ told }: { told: OneReport }): ReactNode {
  const { history, nameOf, item } = told
  if (history.length === 0) return null
  const names = new Map(fieldsOf(item.content, item.sheet).map(({ field, name }) => [field as string, name]))
  return (
    <>
      <h2>手続の経過</h2>
      <Table
        caption="手続の経過（新しい順）"
        captionUnseen
        rows={history.toReversed()}
        keyOf={(_, place) => String(place)}
        columns={[
          { header: '日時', cell: ({ at }) => dateTimeText(at) },
          {
            header: '手続',
            names: true,
            cell: (taken) => (taken.step === 'save' ? savedName(taken === history[0]) : stepNames[taken.step]),
          },
          { header: '行った人', cell: ({ by }) => nameOf(by) },
          { header: '理由など', wide: true, cell: (taken) => <Why taken={taken} names={names} /> },
        ]}
      />
    </>
  )
}

/** A return or a withdrawal is answered by writing again, and that is no beginning. */
const savedName = (first: boolean): string => (first ? '書き始め' : '書き直し')

function Why({ taken, names }: { taken: StepTaken; names: ReadonlyMap<string, string> }): ReactNode {
  const { reason, fields, document, until, step } = taken
  const lines = [
    reason,
    fields.length > 0 ? `直す欄：${fields.map((field) => names.get(field) ?? field).join('、')}` : null,
    document === null ? null : `文書番号 ${document}`,
    until === null ? null : `${step === 'reopen' ? '期限' : '決裁日'} ${dayName(until as Day)}`,
  ].filter((line) => line !== null)
  return lines.length === 0 ? <span className="none">－</span> : <span className="prewrap">{lines.join('\n')}</span>
}
