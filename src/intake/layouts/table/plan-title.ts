import { parseFiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { fold } from '../../../vocabulary/folding.ts'

const PLAN = '(?:大綱|計画|プラン|指針|プログラム|ビジョン|推進方針|改革方針|改革戦略)'
const HALF = `(?:前期|後期|第[0-9０-９一二三四五]+[期次])(?:アクション|実施|実行|推進|行動)?${PLAN}`
const YEAR = '(?:令和|平成|昭和|[RHS]|(?:19|20)(?=\\d\\d))\\s?(?:元|[0-9０-９]{1,2})'
const SPAN = new RegExp(`(${YEAR})(?:年度?)?\\s*(?:[~～〜-]|から)\\s*(${YEAR}|[0-9０-９]{1,2}(?=年度))(?:年度?)?(?:まで)?`)
/** What follows a plan's name in the title of a report about it. */
const TAIL = new RegExp(
  `(?:${YEAR}年度|[\\s　](?:実施計画|実行計画|行動計画|取組項目)(?:の)?(?:一覧|調書|個票|シート|管理|進捗|体系)|の?(?:取組|取り組み|実施|進捗|実績|達成|進行)(?:の)?(?:状況|実績|結果|管理|一覧)|における|に(?:係る|基づく|関する)|の取組による|の効果|策定時|についての?|の概要|の一覧|の推移|の総括)`,
)
const ANY_PLAN =
  /^(前期|後期|本|次期|現|当|新|前|旧|実施|策定|アクション)?(計画|プラン|大綱)$|から[\s　]*(?:新|次期|後期)?(?:計画|プラン|大綱)$/

export type PlanNamed = { title: string; period: { from: number; to: number } | null }

/** 期間 — «令和4年度～令和8年度», «R 4～R 9» as fiscal years, both ends included. */
export function periodIn(text: string): { from: number; to: number } | null {
  const span = SPAN.exec(fold(text))
  const from = span ? parseFiscalYear(span[1] as string) : null
  if (!span || !from?.ok) return null
  const era = /^(令和|平成|昭和|[RHS])/.exec(span[1] as string)?.[1] ?? ''
  const to = parseFiscalYear(/^\d/.test(span[2] as string) && span[2]?.length !== 4 ? `${era}${span[2]}` : (span[2] as string))
  return to.ok && to.value >= from.value ? { from: from.value, to: to.value } : null
}

/** 計画名 — what plan a title line is about: «「…」における令和4年度の取組状況», «○○市行政改革大綱（R4～R8）　実施状況報告». */
export function planNamedIn(line: string): PlanNamed | null {
  const period = periodIn(line)
  const quoted = /「([^「」]{4,60})」\s*(?:[（(][^）)]*[）)])?\s*(?:に(?:おける|係る|基づく|関する)|の)/.exec(line)?.[1]
  if (quoted && TAIL.test(line.slice(line.indexOf(quoted)))) return { title: quoted, period }
  const upToPeriod = new RegExp(`^(.*${PLAN})\\s*[（(][^（）()]*${YEAR}[^（）()]*[）)]`).exec(line)?.[1]
  const plain = (upToPeriod ?? line).replace(/[（(][^）)]*[）)]/g, ' ').replace(new RegExp(`^\\s*${YEAR}年度\\s*の?`), '')
  const tail = TAIL.exec(plain)
  const name = new RegExp(`^(.*${PLAN})`).exec(plain.slice(0, tail ? tail.index : plain.length))?.[1]?.trim()
  if (!name || name.length < 4 || name.length > 50 || ANY_PLAN.test(name) || /[。、「」]/.test(name)) return null
  return { title: name.replace(/^[【[■●○◆]\s*/, ''), period }
}

/** 前期・後期 — «行革推進プラン前期アクションプランの総括»: a half, and the plan it is a half of where that is printed. */
export function halvesIn(line: string): { parent: string | null; half: string }[] {
  return [...line.matchAll(new RegExp(`([^\\s（(「」、。と⇒→]*?${PLAN})?[\\s　]*(${HALF})`, 'g'))].map((said) => ({
    parent: said[1] ?? null,
    half: said[2] as string,
  }))
}

/** 移行 — «（前期アクションプラン⇒後期アクションプラン）», «前期実施計画から後期実施計画への移行». */
export function transitionIn(line: string): { from: string; to: string; parent: string | null } | null {
  const said = new RegExp(`([^\\s（(「」、。⇒→]*${PLAN})\\s*(?:⇒|→|➡|から)\\s*([^\\s（(「」、。⇒→]*${PLAN})`).exec(line)
  if (!said) return null
  const front = planNamedIn(line.slice(0, said.index).replace(/[（(]$/, ''))
  return { from: said[1] as string, to: said[2] as string, parent: front?.title ?? null }
}
