import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import { periodText } from '../../../report/figures.ts'
import { planWords } from '../../../report/wording-plans.ts'
import { planFamilies } from '../../../store/plan-family.ts'
import { paths } from '../../paths.ts'
import { StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'

/** 計画の一覧 */
export async function showPlans(staff: Staff): Promise<Response> {
  const families = await staff.store.reading(staff.code, planFamilies)
  return staff.show(
    <StaffFrame staff={staff} title={planWords.list}>
      <h1>{planWords.list}</h1>
      {staff.may('plan.edit') && (
        <p>
          <a className="action" href={paths.staff.newPlan(staff.code)}>
            {planWords.newPlan}
          </a>
        </p>
      )}
      <Plans staff={staff} families={families} />
    </StaffFrame>,
  )
}

function Plans({ staff, families }: { staff: Staff; families: Awaited<ReturnType<typeof planFamilies>> }): ReactNode {
  return (
    <Table
      caption="計画の一覧"
      none={staff.may('plan.edit') ? planWords.emptyList : planWords.emptyListReader}
      rows={families}
      keyOf={({ id }) => id}
      columns={[
        {
          header: '計画',
          names: true,
          cell: ({ id, title }) => <a href={paths.staff.plan(staff.code, id)}>{title}</a>,
        },
        { header: '種類', cell: ({ kind }) => kind ?? '記載なし' },
        { header: '計画期間', cell: ({ period }) => periodText(period) },
      ]}
    />
  )
}
