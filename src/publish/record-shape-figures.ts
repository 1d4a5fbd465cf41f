import { decimal, flag, list, map, maybe, object, oneOf, optional, type Shape, text, whole } from './shape.ts'

const answer = oneOf(
  '答えの種類',
  ['number', 'text', 'not-applicable', 'blank'],
  'number 数、text 文、not-applicable「－」、blank 空欄。どれも 0 ではない',
)
const raw = text('印刷された文字')
const asOf = maybe(text('時点'))
const status = maybe(oneOf('値の段階', ['見込み', '実績', '決算']))
const owner = (keys: readonly string[]): Shape =>
  maybe(object('属するもの', Object.fromEntries(keys.map((key) => [key, optional(text('識別子'))])), 'いずれか一つの識別子'))

const target = object('目標値', {
  fiscalYear: maybe(whole('年度', '西暦')),
  asOf,
  comparator: maybe(oneOf('比較の向き', ['>=', '<=', '<', '>', '='], '以上、以下・以内、未満、超。= は語のない数で、向きを言わない')),
  value: maybe(decimal('値')),
  answer,
  raw,
  final: flag('最終の目標'),
  maintain: optional(flag('「維持」と書かれている')),
})

const actual = object('実績値', {
  fiscalYear: maybe(whole('年度', '西暦')),
  asOf,
  value: maybe(decimal('値')),
  answer,
  raw,
  numerator: maybe(decimal('分子')),
  denominator: maybe(decimal('分母')),
  status,
})

const indicator = object('指標', {
  id: text('記録の中での識別子'),
  of: owner(['plan', 'node', 'initiative', 'part']),
  name: text('指標名'),
  kind: maybe(oneOf('種類', ['output', 'outcome', 'population'], 'output 活動指標、outcome 成果指標、population 対象指標')),
  unit: maybe(text('単位')),
  direction: maybe(oneOf('改善の方向', ['increase', 'decrease', 'maintain'])),
  directionSource: maybe(oneOf('改善の方向の根拠', ['stated', 'guessed'], 'stated 書かれている、guessed 推定')),
  aggregation: maybe(oneOf('集計', ['cumulative', 'annual', 'gross'], 'cumulative 累計、annual 単年度、gross 延べ')),
  baseline: maybe(object('現況値', { asOf, value: maybe(decimal('値')), answer, raw })),
  targets: list('目標値', target),
  actuals: list('実績値', actual),
})

const series = object('数値の系列', {
  name: text('名称'),
  unit: maybe(text('単位')),
  breakdown: maybe(text('内訳')),
  thresholds: map('基準の値', text('値')),
  points: list('値', object('値', { at: text('時点'), value: maybe(decimal('値')), answer, raw, status })),
})

const effect = object('効果額', {
  estimate: maybe(text('見積時点', '計画策定時、後期策定時など')),
  of: owner(['node', 'initiative']),
  scope: text('表の行の見出し'),
  fiscalYear: maybe(whole('年度', '西暦')),
  amountYen: maybe(whole('金額（円）')),
  quantity: maybe(decimal('数量', '人、時間など')),
  unit: maybe(text('単位', '印刷されたまま')),
  side: maybe(oneOf('歳入・歳出', ['歳入', '歳出'])),
  basis: maybe(oneOf('単年度・継続', ['単年度', '継続'])),
  status: maybe(oneOf('段階', ['計画', '見込み', '実績'])),
  raw,
})

const total = object('効果額の合計', {
  estimate: maybe(text('見積時点')),
  scope: text('表の行の見出し'),
  amountYen: maybe(whole('金額（円）')),
  differenceYen: maybe(whole('前の見積りとの差（円）')),
  raw,
})

export const indicatorShapes = { indicator, series }
export const effectShapes = { effect, total }
