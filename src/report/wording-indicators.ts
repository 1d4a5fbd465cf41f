import type { Comparator, Direction, Indicator } from '../reform/record.ts'

export const directionName: Record<Direction, string> = { increase: '増加が改善', decrease: '減少が改善', maintain: '維持' }
export const indicatorKindName: Record<NonNullable<Indicator['kind']>, string> = {
  output: '活動指標',
  outcome: '成果指標',
  population: '対象指標',
}
export const aggregationName: Record<NonNullable<Indicator['aggregation']>, string> = {
  cumulative: '累計',
  annual: '単年度',
  gross: '延べ',
}
export const comparatorName: Record<Comparator, string> = { '>=': '以上', '<=': '以下', '<': '未満', '>': '超', '=': '' }
