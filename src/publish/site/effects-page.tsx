import type { ReactNode } from 'react'
import { Signed } from '../../kit/signed.tsx'
import { Table } from '../../kit/table.tsx'
import { Sources } from '../../kit/told.tsx'
import { cumulativeChart, effectChart } from '../../report/effect-charts.ts'
import { comparedPairs, comparisonsOf } from '../../report/effect-comparisons.ts'
import { type EffectTable, effectAgainstPlanText, effectTables, quantityTables } from '../../report/effect-tables.ts'
import { effectsWithoutYear } from '../../report/effects-told.ts'
import { effectWords } from '../../report/wording-effects.ts'
import { ComparisonView, PairLinks } from './effect-comparison.tsx'
import { CumulativeFigure, CumulativeTable, EffectFigure, EffectSummary } from './effect-figure.tsx'
import { EstimateTable } from './effect-table.tsx'
import { PlanFrame } from './frame.tsx'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

export function EffectsPage({ site, context }: At): ReactNode {
  const tables = effectTables(site.index)
  const quantities = quantityTables(site.index)
  const all = [...tables, ...quantities.flatMap((one) => one.tables)]
  return (
    <PlanFrame site={site} context={context} title={effectWords.title} landscape>
      <h1>{effectWords.title}</h1>
      <p>{effectWords.lead}</p>
      {quantities.length > 0 && <p>{effectWords.neverAdded}</p>}
      {all.some((t) => !t.estimated) && <p>{effectWords.noEstimateMeaning}</p>}
      <Charts site={site} context={context} tables={tables} />
      <Comparisons site={site} context={context} />
      {tables.length > 0 && (
        <section>
          <h2>区分ごとの額</h2>
          {tables.map((t) => (
            <EstimateTable key={t.estimate} site={site} context={context} table={t} />
          ))}
          <Reasons tables={tables} />
        </section>
      )}
      {quantities.map((one) => (
        <section key={one.name}>
          <h2>{`効果（${one.name}）`}</h2>
          {one.tables.map((t) => (
            <EstimateTable key={t.estimate} site={site} context={context} table={t} />
          ))}
          <Reasons tables={one.tables} />
        </section>
      ))}
      <WithoutYear site={site} context={context} />
    </PlanFrame>
  )
}

function Charts({ site, tables }: At & { tables: readonly EffectTable[] }): ReactNode {
  const chart = effectChart(site.index)
  const cumulative = cumulativeChart(site.index)
  const against = effectAgainstPlanText(site.index)
  if (!chart) return null
  return (
    <section>
      <h2>年度別・見積時点別の合計</h2>
      <EffectFigure chart={chart} />
      <EffectSummary tables={tables} />
      {against && <p>{against}</p>}
      {cumulative && (
        <>
          <h3>{effectWords.cumulative}</h3>
          <CumulativeFigure chart={cumulative} />
          <CumulativeTable tables={tables} />
        </>
      )}
    </section>
  )
}

/** The newest estimate against the first one; every other pair has a page of its own. */
function Comparisons({ site, context }: At): ReactNode {
  const pairs = comparedPairs(site.edition.record)
  const first = pairs.findLast(({ earlier }) => earlier === pairs[0]?.earlier)
  if (!first) return null
  return (
    <section>
      <h2>{`見積りの比較：${first.earlier}から${first.later}へ`}</h2>
      <p>{effectWords.comparedLead}</p>
      {comparisonsOf(site.edition.record, first).map((told) => (
        <ComparisonView key={told.measure} told={told} level="h3" />
      ))}
      {pairs.length > 0 && <PairLinks site={site} context={context} pairs={pairs} />}
    </section>
  )
}

function Reasons({ tables }: { tables: readonly EffectTable[] }): ReactNode {
  const reasons = [...new Set(tables.flatMap((t) => t.reasons))]
  if (reasons.length === 0) return null
  return (
    <ul className="quiet">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}

function WithoutYear({ site, context }: At): ReactNode {
  const others = effectsWithoutYear(site.index)
  if (others.length === 0) return null
  return (
    <section>
      <h2>年度の記載がない効果</h2>
      <Table
        caption="年度の記載がない効果"
        rows={others}
        keyOf={(_, i) => String(i)}
        columns={[
          { header: '区分', names: true, cell: (e) => e.scope },
          { header: '見積時点', cell: (e) => e.estimate },
          { header: '効果', numeric: true, cell: (e) => <Signed text={e.amount} /> },
          { header: '出典', cell: (e) => <Sources sources={sourceLinks(site, context, e.sources)} /> },
        ]}
      />
    </section>
  )
}
