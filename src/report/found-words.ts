import { createHash } from 'node:crypto'
import { coreOf, coreOfScale } from '../evaluate/scale.ts'
import type { Initiative } from '../reform/record.ts'
import { CORE_STATUSES, type DecisionKind, type Grade, type Scale, type ScaleKind } from '../reform/scale.ts'
import { plainWord } from '../reform/scale-edit.ts'
import { yearShort } from './figures.ts'

/** 文書にある評語 — words that an import brought and that belong to no scale, with what they would be mapped to. */
export type FoundWords = {
  key: string
  /** as the document names it */
  scale: string | null
  kind: ScaleKind
  grades: Grade[]
  words: { word: string; count: number; years: string; grade: Grade }[]
}

const DECISIONS: readonly [RegExp, DecisionKind][] = [
  [/^拡充|^拡大/, 'expand'],
  [/^(?:このまま)?継続$|^現状維持/, 'continue'],
  [/改善|見直し/, 'improve'],
  [/^統合/, 'merge'],
  [/^縮小/, 'reduce'],
  [/^休止/, 'pause'],
  [/^完了/, 'complete'],
  [/^廃止|^終了/, 'end'],
  [/^経常/, 'routine'],
]
const decisionOf = (word: string): DecisionKind | null => DECISIONS.find(([pattern]) => pattern.test(plainWord(word)))?.[1] ?? null

type Found = { word: string; name: string | null; year: number | null }

/** The words of one scale (or of one criterion, or of none) make one proposal, the best first as far as that can be told. */
export function foundWords(initiatives: readonly Pick<Initiative, 'evaluations'>[], scales: readonly Scale[]): FoundWords[] {
  const known = new Set(scales.flatMap(({ grades }) => grades.map(({ word }) => plainWord(word))))
  const all = initiatives.flatMap(({ evaluations }) =>
    evaluations
      // an evaluation that a scale already reads needs no other
      .filter(({ raw }) => raw.trim() !== '' && !known.has(plainWord(raw)))
      .map(({ raw, scale, criterion, fiscalYear }): Found => ({ word: raw.trim(), name: scale ?? criterion, year: fiscalYear })),
  )
  return [...Map.groupBy(all, ({ name }) => name)].map(([scale, found]) => groupOf(scale, found, scales))
}

function groupOf(scale: string | null, found: readonly Found[], scales: readonly Scale[]): FoundWords {
  const decides = found.some(({ word }) => ['expand', 'continue', 'improve', 'reduce', 'routine'].includes(decisionOf(word) ?? ''))
  const kind: ScaleKind = decides ? 'decision' : 'status'
  const words = [...Map.groupBy(found, ({ word }) => word)].map(([word, of]) => {
    const core = coreOf({ scale: null, raw: word }, scales) ?? coreOfScale(word)
    return {
      word,
      count: of.length,
      years: [...new Set(of.flatMap(({ year }) => year ?? []))]
        .toSorted((a, b) => a - b)
        .map(yearShort)
        .join('、'),
      grade: { word, meaning: null, core, decision: decides ? decisionOf(word) : null },
    }
  })
  const place = ({ grade }: { grade: Grade }): number => (grade.core === null ? CORE_STATUSES.length : CORE_STATUSES.indexOf(grade.core))
  words.sort((a, b) => place(a) - place(b) || b.count - a.count)
  const key = `words-${createHash('sha256')
    .update(scale ?? '')
    .digest('hex')
    .slice(0, 8)}`
  return { key, scale, kind, grades: words.map(({ grade }) => grade), words }
}
