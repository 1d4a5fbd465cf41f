import type { PlanChangeKind } from '../reform/report-content.ts'
import { CHANGE_NAMES } from '../reform/report-difference.ts'
import { foldTight } from '../vocabulary/folding.ts'

/** The words that stand beside the cells of a form: written by the printers, looked for by the readers. */
export const labels = {
  formNumber: '帳票番号',
  number: '取組番号',
  title: '取組名',
  section: '所管課',
  unchanged: '変更なし',
  progress: '取組状況',
  issues: '今後の課題・方向性',
  revision: '計画の見直し',
  changes: '計画の見直しの提案',
  entry: '記入欄',
  indicator: '指標名',
  actual: '実績値',
  status: '区分',
  scope: '効果額の内訳',
  effect: '実績額',
  kind: '見直す事項',
  of: '対象',
  after: '見直し後',
  reason: '理由',
} as const

export const TEXT_FIELDS = ['progress', 'issues', 'revision'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

/** Spellings in which a label comes back from forms that a section typed again. */
const ALSO: Partial<Record<keyof typeof labels, readonly string[]>> = {
  issues: ['今後の課題', '課題', '今後の課題・方向', '課題・方向性', '今後の方向性'],
  progress: ['取組の状況', '進捗状況', '取組実績', '取り組み状況'],
  unchanged: ['変更無し', '前年度と同じ'],
  title: ['取組', '取組項目', '取組名称', '事業名'],
  number: ['番号', '取組No', '取組No.'],
  section: ['担当課', '所属', '課名', '担当部署'],
  revision: ['見直し', '計画見直し'],
}

export const isLabel = (text: string, label: keyof typeof labels): boolean => {
  const tight = foldTight(text)
  return [labels[label], ...(ALSO[label] ?? [])].some((word) => foldTight(word) === tight)
}

export const CHOSEN = '○'
export const STATUS_CHOICES = ['見込み', '実績', '決算'] as const
export const CHANGE_CHOICES = Object.values(CHANGE_NAMES)
export const changeKindOf = (text: string): PlanChangeKind | null =>
  (Object.entries(CHANGE_NAMES).find(([, name]) => foldTight(name) === foldTight(text))?.[0] as PlanChangeKind | undefined) ?? null

/** «indicator@2026» as a person reads it, and back */
export const targetText = (of: string): string => of.replace(/@(\d{4})$/, '（$1年度）')
export const targetOf = (text: string): string => text.replace(/（(\d{4})年度）$/, '@$1')
