import type { ReactNode } from 'react'
import { Definitions, Table } from '../../../kit/table.tsx'
import { type EditForm, type EditRows, fieldText, rowsIn, type Typed, textIn } from '../../../report/edit-form.ts'

/** 記載内容 — what a form would hold, as a page shows it; empty fields are left out. */
export function Facts({ form, typed, without = [] }: { form: EditForm; typed: Typed; without?: readonly string[] }): ReactNode {
  const told = form.fields.filter(({ name }) => !without.includes(name) && textIn(typed, name) !== '')
  const tables = form.rows.filter((rows) => rowsIn(typed, rows.name).length > 0)
  if (told.length + tables.length === 0) return <p className="none">記載はありません。</p>
  return (
    <>
      {told.length > 0 && (
        <Definitions
          items={told.map((field): [string, ReactNode] => [
            field.label,
            <span key={field.name} className="as-typed">
              {fieldText(field, typed).trim()}
            </span>,
          ])}
        />
      )}
      {tables.map((rows) => (
        <RowFacts key={rows.name} rows={rows} typed={rowsIn(typed, rows.name)} />
      ))}
    </>
  )
}

function RowFacts({ rows, typed, about }: { rows: EditRows; typed: readonly Typed[]; about?: string }): ReactNode {
  const { below } = rows
  if (below)
    return typed.map((row, nth) => {
      const name = textIn(row, rows.fields[0]?.name ?? '') || `${rows.one}${nth + 1}`
      const inside = rowsIn(row, below.name)
      return inside.length > 0 ? (
        <RowFacts key={`${name}-${textIn(row, 'was')}`} rows={below} typed={inside} about={name} />
      ) : (
        <p key={`${name}-${textIn(row, 'was')}`}>{`${name}（${below.label}の記載なし）`}</p>
      )
    })
  const fields = rows.fields.filter((field) => typed.some((row) => textIn(row, field.name) !== ''))
  return (
    <Table
      caption={about ? `${rows.label}：${about}` : rows.label}
      rows={typed}
      keyOf={(_, nth) => String(nth)}
      columns={fields.map((field, nth) => ({
        header: field.label,
        names: nth === 0,
        cell: (row: Typed) => fieldText(field, row) || <span className="none">記載なし</span>,
      }))}
    />
  )
}
