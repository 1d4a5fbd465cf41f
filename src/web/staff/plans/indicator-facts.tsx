import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import { targetYearMeant } from '../../../reform/plan-change.ts'
import type { Indicator } from '../../../reform/record.ts'
import type { PlanChange } from '../../../reform/report-content.ts'
import { type EditForm, fieldText, type Typed, textIn } from '../../../report/edit-form.ts'
import { dateText, yearShort } from '../../../report/figures.ts'
import { formerText } from '../../../report/former-values.ts'

type Line = { when: string; targets: string; former: readonly string[]; actuals: string }

/** 指標の記載 — what it is, and a line for each year with its target, what the target was before, and the actual. */
export function IndicatorFacts({
  indicator,
  form,
  typed,
  changes,
}: {
  indicator: Indicator
  form: EditForm
  typed: Typed
  changes: readonly PlanChange[]
}): ReactNode {
  const about = form.fields
    .filter(({ name }) => !['name', 'baseline', 'baselineAt'].includes(name) && textIn(typed, name) !== '')
    .map((field) => `${field.label}：${fieldText(field, typed)}`)
  const { baseline } = indicator
  return (
    <>
      <p>{about.join('　')}</p>
      <p>
        {baseline ? `現況値：${baseline.raw || '（空欄）'}${baseline.asOf ? `（${dateText(baseline.asOf)}）` : ''}` : '現況値：記載なし'}
      </p>
      <Table
        caption={`「${indicator.name}」の目標と実績`}
        captionUnseen
        none="目標と実績の記載はありません。"
        rows={linesOf(indicator, changes)}
        keyOf={({ when }) => when}
        columns={[
          { header: '年度', names: true, narrow: true, cell: ({ when }) => when },
          {
            header: '目標',
            cell: ({ targets, former }) => (
              <>
                {targets || <span className="none">記載なし</span>}
                {former.map((line) => (
                  <small key={line}>{line}</small>
                ))}
              </>
            ),
          },
          { header: '実績', cell: ({ actuals }) => actuals || <span className="none">記載なし</span> },
        ]}
      />
    </>
  )
}

function linesOf(indicator: Indicator, changes: readonly PlanChange[]): Line[] {
  const { targets, actuals } = indicator
  const ofTargets = changes.filter(({ kind }) => kind === 'target')
  const formerOf = (year: number | null): string[] => ofTargets.filter(({ of }) => targetYearMeant(indicator, of) === year).map(formerText)
  const years = new Set<number | null>([...targets, ...actuals].map(({ fiscalYear }) => fiscalYear))
  for (const { of } of ofTargets) {
    const year = targetYearMeant(indicator, of)
    if (year !== undefined) years.add(year)
  }
  return [...years]
    .toSorted((a, b) => (a ?? 9999) - (b ?? 9999))
    .map((year) => ({
      when: year === null ? '最終・年度の記載なし' : yearShort(year),
      targets: targets
        .filter((target) => target.fiscalYear === year)
        .map(
          ({ raw, final, asOf }) =>
            `${raw || '（空欄）'}${asOf ? `（${dateText(asOf)}）` : ''}${final && year !== null ? '（最終目標）' : ''}`,
        )
        .join('、'),
      former: formerOf(year),
      actuals: actuals
        .filter((actual) => actual.fiscalYear === year)
        .map(({ raw, status }) => `${raw || '（空欄）'}${status ? `（${status}）` : ''}`)
        .join('、'),
    }))
}
