import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import { Scroll } from '../../../kit/table.tsx'
import type { JudgementProposal } from '../../../reform/judgement.ts'
import type { RefusedJudgement, RowProblem } from '../../../reform/judging-refusals.ts'
import type { Scale } from '../../../reform/scale.ts'
import type { BoardRow, EarlierWord, FigureLine } from '../../../report/judging-board.ts'
import { judgingWords, rowProblemText } from '../../../report/wording-judging.ts'
import { Refusal } from '../frame.tsx'
import { rowKey, type TypedRow } from './typed-rows.ts'

/** What a refused form brought back, by row. */
export type BroughtBack = {
  typed: ReadonlyMap<string, TypedRow>
  problems: ReadonlyMap<string, RowProblem>
  refused: readonly RefusedJudgement[]
}
export const NOTHING_BACK: BroughtBack = { typed: new Map(), problems: new Map(), refused: [] }

/** Why nothing was written: every refused row, also one that the page does not show. */
export function RowsRefused({ back, rows }: { back: BroughtBack; rows: readonly BoardRow[] }): ReactNode {
  if (back.refused.length === 0) return null
  return (
    <Refusal>
      <p>{judgingWords.rowsRefused}</p>
      <ul>
        {back.refused.map((one) => {
          const place = rows.findIndex((row) => rowKey(row) === rowKey(one))
          return (
            <li key={rowKey(one)}>
              {place === -1 ? one.title : <a href={`#row-${place}`}>{one.title}</a>}
              {`：${rowProblemText(one.problem)}`}
            </li>
          )
        })}
      </ul>
    </Refusal>
  )
}

type Said = {
  caption: string
  rows: readonly BoardRow[]
  scale: Scale
  hasRule: boolean
  back: BroughtBack
  /** where the row's own page is */
  href: ((row: BoardRow) => string) | null
}

/** 評価の表 — the figures, the proposal and the other stages beside the word that is to be chosen. */
export function JudgingRows({ caption, rows, scale, hasRule, back, href }: Said): ReactNode {
  return (
    <Scroll label={caption}>
      <table className="cards judging">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">取組</th>
            <th scope="col">数値</th>
            {hasRule && <th scope="col">判定案</th>}
            <th scope="col">ほかの評価</th>
            <th scope="col">評価</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, nth) => (
            <tr key={rowKey(row)} id={`row-${nth}`}>
              <th scope="row">
                {href ? <a href={href(row)}>{row.title}</a> : row.title}
                <small>{row.indicator ? '指標' : row.sections.join('、') || '所管課の記載なし'}</small>
              </th>
              <td data-label="数値">
                <Figures figures={row.figures} />
              </td>
              {hasRule && (
                <td data-label="判定案">
                  <Proposal proposal={row.proposal} withoutWord={row.withoutWord} />
                </td>
              )}
              <td data-label="ほかの評価">
                <Earlier words={row.earlier} />
              </td>
              <td data-label="評価" className="deciding">
                {row.may ? <Deciding row={row} nth={nth} scale={scale} back={back} /> : <Decided row={row} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

export function Figures({ figures }: { figures: readonly FigureLine[] }): ReactNode {
  if (figures.length === 0) return <span className="none">指標なし</span>
  return (
    <ul className="plain small">
      {inOrder(figures).map(({ key, it }) => (
        <li key={key}>
          {it.name}
          <br />
          {`目標 ${it.target}、実績 ${it.actual}${it.rate ? `（達成率 ${it.rate}）` : ''}`}
        </li>
      ))}
    </ul>
  )
}

/** The word, why, and, on demand, every value that it rests on. */
export function Proposal({ proposal, withoutWord }: { proposal: JudgementProposal | null; withoutWord: string | null }): ReactNode {
  if (!proposal) return <span className="none">なし</span>
  return (
    <>
      {proposal.word ? <strong>{proposal.word}</strong> : <span className="none">判定できません</span>}
      {withoutWord && <small>{withoutWord}</small>}
      <details>
        <summary>根拠</summary>
        <p>{proposal.why}</p>
        <dl className="inputs">
          {inOrder(proposal.inputs).map(({ key, it }) => (
            <div key={key}>
              <dt>{it.name}</dt>
              <dd>{it.value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

function Earlier({ words }: { words: readonly EarlierWord[] }): ReactNode {
  if (words.length === 0) return <span className="none">なし</span>
  return (
    <ul className="plain small">
      {inOrder(words).map(({ key, it }) => (
        <li key={key}>
          {it.own ? it.stage : `${it.stage}・${it.scale}`}：<strong>{it.word}</strong>
          {it.reason && <span className="as-typed">{`（${it.reason}）`}</span>}
        </li>
      ))}
    </ul>
  )
}

function Decided({ row: { decided } }: { row: BoardRow }): ReactNode {
  if (!decided) return <span className="none">{judgingWords.undecided}</span>
  return (
    <>
      <strong>{decided.word}</strong>
      {decided.reason && <p className="as-typed">{decided.reason}</p>}
    </>
  )
}

function Deciding({ row, nth, scale, back }: { row: BoardRow; nth: number; scale: Scale; back: BroughtBack }): ReactNode {
  const typed = back.typed.get(rowKey(row))
  const problem = back.problems.get(rowKey(row))
  const at = `row.${nth}`
  const word = typed?.word ?? row.decided?.word ?? ''
  return (
    <>
      <input type="hidden" name={`${at}.initiative`} value={row.initiative} />
      {row.indicator && <input type="hidden" name={`${at}.indicator`} value={row.indicator} />}
      <input type="hidden" name={`${at}.basis`} value={row.basis} />
      {row.proposal?.word && !row.decided && <input type="hidden" name={`${at}.proposed`} value={row.proposal.word} />}
      {problem && (
        <p className="fault" id={`fault-${nth}`}>
          {rowProblemText(problem)}
        </p>
      )}
      <label className="unseen" htmlFor={`word-${nth}`}>{`評語：${row.title}`}</label>
      <select
        id={`word-${nth}`}
        name={`${at}.word`}
        defaultValue={word}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `fault-${nth}` : undefined}
      >
        <option value="">{judgingWords.undecided}</option>
        {scale.grades.map((grade) => (
          <option key={grade.word} value={grade.word}>
            {grade.word}
          </option>
        ))}
        {word !== '' && !scale.grades.some((grade) => grade.word === word) && <option value={word}>{word}</option>}
      </select>
      <label className="small" htmlFor={`reason-${nth}`}>
        理由<span className="unseen">{`：${row.title}`}</span>
      </label>
      <textarea id={`reason-${nth}`} name={`${at}.reason`} rows={2} defaultValue={typed?.reason ?? row.decided?.reason ?? ''} />
    </>
  )
}
