import type { ReactNode } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { MarkLegend, MarkMapFigure } from '../../kit/mark-map.tsx'
import { Scroll, Table } from '../../kit/table.tsx'
import { countText } from '../../report/figures.ts'
import { numbered } from '../../report/initiative-sheet.ts'
import type { MapRow, StatusMap, StatusMaps } from '../../report/status-map.ts'
import { mapWords } from '../../report/wording-status-map.ts'

type Hrefs = { initiative: (id: string) => string; section: ((key: string) => string) | null }

function Counts({ map, hrefs }: { map: StatusMap; hrefs: Hrefs }): ReactNode {
  const link = (row: MapRow) => (row.key && hrefs.section ? <a href={hrefs.section(row.key)}>{row.section}</a> : row.section)
  const grades = map.grades.map((grade, i) => ({ grade, i })).filter(({ grade }) => grade.count > 0)
  return (
    <Scroll label={`${map.name}の件数`}>
      <Table
        caption={`所管課ごとの取組の数：${map.name}（件）`}
        rows={map.rows}
        keyOf={(r) => r.section}
        columns={[
          { header: '所管課', names: true, cell: link },
          { header: '取組', numeric: true, cell: (r) => countText(r.total) },
          ...grades.map(({ grade, i }) => ({ header: grade.name, numeric: true, cell: (r: MapRow) => countText(r.counts[i] ?? 0) })),
        ]}
        foot={
          <tr>
            <th scope="row">合計</th>
            <td className="num" data-label="取組">
              {countText(map.total)}
            </td>
            {grades.map(({ grade }) => (
              <td key={grade.key} className="num" data-label={grade.name}>
                {countText(grade.count)}
              </td>
            ))}
          </tr>
        }
      />
    </Scroll>
  )
}

function Behind({ told, hrefs }: { told: StatusMaps; hrefs: Hrefs }): ReactNode {
  return (
    <section>
      <h2>{mapWords.behind}</h2>
      <Scroll label={mapWords.behind}>
        <Table
          captionUnseen
          caption={`${mapWords.behind}（${countText(told.behind.length)}件）`}
          rows={told.behind}
          keyOf={(r) => r.id}
          none={mapWords.noneBehind}
          columns={[
            { header: '取組', names: true, wide: true, cell: (r) => <a href={hrefs.initiative(r.id)}>{numbered(r)}</a> },
            { header: '柱', cell: (r) => r.pillar?.title ?? mapWords.noPillar },
            { header: '所管課', cell: (r) => r.sections.join('、') || mapWords.noSection },
            { header: '状態', cell: (r) => <Badge tone={r.status.status}>{r.status.name}</Badge> },
            {
              header: '理由',
              cell: (r) => (
                <>
                  {r.status.reason}
                  {r.status.guessed && <small className="guess">（方向は推定）</small>}
                </>
              ),
            },
          ]}
        />
      </Scroll>
    </section>
  )
}

/** 状況の地図 — the maps of an edition or of the plan as it stands; the page around it differs, the map does not. */
export function StatusMapSections({ told, hrefs, behind = true }: { told: StatusMaps; hrefs: Hrefs; behind?: boolean }): ReactNode {
  return (
    <>
      {told.left && <p className="quiet">{told.left}</p>}
      {told.maps.map((map) => (
        <section key={map.key}>
          <h2>{`${map.name}による地図`}</h2>
          <p className="quiet">{map.key === 'core' ? mapWords.coreMeaning : mapWords.own(map.name)}</p>
          <MarkLegend
            id={`key-${map.key}`}
            items={map.grades
              .filter((g) => g.count > 0)
              .map((g) => ({ text: g.text, tone: g.tone, label: `${g.name}（${countText(g.count)}件）` }))}
          />
          <Scroll label={`${map.name}による地図`}>
            <MarkMapFigure
              id={`map-${map.key}`}
              title={`${mapWords.title}：${map.name}`}
              desc={map.desc}
              map={{
                columns: map.columns.map((c) => c.title),
                rows: map.rows.map((r) => ({
                  head: r.section,
                  cells: r.cells.map((cell) => cell.map((m) => ({ ...m, href: hrefs.initiative(m.initiative) }))),
                })),
              }}
            />
          </Scroll>
          <Counts map={map} hrefs={hrefs} />
        </section>
      ))}
      {behind && <Behind told={told} hrefs={hrefs} />}
    </>
  )
}
