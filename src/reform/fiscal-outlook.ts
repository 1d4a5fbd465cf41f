import type { Brand } from '../vocabulary/brand.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import type { Answer } from '../vocabulary/measured.ts'
import type { Comparator } from './record.ts'

export type OutlookId = Brand<string, 'OutlookId'>

/** 見通しの行の種類 — 歳入, 歳出, 収支, 基金残高, 市債残高・公債費, 比率; その他: 標準財政規模 and what is only told beside the sums. */
export type OutlookLineKind = 'revenue' | 'expenditure' | 'balance' | 'fund' | 'debt' | 'ratio' | 'other'
export const OUTLOOK_LINE_KINDS: readonly OutlookLineKind[] = ['revenue', 'expenditure', 'balance', 'fund', 'debt', 'ratio', 'other']

/** 年度の値 — yen for amounts, an exact decimal for ratios; «－», blank and text stay apart from zero. `at`: its cell in the document, null: typed. */
export type OutlookValue = {
  fiscalYear: number
  amountYen: number | null
  value: Decimal | null
  answer: Answer
  raw: string
  at: string | null
}

/**
 * 基準 — 早期健全化基準 25% 未満: what must hold, in the unit of its line. `of`: the line of which `value` is a percentage
 * (財政調整基金は標準財政規模の10% 以上), null where it is a value of its own.
 */
export type OutlookThreshold = { label: string; comparator: Comparator; value: Decimal; of: string | null }

/**
 * 見通しの行 — `under`: the line of which it is a part; `total`: 歳入合計, 歳出合計, which is not added again, and the 収支 from
 * which 残る収支差 is reckoned. `id` follows from its kind and names, so that next year's edition knows the line again.
 */
export type OutlookLine = {
  id: string
  kind: OutlookLineKind
  name: string
  under: string | null
  total: boolean
  /** as printed: 千円, 百万円, ％ */
  unit: string
  thresholds: OutlookThreshold[]
  values: OutlookValue[]
}

/** 中期財政見通し — one edition of the outlook that is rolled every year; three to five years, handed over by the finance section. */
export type FiscalOutlook = {
  id: OutlookId
  title: string
  /** 策定の日 */
  madeOn: Day
  period: { from: number; to: number }
  /** what the amounts are of: 一般会計の一般財源, 一般会計の総額 */
  basis: 'general-fund' | 'total'
  lines: OutlookLine[]
  /** 前提 */
  note: string | null
  /** sha256 and name of the document it was read from; null: typed */
  document: { sha256: string; name: string } | null
}
