import type { BudgetReflection } from '../../src/reform/budget-reflection.ts'
import type { Improvement } from '../../src/reform/improvement.ts'
import type { Judgement, JudgementRule, RuleId } from '../../src/reform/judgement.ts'
import { type Judging, NO_JUDGING } from '../../src/reform/judging.ts'
import type { Opinion } from '../../src/reform/opinion.ts'
import type { CoreStatus, DecisionKind, Scale, ScaleId, ScaleKind } from '../../src/reform/scale.ts'
import { aDecimal, anId } from './builders.ts'
import { aDay } from './round-builders.ts'

/*
 * 評価の例 — a test names only what it is about. What a word decides or says of the progress is what it says everywhere.
 */
const DECIDES: Record<string, DecisionKind> = {
  拡充: 'expand',
  継続: 'continue',
  改善: 'improve',
  統合: 'merge',
  縮小: 'reduce',
  廃止: 'end',
  完了: 'complete',
}
const CORES: Record<string, CoreStatus> = { 達成: 'achieved', 順調: 'on-track', 遅れ: 'behind', 未着手: 'not-started' }

/** A scale of these words, the best first; its id is its kind. */
export const aScale = (kind: ScaleKind, words: readonly string[], said: Partial<Scale> = {}): Scale => ({
  id: kind as string as ScaleId,
  name: { status: '状況', decision: '方向性', results: '成果', cost: 'コスト' }[kind],
  kind,
  grades: words.map((word) => ({
    word,
    meaning: null,
    core: kind === 'status' ? (CORES[word] ?? null) : null,
    decision: kind === 'decision' ? (DECIDES[word] ?? null) : null,
  })),
  ...said,
})

export const aJudgement = (said: Partial<Judgement> = {}): Judgement => ({
  id: 'judgement',
  initiative: anId('initiative'),
  indicator: null,
  fiscalYear: 2024,
  stage: 'section',
  scale: 'decision' as ScaleId,
  proposal: null,
  word: '継続',
  reason: null,
  by: 'gyokaku-kacho',
  on: aDay('2025-05-20'),
  ...said,
})

export const anOpinion = (said: Partial<Opinion> = {}): Opinion => ({
  id: 'opinion',
  initiative: anId('initiative'),
  fiscalYear: 2024,
  stage: 'external',
  from: '行政改革推進委員会',
  text: '利用者の声を集めて進めること。',
  saidOn: aDay('2025-05-12'),
  response: null,
  ...said,
})

export const anImprovement = (said: Partial<Improvement> = {}): Improvement => ({
  ...{ id: 'improvement', initiative: anId('initiative'), fiscalYear: 2024, judgement: 'judgement', section: '行政改革課' },
  ...{ cause: '', action: '', due: null, state: 'asked', notes: [], closedOn: null, outcome: null },
  ...said,
})

export const aReflection = (said: Partial<BudgetReflection> = {}): BudgetReflection => ({
  initiative: anId('initiative'),
  fiscalYear: 2024,
  word: '縮小',
  reflected: { budgetYear: 2025, amountYen: -1_200_000, note: null },
  none: null,
  ...said,
})

export const aJudging = (said: Partial<Judging> = {}): Judging => ({ ...NO_JUDGING, ...said })

type SaidOfRule = Partial<Omit<JudgementRule, 'bands' | 'shares'>> & {
  bands?: Record<string, string | null>
  shares?: Record<number, string> | JudgementRule['shares']
}

/** 判定基準 of the scale «status»; `bands` are words with their lower bounds, the highest first. */
export function aRule(said: SaidOfRule = {}): JudgementRule {
  const { bands = { 達成: '1', 未達成: null }, shares = [], ...rest } = said
  return {
    id: 'rule' as RuleId,
    name: '達成率による判定',
    scale: 'status' as ScaleId,
    method: 'achievement-rate',
    bands: Object.entries(bands).map(([word, from]) => ({ word, from: from === null ? null : aDecimal(from) })),
    shares: Array.isArray(shares)
      ? shares
      : Object.entries(shares).map(([fiscalYear, share]) => ({ fiscalYear: Number(fiscalYear), share: aDecimal(share) })),
    exempt: [],
    ...rest,
  }
}
