import type { ReactNode } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import { Scroll, Table } from '../../../kit/table.tsx'
import { improvementTone } from '../../../publish/site/following-improvements.tsx'
import { InitiativeLink } from '../../../publish/site/following-opinions.tsx'
import { countText } from '../../../report/figures.ts'
import {
  IMPROVEMENT_FILTERS,
  type ImprovementFilter,
  type ImprovementList,
  type ImprovementRow,
  improvementFilterNames,
  improvementList,
  isIn,
} from '../../../report/improvement-list.ts'
import { numbered } from '../../../report/initiative-sheet.ts'
import { followingRefusalText, followingWords as words } from '../../../report/wording-following.ts'
import { improvementsOf } from '../../../store/improvement.ts'
import { judgementsOf } from '../../../store/judgement.ts'
import type { PlanOutline } from '../../../store/record-excerpt.ts'
import { scalesOf } from '../../../store/scale.ts'
import { parseFiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { openImprovement } from '../../../workflows/follow-improvement.ts'
import { paths } from '../../paths.ts'
import { textOf } from '../plans/typed.ts'
import type { Staff } from '../staff.ts'
import { doneIn, FollowingFrame, familyOf, gathered, hrefsOf, noPlan } from './desk.tsx'

type Asked = { why: string | null; initiative: string; year: string }
const NOTHING: Asked = { why: null, initiative: '', year: '' }

/** 改善計画の一覧 — with a filter; overdue ones first. */
export const showImprovements = (staff: Staff): Promise<Response> => page(staff, NOTHING, 200)

async function page(staff: Staff, asked: Asked, status: 200 | 409 | 422): Promise<Response> {
  const family = familyOf(staff)
  const found = await gathered(staff, async (db) => ({
    scales: await scalesOf(db, family),
    judgements: await judgementsOf(db, family),
    improvements: await improvementsOf(db, family),
  }))
  if (!found) return noPlan(staff)
  const list = improvementList(found.outline.initiatives, found, staff.standing.day)
  const filter = IMPROVEMENT_FILTERS.find((one) => one === staff.query('state')) ?? null
  const here = paths.staff.improvements(staff.code, family)
  return staff.show(
    <FollowingFrame staff={staff} plans={found.outline.plans} title={words.improvements} here={here} why={asked.why} done={doneIn(staff)}>
      <p>{words.improvementsHelp}</p>
      <Filter list={list} here={here} chosen={filter} />
      <List staff={staff} rows={filter === null ? list.rows : list.rows.filter((row) => isIn(filter, row))} />
      {staff.may('evaluation.manage') && <Opening outline={found.outline} here={here} asked={asked} />}
    </FollowingFrame>,
    status,
  )
}

function Filter({ list, here, chosen }: { list: ImprovementList; here: string; chosen: ImprovementFilter | null }): ReactNode {
  const all = { name: 'すべて', href: here, count: list.rows.length, on: chosen === null }
  const each = IMPROVEMENT_FILTERS.map((filter) => ({
    name: improvementFilterNames[filter],
    href: `${here}?state=${filter}`,
    count: list.counts[filter],
    on: chosen === filter,
  }))
  return (
    <nav aria-label="改善計画の絞り込み">
      <ul className="ways">
        <li className="named">絞り込み</li>
        {[all, ...each].map(({ name, href, count, on }) => (
          <li key={name}>
            <a href={href} aria-current={on ? 'true' : undefined}>{`${name}（${countText(count)}件）`}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const List = ({ staff, rows }: { staff: Staff; rows: readonly ImprovementRow[] }): ReactNode => (
  <Scroll label="改善計画の一覧">
    <Table
      caption={`改善計画（${countText(rows.length)}件）`}
      none="当てはまる改善計画はありません。"
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          header: '取組',
          names: true,
          wide: true,
          cell: ({ initiative }) => <InitiativeLink initiative={initiative} href={hrefsOf(staff)} />,
        },
        { header: '状態', cell: (row) => <Badge tone={improvementTone(row)}>{row.stateName}</Badge> },
        { header: '所管課', narrow: true, cell: ({ section }) => section ?? words.noSection },
        { header: '期限', narrow: true, cell: ({ due }) => due ?? '未定' },
        {
          header: '根拠',
          wide: true,
          cell: ({ stands }) => (stands.changed ? <Badge tone="remark">{stands.text}</Badge> : stands.text),
        },
        { header: '最後の経過', wide: true, cell: ({ notes }) => <Last note={notes.at(-1)} /> },
        {
          header: '計画',
          cell: ({ id, initiative }) => (
            <a href={paths.staff.improvement(staff.code, familyOf(staff), id)}>
              開く<span className="unseen">{`：${initiative.name}`}</span>
            </a>
          ),
        },
      ]}
    />
  </Scroll>
)

const Last = ({ note }: { note: ImprovementRow['notes'][number] | undefined }): ReactNode =>
  note ? `${note.on}　${note.text}` : <span className="none">なし</span>

function Opening({ outline, here, asked }: { outline: PlanOutline; here: string; asked: Asked }): ReactNode {
  return (
    <section>
      <h2>評価によらずに改善計画を求める</h2>
      <form method="post" action={here} className="edit">
        <p className="field">
          <label htmlFor="initiative">取組</label>
          <select id="initiative" name="initiative" defaultValue={asked.initiative}>
            {outline.initiatives.map((it) => (
              <option key={it.id} value={it.id}>
                {numbered(it)}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor="year">評価の年度（必須）</label>
          <small id="year-help">{words.yearHelp}</small>
          <input id="year" name="year" className="short" defaultValue={asked.year} aria-describedby="year-help" required />
        </p>
        <button type="submit">所管課に改善計画を求める</button>
      </form>
    </section>
  )
}

/** 改善計画を求める */
export async function takeImprovement(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const typed = { initiative: textOf(data, 'initiative'), year: textOf(data, 'year') }
  const year = parseFiscalYear(typed.year)
  if (!year.ok) return page(staff, { ...typed, why: '年度が読めません。「令和6年度」「2024」のように書いてください。' }, 422)
  const said = { initiative: typed.initiative, fiscalYear: year.value }
  const done = await openImprovement(staff.store, familyOf(staff), said, staff.act('evaluation.manage'))
  if (done.ok) return staff.go(paths.staff.improvement(staff.code, familyOf(staff), done.value.id))
  return page(staff, { ...typed, why: followingRefusalText(done.problem) }, 409)
}
