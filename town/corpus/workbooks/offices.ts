import { across, down, type Said, sheet } from '../../story/sheet.ts'

/** なぎさ市: one sheet for each policy, the table beginning away from the corner, blank columns for looks. */
const policy = (title: string, rows: Said[][]): Said[][] => [
  [],
  [null, across(9, 'なぎさ市行政経営プラン　令和6年度進捗状況')],
  [],
  [null, `基本方針${title}`],
  [],
  [null, 'No.', null, '取組の名称', '主管部署', '取組の内容', '令和6年度の実施内容・成果', '進捗度', '次年度以降の方向性'],
  ...rows.map((row): Said[] => [null, row[0] ?? null, null, ...row.slice(1)]),
]

const services = policy('１　市民サービスの改革', [
  [1, '総合窓口の充実', '市民課', '届出と証明を一つの窓口で受け付ける。', '対象の手続を42から57に増やした。', '90％', '継続'],
  [2, '手続の簡素化', '総務課', '押印と添付書類を減らす。', '押印を求める手続を96に減らした。', '80％', '継続'],
])
const finances = policy('２　財政の改革', [
  [3, 'ふるさと納税の推進', '商工観光課', '返礼品を開発する。', '寄附は6,935件となった。', '99％', '拡充'],
  [4, '使用料・手数料の見直し', '財政課', '算定の基準を定める。', '算定基準を決定した。', '50％', '継続'],
])

/** やまびこ村: a two-row heading in which the year stands over plan, result and mark. */
const years: Said[][] = [
  [across(9, 'やまびこ村行革プラン　年度別取組状況')],
  [down(2, '番号'), down(2, '取組名'), down(2, '担当課'), across(3, '令和5年度'), across(3, '令和6年度')],
  ['計画', '実績', '評価', '計画', '実績', '評価'],
  [1, 'ごみ収集経路の見直し', '住民福祉課', '調査', '3経路の走行を記録した。', 'Ｂ', '統合', '2経路をまとめた。', 'Ａ'],
  [2, '診療所の予約受付', '診療所', '検討', '電話の受付時間を延ばした。', 'Ｂ', '開始', 'LINEでの予約を始めた。', 'Ａ'],
  [3, '職員の相互応援', '総務課', '試行', '延べ31人が応援した。', 'Ａ', '実施', '延べ46人が応援した。', 'Ｂ'],
]

export const offices = {
  'sheets-by-policy.xlsx': [
    sheet('方針１', services, [2, 6, 2, 24, 14, 30, 34, 10, 18]),
    sheet('方針２', finances, [2, 6, 2, 24, 14, 30, 34, 10, 18]),
  ],
  'years-across.xlsx': [sheet('取組', years, [6, 24, 14, 12, 26, 8, 12, 26, 8])],
}
