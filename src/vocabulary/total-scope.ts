/** 合計の行か — a printed total: adding it to its own terms would double the amount. */
export const isTotalScope = (scope: string): boolean => {
  const name = scope.normalize('NFKC').replace(/\s/g, '')
  // 「歳入計」 is a total; 会計, 統計, 設計, 家計, 集計 and 累計 are words.
  return /^(?:総?合計|総計|小?計|効果額合計|全体)(?:額)?$/.test(name) || /(?:合計|総計|小計|[^会統設家集時累推公主]計)(?:額)?$/.test(name)
}
