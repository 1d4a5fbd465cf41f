/*
 * あおば市の中期財政見通し — two editions of it, each for five years, in 百万円: a city of 65,000 with a general account of some 28
 * billion yen. The sums are reckoned here and printed into the files; the importer reads the files and nothing else.
 */

/** A row: its name, its amounts, and what it stands under. */
export type Row = { name: string; cells: readonly number[]; under?: string }
export type OutlookEdition = {
  file: string
  title: string
  madeOn: string
  from: number
  revenue: readonly Row[]
  expenditure: readonly Row[]
  funds: readonly Row[]
  debt: readonly Row[]
  size: readonly number[]
  ratios: readonly { name: string; cells: readonly string[]; threshold: string }[]
  note: string
}

const RATIO_LIMITS = { 実質公債費比率: '早期健全化基準 25.0未満', 将来負担比率: '早期健全化基準 350.0未満', 経常収支比率: '目標 95.0以下' }

export const r5: OutlookEdition = {
  file: '財政見通し/令和5年度-中期財政見通し.xlsx',
  title: 'あおば市中期財政見通し（令和5年度策定）',
  madeOn: '2023-09-29',
  from: 2023,
  revenue: [
    { name: '市税', cells: [8420, 8390, 8350, 8310, 8280] },
    { name: 'うち個人市民税', cells: [2960, 2940, 2920, 2900, 2880], under: '市税' },
    { name: 'うち固定資産税', cells: [3610, 3600, 3570, 3560, 3550], under: '市税' },
    { name: '地方譲与税・各種交付金', cells: [2010, 2020, 2030, 2040, 2050] },
    { name: '地方交付税', cells: [6150, 6120, 6080, 6040, 6010] },
    { name: '国・県支出金', cells: [6480, 6390, 6350, 6320, 6300] },
    { name: '市債', cells: [1640, 1900, 2150, 1480, 1350] },
    { name: '繰入金', cells: [860, 640, 520, 480, 460] },
    { name: 'その他の歳入', cells: [2480, 2420, 2400, 2390, 2380] },
  ],
  expenditure: [
    { name: '義務的経費', cells: [13840, 13930, 14040, 14150, 14240] },
    { name: '人件費', cells: [5120, 5090, 5060, 5040, 5010], under: '義務的経費' },
    { name: '扶助費', cells: [6240, 6330, 6420, 6510, 6600], under: '義務的経費' },
    { name: '公債費', cells: [2480, 2510, 2560, 2600, 2630], under: '義務的経費' },
    { name: '物件費', cells: [4420, 4390, 4370, 4350, 4340] },
    { name: '補助費等', cells: [3260, 3240, 3220, 3210, 3200] },
    { name: '繰出金', cells: [2610, 2640, 2670, 2700, 2730] },
    { name: '投資的経費', cells: [2740, 2910, 2930, 1980, 1720] },
    { name: 'その他の歳出', cells: [1490, 1460, 1440, 1430, 1420] },
  ],
  funds: [
    { name: '財政調整基金残高', cells: [2180, 1890, 1540, 1220, 880] },
    { name: '減債基金残高', cells: [640, 620, 600, 580, 560] },
    { name: '公共施設整備基金残高', cells: [1310, 1240, 1130, 1060, 980] },
  ],
  debt: [{ name: '市債残高', cells: [23400, 23100, 22950, 22100, 21100] }],
  size: [15420, 15400, 15380, 15350, 15330],
  ratios: [
    { name: '実質公債費比率', cells: ['7.8', '8.1', '8.5', '8.9', '9.2'], threshold: RATIO_LIMITS.実質公債費比率 },
    { name: '将来負担比率', cells: ['42.6', '45.1', '48.9', '47.2', '44.8'], threshold: RATIO_LIMITS.将来負担比率 },
    { name: '経常収支比率', cells: ['94.8', '95.1', '95.6', '95.9', '96.2'], threshold: RATIO_LIMITS.経常収支比率 },
  ],
  note: '※令和5年度は9月補正予算後の見込み、令和6年度以降は現行の制度が続くものとして推計した。',
}

