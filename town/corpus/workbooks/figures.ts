import { across, down, type Said, sheet, shown } from '../../story/sheet.ts'

const percent = (share: number) => shown('0.0%', share)

/** こもれび町: year headings merged over 目標 and 実績, shares kept as Excel percentages. */
const indicators: Said[][] = [
  [across(9, 'こもれび町行財政改革アクションプラン　数値目標の達成状況')],
  [],
  [
    down(2, '指標名'),
    down(2, '担当部署'),
    down(2, '単位'),
    down(2, '策定時（令和5年度）'),
    across(2, '令和6年度'),
    across(2, '令和7年度'),
    '令和10年度',
  ],
  ['目標', '実績', '目標', '実績', '目標'],
  ['帳票の種類', '総務課', '種類', 312, 280, 274, 240, null, 180],
  ['1回あたりの会議時間', '総務課', '分', 71, '60以下', 58, '55以下', null, '45以下'],
  ['電子申請の割合', '企画財政課', '％', percent(0.084), percent(0.15), percent(0.127), percent(0.25), null, percent(0.5)],
  ['活用する校舎の数', '教育委員会事務局', '校', 0, 1, 1, 1, null, 3],
  ['町税の収納率', '税務課', '％', percent(0.981), '98.0％以上', percent(0.983), '98.0％以上', null, '98.0％以上'],
  [across(9, '注）令和7年度の実績は、決算後に記入する。')],
]

/** やまびこ村: marks by year in columns, the newest last. */
const evaluations: Said[][] = [
  [across(7, 'やまびこ村行革プラン　評価一覧')],
  ['番号', '取組名', '担当課', 'R4評価', 'R5評価', 'R6評価', '評価コメント（R6）'],
  [1, 'ごみ収集経路の見直し', '住民福祉課', 'Ｂ', 'Ｂ', 'Ａ', '2経路の統合を評価する。'],
  [2, '診療所の予約受付', '診療所', 'Ｃ', 'Ｂ', 'Ａ', '利用が村外にも広がった。'],
  [3, '村営バスの運行改善', '総務課', '－', 'Ａ', 'Ａ', '朝夕の便が定着した。'],
  [4, '職員の相互応援', '総務課', 'Ａ', 'Ａ', 'Ｂ', '応援の範囲が一部の課にとどまった。'],
]

/** さくら台市: effects of initiatives by year, the unit in the heading, sums below. */
const effects: Said[][] = [
  [across(8, '財政効果額の見込みと実績')],
  [across(8, '（単位：千円）')],
  [down(2, '取組名'), down(2, '主管課'), down(2, '区分'), across(2, '実績'), across(2, '見込み'), down(2, '合計')],
  ['令和5年度', '令和6年度', '令和7年度', '令和8年度'],
  ['窓口予約の運用', '市民課', '歳出', -3200, 1450, 1450, 1450, 1150],
  ['庶務センターの設置', '人事課', '歳出', 0, -8600, 12400, 18700, 22500],
  ['ネーミングライツの拡大', '資産活用課', '歳入', 2000, 5500, 5500, 7500, 20500],
  [across(3, '合計'), -1200, -1650, 19350, 27650, 44150],
]

/** みどり町: effects of initiatives under merged policies, two years side by side, a sum under each policy and one for all. */
const twoYears: Said[][] = [
  [across(5, '取組別の財政効果（実績）')],
  [across(5, '（単位：千円）')],
  ['重点項目', '取り組み名', '担当部署', '令和5年度実績', '令和6年度実績'],
  [down(3, '１　町民に身近な行政サービスの提供'), 'コンビニ交付の利用促進', '住民課', 410, 620],
  ['施設予約のオンライン化', '生涯学習課', -1280, -340],
  [across(2, '小計'), -870, 280],
  [down(3, '２　持続可能な財政運営'), '補助金の見直し', '総務課', 2400, 1850],
  ['町有地の売却', '管財室', 9600, 14200],
  [across(2, '小計'), 12000, 16050],
  [across(3, '合計'), 11130, 16330],
]

/** The list that goes with it: the sheet before, so that one table ends where the next sheet begins. */
const listBefore: Said[][] = [
  [across(5, 'みどり町行財政改革実行計画　令和6年度取組状況')],
  ['重点項目', '取り組み名', '担当部署', '令和6年度実績', '今後の方向性'],
  [down(2, '１　町民に身近な行政サービスの提供'), 'コンビニ交付の利用促進', '住民課', '利用は3,870通となった。', '周知を続ける。'],
  ['施設予約のオンライン化', '生涯学習課', '6施設すべてで運用した。', '電子納付に対応する。'],
  [down(2, '２　持続可能な財政運営'), '補助金の見直し', '総務課', '18件を点検した。', '結果を公表する。'],
  ['町有地の売却', '管財室', '3区画を売却した。', '測量を進める。'],
]

export const figures = {
  'list-and-effects.xlsx': [sheet('取組状況', listBefore, [24, 26, 14, 30, 24]), sheet('効果', twoYears, [24, 26, 14, 16, 16])],
  'effects-two-years.xlsx': [sheet('効果', twoYears, [24, 26, 14, 16, 16])],
  'indicators-two-row-header.xlsx': [sheet('数値目標', indicators, [26, 18, 8, 18, 12, 12, 12, 12, 12])],
  'evaluations-by-year.xlsx': [sheet('評価', evaluations, [8, 26, 14, 10, 10, 10, 36])],
  'effects-by-year.xlsx': [sheet('効果額', effects, [28, 14, 8, 12, 12, 12, 12, 12])],
}
