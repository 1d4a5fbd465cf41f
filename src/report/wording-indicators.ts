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

/** 指標の図の言葉 */
export const chartWords = {
  baseline: '現況値',
  target: '目標',
  actual: '実績（報告のない年度をまたいで結ばない）',
  way: '目標までの道筋（現況値から最終目標まで等しい歩みで進むとしたときの線）',
  met: '目標を達成したとみなす側',
  break: '継ぎ目（測る取組が替わった年度）',
  noYear: '年度の記載のない',
  guessedSide: '達成とみなす側は、増減のどちらが改善かの推定によります。',
  noSide: '増減のどちらが改善かが分からないため、達成とみなす側を示していません。',
  noBaseline: '現況値の数値または年度がないため、目標までの道筋を示していません。',
  noWayToGo: '現況値がすでに目標を満たすか、維持の目標であるため、目標までの道筋を示していません。',
  notes: '図に表せないこと',
}

export const notPlottedText = (when: string, name: string, raw: string): string =>
  `${when}の${name}「${raw.trim() || '空欄'}」は数値ではないか、時期が分からないため、図にありません。`

/** 指標の頁を柱に分けたときの言葉 */
export const byPillarWords = {
  byPillar: '柱ごとの指標',
  ofPillar: (pillar: string) => `指標：${pillar}`,
  cut: (count: number) => `指標は全部で${count}件あります。柱を選ぶと、その柱の指標の一覧が開きます。`,
}
