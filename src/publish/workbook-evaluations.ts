import type { WriteSheet } from 'hucre'
import type { Evaluation, ReformRecord } from '../reform/record.ts'
import { yearShort } from '../report/figures.ts'
import { planTitle, sectionsText } from './workbook-record.ts'
import { label, title, value, Worksheet } from './worksheet.ts'

/** One column of judgements: by whom or of what, in one year; with the reasons beside it where any are given. */
type Column = { year: number | null; name: string; hasReasons: boolean }

const NAME_WIDTHS = [36, 16]

/** 評価一覧 — every judgement as it was printed, a row for each initiative; years over the names of the judgements. */
export function evaluationSheets(record: ReformRecord): WriteSheet[] {
  const judged = record.initiatives.filter(({ evaluations }) => evaluations.length > 0)
  if (judged.length === 0) return []
  const all = judged.flatMap(({ evaluations }) => evaluations)
  const nameOf = namesAmong(all)
  const columns = columnsOf(all, nameOf)
  const width = columns.reduce((sum, { hasReasons }) => sum + (hasReasons ? 2 : 1), NAME_WIDTHS.length)
  const sheet = new Worksheet('評価一覧', [...NAME_WIDTHS, ...columns.flatMap(({ hasReasons }) => (hasReasons ? [16, 36] : [16]))])
  const when = record.fiscalYear === null ? '' : yearShort(record.fiscalYear)
  sheet.row(title(`${planTitle(record)} ${when}評価一覧`, width))
  const years = [...Map.groupBy(columns, ({ year }) => year)]
  // judgements of the year of the report need no year above them
  const hasYears = years.some(([year]) => year !== null && year !== record.fiscalYear)
  const names = columns.flatMap(({ name, hasReasons }) => [label(name), ...(hasReasons ? [label('評価の理由')] : [])])
  const headerRow = sheet.length
  if (hasYears) {
    const spans = years.map(([year, of]) => label(year === null ? '評価' : yearShort(year), widthOf(of)))
    sheet.row(label('取組名', 1, 2), label('所管課', 1, 2), ...spans)
    sheet.row(...names)
  } else sheet.row(label('取組名'), label('所管課'), ...names)
  for (const { title: name, sections, evaluations } of judged) {
    const cells = columns.flatMap((column) => {
      const said = evaluations.find(isIn(column, nameOf))
      return [value(said?.raw ?? null), ...(column.hasReasons ? [value(said?.comment ?? null)] : [])]
    })
    sheet.row(value(name), value(sectionsText(sections)), ...cells)
  }
  return [sheet.done({ orientation: 'landscape', headerRow })]
}

const widthOf = (columns: readonly Column[]): number => columns.reduce((sum, { hasReasons }) => sum + (hasReasons ? 2 : 1), 0)

type NameOf = (evaluation: Evaluation) => string

function columnsOf(all: readonly Evaluation[], nameOf: NameOf): Column[] {
  const columns = new Map<string, Column>()
  for (const evaluation of all) {
    const { fiscalYear: year } = evaluation
    const key = JSON.stringify([year, nameOf(evaluation)])
    const known = columns.get(key)
    columns.set(key, { year, name: nameOf(evaluation), hasReasons: (known?.hasReasons ?? false) || evaluation.comment !== null })
  }
  return [...columns.values()].toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
}

/** A stage that judged by several scales in one year tells its words apart by the scale; a single scale is no part of a heading. */
function namesAmong(all: readonly Evaluation[]): NameOf {
  const by = Map.groupBy(
    all.filter(({ stage, criterion }) => stage !== null && criterion === null),
    ({ fiscalYear, stage }) => JSON.stringify([fiscalYear, stage]),
  )
  const several = new Set([...by].filter(([, own]) => new Set(own.map(({ scale }) => scale)).size > 1).map(([key]) => key))
  return ({ fiscalYear, stage, criterion, scale }) => {
    const apart = criterion ?? (several.has(JSON.stringify([fiscalYear, stage])) ? scale : null)
    return [stage, apart].filter((said) => said !== null).join('・') || '評価'
  }
}

const isIn =
  ({ year, name }: Column, nameOf: NameOf) =>
  (evaluation: Evaluation): boolean =>
    evaluation.fiscalYear === year && nameOf(evaluation) === name
