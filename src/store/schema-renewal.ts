/** 評価・財政見通し・引継ぎ・組織改正の表 — migrations 0011 to 0014. */
export interface RenewalSchema {
  scale: { municipality: string; family: string; id: string; position: number; name: string; kind: string; grades: unknown }
  judgement_rule: {
    municipality: string
    family: string
    id: string
    position: number
    name: string
    scale: string
    method: string
    bands: unknown
    shares: unknown
    exempt: unknown
  }
  retirement_criterion: { municipality: string; family: string; id: string; position: number; name: string; rule: unknown }
  judgement: {
    municipality: string
    family: string
    id: string
    initiative: string
    indicator: string | null
    fiscal_year: number
    stage: string
    scale: string
    proposal: unknown
    word: string
    reason: string | null
    by: string
    on: string
  }
  opinion: {
    municipality: string
    family: string
    id: string
    initiative: string | null
    fiscal_year: number
    stage: string
    from: string
    text: string
    said_on: string | null
    response: unknown
  }
  improvement: {
    municipality: string
    family: string
    id: string
    initiative: string
    fiscal_year: number
    judgement: string | null
    section: string | null
    cause: string
    action: string
    due: string | null
    state: string
    notes: unknown
    closed_on: string | null
    outcome: string | null
  }
  budget_reflection: {
    municipality: string
    family: string
    initiative: string
    fiscal_year: number
    word: string
    reflected: unknown
    none: string | null
  }
  fiscal_outlook: {
    municipality: string
    id: string
    title: string
    made_on: string
    period_from: number
    period_to: number
    basis: string
    lines: unknown
    note: string | null
    document: unknown
  }
  effect_mark: {
    municipality: string
    outlook: string
    family: string
    effect: string
    mark: string
    line: string | null
    fund: string | null
    amount_yen: string
    note: string | null
    by: string
    on: string
  }
  carry_over: {
    municipality: string
    id: string
    family: string
    from_plan: string
    title: string
    kind: string | null
    period_from: number | null
    period_to: number | null
    rows: unknown
    targets: unknown
    state: string
    version: number
    made: unknown
  }
  reorganisation: {
    municipality: string
    id: string
    title: string
    effective: string
    changes: unknown
    choices: unknown
    state: string
    version: number
    document: string | null
    carried_out: boolean
  }
}
