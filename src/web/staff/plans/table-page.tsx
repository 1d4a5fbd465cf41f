import type { ReactNode } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import { Pager } from '../../../kit/pager.tsx'
import { Scroll, Table } from '../../../kit/table.tsx'
import type { RowTold, RowVerdict, TableChange } from '../../../reform/edit-table.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { yearShort } from '../../../report/figures.ts'
import { type PlanTable, planTable, tableFieldNames } from '../../../report/plan-table.ts'
import { rowVerdictNames, unclearTexts } from '../../../report/wording-plan-table.ts'
import { planWords as words } from '../../../report/wording-plans.ts'
import { toTabSeparated } from '../../../vocabulary/tab-separated.ts'
import type { TablePreview } from '../../../workflows/apply-plan-table.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { ReasonField } from './edit-fields.tsx'
import { crumbsOf, planTitle } from './plan-serving.tsx'
import { familyOf } from './serve-edit.tsx'

const ON_A_PAGE = 100

type Said = {
  staff: Staff
  record: StoredRecord
  /** what was pasted, to be mended and tried again */
  pasted: string
  preview: TablePreview | null
  why: string | null
  reason: { text: string; required: boolean } | null
}

/** 一覧表の頁 — the table as it is, out to a spreadsheet, and in from one with every row shown before anything is written. */
export function TablePage(said: Said): ReactNode {
  const { staff, record, preview, why } = said
  const table = preview || why ? null : planTable(record)
  const href = paths.staff.planTable(staff.code, familyOf(staff))
  return (
    <StaffFrame
      staff={staff}
      title={why ? `反映できません：${words.table}` : words.table}
      crumbs={[...crumbsOf(staff, planTitle(record.plans)), { name: words.table, href }]}
    >
      <h1>{`${planTitle(record.plans)}の一覧表`}</h1>
      {staff.query('done') !== '' && <Done>{words.applied}</Done>}
      {why && (
        <Refusal>
          <p>{why}</p>
        </Refusal>
      )}
      {preview && <Preview {...said} preview={preview} />}
      {table && <Out staff={staff} table={table} />}
      <Paste {...said} />
      {table && <Present staff={staff} table={table} />}
    </StaffFrame>
  )
}

function Out({ staff, table }: { staff: Staff; table: PlanTable }): ReactNode {
  const file = paths.staff.planTableFile(staff.code, familyOf(staff))
  const copying = staff.query('copy') === '1'
  return (
    <section>
      <h2>表計算で直す</h2>
      <p>{words.tableOut}</p>
      <ul className="ways">
        <li>
          <a href={`${file}?format=xlsx`}>Excel で受け取る</a>
        </li>
        <li>
          <a href={`${file}?format=csv`}>CSV で受け取る</a>
        </li>
        <li>
          <a href={`${paths.staff.planTable(staff.code, familyOf(staff))}?copy=1`}>写して貼り付ける文字を出す</a>
        </li>
      </ul>
      {copying && (
        <p className="field">
          <label htmlFor="copy">写す文字（すべて選んで写し、表計算に貼り付けます）</label>
          <textarea
            id="copy"
            className="paste"
            readOnly
            defaultValue={toTabSeparated([table.headers, ...table.rows.map(({ cells }) => cells)])}
          />
        </p>
      )}
    </section>
  )
}

function Paste({ staff, pasted }: Said): ReactNode {
  if (!staff.may('plan.edit')) return null
  return (
    <section>
      <h2>{pasted === '' ? '表計算から貼り付ける' : '貼り付けた内容を直して、もう一度確かめる'}</h2>
      <form method="post" action={paths.staff.planTable(staff.code, familyOf(staff))}>
        <p className="field">
          <label htmlFor="text">表（見出しの行から）</label>
          <small id="text-help">{words.pasteHelp}</small>
          <textarea
            id="text"
            name="text"
            className="paste"
            defaultValue={pasted}
            aria-describedby="text-help"
            spellCheck={false}
            required
          />
        </p>
        <button type="submit">反映する前に確かめる</button>
      </form>
    </section>
  )
}

const count = (told: readonly RowTold[], verdict: RowVerdict['verdict']): number =>
  told.filter(({ said }) => said.verdict === verdict).length

