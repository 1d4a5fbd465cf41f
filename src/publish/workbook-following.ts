import type { WriteSheet } from 'hucre'
import { type FollowingSource, followingSheet, hasFollowing, hasResults, resultsSheet } from '../report/following-sheet.ts'
import type { ImprovementRow } from '../report/improvement-list.ts'
import type { OpinionRow } from '../report/opinion-list.ts'
import type { ReflectionRow, ReflectionSums } from '../report/reflection-list.ts'
import type { CostLine, ResultsMatrix } from '../report/results-and-cost.ts'
import type { RetirementList } from '../report/retirement-list.ts'
import { followingWords } from '../report/wording-following.ts'
import { decimalOf, toDecimal } from '../vocabulary/decimal.ts'
import { REPEATED } from '../vocabulary/repeated.ts'
import { planTitle } from './workbook-record.ts'
import { type Content, label, plain, title, value, Worksheet } from './worksheet.ts'

type Columns<Row> = readonly (readonly [header: string, width: number, cell: (row: Row) => Content])[]
const yen = (amount: number | null): Content => (amount === null ? null : { number: decimalOf(amount) })

/** 意見と対応・改善計画・予算反映・廃止の候補・成果と費用 — the same objects as the pages, one sheet each. */
export function followingSheets(edition: FollowingSource): WriteSheet[] {
  const of = planTitle(edition.record)
  return [...(hasFollowing(edition) ? followed(edition, of) : []), ...(hasResults(edition) ? results(edition, of) : [])]
}

function followed(edition: FollowingSource, of: string): WriteSheet[] {
  const { opinions, improvements, reflections, retirement } = followingSheet(edition)
  return [
    ...printed('意見と対応', of, OPINIONS, opinions.rows),
    ...printed('改善計画', of, IMPROVEMENTS, improvements.rows),
    ...printed('予算反映', of, REFLECTIONS, reflections.rows, (sheet) => sumsBelow(sheet, reflections.sums)),
    ...(retirement ? printed('廃止の候補', of, CANDIDATES, retirement.candidates, (sheet) => criteriaBelow(sheet, retirement)) : []),
  ]
}

function results(edition: FollowingSource, of: string): WriteSheet[] {
  const { matrix, all } = resultsSheet(edition)
  return [...(matrix ? [matrixSheet(matrix, of)] : []), ...printed('成果と費用', of, COSTS, all, undefined, `成果と費用${REPEATED}`)]
}

function printed<Row>(
  name: string,
  of: string,
  columns: Columns<Row>,
  rows: readonly Row[],
  below?: (sheet: Worksheet) => void,
  heading = name,
): WriteSheet[] {
  if (rows.length === 0 && !below) return []
  const sheet = new Worksheet(
    name,
    columns.map(([, width]) => width),
  )
  sheet.row(title(`${of} ${heading}`, columns.length))
  const headerRow = sheet.length
  sheet.row(...columns.map(([header]) => label(header)))
  for (const row of rows) sheet.row(...columns.map(([, , cell]) => value(cell(row))))
  below?.(sheet)
  return [sheet.done({ orientation: 'landscape', headerRow })]
}

const OPINIONS: Columns<OpinionRow> = [
  ['年度', 12, ({ year }) => year],
  ['取組', 30, ({ initiative }) => initiative?.name ?? followingWords.ofPlan],
  ['機関', 20, ({ from }) => from],
  ['段階', 16, ({ stage }) => stage],
  ['意見', 44, ({ text }) => text],
  ['意見の日', 18, ({ saidOn }) => saidOn],
  ['状態', 10, ({ stateName }) => stateName],
  ['対応', 44, ({ response }) => response?.text ?? null],
  ['対応課', 16, ({ response }) => response?.section ?? null],
  ['対応の日', 18, ({ response }) => response?.on ?? null],
]

const IMPROVEMENTS: Columns<ImprovementRow> = [
  ['年度', 12, ({ year }) => year],
  ['取組', 30, ({ initiative }) => initiative.name],
  ['所管課', 16, ({ section }) => section],
  ['状態', 10, ({ stateName }) => stateName],
  ['根拠', 24, ({ stands }) => stands.text],
  ['課題・原因', 36, ({ cause }) => cause],
  ['改善策', 36, ({ action }) => action],
  ['期限', 18, ({ due }) => due],
  ['経過', 44, ({ notes }) => notes.map(({ on, text }) => `${on} ${text}`).join('\n')],
  ['結果', 36, ({ outcome }) => outcome],
  ['完了の日', 18, ({ closedOn }) => closedOn],
]

