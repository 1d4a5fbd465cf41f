import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import { ROLES } from '../../../reform/account.ts'
import { accountWords } from '../../../report/wording-accounts.ts'
import { roleNames } from '../../../report/wording-staff-pages.ts'
import type { RoleRow } from './account-form.ts'

type Said = { rows: readonly RoleRow[]; sections: readonly string[] }

/** 役割の欄 — a row each; a row that is emptied is taken away. */
export function RoleFields({ rows, sections }: Said): ReactNode {
  return (
    <table className="cards fields">
      <caption>役割（役割ごとに一行。使わない行は空にします）</caption>
      <thead>
        <tr>
          <th scope="col">行</th>
          <th scope="col">役割</th>
          <th scope="col">所属</th>
          <th scope="col">始まる日</th>
          <th scope="col">終わる日（この日から働きません）</th>
        </tr>
      </thead>
      <tbody>
        {inOrder(rows).map(({ key, it }, nth) => (
          <RoleRowFields key={key} row={it} nth={nth + 1} sections={sections} />
        ))}
      </tbody>
    </table>
  )
}

function RoleRowFields({ row, nth, sections }: { row: RoleRow; nth: number; sections: readonly string[] }): ReactNode {
  const known = row.section === '' || sections.includes(row.section) ? sections : [row.section, ...sections]
  const label = (what: string): string => `${nth}行目の${what}`
  return (
    <tr>
      <th scope="row">{nth}</th>
      <td data-label="役割">
        <select name="role" defaultValue={row.role} aria-label={label('役割')}>
          <option value="">（なし）</option>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {roleNames[role]}
            </option>
          ))}
        </select>
      </td>
      <td data-label="所属">
        <select name="section" defaultValue={row.section} aria-label={label('所属')}>
          <option value="">{accountWords.everywhere}</option>
          {known.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td data-label="始まる日">
        <input name="from" type="date" defaultValue={row.from} aria-label={label('始まる日')} />
      </td>
      <td data-label="終わる日">
        <input name="to" type="date" defaultValue={row.to} aria-label={label('終わる日')} />
      </td>
    </tr>
  )
}
