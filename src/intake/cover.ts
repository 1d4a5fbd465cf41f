import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { municipalitiesNamed, stemsNamed } from '../vocabulary/municipalities.ts'
import type { Draft } from './draft.ts'
import { readLabel } from './labels.ts'
import { type Cell, filled, type Row, textOf } from './read/page.ts'

const YEAR = String.raw`((?:令和|平成)(?:元|\d{1,2})年度|(?:19|20)\d\d年度|R\d{1,2}(?:年度)?)`
const REPORTED = '(?:取組|取り組み|実施|進捗|実績|達成|推進|進行|評価|効果額|年次報告)'
/** 計画期間 is not the year of a report: «（令和4年度～令和8年度）». */
const PERIOD = new RegExp(`${YEAR}[~-]${YEAR}`, 'g')
/** 報告年度 — «令和4年度の取組状況», «2022年度 進捗状況», «効果額一覧(令和6年度)»: the year that headings of reports name most often. */
const REPORT_YEARS = [
  new RegExp(
    `${YEAR}(?:の|における|末)?(?:行財政改革|行政改革|行革)?[^。、]{0,24}?${REPORTED}(?:の)?(?:状況|実績|結果|管理|報告|成果|一覧)?`,
  ),
  new RegExp(`${REPORTED}[^。、]{0,12}\\(${YEAR}\\)`),
]

/** 標題から分かること — the municipality and the fiscal year of the report, from what the document itself says most. */
export function readCover(rows: readonly Row[], draft: Draft): void {
  readMunicipality(rows, draft)
  readReportYear(rows, draft)
}

/** «しおかぜ市 第4次行政改革大綱»: a title line that begins with the municipality; the first lines of a document only. */
const TITLE_NAME =
  /^[「『]?(?:(?:令和|平成)(?:元|[0-9０-９]{1,2})年(?:度|[0-9０-９]{1,2}月)?\s*)?(?:第[0-9０-９一-十]+[次期])?\s*([一-龠々ァ-ヶー]{1,5}[台ヶケ]?[市町村区]|[ぁ-んー]{2,5}[一-龠]?[市町村区])(?=第|行財政|行政|行革|役場|役所|財政|経営|業務|デジタル|改革|集中|構造|自治体|総合|定員|公営|DX|ＤＸ|スマート|まち|事務|中期|健全|アクション|人材|組織|施設|公共|の|[\s　]|$)/
const TITLE_LINES = 12

function readMunicipality(rows: readonly Row[], draft: Draft): void {
  const titled = rows
    .filter((row) => textOf(row) !== '')
    .slice(0, TITLE_LINES)
    .flatMap((row) => row.cells.flatMap((cell) => ({ cell, name: TITLE_NAME.exec(cell.text)?.[1] ?? null })))
    .find(({ name }) => name !== null && !/^(本|当|各|県内|他|全|同|平成|都)[市町村区]$|地区$/.test(name))
  const title = titled?.name ? { name: titled.name, cell: titled.cell } : null
  const counts = new Map<string, { times: number; first: Cell; code: string | null }>()
  for (const row of rows)
    for (const cell of row.cells)
      for (const found of municipalitiesNamed(cell.text)) {
        const known = counts.get(found.name) ?? { times: 0, first: cell, code: found.code }
        counts.set(found.name, { ...known, times: known.times + 1 })
      }
  if (title && !counts.has(title.name) && municipalitiesNamed(title.name).length === 0) {
    draft.put(draft.record.municipality, 'name', title.name, title.cell.at)
    return
  }
  const [best, second] = [...counts].sort(([, a], [, b]) => b.times - a.times)
  if (!best) {
    guessMunicipality(rows, draft)
    return
  }
  // one that is only mentioned (a neighbour that was visited) must not win: the document's own name stands out
  if (second && second[1].times * 2 > best[1].times) return
  draft.put(draft.record.municipality, 'name', best[0], best[1].first.at)
  if (best[1].code) draft.put(draft.record.municipality, 'code', best[1].code, best[1].first.at)
}

/** «いわき版» names a city without saying 市: a guess, and marked as one; twice at least, and no other. */
function guessMunicipality(rows: readonly Row[], draft: Draft): void {
  const named = rows.flatMap((row) => row.cells.flatMap((cell) => stemsNamed(cell.text).map((found) => ({ ...found, cell }))))
  const first = named[0]
  if (!first || named.length < 2 || named.some((other) => other.name !== first.name)) return
  draft.put(draft.record.municipality, 'name', first.name, first.cell.at, { guessed: true })
  if (first.code) draft.put(draft.record.municipality, 'code', first.code, first.cell.at, { guessed: true })
}

function readReportYear(rows: readonly Row[], draft: Draft): void {
  const counts = new Map<number, { times: number; first: Row }>()
  for (const row of rows)
    for (const year of reportYearsOf(row))
      counts.set(year, { times: (counts.get(year)?.times ?? 0) + 1, first: counts.get(year)?.first ?? row })
  const best = [...counts].sort(([, a], [, b]) => b.times - a.times)[0]
  if (best) draft.put(draft.record, 'fiscalYear', best[0], best[1].first.at)
}

/** A title stands alone on its line; in a table only a header that names the report with its year counts («R4取組状況»). */
function reportYearsOf(row: Row): number[] {
  const said = filled(row)
  if (said.length !== 1)
    return said.flatMap((cell) => {
      const label = cell.text.length > 40 ? null : readLabel(cell.text)
      return label?.role === 'progress' && label.year !== null && foldTight(cell.text).length > 8 ? [label.year as number] : []
    })
  const text = foldTight(textOf(row)).replace(PERIOD, '')
  if (text.length > 100 || /現況値|目標値|。/.test(text)) return []
  const printed = REPORT_YEARS.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined)
  const year = printed ? parseFiscalYear(printed) : null
  return year?.ok ? [year.value] : []
}
