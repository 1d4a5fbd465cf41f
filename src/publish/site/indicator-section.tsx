import type { ReactNode } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { IndicatorLegend, IndicatorLines } from '../../kit/indicator-chart.tsx'
import { Signed } from '../../kit/signed.tsx'
import { Scroll, Table } from '../../kit/table.tsx'
import { Sources, Value } from '../../kit/told.tsx'
import { chartLegend } from '../../report/indicator-chart.ts'
import type { IndicatorSheet, IndicatorYear } from '../../report/indicator-sheet.ts'
import type { ThroughTold } from '../../report/through-lines.ts'
import { throughWords } from '../../report/wording-through.ts'
import { type PageContext, type PlanSite, sourceLinks } from './plan-site.ts'

/** 判定 — a judgement that rests on a guessed direction says so beside it. */
export const MetBadge = ({ year }: { year: IndicatorYear }): ReactNode => (
  <>
    <Badge tone={year.pending ? 'pending' : year.met === null ? 'cannot-tell' : year.met ? 'achieved' : 'behind'}>{year.metText}</Badge>
    {year.guessed && <small className="guess">（方向は推定）</small>}
  </>
)

function Chart({ sheet }: { sheet: IndicatorSheet }): ReactNode {
  if (!sheet.chart) return null
  const id = `chart-${sheet.chart.id}`
  const notes = [...new Set(sheet.chart.notes ?? [])]
  return (
    <figure>
      <Scroll label={`${sheet.name}の推移のグラフ`}>
        <IndicatorLines {...sheet.chart} id={id} title={`${sheet.name}の推移`} unit={sheet.unit ?? '数'} />
      </Scroll>
      <figcaption>
        <IndicatorLegend id={id} items={chartLegend(sheet.chart)} />
        {notes.length > 0 && (
          <ul className="chart-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </figcaption>
    </figure>
  )
}

/** 指標 — its definition in one line, the table, and the chart beside it. */
export function IndicatorSection(said: { site: PlanSite; context: PageContext; sheet: IndicatorSheet; level: 3 | 4 }): ReactNode {
  const { site, context, sheet, level } = said
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <section className="indicator" id={sheet.anchor}>
      <Heading>
        {sheet.kind && <span className="kind">{sheet.kind}</span>}
        {sheet.name}
      </Heading>
      <p className="definition">
        {`単位：${sheet.unit ?? '記載なし'}`}
        {sheet.aggregation && ` ／ 集計：${sheet.aggregation}`}
        {` ／ 改善の方向：${sheet.direction.text}`}
        {sheet.direction.guessed && <span className="guess">（推定）</span>}
        {' ／ 現況値：'}
        <Value told={sheet.baseline.value} />
        {sheet.baseline.value.answer !== 'not-said' && `［${sheet.baseline.when}］`}
        <Sources sources={sourceLinks(site, context, sheet.baseline.value.sources)} />
      </p>
      <Scroll label={`${sheet.name}の目標と実績`}>
        <Table
          caption={`${sheet.name}：目標と実績`}
          rows={sheet.years}
          keyOf={(y) => y.when}
          none="目標も実績も記載がありません。"
          columns={[
            { header: '年度', cell: (y) => (y.final ? `${y.when} 最終目標` : y.when), names: true },
            { header: '目標', cell: (y) => <Value told={y.target} />, numeric: true },
            {
              header: '実績',
              numeric: true,
              cell: (y) => (
                <>
                  <Value told={y.actual} />
                  {y.note && <small>{y.note}</small>}
                </>
              ),
            },
            {
              label: '達成率',
              header: <Rate name="達成率" how="実績÷目標" />,
              cell: (y) => <Figure text={y.rate} why={y.noRate} />,
              numeric: true,
            },
            {
              label: '目標までの進捗',
              header: <Rate name="目標までの進捗" how="現況値を0%として" />,
              cell: (y) => <Figure text={y.progress} why={y.noProgress} />,
              numeric: true,
            },
            {
              header: '判定',
              cell: (y) => (
                <>
                  <MetBadge year={y} />
                  {y.against && <small>{y.against}</small>}
                </>
              ),
            },
            { header: '出典', cell: (y) => <Sources sources={sourceLinks(site, context, [...y.target.sources, ...y.actual.sources])} /> },
          ]}
        />
      </Scroll>
      <Chart sheet={sheet} />
      {sheet.through && <Through site={site} context={context} sheet={sheet} through={sheet.through} />}
    </section>
  )
}

/** 系譜を通した実績 — whose each figure is, and a line where one initiative became another. */
function Through({ site, context, sheet, through }: { site: PlanSite; context: PageContext; sheet: IndicatorSheet; through: ThroughTold }) {
  return (
    <div className="through">
      <p className="quiet">{throughWords.lead}</p>
      <Scroll label={`${sheet.name}：${throughWords.caption}`}>
        <Table
          caption={`${sheet.name}：${throughWords.caption}`}
          rows={through.lines}
          keyOf={(_, i) => String(i)}
          columns={[
            { header: '年度', cell: (l) => l.when, names: true },
            {
              header: '取組',
              wide: true,
              cell: (l) =>
                l.kind === 'break' ? (
                  <strong className="break-mark">
                    <span aria-hidden="true">┄ </span>
                    {`継ぎ目（${l.title}）`}
                  </strong>
                ) : (
                  l.title
                ),
            },
            { header: '実績', numeric: true, cell: (l) => <Signed text={l.value} /> },
            { header: '補足', cell: (l) => l.note ?? '' },
          ]}
        />
      </Scroll>
      {through.notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
      {through.origins.length > 0 && (
        <p>
          つながる取組：
          {through.origins.map((origin, nth) => (
            <span key={origin.id}>
              {nth > 0 && '、'}
              <a href={context.link(context.path, site.at('initiative', origin.id))}>{origin.title}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

const Rate = ({ name, how }: { name: string; how: string }): ReactNode => (
  <>
    {name}
    <small>{how}</small>
  </>
)

/** A rate, or why there is none. */
export function Figure({ text, why }: { text: string | null; why: string | null }): ReactNode {
  return text === null ? <span className="none small">{why}</span> : <Signed text={text} />
}
