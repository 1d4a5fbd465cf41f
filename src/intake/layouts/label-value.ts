import { formFrom, saysEnough } from './form/claim.ts'
import { readForm } from './form/read-form.ts'
import type { Layout } from './layout.ts'
import { onlyPlan } from './table/plans.ts'

/** ラベルと値 — «取組名：…», «【担当課】…» or two columns label | value; block after block, each an initiative. */
export const labelValue: Layout = {
  name: 'label-value',
  claim(rows, start) {
    const found = formFrom(rows, start)
    return found && found.titles > 0 && saysEnough(found, 2) ? found.length : 0
  },
  read: (stretch, draft) => readForm(stretch.rows, draft, onlyPlan(draft)),
}
