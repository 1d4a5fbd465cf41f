/** 金額の単位 — the power of ten that a money unit stands for. */
export const MONEY_UNITS: Record<string, number> = { 円: 0, 千円: 3, 万円: 4, 百万円: 6, 千万円: 7, 億円: 8, 兆円: 12 }

/**
 * 単位の辞書 — what may follow a figure. A word that is not here is not read as a unit, and so the figure stays unread:
 * 「4条任期付」 and 「3次元」 are names. 年 and 月 are missing on purpose; they are dates far more often than measures.
 */
export const UNITS: readonly string[] = [
  ...Object.keys(MONEY_UNITS),
  ...['%', 'パーセント', 'ポイント', 'pt', '倍', '位', '点', '割'],
  ...['件', '名', '人', '世帯', '戸', '組', '口', '票', '人日', '人月', '人工', '人時', '職員', '延べ人'],
  ...['回', '度', '時間', '分', '分間', '秒', '日', '日間', '週間', 'か月', 'カ月', 'ヶ月', 'ヵ月', 'か月間', 'か年', '年間'],
  ...[
    '事業',
    '事務',
    '業務',
    '講座',
    '資格',
    '項目',
    '種類',
    '種',
    '手続',
    '手続き',
    'メニュー',
    'シナリオ',
    '品目',
    '科目',
    '案件',
    '提案',
  ],
  ...[
    '団体',
    '自治体',
    '市町村',
    '市',
    '町',
    '村',
    '機関',
    '委員会',
    '審議会',
    '会議',
    '部署',
    '所属',
    '課',
    '室',
    '係',
    '社',
    '者',
    '法人',
  ],
  ...['施設', '館', '校', '園', '棟', '室', '箇所', 'か所', 'カ所', 'ヶ所', 'ヵ所', '地区', '路線', '区画', '筆', '床', '席', '店', '店舗'],
  ...[
    '枚',
    '箱',
    '部',
    '冊',
    '通',
    '本',
    '台',
    '基',
    '着',
    '頁',
    'ページ',
    '文字',
    'データセット',
    'データ',
    'アカウント',
    'アクセス',
    'サイト',
  ],
  ...['チーム', 'グループ', 'クラス', 'コース', '班', '学級', 'システム', 'ライセンス', 'フォロワー', 'ダウンロード', '登録', '公共施設'],
  ...['km', 'm', 'cm', 'mm', '㎞', 'm2', 'm²', '㎡', 'm3', 'm³', '㎥', 'km2', 'km²', '㎢', 'ha', 'a'],
  ...['t', 'トン', 'kg', '㎏', 'g', 'mg', 'kWh', 'kW', 'MWh', 'kl', 'kL', 'L', 'ℓ', 't-CO2', 'tCO2', 'GB', 'MB', 'TB'],
]

const ESCAPE = /[.*+?^${}()|[\]\\/]/g
/** 長い語を先に — «時間» before «時», «千円» before «千». */
export const UNIT_PATTERN = [...new Set(UNITS)]
  .sort((a, b) => b.length - a.length)
  .map((unit) => unit.replace(ESCAPE, '\\$&'))
  .join('|')

/** 期間あたり — «/年», «/年間», «/年度», «/日», «/人», «(1か年度)», «(年間)». */
export const PER_PATTERN =
  '(?:\\s?/\\s?(年度|年間|年|か年度|月|か月|週|日|回|件|人|世帯)(?![\\u4e00-\\u9fff])|\\((?:1)?(か年度|ヶ年度|カ年度|年度|年間|年)\\))'

/** 表記の揺れ — one spelling for comparing units: 名 and 人 count the same people, ㎞ is km. */
export function sameUnit(a: string | null, b: string | null): boolean {
  return unitClass(a) === unitClass(b)
}

const ALIASES: Record<string, string> = {
  名: '人',
  職員: '人',
  延べ人: '人',
  パーセント: '%',
  '％': '%',
  pt: 'ポイント',
  '㎞': 'km',
  'm²': '㎡',
  m2: '㎡',
  'm³': '㎥',
  m3: '㎥',
  トン: 't',
  '㎏': 'kg',
  カ所: '箇所',
  か所: '箇所',
  ヶ所: '箇所',
  ヵ所: '箇所',
  手続き: '手続',
  か月: 'か月',
  カ月: 'か月',
  ヶ月: 'か月',
  ヵ月: 'か月',
}
const unitClass = (unit: string | null): string | null =>
  unit === null ? null : (ALIASES[unit.normalize('NFKC')] ?? ALIASES[unit] ?? unit)
