import type { CarryOver, CarryOverDecision, CarryOverRow, CarryOverTarget } from '../reform/carry-over.ts'
import { type DecisionSaid, titlesOf } from '../reform/carry-over-edit.ts'
import { DECISION_WORDS } from '../reform/carry-over-table.ts'
import { basisOf } from '../reform/plan-edit.ts'

/** 行の欄 — one line of the screen as text: `titles` one a line, `sections` parted by 「、」. */
export type RowTyped = { decision: string; titles: string; sections: string; reason: string }

const AFRESH = 'continue-afresh'
export const AFRESH_WORD = '継続（新規）'

/** 見直し区分の選択肢 — 継続（新規） goes on with new contents under the same indicators, as offices print it. */
export const DECISION_CHOICES: readonly (readonly [value: string, text: string])[] = [
  ['', '未定'],
  ['continue', DECISION_WORDS.continue],
  [AFRESH, AFRESH_WORD],
  ['merge', DECISION_WORDS.merge],
  ['split', DECISION_WORDS.split],
  ['complete', DECISION_WORDS.complete],
  ['end', DECISION_WORDS.end],
]

const choiceOf = ({ decision, word }: CarryOverRow): string => (decision === 'continue' && word !== null ? AFRESH : (decision ?? ''))

/** 欄の初めの姿 */
export function drawnRow(paper: CarryOver, row: CarryOverRow): RowTyped {
  const targets = row.to.flatMap((key) => paper.targets.find((target) => target.key === key) ?? [])
  return {
    decision: choiceOf(row),
    titles: titlesOf(paper, row).join('\n'),
    sections: [...new Set(targets.flatMap(({ sections }) => sections))].join('、'),
    reason: row.reason,
  }
}

const linesIn = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '')
export const sectionsTyped = (text: string): string[] => linesIn(text, /[、,，\n]/)
const titlesTyped = (text: string): string[] => linesIn(text, /\n/)

const plain = (typed: RowTyped): RowTyped => ({
  decision: typed.decision,
  titles: titlesTyped(typed.titles).join('\n'),
  sections: sectionsTyped(typed.sections).join('、'),
  reason: typed.reason.trim(),
})

/** 元になった行のハッシュ — carried by the line: what was not changed is not written, what somebody else changed is not overwritten. */
export const rowBasis = (typed: RowTyped): string => basisOf(plain(typed)).slice(0, 12)

/** 欄を読む — sections that the line shows as they were stay as they are, so that two lines of one 統合 do not take turns. */
export function decisionTyped(initiative: CarryOverRow['initiative'], typed: RowTyped, drawn: RowTyped): DecisionSaid {
  const { decision, titles, sections, reason } = plain(typed)
  return {
    initiative,
    decision: decision === AFRESH ? 'continue' : decision in DECISION_WORDS ? (decision as CarryOverDecision) : null,
    word: decision === AFRESH ? AFRESH_WORD : null,
    titles: titlesTyped(titles),
    sections: sections === plain(drawn).sections ? null : sectionsTyped(sections),
    reason,
  }
}

/** 新しい期の取組の欄 — one row of the page on which numbers, places and order are put right. */
export type TargetTyped = { key: string; position: string; number: string; title: string; under: string; sections: string; note: string }

/** Tens, so that one can be put between two others. */
export const drawnTarget = (target: CarryOverTarget, nth: number): TargetTyped => ({
  key: target.key,
  position: String((nth + 1) * 10),
  number: target.number ?? '',
  title: target.title,
  under: target.under ?? '',
  sections: target.sections.join('、'),
  note: target.note,
})
