import type { Evaluation } from '../reform/record.ts'
import type { CoreStatus, Scale } from '../reform/scale.ts'

/** 状態 — on the common core, from figures, yearly targets and decisions, never from prose. */
export type Status = CoreStatus

/**
 * 評価尺度から共通の状態へ — words whose meaning does not depend on the plan. Letters (S/A/B/C) do depend on it and are
 * given by the plan itself as `own`.
 */
const WORDS: readonly [RegExp, Status][] = [
  // «廃止を検討», «完了予定»: not ended yet
  [/^(?:廃止|完了|終了|休止|統合|中止)(?!.*(?:検討|予定|見込))/, 'ended'],
  [/^(?:目標)?達成$|^(?:目標)?達成済み?$/, 'achieved'],
  [
    /^(?:概ね|おおむね)(?:目標)?達成|^(?:概ね|おおむね)?(?:順調|(?:予定|計画)(?:通り|どおり))|^遅れて達成|^(?:目標)?達成見込み?$/,
    'on-track',
  ],
  [
    /^(?:若干の?|やや|少し|大幅[なに])?遅れ(?:$|あり|ている|気味|ぎみ)|^(?:計画|予定)より遅れ|^(?:一部)?未達成?$|^一部達成$|^遅延/,
    'behind',
  ],
  [/^未着手|^未実施$/, 'not-started'],
]

/** 「3終了・廃止・休止」: forms print the number of the choice before its word. */
const NUMBERED = /^\d[.)、:]?(?=\D)/

export function coreOfScale(raw: string, own: Readonly<Record<string, Status>> = {}): Status | null {
  const word = raw.normalize('NFKC').replace(/\s/g, '')
  return own[word] ?? WORDS.find(([pattern]) => pattern.test(word.replace(NUMBERED, '')))?.[1] ?? null
}

const plain = (said: string): string => said.normalize('NFKC').replace(/\s/g, '')

/** その評価の尺度 — the plan's own, where an evaluation names it. */
export const scaleNamed = (scales: readonly Scale[], { scale }: Pick<Evaluation, 'scale'>): Scale | null =>
  scale === null ? null : (scales.find(({ name }) => plain(name) === plain(scale)) ?? null)

/**
 * 評価から共通の状態へ — by the plan's own mapping. An evaluation that names one of its scales is read by that scale alone, also
 * where the scale says nothing of the progress; a printed word without a scale is read by the scales that know it, if they agree.
 */
export function coreOf(evaluation: Pick<Evaluation, 'scale' | 'raw'>, scales: readonly Scale[]): Status | null {
  const word = plain(evaluation.raw)
  const named = scaleNamed(scales, evaluation)
  if (named) return named.grades.find((grade) => plain(grade.word) === word)?.core ?? null
  const said = scales.flatMap(({ grades }) => grades.flatMap((grade) => (plain(grade.word) === word && grade.core ? [grade.core] : [])))
  const own = new Set(said).size === 1 && said[0] ? { [word]: said[0] } : {}
  return coreOfScale(evaluation.raw, own)
}
