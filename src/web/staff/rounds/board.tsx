import type { ReactNode } from 'react'
import { Definitions } from '../../../kit/table.tsx'
import type { Round } from '../../../reform/round.ts'
import { countText } from '../../../report/figures.ts'
import { type BoardLine, type RoundBoard, roundBoard } from '../../../report/round-board.ts'
import { doneText, listNames, roundWords } from '../../../report/wording-rounds.ts'
import { stateNames } from '../../../report/wording-staff-pages.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import { StateBadge } from '../reports/state-badge.tsx'
import type { Staff } from '../staff.ts'
import { itemsAddress } from './addresses.ts'
import { Count, SectionTable } from './board-table.tsx'
import { SelectField } from './fields.tsx'
import { listedIn, withRound } from './round-of.tsx'
import { RoundBadge } from './state-badges.tsx'

/** 照会の状況 — the board of one round. */
export const round = (staff: Staff): Promise<Response> =>
  withRound(staff, listedIn(staff), (it, all) =>
    staff.show(<BoardPage staff={staff} round={it} board={roundBoard(it, all, staff.standing.day)} />),
  )

type Said = { staff: Staff; round: Round; board: RoundBoard }

function BoardPage({ staff, round: it, board }: Said): ReactNode {
  const done = doneText(staff.query('done'))
  const crumbs = [
    { name: roundWords.rounds, href: paths.staff.rounds(staff.code) },
    { name: it.title, href: paths.staff.round(staff.code, it.id) },
  ]
  return (
    <StaffFrame staff={staff} title={it.title} crumbs={crumbs}>
      <h1>
        {it.title} <RoundBadge state={board.state} />
      </h1>
      {done && (
        <Done>
          <p>{done}</p>
        </Done>
      )}
      <Actions staff={staff} round={it} />
      <SectionLetter staff={staff} round={it} board={board} />
      <Figures staff={staff} round={it} line={board.total} />
      <Attention staff={staff} round={it} board={board} />
      <h2>部・課ごとの進み具合</h2>
      <p className="quiet">
        数を押すと、その一覧が開きます。率は、提出が対象に対して、期限内が報告を求めた件数に対して、差戻しが提出に対して示します。
      </p>
      <SectionTable staff={staff} round={it} board={board} />
      <h2>日程</h2>
      <Definitions items={board.dates} />
      <p className="quiet">
        期限内は最初の提出の日で数え、課が引き戻した提出は数えません。取り込んだ過去の報告は提出と受理に数え、期限内率の分母には入れません。承認日数は、提出から課長承認までの開庁日の中央値です。
      </p>
    </StaffFrame>
  )
}

function Actions({ staff, round: it }: Omit<Said, 'board'>): ReactNode {
  const at = paths.staff
  const links: [name: string, href: string][] = [
    ['照会文（Word）', at.roundLetter(staff.code, it.id, 'inquiry')],
    ['記入要領（Word）', at.roundLetter(staff.code, it.id, 'instructions')],
    ['集計ブック（Excel）', at.roundWorkbook(staff.code, it.id)],
  ]
  const manage: [name: string, href: string][] = [
    ['様式の配付', at.forms(staff.code, it.id)],
    [roundWords.scope, at.roundScope(staff.code, it.id)],
    [roundWords.settings, at.roundSettings(staff.code, it.id)],
  ]
  return (
    <ul className="actions" aria-label="この照会の書類と設定">
      {[...links, ...(staff.may('round.manage') ? manage : [])].map(([name, href]) => (
        <li key={href}>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

/** 一つの課あての照会文 — with the list of its initiatives. */
function SectionLetter({ staff, round: it, board }: Said): ReactNode {
  const names = [...new Set(board.departments.flatMap(({ sections }) => sections.flatMap(({ asked }) => asked)))]
  if (names.length === 0) return null
  return (
    <details>
      <summary>課あての照会文（取組の一覧付き）</summary>
      <form className="inline" method="get" action={paths.staff.roundLetter(staff.code, it.id, 'inquiry')}>
        <SelectField name="section" label="課" value="" options={names.map((name) => ({ value: name, name }))} />
        <button type="submit" className="second">
          Word で保存する
        </button>
      </form>
    </details>
  )
}

function Figures({ staff, round: it, line }: Omit<Said, 'board'> & { line: BoardLine }): ReactNode {
  return (
    <dl className="facts" aria-label="照会全体の数">
      {line.cells.map((cell) => (
        <div key={cell.header}>
          <dt>{cell.header}</dt>
          <dd>
            <Count staff={staff} round={it} line={line} cell={cell} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Attention({ staff, round: it, board }: Said): ReactNode {
  const found = board.attention.filter(({ count }) => count > 0)
  return (
    <>
      <h2>確かめること</h2>
      {found.length === 0 && <p>確かめることはありません。</p>}
      {found.length > 0 && (
        <ul className="attention">
          {found.map(({ list, name, explained, count }) => (
            <li key={list}>
              <a href={itemsAddress(staff.code, it.id, { list })} title={listNames[list]}>
                {`${name}　${countText(count)}件`}
              </a>
              <small>{explained}</small>
            </li>
          ))}
        </ul>
      )}
      <ul className="statuses" aria-label="状態ごとの件数">
        {board.states.map(({ state, count }) => (
          <li key={state}>
            <StateBadge state={state} />{' '}
            <a href={itemsAddress(staff.code, it.id, { state })}>
              <span className="unseen">{`${stateNames[state]}：`}</span>
              {`${countText(count)}件`}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
