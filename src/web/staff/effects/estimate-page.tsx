import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import { Scroll, Table } from '../../../kit/table.tsx'
import type { EstimateFault, EstimateSaid, GridRowSaid } from '../../../reform/edit-estimate.ts'
import type { EstimateCopy } from '../../../reform/estimate-said.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import type { TypedDifference } from '../../../report/edit-form.ts'
import { type OwnerChoice, ownerChoices } from '../../../report/effect-owners.ts'
import { yearShort } from '../../../report/figures.ts'
import { effectFaultText, effectsBoardWords as words } from '../../../report/wording-effects-board.ts'
import { planFormWords } from '../../../report/wording-plans.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import { Comparison } from '../plans/comparison.tsx'
import { familyOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'
import { effectCrumbs } from './crumbs.ts'

/** 見積りの表の今の姿 */
export type EstimateState = {
  said: EstimateSaid
  isNew: boolean
  basis: string
  reason: string
  faults: readonly EstimateFault[]
  why: string | null
  differences: readonly TypedDifference[]
  copied: { from: string | null; through: number | null; taken: EstimateCopy['taken'] } | null
}
type Said = { staff: Staff; record: StoredRecord; state: EstimateState }

const NEW_ROWS = 3

/** 見積りの表を書く頁 */
export function EstimatePage({ staff, record, state }: Said): ReactNode {
  const { said, isNew, why } = state
  const family = familyOf(staff)
  const title = isNew ? `新しい見積り：${said.estimate}` : `${words.edit}：${said.estimate}`
  const action = isNew ? paths.staff.newEstimate(staff.code, family) : paths.staff.estimate(staff.code, family)
  const href = isNew ? action : `${action}?estimate=${encodeURIComponent(said.estimate)}`
  return (
    <StaffFrame
      staff={staff}
      title={why ? `保存できません：${title}` : title}
      crumbs={[...effectCrumbs(staff, record), { name: isNew ? words.newEstimate : words.edit, href }]}
    >
      <h1>{title}</h1>
      {why && (
        <Refusal>
          <p>{why}</p>
          <ul>
            {state.faults.slice(0, 20).map((fault) => (
              <li key={`${fault.field}${fault.kind}`}>
                <a href={`#${idOf(fault.field)}`}>{effectFaultText(fault)}</a>
              </li>
            ))}
          </ul>
          {state.differences.length > 0 && <Comparison rows={state.differences} />}
        </Refusal>
      )}
      <Copied copied={state.copied} />
      <form method="post" action={action} className="edit estimate">
        <input type="hidden" name="basis" value={state.basis} />
        {isNew ? (
          <p className="field">
            <label htmlFor="estimate">見積時点の名（必須）</label>
            <input id="estimate" name="estimate" defaultValue={said.estimate} required maxLength={100} />
          </p>
        ) : (
          <input type="hidden" name="estimate" value={said.estimate} />
        )}
        <p>{words.gridHelp}</p>
        <Grid state={state} owners={ownerChoices(record)} />
        <p className="field">
          <label htmlFor="reason">見直しの理由（任意）</label>
          <small id="reason-help">変更の記録に残ります。</small>
          <textarea id="reason" name="reason" rows={2} defaultValue={state.reason} aria-describedby="reason-help" />
        </p>
        <p>
          <button type="submit">見積りを保存する</button> <a href={paths.staff.effects(staff.code, family)}>やめる</a>
        </p>
      </form>
    </StaffFrame>
  )
}

const idOf = (field: string): string => field.replaceAll('.', '-')

function Copied({ copied }: { copied: EstimateState['copied'] }): ReactNode {
  if (!copied) return null
  const through = copied.through === null ? words.noThrough : words.through(yearShort(copied.through))
  return (
    <>
      {copied.from && <p className="notice">{words.copied(copied.from, through)}</p>}
      {copied.taken.length > 0 && (
        <Table
          caption={words.taken}
          rows={copied.taken}
          keyOf={(_, nth) => String(nth)}
          columns={[
            { header: '項目', names: true, cell: (one) => one.scope },
            { header: '年度', cell: (one) => yearShort(one.year) },
            { header: '前の見積り', numeric: true, cell: (one) => one.before || <span className="none">記載なし</span> },
            { header: '報告された実績', numeric: true, cell: (one) => one.raw },
          ]}
        />
      )}
    </>
  )
}

function Grid({ state, owners }: { state: EstimateState; owners: OwnerChoice[] }): ReactNode {
  const { said, faults } = state
  // one more column is offered, for a year that the estimate does not have yet
  const columns = [...said.columns, { was: '', year: '', status: '見込み' }]
  const blank: GridRowSaid = { was: '', of: '', scope: '', side: '', basis: '', unit: '千円', cells: [], off: '' }
  const offered = said.rows.length === 0 ? NEW_ROWS * 2 : NEW_ROWS
  const rows = [...said.rows, ...Array.from({ length: offered }, () => blank)]
  return (
    <Scroll label="見積りの表">
      <table className="estimates">
        <caption>{`${said.estimate}の額（一行が一つの項目、一列が一つの年度）`}</caption>
        <thead>
          <tr>
            <th scope="col">柱・取組／項目</th>
            <th scope="col">区分</th>
            {inOrder(columns).map(({ key, it: column }) => (
              <th key={key} scope="col">
                <input type="hidden" name={`columns.${key}.was`} value={column.was} />
                <input
                  id={`columns-${key}-year`}
                  name={`columns.${key}.year`}
                  defaultValue={yearIn(column.year)}
                  aria-label={column.year === '' ? '増やす年度' : `${Number(key) + 1}列目の年度`}
                  aria-invalid={isFaulty(faults, `columns.${key}.year`) || undefined}
                  placeholder={column.year === '' ? '年度を増やす' : undefined}
                />
                <select
                  id={`columns-${key}-status`}
                  name={`columns.${key}.status`}
                  defaultValue={column.status}
                  aria-label={column.year === '' ? '増やす年度の区分' : `${Number(key) + 1}列目の区分`}
                  aria-invalid={isFaulty(faults, `columns.${key}.status`) || undefined}
                >
                  {planFormWords.effectStatuses.map(([value, label]) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </th>
            ))}
            <th scope="col">消す</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(rows).map(({ key, it: row }) => (
            <Row key={key} nth={Number(key)} row={row} columns={columns} owners={owners} faults={faults} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const yearIn = (text: string): string => (/^\d{4}$/.test(text) ? yearShort(Number(text)) : text)
const isFaulty = (faults: readonly EstimateFault[], field: string): boolean => faults.some((fault) => fault.field === field)

type RowOf = { nth: number; row: GridRowSaid; columns: EstimateSaid['columns']; owners: OwnerChoice[]; faults: readonly EstimateFault[] }

function Row({ nth, row, columns, owners, faults }: RowOf): ReactNode {
  const at = `rows.${nth}`
  const name = row.scope || `新しい行${nth + 1}`
  const owner = owners.find(({ value }) => value === row.of)
  const select = (field: 'side' | 'basis', label: string, choices: readonly (readonly string[])[]): ReactNode => (
    <select name={`${at}.${field}`} defaultValue={row[field]} aria-label={`${name}：${label}`}>
      {choices.map(([value, text]) => (
        <option key={value} value={value}>
          {value === '' ? `${label}：記載なし` : text}
        </option>
      ))}
    </select>
  )
  return (
    <tr>
      <th scope="row">
        <input type="hidden" name={`${at}.was`} value={row.was} />
        {row.was !== '' || owner?.value ? (
          <>
            <input type="hidden" name={`${at}.of`} value={row.of} />
            <small>{owner?.label ?? ''}</small>
          </>
        ) : (
          <select id={`rows-${nth}-of`} name={`${at}.of`} defaultValue={row.of} aria-label={`${name}：柱・取組`}>
            {owners.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
        <input
          id={`rows-${nth}-scope`}
          name={`${at}.scope`}
          defaultValue={row.scope}
          aria-label={`${name}：項目`}
          aria-invalid={isFaulty(faults, `${at}.scope`) || undefined}
        />
      </th>
      <td>
        {select('side', '歳入・歳出', planFormWords.sides)}
        {select('basis', '単年度・継続', planFormWords.bases)}
        <input name={`${at}.unit`} defaultValue={row.unit} aria-label={`${name}：単位`} className="short" />
      </td>
      {inOrder(columns).map(({ key, it: column }) => (
        <td key={key} className="num">
          <input
            name={`${at}.cells.${key}`}
            defaultValue={row.cells[Number(key)] ?? ''}
            aria-label={`${name}：${column.year === '' ? '増やす年度' : yearIn(column.year)}の額`}
            className="amount"
          />
        </td>
      ))}
      <td>{row.was !== '' && <input type="checkbox" name={`${at}.off`} aria-label={`${name}を消す`} />}</td>
    </tr>
  )
}