const REFLECTIONS: Columns<ReflectionRow> = [
  ['取組', 36, ({ initiative }) => initiative.name],
  ['評価の年度', 14, ({ year }) => year],
  ['決定', 12, ({ word }) => word ?? '決定なし'],
  ['予算反映', 14, ({ stateName }) => stateName],
  ['予算の年度', 14, ({ budgetYear }) => budgetYear],
  ['反映額（円）', 16, ({ amountYen }) => yen(amountYen)],
  ['反映の内容', 40, ({ note }) => note],
  ['反映しない理由', 40, ({ none }) => none],
]

function sumsBelow(sheet: Worksheet, { decisions, years }: ReflectionSums): void {
  if (years.length === 0) return
  sheet.blank()
  sheet.row(plain('予算の年度と決定ごとの合計（円、▲は減額）', REFLECTIONS.length))
  sheet.row(label('予算の年度'), ...decisions.map((name) => label(name)), label('合計'))
  for (const { year, cells, totalYen } of years)
    sheet.row(value(year), ...cells.map((cell) => value(cell ? yen(cell.amountYen) : null)), value(yen(totalYen)))
}

const CANDIDATES: Columns<RetirementList['candidates'][number]> = [
  ['取組', 36, ({ initiative }) => initiative.name],
  ['当たった基準', 24, ({ criterion }) => criterion],
  ['基準の内容', 36, ({ rule }) => rule],
  ['用いた値', 50, ({ values }) => values.map(({ name, value: said }) => `${name}：${said}`).join('\n')],
  ['推定の値によるか', 12, ({ guessed }) => (guessed ? '推定による' : '')],
  ['決定', 12, ({ decided }) => decided ?? '決定前'],
]

function criteriaBelow(sheet: Worksheet, { year, criteria }: RetirementList): void {
  sheet.blank()
  sheet.row(plain(`候補は、廃止を検討する取組です。廃止の決定ではありません。（${year}）`, CANDIDATES.length))
  sheet.row(...['基準', '内容', '候補', '当たらない', '分からない'].map((header) => label(header)))
  for (const { name, rule, candidates, notCaught, unclear } of criteria)
    sheet.row(value(name), value(rule), ...[candidates, notCaught, unclear.length].map((count) => value({ number: decimalOf(count) })))
}

function matrixSheet({ year, results: rows, costs, cells, half, unjudged }: ResultsMatrix, of: string): WriteSheet {
  const sheet = new Worksheet('成果×コスト', [18, ...costs.map(() => 36)])
  sheet.row(title(`${of} 成果×コスト（${year}）${REPEATED}`, costs.length + 1))
  const headerRow = sheet.length
  sheet.row(label('成果＼コスト'), ...costs.map((cost) => label(`コスト：${cost}`)))
  for (const [nth, row] of rows.entries())
    sheet.row(
      label(`成果：${row}`),
      ...(cells[nth] ?? []).map((cell) => value([`${cell.length}件`, ...cell.map(({ name }) => name)].join('\n'))),
    )
  sheet.row(plain(`片方だけ評価した取組${half.length}件、どちらも評価していない取組${unjudged}件は入れていません。`, costs.length + 1))
  return sheet.done({ orientation: 'landscape', headerRow })
}

const COSTS: Columns<CostLine> = [
  ['取組', 36, ({ initiative }) => initiative.name],
  ['年度', 12, ({ year }) => year],
  ['予算額（円）', 18, ({ budgetYen, budget }) => yen(budgetYen) ?? budget.text],
  ['決算額（円）', 18, ({ settledYen, settled }) => yen(settledYen) ?? settled.text],
  ['指標', 28, ({ indicator }) => indicator],
  ['目標', 16, ({ target }) => target],
  ['実績', 16, ({ actual }) => actual],
  ['達成', 20, ({ achieved }) => achieved.text],
  ['単位あたりの費用（円）', 20, ({ unitYen }) => unitOf(unitYen)],
  ['単位・計算できない理由', 32, ({ unitCost }) => unitCost.text],
]
const unitOf = (unitYen: string | null): Content => {
  const number = unitYen === null ? null : toDecimal(unitYen)
  return number === null ? null : { number }
}
