import type { ReactNode } from 'react'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { Definitions } from '../../kit/table.tsx'
import type { ImprovementRow } from '../../report/improvement-list.ts'
import { followingWords } from '../../report/wording-following.ts'
import { type InitiativeHref, InitiativeLink } from './following-opinions.tsx'

export const improvementTone = ({ state, overdue }: Pick<ImprovementRow, 'state' | 'overdue'>): Tone =>
  overdue ? 'behind' : state === 'closed' ? 'achieved' : state === 'running' ? 'on-track' : 'not-started'

/** 経過 — the oldest first. */
export function ImprovementNotes({ notes }: { notes: ImprovementRow['notes'] }): ReactNode {
  if (notes.length === 0) return null
  return (
    <ol className="followed">
      {inOrder(notes).map(({ key, it }) => (
        <li key={key}>
          <span className="by">{[it.on, it.by].filter(Boolean).join('　')}</span>
          <span className="as-typed">{it.text}</span>
        </li>
      ))}
    </ol>
  )
}

export function ImprovementFacts({ row }: { row: ImprovementRow }): ReactNode {
  const prose = (text: string): ReactNode =>
    text === '' ? <span className="none">まだ書かれていません</span> : <span className="as-typed">{text}</span>
  const items: [ReactNode, ReactNode][] = [
    ['所管課', row.section ?? followingWords.noSection],
    ['根拠', row.stands.text],
    ['課題・原因', prose(row.cause)],
    ['改善策', prose(row.action)],
    ['期限', row.due ?? <span className="none">まだ決まっていません</span>],
    ...(row.outcome
      ? [['結果', <span key="outcome" className="as-typed">{`${row.outcome}（${row.closedOn}完了）`}</span>] as [ReactNode, ReactNode]]
      : []),
  ]
  return (
    <>
      <Definitions items={items} />
      {row.notes.length > 0 && <p className="by">経過</p>}
      <ImprovementNotes notes={row.notes} />
    </>
  )
}

/** 改善計画 — each followed until it is closed. */
export function ImprovementCards({ rows, href }: { rows: readonly ImprovementRow[]; href: InitiativeHref }): ReactNode {
  return rows.map((row) => (
    <section key={row.id} className="improvement" id={`improvement-${row.id}`}>
      <h3>
        <InitiativeLink initiative={row.initiative} href={href} /> <Badge tone={improvementTone(row)}>{row.stateName}</Badge>
      </h3>
      <ImprovementFacts row={row} />
    </section>
  ))
}
