import { Chip } from '../../../kit/badge.tsx'
import { inOrder } from '../../../kit/in-order.ts'
import { Scroll, Table } from '../../../kit/table.tsx'
import { writeCarryOverWorkbook } from '../../../publish/carry-over-workbook.ts'
import { LineageFigure, LineageLegend } from '../../../publish/site/lineage-figure.tsx'
import type { LineageEnd, LineageTold } from '../../../report/carry-over.ts'
import { carryOverPreview } from '../../../report/carry-over-preview.ts'
import { lineageWords } from '../../../report/wording-lineage.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { ofPaper, PaperFrame, seenOf } from './desk.tsx'
import { noPaper } from './work-serving.tsx'

const titles = (ends: readonly LineageEnd[], none: string) =>
  ends.length === 0 ? <span className="none">{none}</span> : inOrder(ends).map(({ key, it }) => <div key={key}>{it.title}</div>)

/** 整理表と図 — what an edition would print, from what is decided so far. */
export async function showTable(staff: Staff): Promise<Response> {
  const seen = await seenOf(staff)
  if (!seen) return noPaper(staff)
  const { family, id } = ofPaper(staff)
  const { rows, counts, phases } = carryOverPreview(seen.record, seen.paper)
  return staff.show(
    <PaperFrame staff={staff} seen={seen} tab="table">
      <p>いまの決定から作った取組み整理表です。公表すると、この形で公開の画面とブックに出ます。</p>
      <ul className="ways">
        <li>
          <a href={paths.staff.carryOverTableFile(staff.code, family, id)}>整理表を Excel で受け取る</a>
        </li>
        <li>
          <a href="#list">一覧表へ</a>
        </li>
      </ul>
      <ul className="statuses">
        {counts.map(({ kind, count }) => (
          <li key={kind}>
            <Chip>{kind}</Chip>
            <span className="count">{`${count}件`}</span>
          </li>
        ))}
      </ul>
      {inOrder(phases).map(({ key, it: phase }) => (
        <section key={key} className="flows">
          <h2>{`「${phase.heads[0]}」から「${phase.heads[1]}」への図`}</h2>
          <LineageLegend phase={phase} />
          {inOrder(phase.flows).map(({ key: nth, it: flow }) => (
            <section key={nth}>
              <h3>{flow.pillar ?? lineageWords.unplaced}</h3>
              <Scroll label={`図：${flow.pillar ?? lineageWords.unplaced}`}>
                <LineageFigure
                  id={`flow-${key}-${nth}`}
                  flow={flow}
                  phase={phase}
                  title={`取組の引継ぎ：${flow.pillar ?? lineageWords.unplaced}`}
                />
              </Scroll>
            </section>
          ))}
        </section>
      ))}
      <section className="across" id="list">
        <h2>一覧表</h2>
        <TableOf rows={rows} />
      </section>
    </PaperFrame>,
  )
}

const TableOf = ({ rows }: { rows: readonly LineageTold[] }) => (
  <Scroll label="取組み整理表">
    <Table
      caption={`取組み整理表（${rows.length}件）`}
      rows={rows}
      keyOf={(_, nth) => String(nth)}
      columns={[
        { header: '柱・区分', cell: (row) => [row.pillar, row.theme].filter(Boolean).join(' › ') },
        { header: '前の取組', cell: (row) => titles(row.from, '（なし：新規）') },
        {
          header: '見直し区分',
          names: true,
          cell: (row) => (
            <>
              {row.kind}
              {row.reason && <small>{row.reason}</small>}
            </>
          ),
        },
        { header: '見直し後の取組', cell: (row) => titles(row.to, '（なし：終了）') },
        { header: '所管課', cell: (row) => row.section ?? '記載なし' },
      ]}
    />
  </Scroll>
)

/** 取組み整理表のブック */
export async function sendTable(staff: Staff): Promise<Response> {
  const seen = await seenOf(staff)
  if (!seen) return noPaper(staff)
  const { record } = carryOverPreview(seen.record, seen.paper)
  const bytes = await writeCarryOverWorkbook(record)
  return staff.file(
    `${seen.paper.title.slice(0, 60)}-取組み整理表.xlsx`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  )
}
