import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import { Signed } from '../../../kit/signed.tsx'
import { Definitions, Table } from '../../../kit/table.tsx'
import { OutlookAmounts, OutlookClasses, OutlookGap, OutlookShares } from '../../../publish/site/outlook-parts.tsx'
import { type OutlookReport, outlookReport } from '../../../report/outlook-reconciliation.ts'
import { reconciliationBoard } from '../../../report/reconciliation-board.ts'
import { outlookWords } from '../../../report/wording-outlook.ts'
import { outlookStaffWords as words } from '../../../report/wording-outlook-staff.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import { crumbsOf, planTitle } from '../plans/plan-serving.tsx'
import type { Staff } from '../staff.ts'
import { Decisions, Proposals, Vanished } from './decisions.tsx'
import { RestForm, RowFormView } from './mark-forms.tsx'
import type { At, ReconcilingSaid } from './reconciling-at.ts'

/** 突き合わせの頁 — what is left, what is to be decided, and every amount with its decision. */
export function ReconcilingPage(said: ReconcilingSaid): ReactNode {
  const { staff, now, why, done } = said
  const { record, outlook, marks, estimate } = now
  const report = outlookReport({ record, outlook, marks, estimate })
  const board = reconciliationBoard(now, report.unit)
  const family = staff.param('family')
  const nth = board.estimates.find(({ here }) => here)?.nth ?? 0
  const at: At = { ...said, report, board, family, mayMark: staff.may('effect.mark'), query: `?estimate=${nth}` }
  const title = `${outlookWords.reconciliation}：${outlook.title}`
  const here = paths.staff.reconciliation(staff.code, family, outlook.id)
  return (
    <StaffFrame
      staff={staff}
      title={why.length > 0 ? `判定できません：${title}` : title}
      crumbs={[
        ...crumbsOf(staff, planTitle(record.plans)),
        { name: outlookWords.reconciliation, href: paths.staff.reconciliations(staff.code, family) },
        { name: outlook.title, href: here },
      ]}
    >
      <h1>{outlookWords.reconciliation}</h1>
      {done !== null && <Done>{`${done}件の判定を残しました。`}</Done>}
      {why.length > 0 && (
        <Refusal>
          {why.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Refusal>
      )}
      <Definitions items={[['計画', planTitle(record.plans)], ['財政見通し', report.title], ...report.facts]} />
      <Others {...at} here={here} />
      {now.found.amounts.length === 0 ? <p className="none">{words.effectsNone}</p> : <Body {...at} />}
    </StaffFrame>
  )
}

function Body(at: At): ReactNode {
  const { report, board } = at
  return (
    <>
      <OutlookGap report={report} />
      <Decisions {...at} />
      {board.groups.length + board.open.length > 0 && <Proposals {...at} />}
      {at.mayMark && at.row !== null && <RowFormView {...at} />}
      <section>
        <h2 id="amounts">額ごとの判定</h2>
        <OutlookAmounts report={report} name={(row) => <RowName {...at} row={row} />} />
        {at.mayMark && board.undecided > 0 && <RestForm {...at} />}
        <OutlookShares report={report} />
      </section>
      <OutlookClasses report={report} />
      {board.vanished.length > 0 && <Vanished {...at} />}
    </>
  )
}

function RowName({
  staff,
  now,
  family,
  query,
  mayMark,
  row,
}: Omit<At, 'row'> & { row: OutlookReport['amounts']['rows'][number] }): ReactNode {
  const here = paths.staff.reconciliation(staff.code, family, now.outlook.id)
  return (
    <>
      {row.scope}
      {mayMark && (
        <div className="edit-link">
          <a href={`${here}${query}&row=${encodeURIComponent(row.key)}#mark`}>
            判定する<span className="unseen">{`：${row.scope}`}</span>
          </a>
        </div>
      )}
    </>
  )
}

/** The other editions of the outlook, and the other estimates of the effects. */
function Others({ staff, now, family, board, query, here }: At & { here: string }): ReactNode {
  return (
    <>
      {now.outlooks.length > 1 && (
        <nav aria-label="財政見通しの版">
          <ul className="ways">
            {now.outlooks.map(({ id, title }) => (
              <li key={id}>
                {id === now.outlook.id ? (
                  <strong>{title}</strong>
                ) : (
                  <a href={`${paths.staff.reconciliation(staff.code, family, id)}${query}`}>{title}</a>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
      {board.estimates.length > 1 && (
        <nav aria-label="効果額の見積時点">
          <ul className="ways">
            {inOrder(board.estimates).map(({ key, it }) => (
              <li key={key}>{it.here ? <strong>{it.name}</strong> : <a href={`${here}?estimate=${it.nth}`}>{it.name}</a>}</li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

/** 計画の突き合わせの一覧 — which edition of the outlook. */
export function ReconciliationsPage({
  staff,
  title,
  outlooks,
}: {
  staff: Staff
  title: string
  outlooks: readonly { id: string; title: string; period: string; marked: number }[]
}): ReactNode {
  const family = staff.param('family')
  return (
    <StaffFrame
      staff={staff}
      title={outlookWords.reconciliation}
      crumbs={[...crumbsOf(staff, title), { name: outlookWords.reconciliation, href: paths.staff.reconciliations(staff.code, family) }]}
    >
      <h1>{outlookWords.reconciliation}</h1>
      <p>{outlookWords.why}</p>
      <Table
        caption="突き合わせる財政見通し（新しい順）"
        none={words.none}
        rows={outlooks}
        keyOf={({ id }) => id}
        columns={[
          {
            header: '財政見通し',
            names: true,
            cell: (one) => <a href={paths.staff.reconciliation(staff.code, family, one.id)}>{one.title}</a>,
          },
          { header: '期間', cell: ({ period }) => period },
          { header: 'この計画の判定', numeric: true, cell: ({ marked }) => <Signed text={`${marked}件`} /> },
        ]}
      />
      <p>
        <a href={paths.staff.outlooks(staff.code)}>財政見通しの一覧</a>
      </p>
    </StaffFrame>
  )
}
