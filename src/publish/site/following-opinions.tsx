import type { ReactNode } from 'react'
import { Badge, type Tone } from '../../kit/badge.tsx'
import type { InitiativeTold } from '../../report/named-initiatives.ts'
import type { OpinionRow } from '../../report/opinion-list.ts'
import { followingWords } from '../../report/wording-following.ts'

/** Where an initiative is shown; null: nowhere any more. */
export type InitiativeHref = (id: string) => string | null

export function InitiativeLink({ initiative, href }: { initiative: InitiativeTold; href: InitiativeHref }): ReactNode {
  const to = initiative.gone ? null : href(initiative.id)
  return to === null ? initiative.name : <a href={to}>{initiative.name}</a>
}

const TONES: Record<OpinionRow['state'], Tone> = { answered: 'holds', unanswered: 'behind', selected: 'not-started' }
type Said = { rows: readonly OpinionRow[]; href: InitiativeHref; heading: 'h2' | 'h3' | 'h4'; actions?: (row: OpinionRow) => ReactNode }

/** 意見と対応 — side by side on a wide screen and on paper, one below the other on a narrow one. */
export function OpinionPairs({ rows, href, heading: Heading, actions }: Said): ReactNode {
  return rows.map((row) => (
    <section key={row.id} className="opinion" id={`opinion-${row.id}`}>
      <Heading>
        {row.initiative ? <InitiativeLink initiative={row.initiative} href={href} /> : followingWords.ofPlan}{' '}
        <Badge tone={TONES[row.state]}>{row.stateName}</Badge>
      </Heading>
      <div className="pair">
        <div className="said">
          <p className="by">{[`意見：${row.from}`, row.stage !== '外部評価' && row.stage, row.saidOn].filter(Boolean).join('　')}</p>
          {row.text === '' ? <p className="none">まだ述べられていません。</p> : <p className="as-typed">{row.text}</p>}
        </div>
        <div className="done">
          <p className="by">
            {['対応', row.response?.section, row.response?.draft ? '下書き（公表しません）' : row.response?.on].filter(Boolean).join('　')}
          </p>
          {row.response ? (
            <p className="as-typed">{row.response.text}</p>
          ) : (
            <p className="none">{row.state === 'selected' ? '意見が述べられた後に示します。' : '対応はまだ示されていません。'}</p>
          )}
        </div>
      </div>
      {actions?.(row)}
    </section>
  ))
}
