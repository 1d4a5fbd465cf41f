import { no, ok, type Result } from '../vocabulary/result.ts'
import { withField } from './compare-fields.ts'
import type { ReportContent } from './report-content.ts'
import type { RoundItem, RoundItemId } from './round.ts'
import {
  type ComparedField,
  type ComparedItem,
  choiceKey,
  needsDecision,
  type TakeBackChoices,
  type TakeBackComparison,
  type TakenFile,
  wouldWrite,
} from './take-back.ts'

/** 決まっていないもの — conflicts without a choice, or with one that is not offered. */
export type Undecided = { kind: 'undecided'; open: { item: RoundItemId; field: string }[] }
export type DecidedItem = { item: RoundItemId; version: number; content: ReportContent }

/** 回収の決定 — the contents to write: what was filled in, and for each conflict what was chosen. Refused while one is open. */
export function decideTakeBack(
  comparison: TakeBackComparison,
  choices: TakeBackChoices,
  { items, files }: { items: readonly RoundItem[]; files: readonly TakenFile[] },
): Result<DecidedItem[], Undecided> {
  const open = comparison.items.flatMap((item) =>
    item.fields
      .filter((field) => needsDecision(field) && chosen(item, field, choices) === null)
      .map(({ field }) => ({ item: item.item, field })),
  )
  if (open.length > 0) return no({ kind: 'undecided', open })
  return ok(
    comparison.items.filter(wouldWrite).flatMap((compared) => {
      const item = items.find(({ id }) => id === compared.item)
      if (!item) return []
      const content = contentOf(compared, item.content, choices, files)
      return content === item.content ? [] : [{ item: item.id, version: compared.version, content }]
    }),
  )
}

/** すべて今の値を残す — for whatever has to be decided. */
export const keepAll = ({ items }: TakeBackComparison): TakeBackChoices =>
  Object.fromEntries(items.flatMap(({ item, fields }) => fields.filter(needsDecision).map(({ field }) => [choiceKey(item, field), 'now'])))

function contentOf(item: ComparedItem, content: ReportContent, choices: TakeBackChoices, files: readonly TakenFile[]): ReportContent {
  return item.fields.reduce((into, field) => {
    const value = field.verdict === 'new' ? 0 : needsDecision(field) ? chosen(item, field, choices) : 'now'
    const from = typeof value === 'number' ? field.values[value]?.from[0] : undefined
    const form = from && files.find(({ nth }) => nth === from.file)?.read?.forms[from.form]
    return form ? withField(into, form.content, field.field) : into
  }, content)
}

function chosen({ item }: ComparedItem, { field, values }: ComparedField, choices: TakeBackChoices): 'now' | number | null {
  const choice = choices[choiceKey(item, field)]
  if (choice === 'now') return choice
  return typeof choice === 'number' && choice in values ? choice : null
}
