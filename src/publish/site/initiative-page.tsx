import type { ReactNode } from 'react'
import { Badge, Chip } from '../../kit/badge.tsx'
import { Gantt } from '../../kit/gantt.tsx'
import { Signed } from '../../kit/signed.tsx'
import { Definitions, Scroll, Table } from '../../kit/table.tsx'
import { Sources, ToldProse } from '../../kit/told.tsx'
import type { Initiative } from '../../reform/record.ts'
import type { FigureTold, ReportTold } from '../../report/initiative-reports.ts'
import { type InitiativeSheet, initiativeSheet, type PartSheet } from '../../report/initiative-sheet.ts'
import { proposalsOf } from '../../report/judging-told.ts'
import { sourcesOfInitiative } from '../../report/sources.ts'
import { throughWords } from '../../report/wording-through.ts'
import { CheckTable } from './check-table.tsx'
import { PlanFrame } from './frame.tsx'
import { IndicatorSection } from './indicator-section.tsx'
import { InitiativeJudgements } from './initiative-judgements.tsx'
import { LineageFamily } from './lineage-figure.tsx'
import { LineageTable } from './lineage-table.tsx'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'
import { Proposals } from './proposals.tsx'

type At = { site: PlanSite; context: PageContext; sheet: InitiativeSheet }

function Summary({ site, context, sheet }: At): ReactNode {
  const to = (path: string) => context.link(context.path, path)
  const published = sheet.published.map((p) => [p.where, p.title].filter(Boolean).join('：')).join('、')
  const marks = sheet.marks.map(
    (m) => [m.scheme, m.names.filter((n) => n.on === true).map((n) => <Chip key={n.name}>{n.name}</Chip>)] as const,
  )
  return (
    <Definitions
      items={[
        ['所管課', sheet.sections.join('、') || '記載なし'],
        ['計画期間', sheet.plan?.period ?? '記載なし'],
        ...marks.map(([scheme, on]): [string, ReactNode] => [scheme, on.length > 0 ? on : '該当する印なし']),
        ...(published ? [['情報公開', published] as [string, ReactNode]] : []),
        [
          '様式',
          <a key="form" href={to(site.at('form', sheet.id))}>
            実施計画の様式で見る（A4）
          </a>,
        ],
      ]}
    />
  )
}

function PartSection({ site, context, part, number }: Omit<At, 'sheet'> & { part: PartSheet; number: number | null }): ReactNode {
  const title = part.title ?? (number === null ? null : `取組の部分${number}`)
  return (
    <section>
      {title && <h3>{title}</h3>}
      {part.sections.length > 0 && <p className="who">{`所管課：${part.sections.join('、')}`}</p>}
      {part.description && <ToldProse told={part.description} />}
      {part.goal && (
        <>
          <h4>目指す姿</h4>
          <ToldProse told={part.goal} />
          <Sources named sources={sourceLinks(site, context, part.goal.sources)} />
        </>
      )}
      {part.gantt && (
        <Scroll label={`${title ?? ''}行動計画の表`}>
          <Gantt gantt={part.gantt} caption={title ? `行動計画（${title}）` : '行動計画'} />
        </Scroll>
      )}
      {part.indicators.map((sheet) => (
        <IndicatorSection key={sheet.id} site={site} context={context} sheet={sheet} level={4} />
      ))}
    </section>
  )
}

function Report({ site, context, report }: Omit<At, 'sheet'> & { report: ReportTold }): ReactNode {
  const about = [report.section, ...report.parts].filter(Boolean).join('・')
  const texts = [
    ['取組状況・実績', report.progress],
    ['今後の課題・方向性', report.issues],
    ['計画の見直し', report.revision],
  ] as const
  return (
    <section className="report">
      <h3>
        {report.when}
        {about && <span className="about">{about}</span>}
      </h3>
      {texts.map(([name, told]) =>
        told.answer === 'not-said' ? null : (
          <div key={name} className="said">
            <h4>{name}</h4>
            <ToldProse told={told} />
            <Sources named sources={sourceLinks(site, context, told.sources)} />
          </div>
        ),
      )}
      {report.figures.length > 0 && (
        <Table
          caption="報告された数値"
          rows={report.figures}
          keyOf={(_, i) => String(i)}
          columns={[
            { header: '項目', cell: (f) => f.label, names: true },
            { header: '値', cell: (f) => <Signed text={f.text} />, numeric: true },
            ...(report.figures.some((f) => f.note !== null) ? [{ header: '補足', cell: (f: FigureTold) => f.note ?? '' }] : []),
            { header: '出典', cell: (f) => <Sources sources={sourceLinks(site, context, f.sources)} /> },
          ]}
        />
      )}
    </section>
  )
}

