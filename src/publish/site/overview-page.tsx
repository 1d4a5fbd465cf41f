import type { ReactNode } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Band } from '../../kit/charts.tsx'
import { Scroll, Table } from '../../kit/table.tsx'
import { Value } from '../../kit/told.tsx'
import { countText, dateText } from '../../report/figures.ts'
import { type PlanOverview, planOverview } from '../../report/plan-overview.ts'
import { checkedText } from '../../report/wording-checks.ts'
import { effectWords } from '../../report/wording-effects.ts'
import { CheckTable } from './check-table.tsx'
import { EffectFigure, EffectSummary } from './effect-figure.tsx'
import { PlanFrame } from './frame.tsx'
import { Figure } from './indicator-section.tsx'
import { PillarMap } from './pillar-map.tsx'
import type { PageContext, PlanSite } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext; told: PlanOverview }

function Head({ site, context, told }: At): ReactNode {
  return (
    <>
      <p className="above">{[site.edition.municipality.name, told.kind].filter(Boolean).join(' ・ ')}</p>
      <h1>{told.title}</h1>
      <p className="period">{told.hasPeriod ? `計画期間 ${told.period}` : told.period}</p>
      {told.goal && <p className="goal">{told.goal}</p>}
      {told.plans.length > 0 && (
        <ul className="plain">
          {told.plans.map((p) => (
            <li key={p.id}>{`この計画に含まれる計画：${p.title}（${p.period}）`}</li>
          ))}
        </ul>
      )}
      {told.predecessors.length > 0 && (
        <p className="quiet">{`前の計画：${told.predecessors.map((p) => p.title + (p.date ? `［${dateText(p.date)}］` : '')).join('、')}`}</p>
      )}
      {site.edition.corrections.length > 0 && (
        <div className="notice">
          <p>
            <strong>この版で訂正した箇所があります。</strong>
            <a href={context.link(context.path, site.at('editions'))}>版の履歴と訂正を見る</a>
          </p>
        </div>
      )}
    </>
  )
}

function Facts({ site, context, told }: At): ReactNode {
  const to = (path: string) => context.link(context.path, path)
  const facts = [
    { name: '取組', always: true, value: told.totals.initiatives, unit: '件', href: to(site.at('list')) },
    { name: '所管課', always: false, value: told.totals.sections, unit: '課', href: null },
    {
      name: '指標',
      always: false,
      value: told.totals.indicators,
      unit: '件',
      href: told.totals.indicators > 0 ? to(site.at('indicators')) : null,
    },
    { name: '効果額（計画比）', always: false, value: told.effects.rate, unit: '', href: to(site.at('effects')) },
    { name: '計算が合わない箇所', always: told.totals.checked > 0, value: told.totals.fails, unit: '件', href: to(site.at('checks')) },
    { name: '指摘', always: false, value: told.totals.remarks, unit: '件', href: told.totals.remarks > 0 ? to(site.at('remarks')) : null },
  ]
  return (
    <dl className="facts">
      {facts
        .filter((f) => f.always || (f.value !== null && f.value !== 0))
        .map((f) => (
          <div key={f.name}>
            <dt>{f.href ? <a href={f.href}>{f.name}</a> : f.name}</dt>
            <dd>
              {typeof f.value === 'number' ? countText(f.value) : f.value}
              <span className="unit">{f.unit}</span>
            </dd>
          </div>
        ))}
    </dl>
  )
}

function Statuses({ site, context, told }: At): ReactNode {
  const shown = told.counts.filter((c) => c.count > 0)
  const unknown = shown.some((c) => c.status === 'cannot-tell')
  if (shown.length === 0) return null
  return (
    <section>
      <h2>{told.year ? `${told.year}の取組の状況` : '取組の状況'}</h2>
      <Band title="取組の状況" shares={shown.map((c) => ({ label: c.name, tone: c.status, count: c.count }))} />
      <ul className="statuses">
        {shown.map((c) => (
          <li key={c.status}>
            <a href={context.link(context.path, site.at('facet', 'status', c.status))}>
              <Badge tone={c.status}>{c.name}</Badge>
              <span className="count">{`${countText(c.count)}件`}</span>
            </a>
          </li>
        ))}
      </ul>
      {shown.every((c) => c.status === 'cannot-tell') && (
        <p>
          {told.year === null
            ? 'どの年度の報告か文書に書かれていないため、どの取組も状態を判定していません。'
            : '文書に数値の目標と実績の組がないため、どの取組も状態を判定していません。'}
        </p>
      )}
      {told.leftOut && <p className="quiet">{told.leftOut}</p>}
      <p className="quiet">
        数値の目標と実績、文書に書かれた評価、見直しの決定から判定しています。文章からは判定していません。
        {unknown && '「判定不能」は、判定に必要な数値や年度が文書にないことを表し、取組が進んでいないという意味ではありません。'}
        <a href={context.link(context.path, site.at('guide'))}>判定のしかた</a>
      </p>
    </section>
  )
}

