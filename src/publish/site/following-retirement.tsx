import type { ReactNode } from 'react'
import { inOrder } from '../../kit/in-order.ts'
import { Scroll, Table } from '../../kit/table.tsx'
import { countText } from '../../report/figures.ts'
import type { RetirementCandidate, RetirementList } from '../../report/retirement-list.ts'
import { type InitiativeHref, InitiativeLink } from './following-opinions.tsx'

type Said = { list: RetirementList; href: InitiativeHref; action?: (candidate: RetirementCandidate) => ReactNode }

/** 廃止の候補 — with the criterion that caught each and the values it used; a candidate is no decision. */
export function CandidateTable({ list, href, action }: Said): ReactNode {
  return (
    <Scroll label="廃止の候補">
      <Table
        caption={`廃止を検討する候補（${list.year}、${countText(list.candidates.length)}件）`}
        none="基準に当たる取組はありません。"
        rows={list.candidates}
        keyOf={({ initiative, criterion }) => `${initiative.id} ${criterion}`}
        columns={[
          { header: '取組', names: true, wide: true, cell: ({ initiative }) => <InitiativeLink initiative={initiative} href={href} /> },
          {
            header: '当たった基準',
            wide: true,
            cell: ({ criterion, rule }) => (
              <>
                {criterion}
                <small>{rule}</small>
              </>
            ),
          },
          {
            header: '用いた値',
            wide: true,
            cell: ({ values, guessed }) => (
              <>
                <ul className="plain">
                  {inOrder(values).map(({ key, it }) => (
                    <li key={key}>{`${it.name}：${it.value}`}</li>
                  ))}
                </ul>
                {guessed && <small>改善の方向が推定の指標によります。</small>}
              </>
            ),
          },
          { header: `${list.year}の決定`, cell: ({ decided }) => decided ?? '決定前' },
          ...(action ? [{ header: '次に', narrow: true, cell: action }] : []),
        ]}
      />
    </Scroll>
  )
}

/** 廃止の基準ごとの件数 — what cannot be told is counted apart, with its reasons below. */
export function CriterionCounts({ list, action }: { list: RetirementList; action?: (id: string, name: string) => ReactNode }): ReactNode {
  return (
    <Table
      caption="廃止の基準と、照らした結果の件数"
      none="廃止の基準はまだありません。"
      rows={list.criteria}
      keyOf={({ id }) => id}
      columns={[
        { header: '基準', names: true, cell: ({ name }) => name },
        { header: '内容', wide: true, cell: ({ rule }) => rule },
        { header: '候補', numeric: true, cell: ({ candidates }) => countText(candidates) },
        { header: '当たらない', numeric: true, cell: ({ notCaught }) => countText(notCaught) },
        { header: '分からない', numeric: true, cell: ({ unclear }) => countText(unclear.length) },
        ...(action ? [{ header: '直す', cell: ({ id, name }: RetirementList['criteria'][number]) => action(id, name) }] : []),
      ]}
    />
  )
}

/** 分からない理由 — folded away: a plan of qualitative initiatives has many. */
export function UnclearLists({ list, href }: { list: RetirementList; href: InitiativeHref }): ReactNode {
  return list.criteria
    .filter(({ unclear }) => unclear.length > 0)
    .map(({ id, name, unclear }) => (
      <details key={id}>
        <summary>{`「${name}」に当たるか分からない取組（${countText(unclear.length)}件、候補ではありません）`}</summary>
        {[...Map.groupBy(unclear, ({ why }) => why)].map(([why, same]) => (
          <div key={why}>
            <p>{`${why}（${countText(same.length)}件）`}</p>
            <ul>
              {same.map(({ initiative }) => (
                <li key={initiative.id}>
                  <InitiativeLink initiative={initiative} href={href} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </details>
    ))
}