function Inherited({ site, context, sheet }: At): ReactNode {
  if (sheet.inherited.length === 0) return null
  return (
    <section>
      <h2>{throughWords.inherited}</h2>
      <p>{throughWords.inheritedLead}</p>
      <ul>
        {sheet.inherited.map((one) => (
          <li key={one.anchor}>
            <a href={`${context.link(context.path, site.at('initiative', one.from.id))}#${one.anchor}`}>{one.name}</a>
            {`（前の取組「${one.from.title}」${one.unit ? `、単位：${one.unit}` : ''}）`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 見直しの経緯 — what was decided, and what the plan said before. */
function ChangesOfPlan({ told }: { told: InitiativeSheet['changes'] }): ReactNode {
  if (told.length === 0) return null
  return (
    <section>
      <h2>見直しの経緯</h2>
      <Table
        caption="計画の見直し（決定の順）"
        rows={told}
        keyOf={(_, i) => String(i)}
        columns={[
          { header: '決定した日', cell: (c) => c.when, names: true },
          { header: '見直したもの', cell: (c) => c.what },
          { header: '見直し前', cell: (c) => c.before },
          { header: '見直し後', cell: (c) => c.after },
          { header: '理由', cell: (c) => c.why, wide: true },
        ]}
      />
    </section>
  )
}

function Origins({ site, context, initiative }: Omit<At, 'sheet'> & { initiative: Initiative }): ReactNode {
  const groups = sourcesOfInitiative(initiative, site.index)
  if (groups.length === 0) return null
  return (
    <section>
      <h2>値の出典</h2>
      <p>この頁の値を、文書のどこから読み取ったかの一覧です。場所を選ぶと文書のその行が開きます。</p>
      <details>
        <summary>{`出典の一覧（${groups.length}項目）`}</summary>
        <Table
          caption="値と出典"
          captionUnseen
          rows={groups}
          keyOf={(_, i) => String(i)}
          columns={[
            { header: '項目', cell: (g) => g.name, names: true },
            {
              header: '文書の場所',
              wide: true,
              cell: (g) => (
                <>
                  {site.edition.documents.length === 1 && `${g.documents.join('、')} `}
                  <Sources named sources={sourceLinks(site, context, g.sources)} />
                </>
              ),
            },
            { header: '読み取り', cell: (g) => (g.guessed ? '推定' : '文書のとおり') },
          ]}
        />
      </details>
    </section>
  )
}

export function InitiativePage({ site, context, initiative }: { site: PlanSite; context: PageContext; initiative: Initiative }): ReactNode {
  const sheet = initiativeSheet(initiative, site.index)
  const at = { site, context, sheet }
  const to = (path: string) => context.link(context.path, path)
  const name = sheet.number ? `${sheet.number} ${sheet.title}` : sheet.title
  return (
    <PlanFrame site={site} context={context} title={name} crumbs={[{ name: '取組の一覧', href: to(site.at('list')) }]}>
      <p className="above">{sheet.path.map((n) => n.title).join(' › ')}</p>
      <h1>{name}</h1>
      <p className="status-line">
        <Badge tone={sheet.status.status}>{sheet.status.name}</Badge>
        <span>{sheet.status.reason}</span>
      </p>
      <Summary {...at} />
      <section>
        <h2>概要と目指す姿</h2>
        <h3>概要</h3>
        <ToldProse told={sheet.description} />
        <Sources named sources={sourceLinks(site, context, sheet.description.sources)} />
        <h3>目指す姿</h3>
        <ToldProse told={sheet.goal} />
        <Sources named sources={sourceLinks(site, context, sheet.goal.sources)} />
      </section>
      {sheet.parts.length > 0 && (
        <section>
          <h2>行動計画</h2>
          {sheet.parts.map((part, i) => (
            <PartSection key={part.id} site={site} context={context} part={part} number={sheet.parts.length > 1 ? i + 1 : null} />
          ))}
        </section>
      )}
      {sheet.indicators.length > 0 && (
        <section>
          <h2>指標</h2>
          {sheet.indicators.map((indicator) => (
            <IndicatorSection key={indicator.id} site={site} context={context} sheet={indicator} level={3} />
          ))}
        </section>
      )}
      <Inherited {...at} />
      <section>
        <h2>年度ごとの報告</h2>
        {sheet.reports.length === 0 && <p className="none">報告の記載はありません。</p>}
        {sheet.reports.map((report) => (
          <Report key={`${report.when}${report.section}${report.parts.join()}`} site={site} context={context} report={report} />
        ))}
      </section>
      <InitiativeJudgements {...at} />
      <Proposals told={proposalsOf(site.index, initiative.id)} />
      {sheet.roadmap.length > 0 && (
        <section>
          <h2>ロードマップ</h2>
          <ul>
            {sheet.roadmap.map((r) => (
              <li key={`${r.when}${r.text}`}>
                {`${r.when}：${r.text}`}
                <Sources sources={sourceLinks(site, context, r.sources)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <ChangesOfPlan told={sheet.changes} />
      {sheet.lineage.length > 0 && (
        <section>
          <h2>前の計画からのつながり</h2>
          <LineageFamily site={site} context={context} initiative={initiative} />
          <LineageTable site={site} context={context} rows={sheet.lineage} caption="この取組にかかわる見直し" />
        </section>
      )}
      {sheet.checks.length > 0 && (
        <section>
          <h2>この取組の検算・指摘</h2>
          <CheckTable site={site} context={context} checks={sheet.checks} caption="検算と指摘" />
        </section>
      )}
      <Origins site={site} context={context} initiative={initiative} />
    </PlanFrame>
  )
}
