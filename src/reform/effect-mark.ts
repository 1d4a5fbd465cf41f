import type { Brand } from '../vocabulary/brand.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { OutlookId } from './fiscal-outlook.ts'
import type { Effect } from './record.ts'
import type { PlanFamilyId } from './record-id.ts'

/** 織込みの区分 — 織込済, 未織込, 期間外; what nobody has marked is 未判定, a class of its own. */
export type MarkClass = 'in-outlook' | 'not-in-outlook' | 'outside-period'
export type EffectClass = MarkClass | 'unmarked'
export const EFFECT_CLASSES: readonly EffectClass[] = ['in-outlook', 'not-in-outlook', 'outside-period', 'unmarked']

/** 財源の別 — an amount is 一般財源 or 総額; only 一般財源 enters 残る収支差. */
export type EffectFund = 'general' | 'total'

/** 効果額の鍵 — what an amount is known by in every later year: its estimate, row, owner, year, side and basis; 見込み becomes 実績 and stays the same. */
export type EffectKey = Brand<string, 'EffectKey'>
export const effectKey = ({ estimate, scope, of, fiscalYear, side, basis }: Effect): EffectKey =>
  JSON.stringify([
    estimate,
    scope,
    of && ('node' in of ? ['node', of.node] : ['initiative', of.initiative]),
    fiscalYear,
    side,
    basis,
  ]) as EffectKey

type KeyParts = [
  estimate: string | null,
  scope: string,
  of: [string, string] | null,
  fiscalYear: number,
  side: string | null,
  basis: string | null,
]
/** 鍵の中身 — for telling a mark whose amount is gone. */
export const keyParts = (key: EffectKey): KeyParts => JSON.parse(key) as KeyParts

/** 織込みの判定 — of one effect amount against one edition of the outlook; `line`: in which line of the outlook it is already contained. */
export type EffectMark = {
  outlook: OutlookId
  family: PlanFamilyId
  effect: EffectKey
  mark: MarkClass
  line: string | null
  fund: EffectFund | null
  /** the amount as it stood when it was marked: another one today asks for a new decision */
  amountYen: number
  note: string | null
  by: string
  on: Day
}

/** 判定の中身 — a mark without who made it and what it belongs to: what the reckoning needs and an edition tells. */
export type Marking = Omit<EffectMark, 'outlook' | 'family' | 'by'>
