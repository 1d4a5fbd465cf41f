import type { ReactNode } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { inOrder } from '../../kit/in-order.ts'
import { Scroll, Table } from '../../kit/table.tsx'
import { Sources, Value } from '../../kit/told.tsx'
import type { Indicator, Initiative } from '../../reform/record.ts'
import type { EditionIndex } from '../../report/edition-index.ts'
import { countText, yearText } from '../../report/figures.ts'
import { type IndicatorSheet, type IndicatorYear, indicatorSheet } from '../../report/indicator-sheet.ts'
import { indicatorsCut, type PillarIndicators } from '../../report/indicators-by-pillar.ts'
import { numbered } from '../../report/initiative-sheet.ts'
import { type SeriesTold, seriesTold } from '../../report/series.ts'
import { byPillarWords as words } from '../../report/wording-indicators.ts'
import { metText } from '../../report/wording-status.ts'
import { throughWords } from '../../report/wording-through.ts'
import { CutLinks } from './cut-links.tsx'
import { PlanFrame } from './frame.tsx'
import { Figure, IndicatorSection, MetBadge } from './indicator-section.tsx'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'

type At = { site: PlanSite; context: PageContext }

const NOT_SAID = <span className="none">記載なし</span>

type Point = SeriesTold['points'][number]

function SeriesTable({ site, context, series }: At & { series: SeriesTold }): ReactNode {
  const caption = [series.name, series.breakdown].filter(Boolean).join('・')
  return (
    <Table
      caption={`${caption}${series.thresholds.length > 0 ? `（${series.thresholds.join('、')}）` : ''}`}
      rows={series.points}
      keyOf={(_, i) => String(i)}
      columns={[
        { header: '時点', cell: (p) => p.when, names: true },
        { header: '値', cell: (p) => <Value told={p.value} />, numeric: true },
        ...(series.points.some((p) => p.status !== null) ? [{ header: '区分', cell: (p: Point) => p.status ?? '' }] : []),
        { header: '出典', cell: (p) => <Sources sources={sourceLinks(site, context, p.value.sources)} /> },
      ]}
    />
  )
}

type Line = { sheet: IndicatorSheet; of: Initiative | null; last: IndicatorYear | null }

function linesOf(index: EditionIndex, indicators: readonly Indicator[]): Line[] {
  return indicators.map((it) => {
    const sheet = indicatorSheet(it, index)
    const last = sheet.years.find((y) => y.reported) ?? sheet.years.find((y) => y.final) ?? sheet.years.at(-1) ?? null
    return { sheet, of: index.initiativeOf(it), last }
  })
}

function IndicatorLines({ site, context, lines, caption }: At & { lines: readonly Line[]; caption: string }): ReactNode {
  return (
    <Scroll label="指標の一覧">
      <Table
        caption={`${caption}（${countText(lines.length)}件）`}
        rows={lines}
        keyOf={({ sheet }) => sheet.id}
        none="指標の記載はありません。"
        columns={[
          {
            header: '指標',
            names: true,
            cell: ({ sheet }) => (
              <>
                {sheet.name}
                {sheet.through && <small>{throughWords.linked}</small>}
              </>
            ),
          },
          {
            header: '取組',
            cell: ({ sheet, of }) =>
              of ? (
                <a href={`${context.link(context.path, site.at('initiative', of.id))}#${sheet.anchor}`}>{numbered(of)}</a>
              ) : (
                <a href={`${context.link(context.path, site.at('indicators'))}#${sheet.anchor}`}>計画・柱の指標</a>
              ),
          },
          { header: '現況値', numeric: true, cell: ({ sheet }) => <Value told={sheet.baseline.value} /> },
          {
            header: '目標',
            numeric: true,
            cell: ({ last }) =>
              last ? (
                <>
                  <Value told={last.target} />
                  {!last.reported && <small>{last.when}</small>}
                </>
              ) : (
                NOT_SAID
              ),
          },
          { header: '実績', numeric: true, cell: ({ last }) => (last ? <Value told={last.actual} /> : NOT_SAID) },
          {
            header: '達成率',
            numeric: true,
            cell: ({ last }) => (last ? <Figure text={last.rate} why={last.noRate} /> : <Figure text={null} why="目標の記載なし" />),
          },
          { header: '判定', cell: ({ last }) => (last ? <MetBadge year={last} /> : <Badge tone="cannot-tell">{metText(null)}</Badge>) },
        ]}
      />
    </Scroll>
  )
}

const captionOf = ({ year }: EditionIndex): string => `${year === null ? '' : `${yearText(year)}の`}指標の一覧`

function Lead({ site, context }: At): ReactNode {
  return (
    <p>
      取組や計画の進み具合を測る数値の、目標と実績です。達成率は実績÷目標で、増やすことを目指す指標にだけ出します。
      <a href={context.link(context.path, site.at('guide'))}>判定のしかた</a>
    </p>
  )
}

const Cut = ({ site, context, here }: At & { here: string | null }): ReactNode => (
  <CutLinks
    label={words.byPillar}
    links={indicatorsCut(site.index).map(({ id, title, indicators }) => ({
      key: id,
      title,
      count: indicators.length,
      href: context.link(context.path, site.at('indicatorsOf', id)),
      here: id === here,
    }))}
  />
)

export function IndicatorsPage({ site, context }: At): ReactNode {
  const { index } = site
  const { indicators } = index.edition.record
  const cut = indicatorsCut(index).length > 0
  const whole = linesOf(
    index,
    indicators.filter((it) => index.initiativeOf(it) === null),
  )
  const series = seriesTold(index)
  return (
    <PlanFrame site={site} context={context} title="指標" landscape>
      <h1>指標</h1>
      <Lead site={site} context={context} />
      {cut ? (
        <>
          <p className="quiet">{words.cut(indicators.length)}</p>
          <Cut site={site} context={context} here={null} />
        </>
      ) : (
        <IndicatorLines site={site} context={context} lines={linesOf(index, indicators)} caption={captionOf(index)} />
      )}
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
            <SeriesTable key={key} site={site} context={context} series={it} />
          ))}
        </section>
      )}
    </PlanFrame>
  )
}

/** 柱の指標の頁 — of a plan with more indicators than one page can hold. */
export function PillarIndicatorsPage({ site, context, pillar }: At & { pillar: PillarIndicators }): ReactNode {
  return (
    <PlanFrame
      site={site}
      context={context}
      title={words.ofPillar(pillar.title)}
      crumbs={[{ name: '指標', href: context.link(context.path, site.at('indicators')) }]}
      landscape
    >
      <h1>{words.ofPillar(pillar.title)}</h1>
      <Lead site={site} context={context} />
      <IndicatorLines site={site} context={context} lines={linesOf(site.index, pillar.indicators)} caption={captionOf(site.index)} />
      <h2>{words.byPillar}</h2>
      <Cut site={site} context={context} here={pillar.id} />
    </PlanFrame>
  )
}
