import type { CoreStatus } from '../reform/scale.ts'

/** 状態 — on the common core, from figures, yearly targets and decisions, never from prose. */
export type Status = CoreStatus

/**
 * 評価尺度から共通の状態へ — words whose meaning does not depend on the plan. Letters (S/A/B/C) do depend on it and are
 * given by the plan itself as `own`.
 */
const WORDS: readonly [RegExp, Status][] = [
  [/^(?:廃止|完了|終了|休止|統合|中止)/, 'ended'],
  [/^(?:目標)?達成$|^達成済み?$/, 'achieved'],
  [/^(?:概ね達成|おおむね達成|順調|予定(?:通り|どおり)|計画(?:通り|どおり)|遅れて達成)/, 'on-track'],
  [/^(?:若干の)?遅れ(?:$|あり|ている)|^未達成$|^一部達成$|^遅延/, 'behind'],
  [/^未着手/, 'not-started'],
]

export function coreOfScale(raw: string, own: Readonly<Record<string, Status>> = {}): Status | null {
  const word = raw.normalize('NFKC').replace(/\s/g, '')
  return own[word] ?? WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null
}
