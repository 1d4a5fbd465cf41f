import type { ReactNode } from 'react'
import type { TypedDifference } from '../../../report/edit-form.ts'

/** 二人の入力の違い — what the plan says now beside what was typed; both stay on the page. */
export function Comparison({ rows }: { rows: readonly TypedDifference[] }): ReactNode {
  return (
    <table className="cards">
      <caption>いまの計画と、あなたの入力の違い</caption>
      <thead>
        <tr>
          <th scope="col">項目</th>
          <th scope="col">いまの計画</th>
          <th scope="col">あなたの入力</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td data-label="いまの計画" className="as-typed">
              {row.now || '（空欄）'}
            </td>
            <td data-label="あなたの入力" className="as-typed">
              {row.typed || '（空欄）'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
