import { formFrom, saysEnough } from './form/claim.ts'
import { readForm } from './form/read-form.ts'
import type { Layout } from './layout.ts'
import { onlyPlan } from './table/plans.ts'

/**
 * 実施計画の様式 — one form for each initiative: who, what for, the years' plan, targets, and what was done.
 * Recognised by label words with their values and at least one table (年度別計画, 指標, 進捗) inside.
 */
export const planForm: Layout = {
  name: 'plan-form',
  claim(rows, start) {
    const found = formFrom(rows, start)
    return found && found.titles > 0 && found.tables > 0 && saysEnough(found, 3) ? found.length : 0
  },
  read: (stretch, draft) => readForm(stretch.rows, draft, onlyPlan(draft)),
}
