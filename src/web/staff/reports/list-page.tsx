import type { ReactNode } from 'react'
import { Scroll, Table } from '../../../kit/table.tsx'
import { REPORT_STATES, type ReportState } from '../../../reform/report-state.ts'
import type { Duty } from '../../../report/duties.ts'
import { countText } from '../../../report/figures.ts'
import { leftText, restText, savedText, staffReportWords } from '../../../report/wording-reporting.ts'
import type { NameOf } from '../../../report/wording-reports.ts'
import { stateNames } from '../../../report/wording-staff-pages.ts'
import { dayName } from '../../../vocabulary/calendar-day.ts'
import { paths } from '../../paths.ts'
import { StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { titleOf } from './heading.tsx'
import { StateBadge } from './state-badge.tsx'

const WAITING: readonly ReportState[] = ['notStarted', 'drafting', 'returned']
export const isWaiting = ({ item }: Duty): boolean => WAITING.includes(item.state)

type Said = { staff: Staff; duties: readonly Duty[]; chosen: string; nameOf: NameOf }

/** 報告する — everything this person must report, in all open rounds. */
export function ListPage({ staff, duties, chosen, nameOf }: Said): ReactNode {
  const shown = duties.filter(({ item }) => chosen === '' || item.state === chosen)
  const done = duties.filter((duty) => !isWaiting(duty)).length
  return (
    <StaffFrame
      staff={staff}
      title={staffReportWords.list}
      crumbs={[{ name: staffReportWords.list, href: paths.staff.reports(staff.code) }]}
    >
      <h1>{staffReportWords.list}</h1>
      {duties.length === 0 ? (
        <p className="none">今、報告を求められている取組はありません。</p>
      ) : (
        <>
          <p className="progress-line">
            <label htmlFor="submitted">{`提出済 ${countText(done)}／${countText(duties.length)}`}</label>{' '}
            <progress id="submitted" value={done} max={duties.length} />
          </p>
          <StateFilter staff={staff} duties={duties} chosen={chosen} />
          {[...Map.groupBy(shown, ({ round }) => round)].map(([round, own]) => (
            <section key={round.id}>
              <h2>{round.title}</h2>
              <Scroll label={round.title}>
                <DutyTable staff={staff} caption={`${round.title}で報告する取組`} duties={own} nameOf={nameOf} />
              </Scroll>
            </section>
          ))}
          {shown.length === 0 && <p className="none">この状態の報告はありません。</p>}
        </>
      )}
    </StaffFrame>
  )
}

function StateFilter({ staff, duties, chosen }: { staff: Staff; duties: readonly Duty[]; chosen: string }): ReactNode {
  const list = paths.staff.reports(staff.code)
  const counts = Map.groupBy(duties, ({ item }) => item.state)
  return (
    <nav aria-label="状態で絞り込む">
      <ul className="tabs">
        <li>
          <a href={list} aria-current={chosen === '' ? 'true' : undefined}>{`すべて ${duties.length}`}</a>
        </li>
        {REPORT_STATES.filter((state) => counts.has(state)).map((state) => (
          <li key={state}>
            <a href={`${list}?state=${state}`} aria-current={chosen === state ? 'true' : undefined}>
              {`${stateNames[state]} ${counts.get(state)?.length ?? 0}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type TableSaid = { staff: Staff; caption: string; duties: readonly Duty[]; nameOf: NameOf }

/** 報告の表 — the same on the list and on the first page. */
export function DutyTable({ staff, caption, duties, nameOf }: TableSaid): ReactNode {
  return (
    <Table
      caption={caption}
      captionUnseen
      rows={duties}
      keyOf={({ item }) => item.id}
      columns={[
        {
          header: '取組',
          names: true,
          cell: ({ item }) => <a href={paths.staff.report(staff.code, item.id)}>{titleOf(item.sheet)}</a>,
        },
        { header: '担当課', cell: ({ item }) => item.section ?? '担当課未定' },
        { header: '状態', cell: ({ item }) => <StateBadge state={item.state} /> },
        { header: '期限', cell: (duty) => <DueCell duty={duty} /> },
        { header: '残り', cell: (duty) => (isWaiting(duty) ? restText(duty) : '－') },
        { header: '最後の保存', cell: ({ item }) => savedText(item, staff.standing.day, nameOf) },
      ]}
    />
  )
}

export function DueCell({ duty }: { duty: Duty }): ReactNode {
  return (
    <span>
      {dayName(duty.due)}
      {isWaiting(duty) && (
        <small className={duty.overdue ? 'late' : undefined}>{duty.locked ? '締切を過ぎ、書けません' : leftText(duty)}</small>
      )}
    </span>
  )
}
