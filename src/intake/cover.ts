import { parseFiscalYear } from '../vocabulary/fiscal-year.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { municipalitiesNamed, stemsNamed } from '../vocabulary/municipalities.ts'
import type { Draft } from './draft.ts'
import { type Cell, type Row, textOf } from './read/page.ts'

/** 報告年度 — «令和4年度の取組状況», «2022年度 進捗状況»: the year that headings of reports name most often. */
const REPORT_YEAR =
  /((?:令和|平成)(?:元|[0-9０-９]{1,2})年度|(?:19|20)\d\d年度|R\s?\d{1,2}(?:年度)?)\s*(?:の|における|末)?\s*(?:行財政改革|行政改革|行革)?[^。、]{0,24}?(?:取組|取り組み|実施|進捗|実績|達成|推進|進行)(?:の)?(?:状況|実績|結果|管理|報告|成果)/

/** 標題から分かること — the municipality and the fiscal year of the report, from what the document itself says most. */
export function readCover(rows: readonly Row[], draft: Draft): void {
  readMunicipality(rows, draft)
  readReportYear(rows, draft)
}

function readMunicipality(rows: readonly Row[], draft: Draft): void {
  const counts = new Map<string, { times: number; first: Cell; code: string | null }>()
  for (const row of rows)
    for (const cell of row.cells)
      for (const found of municipalitiesNamed(cell.text)) {
        const known = counts.get(found.name) ?? { times: 0, first: cell, code: found.code }
        counts.set(found.name, { ...known, times: known.times + 1 })
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
  for (const row of rows) {
    const text = foldTight(textOf(row))
    if (text.length > 120) continue
    const printed = REPORT_YEAR.exec(text)?.[1]
    const year = printed ? parseFiscalYear(printed) : null
    if (year?.ok) counts.set(year.value, { times: (counts.get(year.value)?.times ?? 0) + 1, first: counts.get(year.value)?.first ?? row })
  }
  const best = [...counts].sort(([, a], [, b]) => b.times - a.times)[0]
  if (best) draft.put(draft.record, 'fiscalYear', best[0], best[1].first.at)
}
