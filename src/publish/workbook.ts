import { type WriteSheet, writeXlsx } from 'hucre'
import type { Edition } from '../reform/edition.ts'
import type { ReformRecord } from '../reform/record.ts'
import { carryOverSheets } from './workbook-carry-over.ts'
import { coverageSheets } from './workbook-coverage.ts'
import { effectFigureSheets } from './workbook-effect-figures.ts'
import { effectSheets } from './workbook-effects.ts'
import { evaluationSheets } from './workbook-evaluations.ts'
import { indicatorSheets, seriesSheets } from './workbook-figures.ts'
import { followingSheets } from './workbook-following.ts'
import { formSheets } from './workbook-form.ts'
import { judgingSheets } from './workbook-judging.ts'
import { progressSheets } from './workbook-progress.ts'
import { planTitle } from './workbook-record.ts'
import { reorganisationSheets } from './workbook-reorganisations.ts'
import { reviewSheets } from './workbook-review.ts'
import { roadmapSheets } from './workbook-roadmap.ts'
import { throughSheets } from './workbook-through.ts'

/** what an edition adds: its evaluation, and what it says of its sections (`organisationSheets`) */
type Beside = Partial<Pick<Edition, 'judging' | 'fiscalYear' | 'publishedAt'>> & { organisation?: WriteSheet[] }

/** Without a publication nothing is overdue. */
const NEVER = '1970-01-01T00:00:00Z'

/**
 * 帳票のブック — the record printed back in the shapes it came in: 取組一覧, 評価一覧, 評価集計, 意見と対応, 改善計画, 予算反映, 廃止の候補, 成果×コスト, 成果と費用, 総括, 総括の対応表, ロードマップ, 取組み整理表, 効果額とその計算, 指標一覧, 数値の推移, 系譜を通した実績, 組織改正, 様式.
 * Cells are typed and hold no formula: a text of a document cannot become one.
 */
export function toWorkbook(record: ReformRecord, beside: Beside = {}): Promise<Uint8Array> {
  const { judging, organisation = reorganisationSheets(record), fiscalYear = null, publishedAt = NEVER } = beside
  const sheets = [
    ...(record.initiatives.length > 0 ? progressSheets(record) : []),
    ...evaluationSheets(record),
    ...judgingSheets(record, judging),
    ...followingSheets({ record, fiscalYear, publishedAt, ...(judging ? { judging } : {}) }),
    ...reviewSheets(record),
    ...coverageSheets(record),
    ...roadmapSheets(record),
    ...carryOverSheets(record),
    ...effectSheets(record),
    ...effectFigureSheets(record),
    ...indicatorSheets(record),
    ...seriesSheets(record),
    ...throughSheets(record),
    ...organisation,
    ...formSheets(record),
  ]
  const said = sheets.length > 0 ? sheets : [{ name: '取組一覧', rows: [['取組の記載がありません。']] }]
  return writeXlsx({ sheets: said, properties: { title: planTitle(record) }, defaultFont: { name: 'BIZ UDPゴシック', size: 10 } })
}