function Pillars({ site, context, told }: At): ReactNode {
  if (told.pillars.length === 0) return null
  const statuses = told.counts.filter((c) => c.count > 0)
  return (
    <section>
      <h2>柱ごとの状況</h2>
      <PillarMap site={site} context={context} />
      <Scroll label="柱ごとの取組の数">
        <Table
          caption="柱ごとの取組の数（件）"
          captionUnseen
          rows={told.pillars}
          keyOf={(p) => p.id}
          columns={[
            {
              header: '柱',
              names: true,
              wide: true,
              cell: (p) => <a href={context.link(context.path, site.at('facet', 'pillar', p.id))}>{p.title}</a>,
            },
            { header: '取組', numeric: true, cell: (p) => countText(p.initiatives) },
            ...statuses.map((s) => ({
              header: s.name,
              numeric: true,
              cell: (p: PlanOverview['pillars'][number]) => countText(p.counts.find((c) => c.status === s.status)?.count ?? 0),
            })),
          ]}
        />
      </Scroll>
      {told.withoutPillar > 0 && <p className="quiet">{`このほか、柱の記載がない取組が${countText(told.withoutPillar)}件あります。`}</p>}
    </section>
  )
}

function BelowPlan({ site, context, told }: At): ReactNode {
  if (told.totals.indicators === 0) return null
  return (
    <section>
      <h2>{told.year === null ? '遅れている指標' : `${told.year}に遅れている指標`}</h2>
      <p className="quiet">実績が目標に届いていないか、現況値より目標から遠ざかっている指標です。</p>
      <Scroll label="遅れている指標">
        <Table
          captionUnseen
          caption={`遅れている指標（${told.year ?? '年度の記載なし'}）`}
          rows={told.belowPlan}
          keyOf={(b) => b.id}
          none={told.year === null ? 'どの年度の報告か分からないため、判定していません。' : '遅れていると判定された指標はありません。'}
          columns={[
            { header: '指標', names: true, cell: (b) => b.indicator },
            {
              header: '取組',
              wide: true,
              cell: (b) =>
                b.initiative ? (
                  <a href={context.link(context.path, site.at('initiative', b.initiative.id))}>{b.initiative.title}</a>
                ) : (
                  '計画全体'
                ),
            },
            {
              header: '目標',
              numeric: true,
              cell: (b) => (
                <>
                  <Value told={b.target} />
                  {b.targetWhen && <small>{b.targetWhen}</small>}
                </>
              ),
            },
            { header: '実績', numeric: true, cell: (b) => <Value told={b.year.actual} /> },
            { header: '達成率', numeric: true, cell: (b) => <Figure text={b.year.rate} why={b.year.noRate} /> },
            {
              header: '判定',
              cell: (b) => (
                <>
                  {b.reason}
                  {b.guessed && <small className="guess">（方向は推定）</small>}
                </>
              ),
            },
          ]}
        />
      </Scroll>
      {told.belowPlanMore > 0 && (
        <p>
          {`このほかに${countText(told.belowPlanMore)}件あります。`}
          <a href={context.link(context.path, site.at('indicators'))}>すべての指標を見る</a>
        </p>
      )}
    </section>
  )
}

export function OverviewPage({ site, context }: Omit<At, 'told'>): ReactNode {
  const told = planOverview(site.index, site.list)
  const at = { site, context, told }
  const to = (path: string) => context.link(context.path, path)
  return (
    <PlanFrame site={site} context={context} title={told.title}>
      <Head {...at} />
      <Facts {...at} />
      <Statuses {...at} />
      <Pillars {...at} />
      {told.effects.chart && (
        <section>
          <h2>効果額</h2>
          <EffectFigure chart={told.effects.chart} />
          {told.effects.against && <p>{told.effects.against}</p>}
          {told.effects.tables.some((t) => !t.estimated) && <p className="quiet">{effectWords.noEstimateMeaning}</p>}
          <EffectSummary tables={told.effects.tables} />
          <p>
            <a href={to(site.at('effects'))}>効果額の表をすべて見る</a>
          </p>
        </section>
      )}
      <BelowPlan {...at} />
      <section>
        <h2>検算の結果</h2>
        <p className="quiet">文書に印字された合計・割合・差などを計算し直し、合っているかを確かめたものです。</p>
        <p>{checkedText(told.totals.checked, told.totals.fails)}</p>
        {told.fails.length > 0 && <CheckTable site={site} context={context} checks={told.fails} caption="計算が合わない箇所" />}
        {told.remarks.length > 0 && (
          <p>
            {`このほか、計算の誤りではないものの、確認を勧める箇所（指摘）が${countText(told.totals.remarks)}件あります。`}
            <a href={to(site.at('remarks'))}>指摘を見る</a>
          </p>
        )}
      </section>
    </PlanFrame>
  )
}
