/**
 * 名前の中の数字 — digits that belong to a name, a law or a list number and measure nothing:
 * 第7次, 第15回, 3次元, 5レス, 4条, 1人当たり, COVID-19, Windows11, 様式2.
 */
const NAMES: readonly RegExp[] = [
  /第\s?\d+[^\s、。,]?/g,
  /\d+(?:次元|レス|号|条(?!件)|項(?!目)|款|級|期生?|期目|世代|世紀|大|つ星|時(?!間)(?:\d+分)?|丁目|番地?|番目|次(?!世代)|歳|才|学年|年生|年ごと|年に1|年目|年度目|回目|日目|か国|カ国|ヶ国|か年計画|カ年計画|ヶ年計画|か年|カ年|ヶ年|ヵ年)/g,
  /\d+(?:人|件|日|世帯|時間|回|年|か月|事業|戸|団体|部署|課|km|㎡)(?:あたり|当たり|当り|ひとり|毎|ごと|につき|1日)/g,
  /(?:毎月|毎週|毎日|月|週|年|隔週|日)\d+(?:[~-]\d+)?(?:回|日|件)(?!\/)/g,
  /[A-Za-z][A-Za-z-]*\d[\d.]*[A-Za-z]*/g,
  /\d+[A-Za-z]*-\d+(?:-\d+)*/g,
  /(?:様式|別紙|資料|図|表|No\.?|№|基本方針|戦略|目標|柱|Try|KPI|ステップ|フェーズ|Phase|Step|レベル)\s?\d+/g,
  /\d+\s?分の\s?\d+|(?<![\d,.])\d{1,2}\/\d{1,2}(?![\d,.]|\s?(?:件|人|名|回|事業|団体|戸|枚|校|施設))/g,
  /\d+(?:\.\d+)?[GD](?![A-Za-z])/g,
  /(?<![A-Za-z\d年度])\d{1,2}:\d{2}(?![\d.,件人名枚回倍%事])/g,
]

/** Stretches of a folded text whose digits are no figures. */
export function numberedNames(plain: string): { start: number; end: number }[] {
  return NAMES.flatMap((name) => [...plain.matchAll(name)].map((said) => ({ start: said.index, end: said.index + said[0].length })))
}
