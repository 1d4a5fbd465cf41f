import type { BudgetReflection } from '../reform/budget-reflection.ts'
import { RULE_KINDS } from '../reform/following-said.ts'
import type { Improvement } from '../reform/improvement.ts'
import { STAGE_NAMES, STAGES_IN_ORDER } from '../reform/judgement-evaluations.ts'
import type { Opinion } from '../reform/opinion.ts'
import type { RetirementCriterion } from '../reform/retirement.ts'
import { decimalOf, times } from '../vocabulary/decimal.ts'
import type { EditForm, Typed } from './edit-form.ts'
import { yearShort, yenText } from './figures.ts'
import { dayShort } from './former-values.ts'
import { numbered } from './initiative-sheet.ts'
import type { Named } from './named-initiatives.ts'
import { followingWords as words } from './wording-following.ts'
import { ruleKindNames } from './wording-retirement.ts'

const dayOr = (day: Parameters<typeof dayShort>[0] | null): string => (day === null ? '' : dayShort(day))

/** 意見の様式 */
export const opinionForm = (initiatives: readonly Named[]): EditForm => ({
  fields: [
    {
      name: 'initiative',
      label: '対象',
      kind: 'choice',
      choices: [['', words.ofPlan], ...initiatives.map((it) => [it.id as string, numbered(it)] as const)],
    },
    { name: 'year', label: '評価の対象となった年度', kind: 'short', required: true, help: words.yearHelp },
    { name: 'stage', label: '段階', kind: 'choice', choices: STAGES_IN_ORDER.map((stage) => [stage, STAGE_NAMES[stage]] as const) },
    {
      name: 'from',
      label: '意見を述べた機関',
      kind: 'line',
      required: true,
      help: '例：総合計画審議会、外部評価委員会。個人の名前は書きません。',
    },
    { name: 'text', label: '意見', kind: 'prose', help: '公表する文です。まだ述べられていないときは空けておきます（意見待ち）。' },
    { name: 'saidOn', label: '意見の日', kind: 'short', help: words.dayHelp },
  ],
  rows: [],
})
export const drawnOpinion = ({ initiative, fiscalYear, stage, from, text, saidOn }: Opinion): Typed => ({
  initiative: initiative ?? '',
  year: yearShort(fiscalYear),
  stage,
  from,
  text,
  saidOn: dayOr(saidOn),
})

/** 対応の様式 */
export const responseForm: EditForm = {
  fields: [
    { name: 'text', label: '対応', kind: 'prose', help: words.draftHelp },
    { name: 'section', label: '対応した課', kind: 'line' },
    { name: 'on', label: '対応の日', kind: 'short', help: '空けておくと、記録する日になります。' },
  ],
  rows: [],
}
export const drawnResponse = (response: Opinion['response'], section: string | null): Typed => ({
  text: response?.text ?? '',
  section: response?.section ?? section ?? '',
  on: dayOr(response?.on ?? null),
})

/** 改善計画の様式 */
export const improvementForm: EditForm = {
  fields: [
    { name: 'cause', label: '課題・原因', kind: 'prose', help: 'なぜ「改善」となったか。着手すると公表されます。' },
    { name: 'action', label: '改善策', kind: 'prose', help: '何を、どのように変えるか。着手すると公表されます。' },
    { name: 'due', label: '期限', kind: 'short', help: words.dayHelp },
  ],
  rows: [],
}
export const drawnImprovement = ({ cause, action, due }: Improvement): Typed => ({ cause, action, due: dayOr(due) })

/** 予算反映の様式 */
export const reflectionForm: EditForm = {
  fields: [
    { name: 'budgetYear', label: '反映する予算の年度', kind: 'short', help: words.yearHelp },
    { name: 'amount', label: '反映額（円）', kind: 'short', help: words.yenHelp },
    { name: 'note', label: '反映の内容', kind: 'prose' },
    { name: 'none', label: '反映しない理由', kind: 'prose', help: '予算を変えないときだけ書きます。額と両方は書けません。' },
  ],
  rows: [],
}
/** `fiscalYear` is offered as the next budget where nothing is recorded yet. */
export const drawnReflection = (reflection: BudgetReflection | null, fiscalYear: number): Typed => ({
  budgetYear: reflection?.none ? '' : yearShort(reflection?.reflected?.budgetYear ?? fiscalYear + 2),
  amount: reflection?.reflected ? yenText(reflection.reflected.amountYen, '円') : '',
  note: reflection?.reflected?.note ?? '',
  none: reflection?.none ?? '',
})

/** 廃止の基準の様式 — one form for all kinds; each field says for which it counts. */
export const criterionForm = (choices: readonly { value: string; label: string }[]): EditForm => ({
  fields: [
    { name: 'name', label: '基準の名', kind: 'line', required: true, help: '例：基準1　二年続けて目標に届かない' },
    { name: 'kind', label: '種類', kind: 'choice', choices: RULE_KINDS.map((kind) => [kind, ruleKindNames[kind]] as const) },
    { name: 'years', label: '続いた年数', kind: 'short', help: '「…年が続く」「同じ評語が続く」のときに書きます。例：2' },
    { name: 'share', label: '達成率の下限（％）', kind: 'short', help: '「達成率がある割合に届かない」のときに書きます。例：50' },
    {
      name: 'word',
      label: '評語',
      kind: 'choice',
      choices: [['', '選ぶ'], ...choices.map(({ value, label }) => [value, label] as const)],
      help: '「同じ評語が続く」のときに選びます。',
    },
    {
      name: 'amount',
      label: '予算額の下限（円）',
      kind: 'short',
      help: '「費用が大きく、目標に届かない」のときに書きます。例：5,000,000、5,000千円',
    },
  ],
  rows: [],
})
export const drawnCriterion = ({ name, rule }: RetirementCriterion): Typed => ({
  name,
  kind: rule.kind,
  years: 'years' in rule ? decimalOf(rule.years) : '',
  share: rule.kind === 'rate-below' ? times(rule.share, '100' as typeof rule.share) : '',
  word: rule.kind === 'same-word' ? `${rule.scale} ${rule.word}` : '',
  amount: rule.kind === 'cost-without-result' ? yenText(rule.amountYen, '円') : '',
})
