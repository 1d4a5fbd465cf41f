import type { ReactNode } from 'react'
import type { Initiative } from '../../../reform/record.ts'
import type { PlanChange } from '../../../reform/report-content.ts'
import { planWords } from '../../../report/wording-plans.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { familyOf } from './serve-edit.tsx'

type Said = { staff: Staff; it: Initiative; changes: readonly PlanChange[]; mayEdit: boolean }

/** 見直しの記録への道 — how many there are, and how many wait for a decision. */
export function Changes({ staff, it, changes, mayEdit }: Said): ReactNode {
  const open = changes.filter(({ state }) => state === 'proposed').length
  const family = familyOf(staff)
  if (changes.length === 0 && !mayEdit) return null
  return (
    <section>
      <h2>{planWords.changes}</h2>
      <p>{`見直しの記録${changes.length}件（うち未決定${open}件）。`}</p>
      <p>
        <a href={`${paths.staff.planChanges(staff.code, family)}?initiative=${encodeURIComponent(it.id)}`}>
          {mayEdit ? '見直しの記録を見る・提案を加える' : '見直しの記録を見る'}
        </a>
      </p>
    </section>
  )
}