function Preview({ staff, pasted, preview, reason }: Said & { preview: TablePreview }): ReactNode {
  const { told, unknown, basis } = preview
  const unclear = count(told, 'unclear')
  const todo = count(told, 'new') + count(told, 'changed')
  return (
    <section>
      <h2>確かめた結果</h2>
      <p role="status">{`${told.length}行のうち、新しい取組${count(told, 'new')}行、変更${count(told, 'changed')}行、変更なし${count(told, 'same')}行、確かめが必要${unclear}行。まだ何も反映していません。`}</p>
      {todo > 0 && (
        <form method="post" action={paths.staff.planTableApplication(staff.code, familyOf(staff))} className="edit">
          <input type="hidden" name="basis" value={basis} />
          <textarea name="text" hidden readOnly defaultValue={pasted} aria-label="貼り付けた内容" />
          {unknown.length > 0 && <Consent name="withoutUnknown" text={`読めない列（${unknown.join('、')}）は反映しません。`} />}
          {unclear > 0 && <Consent name="withoutUnclear" text={`確かめが必要な${unclear}行は反映しません。`} />}
          <ReasonField id="table-reason" reason={reason ?? { text: '', required: false }} label="見直しの理由" help={words.reasonHelp} />
          <button type="submit">{`${todo}行をまとめて反映する`}</button>
        </form>
      )}
      <Rows told={told} />
    </section>
  )
}

const Consent = ({ name, text }: { name: string; text: string }): ReactNode => (
  <p className="consent">
    <input type="checkbox" id={name} name={name} /> <label htmlFor={name}>{text}</label>
  </p>
)

const TONES = { new: 'achieved', changed: 'remark', same: 'holds', unclear: 'fails' } as const
const fieldName = ({ field, year }: TableChange): string =>
  field === 'target' ? (year === null ? '最終目標' : `${yearShort(year)}目標`) : tableFieldNames[field]

function Rows({ told }: { told: readonly RowTold[] }): ReactNode {
  // what needs a person's eye first
  const order = { unclear: 0, changed: 1, new: 2, same: 3 }
  const shown = told.filter(({ said }) => said.verdict !== 'same').toSorted((a, b) => order[a.said.verdict] - order[b.said.verdict])
  return (
    <Table
      caption="行ごとの結果（変更なしの行は省きます）"
      none="どの行も、計画と同じです。"
      rows={shown}
      keyOf={({ line }) => String(line)}
      columns={[
        { header: '行', narrow: true, numeric: true, cell: ({ line }) => line },
        { header: '取組', names: true, cell: ({ number, title }) => [number, title].filter(Boolean).join(' ') || '（取組名なし）' },
        {
          header: '扱い',
          narrow: true,
          cell: ({ said }) => <Badge tone={TONES[said.verdict]}>{rowVerdictNames[said.verdict]}</Badge>,
        },
        { header: '内容', wide: true, cell: ({ said }) => <What said={said} /> },
      ]}
    />
  )
}

function What({ said }: { said: RowVerdict }): ReactNode {
  if (said.verdict === 'unclear') return unclearTexts[said.why]
  if (said.verdict === 'same') return null
  return (
    <ul className="plain">
      {said.changes.map((change) => (
        <li key={`${change.field}${change.year}`}>
          {said.verdict === 'new' && change.before === ''
            ? `${fieldName(change)}：${change.after}`
            : `${fieldName(change)}：${change.before || '（空欄）'} → ${change.after}`}
        </li>
      ))}
    </ul>
  )
}

function Present({ staff, table }: { staff: Staff; table: PlanTable }): ReactNode {
  const family = familyOf(staff)
  const last = Math.max(1, Math.ceil(table.rows.length / ON_A_PAGE))
  const here = Math.min(last, Math.max(1, Math.trunc(Number(staff.query('page'))) || 1))
  const rows = table.rows.slice((here - 1) * ON_A_PAGE, here * ON_A_PAGE)
  // the id and the long texts are in the file; on the page they would only widen the table
  const columns = table.headers.flatMap((header, nth) => ([0, 5, 6].includes(nth) ? [] : [{ header, nth }]))
  return (
    <section>
      <h2>いまの一覧表</h2>
      <Scroll label="いまの一覧表">
        <Table
          caption={`取組と指標（${table.rows.length}行${last > 1 ? `のうち${(here - 1) * ON_A_PAGE + 1}行目から` : ''}）`}
          none="取組はまだありません。"
          rows={rows}
          keyOf={(_, nth) => String(nth)}
          columns={columns.map(({ header, nth }) => ({
            header,
            names: nth === 2,
            cell: ({ initiative, cells }) =>
              nth === 2 ? <a href={paths.staff.initiative(staff.code, family, initiative)}>{cells[nth]}</a> : (cells[nth] ?? ''),
          }))}
        />
      </Scroll>
      <Pager
        label="一覧表の頁"
        here={here}
        pages={Array.from({ length: last }, (_, nth) => ({
          number: nth + 1,
          href: `${paths.staff.planTable(staff.code, family)}?page=${nth + 1}`,
        }))}
      />
    </section>
  )
}
