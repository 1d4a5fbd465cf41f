import type { ItemSheet, ReportContent, ReportField } from './report-content.ts'

/** 前回との違い — one field of a report, before and after. */
export type FieldDifference = { field: ReportField; name: string; before: string; after: string }

/** 報告の項目と値 — every field of a report as text, in the order of the form: comparisons and forms walk over it. */
export function fieldsOf(content: ReportContent, sheet: ItemSheet): { field: ReportField; name: string; value: string }[] {
  return [
    { field: 'unchanged', name: '変更なし', value: content.unchanged ? '変更なし' : '' },
    { field: 'progress', name: '取組状況', value: content.progress },
    ...sheet.indicators.map(({ id, name }) => ({ field: `actual:${id}` as const, name, value: actualText(content, id) })),
    ...sheet.effects.map(({ row, scope }) => ({
      field: `effect:${row}` as const,
      name: `効果額 ${scope}`,
      value: content.effects.find((effect) => effect.row === row)?.raw ?? '',
    })),
    { field: 'issues', name: '今後の課題・方向性', value: content.issues },
    { field: 'revision', name: '計画の見直し', value: content.revision },
    { field: 'changes', name: '計画の見直しの提案', value: changesText(content) },
  ]
}

function actualText(content: ReportContent, indicator: string): string {
  const said = content.actuals.find((actual) => actual.indicator === indicator)
  return said ? `${said.raw}${said.status && said.raw !== '' ? `（${said.status}）` : ''}` : ''
}
const changesText = ({ changes }: ReportContent): string =>
  changes.map(({ kind, of, after, reason }) => [CHANGE_NAMES[kind], of, after, reason].filter(Boolean).join('：')).join('\n')
export const CHANGE_NAMES = { target: '目標', schedule: '行動計画', section: '所管課', title: '取組名' } as const

/** 二つの報告の違い — between two submissions, or between what was drawn and what another person has saved since. */
export function reportDifferences(before: ReportContent, after: ReportContent, sheet: ItemSheet): FieldDifference[] {
  const was = fieldsOf(before, sheet)
  return fieldsOf(after, sheet).flatMap(({ field, name, value }, place) => {
    const old = was[place]?.value ?? ''
    return old === value ? [] : [{ field, name, before: old, after: value }]
  })
}
