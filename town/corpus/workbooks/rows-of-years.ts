import { across, down, type Said, sheet, shown } from '../../story/sheet.ts'

/** なぎさ市: goals, results and the rate of each indicator stand in rows under each other; the rate is a share kept by Excel. */
const indicators: Said[][] = [
  [across(9, 'なぎさ市行政経営プラン　成果指標の達成状況（令和6年度）')],
  ['取組名', '指標名', '単位', '現状値（令和4年度）', '区分', '令和5年度', '令和6年度', '令和7年度', '令和8年度'],
  ...(
    [
      ['総合窓口の充実', '窓口満足度', '％', 71.2, ['75以上', '78以上', '80以上', '85以上'], [76.8, 77.4], [1.024, 0.992]],
      ['手続の簡素化', '押印を求める手続の数', '件', 412, ['200以下', '100以下', '50以下', '0'], [188, 96], ['－', '－']],
      ['ふるさと納税の推進', '寄附件数', '件/年', '5,210', ['6,000', '7,000', '8,000', '9,000'], ['6,480', '6,935'], [1.08, 0.991]],
    ] as const
  ).flatMap(([title, name, unit, baseline, targets, actuals, rates]): Said[][] => [
    [down(3, title), down(3, name), down(3, unit), down(3, baseline), '目標値', ...targets],
    ['実績値', ...actuals, null, null],
    ['達成率', ...rates.map((rate) => (typeof rate === 'number' ? shown('0.0%', rate) : rate)), null, null],
  ]),
  [across(9, '※達成率は、実績値÷目標値。減らすことを目指す指標では算出しない。')],
]

/** ほしの市: one block of labels and values under another, the label on the left and its value merged to the right. */
const block = (number: string, title: string, section: string, what: string, done: string, next: string): Said[][] => [
  ['番号', number, '取組の名称', across(3, title)],
  ['推進担当課', across(5, section)],
  ['取組の目的・内容', across(5, what)],
  ['令和６年度の実績', across(5, done)],
  ['今後の取組方針', across(5, next)],
  [],
]

const blocks: Said[][] = [
  [across(6, 'ほしの市行政改革推進指針　個票（令和６年度）')],
  [],
  ...block(
    'Ⅰ-1-①',
    '市民討議会の開催',
    '市民協働課',
    '無作為に選んだ市民による討議会を開く。',
    '2回開き、61人が参加した。',
    '若い世代への案内を増やす。',
  ),
  ...block(
    'Ⅰ-2-①',
    '地域担当職員の配置',
    '市民協働課（地域支援室）',
    '小学校区ごとに担当の職員を置く。',
    '11の小学校区のうち7区に置いた。',
    '残る4区に置く。',
  ),
  ...block(
    'Ⅱ-1-②',
    '公共施設の再編',
    '施設課・財政課',
    '複数の機能をまとめ、施設の総量を減らす。',
    '中央公民館と図書館の合築を決めた。',
    '基本設計を行う。',
  ),
]

/** みなと市: budget and settled cost beside each initiative, in thousands of yen. */
const costs: Said[][] = [
  [across(8, '第３次みなと市行財政改革プラン　令和６年度事業費一覧')],
  [across(8, '（単位：千円）')],
  ['取組項目', '所管課', '令和5年度決算額', '令和6年度予算額', '令和6年度決算額', '令和6年度の実施状況', '評価', '備考'],
  ['行政手続のオンライン化', 'デジタル推進課', 18_400, 22_600, 21_935, '28の手続を追加した。', 'Ａ', null],
  ['広告収入の確保', '資産活用課', 0, 150, 132, 'エレベーターを広告枠とした。', 'Ａ', null],
  ['公共施設の総量の縮減', '施設経営課', 46_200, 88_000, 71_480, '集会所3か所を統合した。', 'Ｂ', '外構工事を翌年度に繰り越した。'],
  [across(2, '計'), 64_600, 110_750, 93_547, null, null, null],
]

export const rowsOfYears = {
  'indicators-rows.xlsx': [sheet('成果指標', indicators, [22, 24, 8, 18, 10, 12, 12, 12, 12])],
  'label-value.xlsx': [sheet('個票', blocks, [18, 14, 14, 20, 14, 14])],
  'costs.xlsx': [sheet('事業費', costs, [26, 16, 16, 16, 16, 30, 8, 26])],
}
