import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import { Scroll } from '../../../kit/table.tsx'
import type { EstimateFault, EstimateSaid, GridRowSaid } from '../../../reform/edit-estimate.ts'
import type { OwnerChoice } from '../../../report/effect-owners.ts'
import { yearShort } from '../../../report/figures.ts'
import { planFormWords } from '../../../report/wording-plans.ts'

type GridSaid = { said: EstimateSaid; faults: readonly EstimateFault[]; owners: OwnerChoice[] }

const NEW_ROWS = 3

/** the id of the field that a fault names */
export const idOf = (field: string): string => field.replaceAll('.', '-')

/** 見積りの表 — a row an item, a column a year; three rows and a year more than there are. */
export function Grid({ said, faults, owners }: GridSaid): ReactNode {
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
              <YearHead key={key} nth={key} column={column} faults={faults} />
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

type Column = EstimateSaid['columns'][number]

function YearHead({ nth, column, faults }: { nth: string; column: Column; faults: readonly EstimateFault[] }): ReactNode {
  const isNew = column.year === ''
  const faulty = (field: string): true | undefined => isFaulty(faults, `columns.${nth}.${field}`) || undefined
  return (
    <th scope="col">
      <input type="hidden" name={`columns.${nth}.was`} value={column.was} />
      <input
        id={`columns-${nth}-year`}
        name={`columns.${nth}.year`}
        defaultValue={yearIn(column.year)}
        aria-label={isNew ? '増やす年度' : `${Number(nth) + 1}列目の年度`}
        aria-invalid={faulty('year')}
        placeholder={isNew ? '年度を増やす' : undefined}
      />
      <select
        id={`columns-${nth}-status`}
        name={`columns.${nth}.status`}
        defaultValue={column.status}
        aria-label={isNew ? '増やす年度の区分' : `${Number(nth) + 1}列目の区分`}
        aria-invalid={faulty('status')}
      >
        {planFormWords.effectStatuses.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </th>
  )
}

const yearIn = (text: string): string => (/^\d{4}$/.test(text) ? yearShort(Number(text)) : text)
const isFaulty = (faults: readonly EstimateFault[], field: string): boolean => faults.some((fault) => fault.field === field)

type RowOf = { nth: number; row: GridRowSaid; columns: EstimateSaid['columns']; owners: OwnerChoice[]; faults: readonly EstimateFault[] }

const nameOf = (row: GridRowSaid, nth: number): string => row.scope || `新しい行${nth + 1}`

/** What a row is of is chosen once: an amount that is there stays with its pillar or initiative. */
function RowHead({ nth, row, owners, faults }: Omit<RowOf, 'columns'>): ReactNode {
  const at = `rows.${nth}`
  const name = nameOf(row, nth)
  const owner = owners.find(({ value }) => value === row.of)
  return (
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
  )
}

function Row({ nth, row, columns, owners, faults }: RowOf): ReactNode {
  const at = `rows.${nth}`
  const name = nameOf(row, nth)
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
      <RowHead nth={nth} row={row} owners={owners} faults={faults} />
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
