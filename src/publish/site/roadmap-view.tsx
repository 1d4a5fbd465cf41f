import type { ReactNode } from 'react'
import { inOrder } from '../../kit/in-order.ts'
import { RoadmapTable } from '../../kit/roadmap-table.tsx'
import { Signed } from '../../kit/signed.tsx'
import { Scroll, Table } from '../../kit/table.tsx'
import { countText } from '../../report/figures.ts'
import type { IndicatorPair } from '../../report/indicator-pairs.ts'
import type { Roadmap, RoadmapPillar } from '../../report/roadmap.ts'
import { roadmapWords as words } from '../../report/wording-renewal.ts'

type Linked = { linkTo: (initiative: string) => string }
type Said = Linked & { roadmap: Roadmap; beside?: (pillar: RoadmapPillar) => ReactNode }

/** ロードマップ — the table of all pillars, then each pillar with what cannot be placed and its indicators; for citizens and for staff. */
export function RoadmapView({ roadmap, linkTo, beside }: Said): ReactNode {
  const { years, pillars, hasOpen } = roadmap
  const drawn = pillars.filter(({ rows }) => rows.length > 0)
  return (
    <>
      {drawn.length > 0 && (
        <>
          <p className="quiet">
            {words.legend}
            {hasOpen && words.open}
          </p>
          <Scroll label={words.title}>
            <RoadmapTable
              caption={words.title}
              first="工程・取組"
              years={years.map(({ name }) => name)}
              groups={drawn.map((pillar) => ({
                key: pillar.id ?? '',
                title: pillar.title,
                rows: pillar.rows.map((row) => ({
                  key: row.key,
                  name: row.initiative ? <a href={linkTo(row.initiative)}>{row.title}</a> : row.title,
                  cells: row.cells,
                })),
              }))}
            />
          </Scroll>
        </>
      )}
      {pillars.map((pillar) => (
        <section key={pillar.id ?? ''} className="pillar">
          <h2>{pillar.title}</h2>
          {beside?.(pillar)}
          <Pairs pairs={pillar.pairs} title={pillar.title} linkTo={linkTo} />
          <Rest pillar={pillar} linkTo={linkTo} />
        </section>
      ))}
    </>
  )
}

const Point = ({ said }: { said: IndicatorPair['now'] }): ReactNode =>
  said === null ? (
    <span className="none">記載なし</span>
  ) : (
    <>
      <Signed text={said.value} />
      {said.when && <small>{said.when}</small>}
    </>
  )

/** 指標の現在 → 中間 → 最終 */
function Pairs({ pairs, title, linkTo }: Linked & { pairs: readonly IndicatorPair[]; title: string }): ReactNode {
  if (pairs.length === 0) return null
  return (
    <Table
      caption={`${words.pairs}：${title}`}
      rows={pairs}
      keyOf={({ id }) => id}
      columns={[
        { header: '指標', names: true, cell: (pair) => pair.name },
        { header: '取組', cell: (pair) => (pair.of ? <a href={linkTo(pair.of.id)}>{pair.of.title}</a> : words.ofPillar) },
        { header: words.now, cell: (pair) => <Point said={pair.now} /> },
        { header: words.interim, cell: (pair) => <Point said={pair.interim} /> },
        { header: words.final, cell: (pair) => <Point said={pair.final} /> },
      ]}
    />
  )
}

function Rest({ pillar, linkTo }: Linked & { pillar: RoadmapPillar }): ReactNode {
  const { undated, unscheduled } = pillar
  return (
    <>
      {undated.length > 0 && (
        <>
          <h3>{`${words.undated}（${countText(undated.length)}件）`}</h3>
          <ul>
            {inOrder(undated).map(({ key, it }) => (
              <li key={key}>
                {it.text}
                {it.when !== '時期の記載なし' && `：${it.when}`}
                {it.initiative && (
                  <small>
                    取組：<a href={linkTo(it.initiative.id)}>{it.initiative.title}</a>
                  </small>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {unscheduled.length > 0 && (
        <details>
          <summary>{`${words.unscheduled}（${countText(unscheduled.length)}件）`}</summary>
          <ul>
            {unscheduled.map((it) => (
              <li key={it.id}>
                <a href={linkTo(it.id)}>{it.title}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
