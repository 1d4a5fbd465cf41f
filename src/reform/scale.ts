import type { Brand } from '../vocabulary/brand.ts'

/** 共通の状態 — the common core to which every scale is mapped: 目標達成 / 順調 / 遅れ / 未着手 / 終了 / 判定不能 (DESIGN 3). */
export type CoreStatus = 'achieved' | 'on-track' | 'behind' | 'not-started' | 'ended' | 'cannot-tell'
export const CORE_STATUSES: readonly CoreStatus[] = ['achieved', 'on-track', 'behind', 'not-started', 'ended', 'cannot-tell']

/** 方向性 — what a decision means, whatever a plan calls it: 拡充 継続 改善 統合 縮小 休止 廃止 完了 経常事業. */
export type DecisionKind = 'expand' | 'continue' | 'improve' | 'merge' | 'reduce' | 'pause' | 'end' | 'complete' | 'routine'
export const DECISION_KINDS: readonly DecisionKind[] = [
  'expand',
  'continue',
  'improve',
  'merge',
  'reduce',
  'pause',
  'end',
  'complete',
  'routine',
]

/** 尺度の種類 — how far it has come (状況), what becomes of it (方向性), what came of it (成果) and what it costs (コスト). */
export type ScaleKind = 'status' | 'decision' | 'results' | 'cost'
export type ScaleId = Brand<string, 'ScaleId'>

/** 評語 — one word of a scale; `core` null: it says nothing of how far the initiative has come («継続», «向上»). */
export type Grade = { word: string; meaning: string | null; core: CoreStatus | null; decision: DecisionKind | null }

/** 評価尺度 — the plan's own words, the best first; the order and the mapping make plans comparable. */
export type Scale = { id: ScaleId; name: string; kind: ScaleKind; grades: Grade[] }

/** カイゼン行動計画を開くか (郡山市: 「改善」となった事業に作成を求める) */
export const opensImprovement = ({ decision }: Pick<Grade, 'decision'>): boolean => decision === 'improve'

const REFLECTED: ReadonlySet<DecisionKind> = new Set(['improve', 'reduce', 'end'])
/** 予算反映を記録する決定か — 改善, 縮小, 廃止. */
export const asksReflection = ({ decision }: Pick<Grade, 'decision'>): boolean => decision !== null && REFLECTED.has(decision)
