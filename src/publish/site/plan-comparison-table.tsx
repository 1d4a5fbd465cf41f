import type { ReactNode } from 'react'
import { Scroll, Table } from '../../kit/table.tsx'
import { countText } from '../../report/figures.ts'
import { type ComparedPlan, planComparison } from '../../report/plan-comparison.ts'
import type { PageContext, PlanSite } from './plan-site.ts'

/** 計画の比較 — plans with words of their own beside each other on the common core; a single plan has nothing to be compared with. */
export function PlanComparisonTable({
  plans,
  context,
  across,
}: {
  plans: readonly PlanSite[]
  context: PageContext
  across: boolean
}): ReactNode {
  const { statuses, plans: rows } = planComparison(plans)
  if (rows.length < 2) return null
  const linkOf = ({ key }: ComparedPlan): string => {
    const site = plans.find(({ edition }) => `${edition.municipality.code}/${edition.plan}` === key)
    return site ? context.link(context.path, site.at('plan')) : ''
  }
  return (
    <section>
      <h2>計画の比較</h2>
      <p>
        計画ごとに評価の言葉が違うので、六つの「共通の状態」に読み替えて並べています。取組の数や難しさは計画ごとに違うため、順位を表すものではありません。
      </p>
      <Scroll label="計画の比較">
        <Table
          caption="取組の共通の状態（件）"
          rows={rows}
          keyOf={({ key }) => key}
          columns={[
            {
              header: '計画',
              names: true,
              wide: true,
              cell: (plan) => (
                <>
                  <a href={linkOf(plan)}>{plan.title}</a>
                  <small>{[across && plan.municipality, plan.year].filter(Boolean).join(' ')}</small>
                </>
              ),
            },
            { header: '取組', numeric: true, cell: ({ initiatives }) => countText(initiatives) },
            ...statuses.map(({ status, name }) => ({
              header: name,
              numeric: true,
              cell: ({ counts }: ComparedPlan) => countText(counts.find((one) => one.status === status)?.count ?? 0),
            })),
            {
              header: '目標達成と順調の割合',
              numeric: true,
              cell: ({ goodText }) => goodText ?? <span className="none">判定できる取組なし</span>,
            },
          ]}
        />
      </Scroll>
      <p className="quiet">割合は、判定不能と終了を除いた取組に占めるものです。</p>
    </section>
  )
}
