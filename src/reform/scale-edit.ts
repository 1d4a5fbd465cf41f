import { no, ok, type Result } from '../vocabulary/result.ts'
import { chosen, type EditFault, type RowSaid, rowsAfter } from './edit-rows.ts'
import type { Judging } from './judging.ts'
import { CORE_STATUSES, DECISION_KINDS, type Grade, type Scale, type ScaleId, type ScaleKind } from './scale.ts'

export const SCALE_KINDS: readonly ScaleKind[] = ['status', 'decision', 'results', 'cost']

/** 評価尺度の様式に書かれたこと — the rows in the order of their «順», the best word first. */
export type GradeSaid = RowSaid & { word?: string; meaning?: string; core?: string; decision?: string }
export type ScaleSaid = { name: string; kind: string; grades: GradeSaid[] }

/** 尺度や評語が使われている所 */
export type ScaleUse =
  | { by: 'judgements'; fiscalYear: number; count: number }
  | { by: 'rule'; name: string }
  | { by: 'criterion'; name: string }

export type CannotEditScale =
  | { kind: 'edit-faults'; faults: EditFault[] }
  | { kind: 'not-found' }
  | { kind: 'word-in-use'; word: string; uses: ScaleUse[] }
  | { kind: 'kind-in-use'; uses: ScaleUse[] }
  | { kind: 'order-in-use'; rule: string }
  | { kind: 'scale-in-use'; uses: ScaleUse[] }

type Known = Pick<Judging, 'scales' | 'rules' | 'criteria' | 'judgements'>

/** どこで使われているか — a scale, or one word of it. */
export function usesOf({ rules, criteria, judgements }: Known, scale: ScaleId, word: string | null = null): ScaleUse[] {
  const judged = judgements.filter((one) => one.scale === scale && (word === null || one.word === word))
  const byYear = [...Map.groupBy(judged, ({ fiscalYear }) => fiscalYear)].toSorted(([a], [b]) => a - b)
  return [
    ...byYear.map(([fiscalYear, all]): ScaleUse => ({ by: 'judgements', fiscalYear, count: all.length })),
    ...rules
      .filter((rule) => rule.scale === scale && (word === null || rule.bands.some((band) => band.word === word)))
      .map(({ name }): ScaleUse => ({ by: 'rule', name })),
    ...criteria
      .filter(({ rule }) => rule.kind === 'same-word' && rule.scale === scale && (word === null || rule.word === word))
      .map(({ name }): ScaleUse => ({ by: 'criterion', name })),
  ]
}

/** The same word in another width would be two words to the database and one to every reader. */
export const plainWord = (word: string): string => word.normalize('NFKC').replace(/\s/g, '')

/**
 * 尺度を書く — new or changed. Refused: no name or a name twice, fewer than two words, a word twice; a used word or kind that would
 * go; an order that a rule's bands contradict.
 */
export function withScale(known: Known, id: ScaleId, said: ScaleSaid): Result<Scale, CannotEditScale> {
  const before = known.scales.find((scale) => scale.id === id) ?? null
  const name = said.name.trim()
  const kind = chosen(said.kind, SCALE_KINDS)
  const grades = rowsAfter(before?.grades ?? [], said.grades, gradeOf)
  const faults = scaleFaults(known, id, said, grades)
  if (faults.length > 0 || kind === null) return no({ kind: 'edit-faults', faults })
  const scale: Scale = { id, name, kind, grades }
  const kept = before ? keepsUsed(known, before, scale) : null
  return kept ? no(kept) : ok(scale)
}

function gradeOf({ word = '', meaning = '', core, decision }: GradeSaid): Grade | null {
  if (word.trim() === '' && meaning.trim() === '' && !core && !decision) return null
  return {
    word: word.trim(),
    meaning: meaning.trim() === '' ? null : meaning.trim(),
    core: chosen(core, CORE_STATUSES),
    decision: chosen(decision, DECISION_KINDS),
  }
}

const LONGEST_WORD = 40

function scaleFaults({ scales }: Known, id: ScaleId, said: ScaleSaid, grades: readonly Grade[]): EditFault[] {
  const faults: EditFault[] = []
  const name = said.name.trim()
  if (name === '') faults.push({ field: 'name', kind: 'missing' })
  if (name.length > LONGEST_WORD) faults.push({ field: 'name', kind: 'too-long' })
  if (scales.some((scale) => scale.id !== id && plainWord(scale.name) === plainWord(name))) faults.push({ field: 'name', kind: 'twice' })
  if (chosen(said.kind, SCALE_KINDS) === null) faults.push({ field: 'kind', kind: 'not-a-choice' })
  const seen = new Set<string>()
  said.grades.forEach((row, nth) => {
    const word = plainWord(row.word ?? '')
    if (row.off || gradeOf(row) === null) return
    const field = `grades.${nth}.word`
    if (word === '') faults.push({ field, kind: 'missing' })
    else if (seen.has(word)) faults.push({ field, kind: 'twice' })
    if (word.length > LONGEST_WORD) faults.push({ field, kind: 'too-long' })
    seen.add(word)
  })
  if (grades.length < 2 && faults.length === 0) faults.push({ field: 'grades.0.word', kind: 'missing' })
  return faults
}

function keepsUsed(known: Known, before: Scale, after: Scale): CannotEditScale | null {
  for (const { word } of before.grades) {
    if (after.grades.some((grade) => grade.word === word)) continue
    const uses = usesOf(known, before.id, word)
    if (uses.length > 0) return { kind: 'word-in-use', word, uses }
  }
  const uses = usesOf(known, before.id)
  if (before.kind !== after.kind && uses.length > 0) return { kind: 'kind-in-use', uses }
  const place = (word: string): number => after.grades.findIndex((grade) => grade.word === word)
  const crossed = known.rules.find(
    ({ scale, bands }) => scale === before.id && bands.some(({ word }, nth) => nth > 0 && place(bands[nth - 1]?.word ?? '') > place(word)),
  )
  return crossed ? { kind: 'order-in-use', rule: crossed.name } : null
}

/** 尺度を消してよいか */
export function withoutScale(known: Known, id: ScaleId): Result<Scale, CannotEditScale> {
  const scale = known.scales.find((one) => one.id === id)
  if (!scale) return no({ kind: 'not-found' })
  const uses = usesOf(known, id)
  return uses.length > 0 ? no({ kind: 'scale-in-use', uses }) : ok(scale)
}
