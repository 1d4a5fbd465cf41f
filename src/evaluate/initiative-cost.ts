import type { Cost, Initiative } from '../reform/record.ts'

export type CostStage = NonNullable<Cost['stage']>
/** 年度の事業費 — one amount, or why there is none that could be compared. */
export type CostFound = { amountYen: number; of: 'one' | 'total' | 'funds' } | { why: 'not-said' | 'not-money' | 'several' }

const TOTAL = /(?:総額|合計|総計|事業費計|総事業費|全体)$/

/**
 * その年度の予算額・決算額 — a single amount; of several the one that is called a total; of one amount for each fund their sum.
 * Otherwise nobody can say whether they are parts of one sum, and they are not added.
 */
export function costIn({ costs }: Pick<Initiative, 'costs'>, year: number, stage: CostStage | null): CostFound {
  const said = costs.filter((cost) => cost.fiscalYear === year && cost.stage === stage && cost.raw.trim() !== '')
  const money = said.filter((cost): cost is Cost & { amountYen: number } => cost.amountYen !== null)
  if (said.length === 0) return { why: 'not-said' }
  const [first] = money
  if (!first) return { why: 'not-money' }
  if (money.length === 1) return { amountYen: first.amountYen, of: 'one' }
  const totals = money.filter(({ label, fund }) => TOTAL.test(label ?? '') || TOTAL.test(fund ?? ''))
  if (totals.length === 1) return { amountYen: (totals[0] as { amountYen: number }).amountYen, of: 'total' }
  const funds = new Set(money.map(({ fund }) => fund))
  const labels = new Set(money.map(({ label }) => label))
  if (totals.length === 0 && labels.size === 1 && funds.size === money.length && !funds.has(null))
    return { amountYen: money.reduce((sum, { amountYen }) => sum + amountYen, 0), of: 'funds' }
  return { why: 'several' }
}

/** 比べる費用 — 予算 first; a document that prints only 決算, or says neither, is taken at its word. */
export function plannedCost(it: Pick<Initiative, 'costs'>, year: number): { stage: CostStage | null; found: CostFound } {
  const stages = ['予算', '決算', null] as const
  const stage = stages.find((one) => !isUnsaid(costIn(it, year, one))) ?? '予算'
  return { stage, found: costIn(it, year, stage) }
}

const isUnsaid = (found: CostFound): boolean => 'why' in found && found.why === 'not-said'
