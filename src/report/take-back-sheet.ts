import {
  type ComparedField,
  type ComparedFile,
  type ComparedItem,
  choiceKey,
  needsDecision,
  type TakeBackChoices,
  type TakeBackComparison,
  type TakeBackSummary,
  takeBackSummary,
} from '../reform/take-back.ts'
import { fileFaultText, formRefusalTexts, verdictNames } from './wording-take-back.ts'

/** 決めるもの — one field of one report, the value in the database beside those of the files. */
export type ToldConflict = {
  key: string
  of: ToldItem
  name: string
  why: string
  now: string
  options: { choice: number; value: string; where: string[] }[]
  chosen: 'now' | number | null
}
export type ToldItem = { item: string; number: string | null; title: string; section: string | null }
/** 確認が必要なところ — a file, or one form of it, and what to do about it. */
export type ToldTrouble = { file: string; nth: number; form: string | null; why: string[] }
/** 取り込むもの — a field of a report as it stands in a file. */
export type ToldField = {
  name: string
  verdict: ComparedField['verdict']
  word: string
  now: string
  value: string
  where: string[]
  remark: string | null
}
export type ToldTaken = ToldItem & { files: string[]; fields: ToldField[]; untouched: number }
/** 回収の報告 — what the page of a take-back tells. */
export type TakeBackSheet = {
  summary: TakeBackSummary
  conflicts: ToldConflict[]
  troubles: ToldTrouble[]
  taken: ToldTaken[]
  nothingNew: ToldItem[]
  beside: string[]
}

export function takeBackSheet(comparison: TakeBackComparison, choices: TakeBackChoices = {}): TakeBackSheet {
  const names = new Map(comparison.files.map(({ nth, name }) => [nth, name]))
  const where = (from: ComparedField['values'][number]['from']): string[] => from.map(({ file, at }) => `${names.get(file) ?? ''} の ${at}`)
  const told = comparison.items.map((item) => toldTaken(item, names, where))
  return {
    summary: takeBackSummary(comparison),
    conflicts: comparison.items.flatMap((item) =>
      item.fields.filter(needsDecision).map((field) => toldConflict(item, field, choices, where)),
    ),
    troubles: comparison.files.flatMap(troublesOf),
    taken: told.filter(({ fields }) => fields.length > 0),
    nothingNew: told.filter(({ fields }) => fields.length === 0),
    beside: comparison.files.flatMap(({ name, fault }) => (fault?.kind === 'beside' ? [name] : [])),
  }
}

const itemOf = ({ item, number, title, section }: ComparedItem): ToldItem => ({ item, number, title, section })
type Where = (from: ComparedField['values'][number]['from']) => string[]

function toldConflict(item: ComparedItem, field: ComparedField, choices: TakeBackChoices, where: Where): ToldConflict {
  const key = choiceKey(item.item, field.field)
  return {
    key,
    of: itemOf(item),
    name: field.name,
    why: verdictNames[field.verdict],
    now: field.now,
    options: field.values.map(({ value, from }, choice) => ({ choice, value, where: where(from) })),
    chosen: choices[key] ?? null,
  }
}

function toldTaken(item: ComparedItem, names: ReadonlyMap<number, string>, where: Where): ToldTaken {
  const shown = item.fields.filter(({ verdict }) => verdict !== 'unchanged' && verdict !== 'kept')
  const files = new Set(shown.flatMap(({ values }) => values.flatMap(({ from }) => from.map(({ file }) => names.get(file) ?? ''))))
  return {
    ...itemOf(item),
    files: [...files],
    fields: shown
      .filter(({ verdict }) => verdict === 'new' || verdict === 'already')
      .map(({ name, verdict, now, values, remark }) => ({
        name,
        verdict,
        word: verdictNames[verdict],
        now,
        value: values[0]?.value ?? '',
        where: where(values[0]?.from ?? []),
        remark: remark === null ? null : 'これまで数値だった指標に、文字が書かれています。このまま取り込めますが、確かめてください。',
      })),
    untouched: item.fields.length - shown.length,
  }
}

function troublesOf({ nth, name, fault, forms }: ComparedFile): ToldTrouble[] {
  if (fault?.kind === 'beside') return []
  if (fault) return [{ file: name, nth, form: null, why: [fileFaultText(fault)] }]
  const told = forms.flatMap(({ sheet, number, refusal }) => (refusal ? [{ sheet, number, why: formRefusalTexts(refusal) }] : []))
  // two sheets with one number have one reason: it is said once
  return [...Map.groupBy(told, ({ why, number }) => JSON.stringify([number, why])).values()].map((same) => ({
    file: name,
    nth,
    form: [...same.map(({ sheet }) => sheet), same[0]?.number].filter(Boolean).join('　'),
    why: same[0]?.why ?? [],
  }))
}

/** 読み取りの進み具合 — «100 ファイルのうち 37 ファイルを読みました» */
export const readingText = ({ files, read }: { files: number; read: number }): string =>
  `${files} ファイルのうち ${read} ファイルを読みました。`
