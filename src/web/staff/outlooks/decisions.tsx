import type { ReactNode } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import { Signed } from '../../../kit/signed.tsx'
import { Table } from '../../../kit/table.tsx'
import type { ProposalTold } from '../../../report/reconciliation-board.ts'
import { outlookStaffWords as words } from '../../../report/wording-outlook-staff.ts'
import { changedAmounts, proposalBasis } from '../../../workflows/mark-effects.ts'
import { markBasis } from '../../../workflows/reconciling.ts'
import { paths } from '../../paths.ts'
import type { At } from './reconciling-at.ts'

const toRow = ({ staff, family, now, query }: At, row: string): string =>
  `${paths.staff.reconciliation(staff.code, family, now.outlook.id)}${query}&row=${encodeURIComponent(row)}#mark`

/** What a form needs to find its way back. */
export function Hidden({ at, basis }: { at: At; basis: string }): ReactNode {
  return (
    <>
      <input type="hidden" name="estimate" value={at.query.replace('?estimate=', '')} />
      <input type="hidden" name="basis" value={basis} />
    </>
  )
}

/** 決めること — what changed since the edition before, and since somebody marked. */
export function Decisions(at: At): ReactNode {
  const { board, mayMark, staff, family, now } = at
  const rolled = board.earlier !== null
  if (!rolled && board.decisions.length === 0) return null
  return (
    <section>
      <h2 id="decide">{`変わったこと・決めること（${board.decisions.length}件）`}</h2>
      {rolled && (
        <ul>
          <li>{`前の版：${board.earlier}`}</li>
          <li>{`期間に入った年度：${board.yearsIn.join('、') || 'なし'}　外れた年度：${board.yearsOut.join('、') || 'なし'}`}</li>
          {board.linesGone.length > 0 && <li>{`なくなった行：${board.linesGone.join('、')}`}</li>}
          {board.linesNew.length > 0 && <li>{`新しい行：${board.linesNew.join('、')}`}</li>}
        </ul>
      )}
      <Table
        caption="一つずつ決めること"
        none={board.undecided > 0 ? words.nothingChanged : '決めることはありません。'}
        rows={board.decisions}
        keyOf={(_, nth) => String(nth)}
        columns={[
          { header: '区分・取組', names: true, cell: ({ scope, row }) => (mayMark ? <a href={toRow(at, row)}>{scope}</a> : scope) },
          { header: '年度', narrow: true, cell: ({ year }) => year },
          { header: '種類', narrow: true, cell: ({ kind }) => <Badge tone="remark">{kind}</Badge> },
          { header: '内容', wide: true, cell: ({ text }) => <Signed text={text} /> },
        ]}
      />
      {mayMark && board.changedAmounts > 0 && (
        <form method="post" action={paths.staff.markChanges(staff.code, family, now.outlook.id)}>
          <Hidden at={at} basis={markBasis(now, changedAmounts(now))} />
          <button type="submit" name="what" value="amounts" className="second">
            {`額の変わった判定${board.changedAmounts}件を、区分はそのままで今の額に改める`}
          </button>
        </form>
      )}
    </section>
  )
}

const PROPOSAL_COLUMNS = (at: At) => [
  {
    header: '区分・取組',
    names: true,
    cell: ({ scope, row }: ProposalTold) => (at.mayMark ? <a href={toRow(at, row)}>{scope}</a> : scope),
  },
  { header: '年度', narrow: true, cell: ({ year }: ProposalTold) => year },
  { header: `額（${at.report.unit}）`, numeric: true, cell: ({ amount }: ProposalTold) => <Signed text={amount} /> },
  { header: '案', cell: ({ what }: ProposalTold) => what },
  { header: '案の理由', wide: true, cell: ({ why }: ProposalTold) => <Signed text={why} /> },
]

/** 判定の案 — proposals count nowhere until somebody takes them. */
export function Proposals(at: At): ReactNode {
  const { board, mayMark, staff, family, now } = at
  return (
    <section>
      <h2 id="proposals">判定の案</h2>
      <p>年度と、前の版での判定から作った案です。採るまでは「未判定」のままで、残る収支差には入りません。採った後で一つずつ直せます。</p>
      {board.groups.map((group) => (
        <section key={group.mark}>
          <h3>{`${group.name}とする案（${group.takeable.length}件）`}</h3>
          <Table
            caption={`${group.name}とする案`}
            captionUnseen
            rows={group.takeable}
            keyOf={({ key }) => key}
            columns={PROPOSAL_COLUMNS(at)}
          />
          {mayMark && (
            <form method="post" action={paths.staff.markProposals(staff.code, family, now.outlook.id)}>
              <Hidden at={at} basis={proposalBasis(now, group.mark)} />
              <button type="submit" name="mark" value={group.mark}>
                {`「${group.name}」の案${group.takeable.length}件をすべて採る`}
              </button>
            </form>
          )}
        </section>
      ))}
      {board.open.length > 0 && (
        <section>
          <h3>{`まとめては採れない案（${board.open.length}件）`}</h3>
          <Table caption="まとめては採れない案" captionUnseen rows={board.open} keyOf={({ key }) => key} columns={PROPOSAL_COLUMNS(at)} />
        </section>
      )}
    </section>
  )
}

/** 効果額のなくなった判定 — they count nowhere. */
export function Vanished(at: At): ReactNode {
  const { board, mayMark, staff, family, now } = at
  return (
    <section>
      <h2 id="vanished">効果額のなくなった判定</h2>
      <p>計画の効果額表に、もうない額の判定です。どの合計にも入れていません。</p>
      <Table
        caption="効果額のなくなった判定"
        captionUnseen
        rows={board.vanished}
        keyOf={(_, nth) => String(nth)}
        columns={[
          { header: '区分・取組', names: true, cell: ({ scope }) => scope },
          { header: '年度', narrow: true, cell: ({ year }) => year },
          { header: `判定したときの額（${at.report.unit}）`, numeric: true, cell: ({ amount }) => <Signed text={amount} /> },
          { header: '判定', cell: (one) => one.class },
          { header: 'どの版', cell: ({ own }) => (own ? 'この版' : '前の版') },
        ]}
      />
      {mayMark && board.ownVanished > 0 && (
        <form method="post" action={paths.staff.markChanges(staff.code, family, now.outlook.id)}>
          <Hidden at={at} basis="" />
          <button type="submit" name="what" value="vanished" className="second">
            {`この版の判定${board.ownVanished}件を取り消す`}
          </button>
        </form>
      )}
    </section>
  )
}
