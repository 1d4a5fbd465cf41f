import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import { Signed } from '../../../kit/signed.tsx'
import { Scroll, Table } from '../../../kit/table.tsx'
import { ComparisonView } from '../../../publish/site/effect-comparison.tsx'
import { writtenEstimates } from '../../../reform/estimate-grid.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { type BoardChosen, type BoardLine, type EffectBoard, effectBoard } from '../../../report/effect-board.ts'
import { effectWords } from '../../../report/wording-effects.ts'
import { effectsBoardWords as words } from '../../../report/wording-effects-board.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import { crumbsOf, planTitle } from '../plans/plan-serving.tsx'
import { familyOf, noPlan, recordOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'

/** 効果額の集計 — from the initiatives up to the outer plan, of one estimate, beside any other. */
export async function showEffects(staff: Staff): Promise<Response> {
  const record = await recordOf(staff)
  if (!record) return noPlan(staff)
  const keys = ['estimate', 'against', 'measure', 'side', 'basis', 'status'] as const
  const asked = Object.fromEntries(keys.map((key) => [key, staff.query(key)])) as BoardChosen
  const board = effectBoard(record, asked)
  const title = planTitle(record.plans)
  return staff.show(
    <StaffFrame
      staff={staff}
      title={`${words.title}：${title}`}
      crumbs={[...crumbsOf(staff, title), { name: words.title, href: paths.staff.effects(staff.code, familyOf(staff)) }]}
    >
      <h1>{words.title}</h1>
      {staff.query('done') !== '' && <Done>{words.saved}</Done>}
      <p>{words.lead}</p>
      <Ways staff={staff} record={record} board={board} />
      {board ? <Board staff={staff} board={board} /> : <p className="none">{staff.may('plan.edit') ? words.empty : words.emptyReader}</p>}
    </StaffFrame>,
  )
}

function Ways({ staff, record, board }: { staff: Staff; record: StoredRecord; board: EffectBoard | null }): ReactNode {
  if (!staff.may('plan.edit')) return null
  const family = familyOf(staff)
  const root = record.plans.find(({ parent }) => parent === null)
  const canEdit = board !== null && writtenEstimates(record).includes(board.chosen.estimate)
  const ways: [string, string][] = [
    [words.newEstimate, paths.staff.newEstimate(staff.code, family)],
    ...(canEdit
      ? [
          [words.edit, `${paths.staff.estimate(staff.code, family)}?estimate=${encodeURIComponent(board.chosen.estimate)}`] as [
            string,
            string,
          ],
        ]
      : []),
    [words.paste, paths.staff.effectPaste(staff.code, family)],
    ...(root ? [[words.ofPlan, paths.staff.effectsOf(staff.code, family, root.id)] as [string, string]] : []),
  ]
  return (
    <ul className="ways">
      {ways.map(([name, href]) => (
        <li key={href}>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

function Choose({ staff, board }: { staff: Staff; board: EffectBoard }): ReactNode {
  const action = paths.staff.effects(staff.code, familyOf(staff))
  return (
    <form className="filter" method="get" action={action} aria-label="効果額の絞り込み">
      {Object.entries(words.labels).map(([name, label]) => (
        <div key={name}>
          <label htmlFor={`f-${name}`}>{label}</label>
          <select id={`f-${name}`} name={name} defaultValue={board.chosen[name as keyof BoardChosen]}>
            {board.choices[name as keyof BoardChosen].map((one) => (
              <option key={one.value} value={one.value}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div className="buttons">
        <button type="submit">表示する</button>
        <a href={action}>条件を消す</a>
      </div>
    </form>
  )
}

function Board({ staff, board }: { staff: Staff; board: EffectBoard }): ReactNode {
  return (
    <>
      <Choose staff={staff} board={board} />
      {board.note && <p className="notice">{board.note}</p>}
      <section>
        <h2>{`積上げ（${board.measure}）`}</h2>
        <RollUpTable staff={staff} board={board} />
      </section>
      {board.comparison && (
        <section>
          <h2>{`見積りの比較：${board.comparison.earlier}から${board.comparison.later}へ`}</h2>
          <p>{effectWords.comparedLead}</p>
          <ComparisonView told={board.comparison} level="h3" />
        </section>
      )}
      {board.breakdowns.length > 0 && (
        <section>
          <h2>内訳</h2>
          {board.breakdowns.map((part) => (
            <Breakdown key={part.name} part={part} board={board} />
          ))}
        </section>
      )}
      {board.leftOut.length > 0 && (
        <section>
          <h2>{words.leftOut}</h2>
          <Table
            caption={words.leftOut}
            captionUnseen
            rows={board.leftOut}
            keyOf={(_, nth) => String(nth)}
            columns={[
              { header: '項目', names: true, cell: (one) => one.scope },
              { header: '年度', cell: (one) => one.when },
              { header: '額・数量', numeric: true, cell: (one) => one.amount },
              { header: '理由', wide: true, cell: (one) => one.why },
            ]}
          />
        </section>
      )}
    </>
  )
}

const Amount = ({ text }: { text: string | null }): ReactNode =>
  text === null ? <span className="none">記載なし</span> : <Signed text={text} />

const Amounts = ({ years, total }: { years: readonly (string | null)[]; total: string | null }): ReactNode => (
  <>
    {inOrder(years).map(({ key, it }) => (
      <td key={key} className="num">
        <Amount text={it} />
      </td>
    ))}
    <td className="num total">{total !== null && <Signed text={total} />}</td>
  </>
)

function Head({ board, first }: { board: EffectBoard; first: string }): ReactNode {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {board.years.map((year) => (
          <th key={year.name} scope="col" className="num">
            {year.name}
            {year.status && <small>{`（${year.status}）`}</small>}
          </th>
        ))}
        <th scope="col" className="num">
          合計
        </th>
      </tr>
    </thead>
  )
}

function RollUpTable({ staff, board }: { staff: Staff; board: EffectBoard }): ReactNode {
  const name = board.choices.estimate.find(({ value }) => value === board.chosen.estimate)?.name
  const caption = `${name}の${board.measure}の積上げ（単位：${board.unit}）`
  if (board.lines.length === 0) return <p className="none">この条件に当てはまる額はありません。</p>
  return (
    <Scroll label={caption}>
      <table className="effects roll-up">
        <caption>{caption}</caption>
        <Head board={board} first="計画・柱・取組" />
        <tbody>
          {inOrder(board.lines).map(({ key, it: line }) => (
            <tr key={key} className={`deep-${Math.min(line.depth, 4)}`}>
              <th scope="row">
                <span>{line.title}</span>
                <OwnLink staff={staff} line={line} />
              </th>
              <Amounts years={line.years} total={line.total} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合計</th>
            <Amounts years={board.sums} total={board.total} />
          </tr>
          <tr>
            <th scope="row">{effectWords.cumulative}</th>
            <Amounts years={board.cumulative} total={null} />
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}

function OwnLink({ staff, line }: { staff: Staff; line: BoardLine }): ReactNode {
  if (!staff.may('plan.edit') || line.id === null || line.kind === 'plan' || line.kind === 'row') return null
  return (
    <small>
      <a href={paths.staff.effectsOf(staff.code, familyOf(staff), line.id)}>
        {words.own}
        <span className="unseen">{`：${line.title}`}</span>
      </a>
    </small>
  )
}

function Breakdown({ part, board }: { part: EffectBoard['breakdowns'][number]; board: EffectBoard }): ReactNode {
  const caption = `${part.name}（単位：${board.unit}）`
  return (
    <Scroll label={caption}>
      <table className="effects">
        <caption>{caption}</caption>
        <Head board={board} first="区分" />
        <tbody>
          {part.rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <Amounts years={row.years} total={row.total} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合計</th>
            <Amounts years={board.sums} total={board.total} />
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}