export const r6: OutlookEdition = {
  file: '財政見通し/令和6年度-中期財政見通し.csv',
  title: 'あおば市中期財政見通し（令和6年度策定）',
  madeOn: '2024-09-30',
  from: 2024,
  revenue: [
    { name: '市税', cells: [8360, 8340, 8310, 8290, 8260] },
    { name: 'うち個人市民税', cells: [2790, 2930, 2910, 2890, 2870], under: '市税' },
    { name: 'うち固定資産税', cells: [3620, 3600, 3590, 3580, 3560], under: '市税' },
    { name: '地方譲与税・各種交付金', cells: [2190, 2080, 2090, 2100, 2110] },
    { name: '地方交付税', cells: [6230, 6150, 6110, 6080, 6060] },
    { name: '国・県支出金', cells: [6610, 6470, 6420, 6390, 6370] },
    { name: '市債', cells: [1820, 2180, 1560, 1380, 1290] },
    { name: '繰入金', cells: [690, 540, 470, 450, 440] },
    { name: 'その他の歳入', cells: [2510, 2450, 2430, 2420, 2410] },
  ],
  expenditure: [
    { name: '義務的経費', cells: [14190, 14320, 14440, 14540, 14630] },
    { name: '人件費', cells: [5230, 5210, 5180, 5150, 5120], under: '義務的経費' },
    { name: '扶助費', cells: [6460, 6560, 6660, 6760, 6860], under: '義務的経費' },
    { name: '公債費', cells: [2500, 2550, 2600, 2630, 2650], under: '義務的経費' },
    { name: '物件費・維持補修費', cells: [4620, 4570, 4540, 4520, 4510] },
    { name: '補助費等', cells: [3310, 3270, 3250, 3240, 3230] },
    { name: '繰出金', cells: [2660, 2690, 2720, 2750, 2780] },
    { name: '投資的経費', cells: [2790, 2890, 2050, 1760, 1640] },
    { name: 'その他の歳出', cells: [1480, 1450, 1440, 1430, 1420] },
  ],
  funds: [
    { name: '財政調整基金残高', cells: [2010, 1630, 1320, 990, 640] },
    { name: '減債基金残高', cells: [630, 610, 590, 570, 550] },
    { name: '公共施設整備基金残高', cells: [1260, 1150, 1070, 990, 910] },
  ],
  debt: [{ name: '市債残高', cells: [23050, 22930, 22150, 21180, 20110] }],
  size: [15510, 15480, 15450, 15430, 15400],
  ratios: [
    { name: '実質公債費比率', cells: ['8.0', '8.4', '8.8', '9.1', '9.4'], threshold: RATIO_LIMITS.実質公債費比率 },
    { name: '将来負担比率', cells: ['43.8', '47.5', '46.9', '44.1', '41.7'], threshold: RATIO_LIMITS.将来負担比率 },
    { name: '経常収支比率', cells: ['95.0', '95.4', '95.8', '96.1', '96.5'], threshold: RATIO_LIMITS.経常収支比率 },
  ],
  note: '※令和6年度は9月補正予算後の見込み、令和7年度以降は現行の制度が続くものとして推計した。',
}

/** 判定の一行 — by the beginning of the row's name; `line` as it is called in that edition. */
export type StoryMark = {
  scope: string
  years: readonly number[]
  mark: 'in-outlook' | 'not-in-outlook' | 'outside-period'
  line?: string
  fund?: 'general' | 'total'
  note?: string
}
/** What the finance officer of the town did with an edition: against which estimate the effects were marked, and how. */
export type OutlookAct = { edition: OutlookEdition; estimate: string; keptAt: string; markedAt: string; marks: readonly StoryMark[] }

/** the finance officer's login */
export const officer = 'zaisei-tanto'

/**
 * 令和5年度の版 was marked to the last yen. A year later the estimate is another one, 物件費 has become 物件費・維持補修費, and what
 * nobody has decided yet stays 未判定: that is where the demonstration begins.
 */
export const acts: readonly OutlookAct[] = [
  {
    edition: r5,
    estimate: '計画策定時',
    keptAt: '2025-06-02T12:10:00',
    markedAt: '2025-06-02T12:15:00',
    marks: [
      { scope: '1', years: [2023, 2024], mark: 'in-outlook', line: '物件費', fund: 'general', note: '窓口システムの利用料として積算' },
      { scope: '1', years: [2025, 2026, 2027], mark: 'not-in-outlook', fund: 'total', note: 'デジタル化の国庫補助金を含む額' },
      {
        scope: '2',
        years: [2023, 2024, 2025, 2026, 2027],
        mark: 'in-outlook',
        line: '人件費',
        fund: 'general',
        note: '定員の見通しに反映',
      },
      { scope: '3', years: [2023, 2024], mark: 'in-outlook', line: 'その他の歳入', fund: 'general' },
      { scope: '3', years: [2025, 2026, 2027], mark: 'not-in-outlook', fund: 'general' },
    ],
  },
  {
    edition: r6,
    estimate: '後期策定時',
    keptAt: '2025-06-02T12:25:00',
    markedAt: '2025-06-02T12:35:00',
    marks: [
      { scope: '1', years: [2023], mark: 'outside-period' },
      { scope: '2', years: [2023], mark: 'outside-period' },
      { scope: '3', years: [2023], mark: 'outside-period' },
      { scope: '1', years: [2025, 2026], mark: 'not-in-outlook', fund: 'total', note: 'デジタル化の国庫補助金を含む額' },
      { scope: '2', years: [2024, 2025, 2026], mark: 'in-outlook', line: '人件費', fund: 'general', note: '定員の見通しに反映' },
      { scope: '3', years: [2024], mark: 'in-outlook', line: 'その他の歳入', fund: 'general', note: '決算の見込みに反映' },
      { scope: '3', years: [2025, 2026], mark: 'not-in-outlook', fund: 'general' },
    ],
  },
]
