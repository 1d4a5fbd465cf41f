import type { ReactNode } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { Scroll, Table } from '../../kit/table.tsx'
import { countText } from '../../report/figures.ts'
import { type DecisionTable, type JudgingTold, judgingTold, type OverrideTold } from '../../report/judging-told.ts'
import { EvaluationWords } from './evaluation-words.tsx'
import { FollowingSections } from './following-sections.tsx'
import { PlanFrame } from './frame.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'
import { SummaryTables } from './summary-tables.tsx'

type At = { site: PlanSite; context: PageContext; told: JudgingTold }

/** 評価 — what was judged by which words, how often somebody decided otherwise than the figures say, and what follows from it. */
export function EvaluationPage({ site, context }: Omit<At, 'told'>): ReactNode {
  const told = judgingTold(site.index)
  const at = { site, context, told }
  return (
    <PlanFrame site={site} context={context} title="評価">
      <h1>評価</h1>
      <Lead told={told} />
      <Summary told={told} />
      <Overrides {...at} />
      {told.decisions.map((table) => (
        <Decisions key={table.year} {...at} table={table} />
      ))}
      <EvaluationWords told={told} />
      <FollowingSections site={site} context={context} />
    </PlanFrame>
  )
}

function Lead({ told }: { told: JudgingTold }): ReactNode {
  if (told.stages.length === 0) return <p>文書に書かれた評価を数えたものです。</p>
  return (
    <>
      <p>取組がどこまで進んだか、この先どうするかを、次の順に評価しています。</p>
      <ol>
        {told.stages.map(({ name, meaning }) => (
          <li key={name}>
            <strong>{name}</strong>：{meaning}
          </li>
        ))}
      </ol>
      {told.rules.length > 0 && (
        <p>
          数値のある取組には、決めておいた基準から評語を提案します（判定案）。判定案と違う評語に決めたときは、その理由も公表しています。
          <a href="#words">評語の意味と基準</a>
        </p>
      )}
    </>
  )
}

function Summary({ told }: { told: JudgingTold }): ReactNode {
  return told.summary.map(({ year, tables }) => (
    <section key={year}>
      <h2>{`${year}の集計`}</h2>
      <div className="summary-tables">
        <SummaryTables tables={tables} />
      </div>
    </section>
  ))
}

function Decisions({ site, context, table }: At & { table: DecisionTable }): ReactNode {
  const caption = `${table.year}の取組ごとの評価（${countText(table.rows.length)}件）`
  return (
    <section>
      <h2>{`${table.year}の取組ごとの評価`}</h2>
      <Scroll label={caption}>
        <Table
          caption={caption}
          captionUnseen
          rows={table.rows}
          keyOf={({ initiative }) => initiative.id}
          columns={[
            {
              header: '取組',
              names: true,
              wide: true,
              cell: ({ initiative, sections }) => (
                <>
                  <a href={context.link(context.path, site.at('initiative', initiative.id))}>{initiative.title}</a>
                  <small>{sections}</small>
                </>
              ),
            },
            ...(table.hasRule
              ? [{ header: '判定案', narrow: true, cell: (row: DecisionTable['rows'][number]) => <ProposedWord row={row} /> }]
              : []),
            ...table.columns.map(({ scale, stage }, nth) => ({
              header: (
                <>
                  {scale}
                  <small>{stage}</small>
                </>
              ),
              label: `${scale} ${stage}`,
              cell: ({ words }: DecisionTable['rows'][number]) => words[nth] || <span className="none">評価なし</span>,
            })),
            {
              header: '共通の状態',
              cell: ({ core, coreText }) => (core ? <Badge tone={core}>{coreText}</Badge> : <span className="none">{coreText}</span>),
            },
          ]}
        />
      </Scroll>
    </section>
  )
}

const ProposedWord = ({ row: { proposed, differs } }: { row: DecisionTable['rows'][number] }): ReactNode => (
  <>
    {proposed}
    {differs && (
      <small>
        <a href="#overrides">違う決定あり</a>
      </small>
    )}
  </>
)

function Overrides({ site, context, told }: At): ReactNode {
  if (told.rules.length === 0 && told.overrides.length === 0) return null
  return (
    <section id="overrides">
      <h2>判定案と違う決定</h2>
      <p className="quiet">数値からの判定案と、人が決めた評語が違うものです。判定案に用いた値は、決めたときのまま残しています。</p>
      <Scroll label="判定案と違う決定">
        <Table
          caption="判定案と違う決定とその理由"
          captionUnseen
          rows={told.overrides}
          keyOf={(_, nth) => String(nth)}
          none="判定案と違う決定はありません。"
          columns={[
            {
              header: '取組',
              names: true,
              cell: ({ initiative, indicator }) => (
                <>
                  <a href={context.link(context.path, site.at('initiative', initiative.id))}>{initiative.title}</a>
                  {indicator && <small>{`指標「${indicator}」`}</small>}
                </>
              ),
            },
            { header: '年度・段階', cell: ({ year, stage, scale }) => `${year} ${stage}「${scale}」` },
            { header: '判定案', cell: (one) => <Proposed {...one} /> },
            { header: '決定', cell: ({ word, on }) => <Decision word={word} on={on} /> },
            { header: '理由', wide: true, cell: ({ reason }) => reason },
          ]}
        />
      </Scroll>
    </section>
  )
}

function Proposed({ proposed, why, inputs }: OverrideTold): ReactNode {
  return (
    <>
      <strong>{proposed}</strong>
      <small>{why}</small>
      <ul className="plain small">
        {inOrder(inputs).map(({ key, it }) => (
          <li key={key}>{`${it.name} ${it.value}`}</li>
        ))}
      </ul>
    </>
  )
}

const Decision = ({ word, on }: { word: string; on: string }): ReactNode => (
  <>
    <strong>{word}</strong>
    <small>{on}</small>
  </>
)
