import type { ReactNode } from 'react'
import { Chip } from '../../kit/badge.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { Signed } from '../../kit/signed.tsx'
import { Scroll, Table } from '../../kit/table.tsx'
import { Sources, Value } from '../../kit/told.tsx'
import { carryOver } from '../../report/carry-over.ts'
import { type EffectTable, effectAgainstPlanText, effectChart, effectsWithoutYear, effectTables } from '../../report/effect-tables.ts'
import { countText, yearText } from '../../report/figures.ts'
import { indicatorSheet } from '../../report/indicator-sheet.ts'
import { numbered } from '../../report/initiative-sheet.ts'
import { reorganisations } from '../../report/reorganisations.ts'
import { type SeriesTold, seriesTold } from '../../report/series.ts'
import { EffectFigure, EffectSummary } from './effect-figure.tsx'
import { PlanFrame } from './frame.tsx'
import { Figure, IndicatorSection, MetBadge } from './indicator-section.tsx'
import { LineageTable } from './lineage-table.tsx'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

function EstimateTable({ site, context, table }: At & { table: EffectTable }): ReactNode {
  const printed = table.rows.some((r) => r.printedTotal !== null)
  const differs = table.rows.some((r) => r.difference !== null)
  return (
    <Scroll label={`効果額（${table.estimate}）`}>
      <table className="effects">
        <caption>{`効果額（${table.estimate}）　単位：${table.unit}`}</caption>
        <thead>
          <tr>
            <th scope="col">区分</th>
            {table.years.map((y) => (
              <th key={y.year} scope="col" className="num">
                {y.name}
              </th>
            ))}
            <th scope="col" className="num">
              合計
            </th>
            {printed && (
              <th scope="col" className="num">
                文書の合計欄
              </th>
            )}
            {differs && (
              <th scope="col" className="num">
                差（文書の記載）
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {inOrder(table.rows).map(({ key, it: row }) => (
            <tr key={key}>
              <th scope="row">{row.scope}</th>
              {inOrder(row.cells).map(({ key: place, it: cell }) => (
                <td key={place} className="num">
                  {cell.length === 0 && <span className="none">記載なし</span>}
                  {inOrder(cell).map(({ key: amount, it }) => (
                    <div key={amount}>
                      <Signed text={it.text} />
                      {it.status && <small>{it.status}</small>}
                      <Sources sources={sourceLinks(site, context, it.sources)} />
                    </div>
                  ))}
                </td>
              ))}
              <td className="num total">
                {row.total === null ? <span className="none">合計に含めない</span> : <Signed text={row.total} />}
              </td>
              {printed && <td className="num">{row.printedTotal === null ? '' : <Signed text={row.printedTotal} />}</td>}
              {differs && <td className="num">{row.difference === null ? '' : <Signed text={row.difference} />}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合計（計算した値）</th>
            {inOrder(table.sums).map(({ key, it }) => (
              <td key={key} className="num">
                <Signed text={it} />
              </td>
            ))}
            <td className="num total">
              <Signed text={table.total} />
            </td>
            {printed && <td />}
            {differs && <td />}
          </tr>
          {table.printed && (
            <tr className="stated">
              <th scope="row">合計（文書の記載）</th>
              {inOrder(table.printed.sums).map(({ key, it }) => (
                <td key={key} className="num">
                  {it === null ? <span className="none">記載なし</span> : <Signed text={it} />}
                </td>
              ))}
              <td className="num">
                {table.printed.total === null ? <span className="none">記載なし</span> : <Signed text={table.printed.total} />}
              </td>
              {printed && <td />}
              {differs && <td />}
            </tr>
          )}
        </tfoot>
      </table>
    </Scroll>
  )
}

export function EffectsPage({ site, context }: At): ReactNode {
  const tables = effectTables(site.index)
  const chart = effectChart(site.index)
  const against = effectAgainstPlanText(site.index)
  const others = effectsWithoutYear(site.index)
  return (
    <PlanFrame site={site} context={context} title="効果額" landscape>
      <h1>効果額</h1>
      <p>取組によって増える収入と減る支出の額です。▲はマイナスを表します。合計は文書の額を足して計算し直した値です。</p>
      {chart && (
        <section>
          <h2>年度別・見積時点別の合計</h2>
          <EffectFigure chart={chart} />
          <EffectSummary tables={tables} />
          {against && <p>{against}</p>}
        </section>
      )}
      <section>
        <h2>区分ごとの額</h2>
        {tables.map((t) => (
          <EstimateTable key={t.estimate} site={site} context={context} table={t} />
        ))}
      </section>
      {others.length > 0 && (
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
      )}
    </PlanFrame>
  )
}

export function CarryOverPage({ site, context }: At): ReactNode {
  const { rows, counts } = carryOver(site.index)
  return (
    <PlanFrame site={site} context={context} title="取組み整理表" landscape>
      <h1>取組み整理表</h1>
      <p>前の計画の取組が、この計画でどう引き継がれたかを示します。</p>
      <ul className="statuses">
        {counts.map((c) => (
          <li key={c.kind}>
            <Chip>{c.kind}</Chip>
            <span className="count">{`${countText(c.count)}件`}</span>
          </li>
        ))}
      </ul>
      <LineageTable site={site} context={context} rows={rows} caption={`取組み整理表（${countText(rows.length)}件）`} />
    </PlanFrame>
  )
}

export function ReorganisationsPage({ site, context }: At): ReactNode {
  const { changes, sections } = reorganisations(site.index)
  return (
    <PlanFrame site={site} context={context} title="組織改正">
      <h1>組織改正</h1>
      {inOrder(changes).map(({ key, it: c }) => (
        <section key={key}>
          <h2>
            {c.effective}
            <span className="about">{[c.number, c.department].filter(Boolean).join(' ')}</span>
          </h2>
          <p>
            {c.text}
            <Sources sources={sourceLinks(site, context, c.sources)} />
          </p>
          {c.changes.length > 0 && (
            <ul className="changes">
              {inOrder(c.changes).map(({ key: place, it }) => (
                <li key={place}>
                  <Chip>{it.kind}</Chip>
                  <span>
                    {it.from.join('、') || '（新しく設置）'}
                    <span aria-hidden="true"> → </span>
                    <span className="unseen">から</span>
                    {it.to.join('、') || '（廃止）'}
                    {it.what && `：${it.what}`}
                    {it.guessed && <span className="guess">（推定）</span>}
                    {it.reason && <small>{it.reason}</small>}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {changes.length === 0 && <p className="none">組織改正の記載はありません。</p>}
      {sections.length > 0 && (
        <section>
          <h2>所管課の移り変わり</h2>
          <Table
            caption="課の期間と後継"
            rows={sections}
            keyOf={(_, i) => String(i)}
            columns={[
              { header: '課', cell: (s) => s.name, names: true },
              { header: 'いつから', cell: (s) => s.from },
              { header: 'いつまで', cell: (s) => s.to },
              { header: '後継の課', cell: (s) => s.successors.join('、') || '－' },
            ]}
          />
        </section>
      )}
    </PlanFrame>
  )
}

function SeriesTable({ series }: { series: SeriesTold }): ReactNode {
  const caption = [series.name, series.breakdown].filter(Boolean).join('・')
  return (
    <Table
      caption={`${caption}${series.thresholds.length > 0 ? `（${series.thresholds.join('、')}）` : ''}`}
      rows={series.points}
      keyOf={(_, i) => String(i)}
      columns={[
        { header: '時点', cell: (p) => p.when, names: true },
        { header: '値', cell: (p) => <Value told={p.value} />, numeric: true },
        { header: '区分', cell: (p) => p.status ?? '' },
      ]}
    />
  )
}

export function IndicatorsPage({ site, context }: At): ReactNode {
  const { index } = site
  const rows = index.edition.record.indicators.map((it) => ({ sheet: indicatorSheet(it, index), of: index.initiativeOf(it) }))
  const lines = rows.flatMap(({ sheet, of }) => {
    const last = sheet.years.find((y) => y.reported) ?? sheet.years.find((y) => y.final) ?? sheet.years.at(-1)
    return last ? [{ sheet, of, last }] : []
  })
  const series = seriesTold(index)
  const whole = rows.filter(({ of }) => of === null)
  return (
    <PlanFrame site={site} context={context} title="指標" landscape>
      <h1>指標</h1>
      <Scroll label="指標の一覧">
        <Table
          caption={`指標の一覧（${countText(lines.length)}件${index.year === null ? '' : `、${yearText(index.year)}`}）`}
          rows={lines}
          keyOf={({ sheet }) => sheet.id}
          none="指標の記載はありません。"
          columns={[
            { header: '指標', names: true, wide: true, cell: ({ sheet }) => sheet.name },
            {
              header: '取組',
              wide: true,
              cell: ({ sheet, of }) =>
                of ? (
                  <a href={`${context.link(context.path, site.at('initiative', of.id))}#${sheet.anchor}`}>{numbered(of)}</a>
                ) : (
                  <a href={`#${sheet.anchor}`}>計画・柱の指標</a>
                ),
            },
            { header: '現況値', numeric: true, cell: ({ sheet }) => <Value told={sheet.baseline.value} /> },
            {
              header: '目標',
              numeric: true,
              cell: ({ last }) => (
                <>
                  <Value told={last.target} />
                  {!last.reported && <small>{last.when}</small>}
                </>
              ),
            },
            { header: '実績', numeric: true, cell: ({ last }) => <Value told={last.actual} /> },
            { header: '達成率', numeric: true, cell: ({ last }) => <Figure text={last.rate} why={last.noRate} /> },
            { header: '判定', cell: ({ last }) => <MetBadge year={last} /> },
          ]}
        />
      </Scroll>
      {whole.length > 0 && (
        <section>
          <h2>計画・柱の指標</h2>
          {whole.map(({ sheet }) => (
            <IndicatorSection key={sheet.id} site={site} context={context} sheet={sheet} level={3} />
          ))}
        </section>
      )}
      {series.length > 0 && (
        <section>
          <h2>そのほかの数値</h2>
          {inOrder(series).map(({ key, it }) => (
            <SeriesTable key={key} series={it} />
          ))}
        </section>
      )}
    </PlanFrame>
  )
}
