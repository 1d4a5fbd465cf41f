import { countText } from './figures.ts'

/** 検算の種類の名 — one for each kind of check that evaluate/ makes; a kind made elsewhere is shown as it is called there. */
const kindNames: Record<string, string> = {
  sum: '合計',
  'row-total': '行の合計',
  'column-total': '列の合計',
  'grand-total': '総計',
  total: '合計欄',
  difference: '差',
  ratio: '割合',
  'percent-point': '％とポイント',
  'declared-count': '件数',
  'year-on-year': '前年との差',
  numbering: '番号',
  owner: '所管課の存続',
  section: '所管課の違い',
  deadline: '期限',
  direction: '改善と悪化',
  duplicate: '取組の重複',
  renamed: '名称の変更',
  'same-metric': '目標と実績の指標',
  'same-text': '前年と同じ文',
  'unit-change': '単位の変更',
  reachable: '目標の達成可能性',
  reading: '読み取り',
}
export const checkKindName = (kind: string): string => kindNames[kind] ?? kind

/** 検算のまとめ — «no error found» is said only where something was checked. */
export function checkedText(checked: number, fails: number): string {
  if (checked === 0) return '計算を確かめられる合計や割合は、文書にありませんでした。'
  const count = `計算を確かめた箇所は${countText(checked)}件`
  return fails === 0 ? `${count}で、すべて合っています。` : `${count}で、うち${countText(fails)}件が合いません。`
}
