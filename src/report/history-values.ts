import { DECISION_WORDS } from '../reform/carry-over-table.ts'
import type { EffectKey } from '../reform/effect-mark.ts'
import { keyParts } from '../reform/effect-mark.ts'
import type { OutlookLineKind } from '../reform/fiscal-outlook.ts'
import type { RetirementRule } from '../reform/retirement.ts'
import type { ScaleId } from '../reform/scale.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { percentText, yearShort, yenText } from './figures.ts'
import { dayShort } from './former-values.ts'
import { improvementStateNames } from './wording-following.ts'
import { kindName, methodName, stageName } from './wording-judging.ts'
import { lineKindName, outlookBasisName } from './wording-outlook.ts'
import { ruleText } from './wording-retirement.ts'

type Row = Record<string, unknown>
type NameOf = (id: string) => string | null
type Tell = (said: unknown, nameOf: NameOf) => string

const text = (said: unknown): string => (typeof said === 'string' ? said : said === null || said === undefined ? '' : String(said))
const row = (said: unknown): Row => (typeof said === 'object' && said !== null ? (said as Row) : {})
const list = (said: unknown): unknown[] => (Array.isArray(said) ? said : [])
const joined = (said: unknown): string => list(said).map(text).join('、')
const behind = (said: unknown): string => (text(said) === '' ? '' : `（${text(said)}）`)
const called = (id: unknown, nameOf: NameOf): string => nameOf(text(id)) ?? text(id)

const day: Tell = (said) => dayShort(text(said))
const year: Tell = (said) => yearShort(Number(said))
const yen: Tell = (said) => `${yenText(Number(said), '円')}円`
const name: Tell = (said, nameOf) => called(said, nameOf)
const from =
  (words: Record<string, string>): Tell =>
  (said) =>
    words[text(said)] ?? text(said)
/** One line for each: whoever compares two of them sees which came and which went. */
const each =
  (tell: (one: Row, nameOf: NameOf) => string): Tell =>
  (said, nameOf) =>
    list(said)
      .map((one) => tell(row(one), nameOf))
      .join('\n')

const band = ({ word, from: least }: Row): string =>
  `${text(word)}：${least === null ? 'それ以外' : `${percentText(least as Decimal)}以上`}`
const made: Tell = (said) => {
  const { nodes, initiatives, indicators, lineage } = row(said)
  const counts = [list(initiatives), list(nodes), list(indicators), list(lineage)].map(({ length }) => length)
  return `取組${counts[0]}件、柱・区分${counts[1]}件、指標${counts[2]}件、系譜${counts[3]}行`
}
const outlookLine = ({ kind, name: title, unit, values }: Row): string =>
  `${lineKindName[text(kind) as OutlookLineKind] ?? ''} ${text(title)}${behind(unit)}：${list(values)
    .map((one) => `${yearShort(Number(row(one).fiscalYear))} ${text(row(one).raw)}`)
    .join('、')}`
const lineId: Tell = (said) => {
  const [kind = '', ...names] = text(said).split('/')
  return [lineKindName[kind as OutlookLineKind] ?? kind, ...names].join('：')
}
const effect: Tell = (said) => {
  const [estimate, scope, , fiscalYear, side, basis] = keyParts(text(said) as EffectKey)
  return `${scope}（${[yearShort(fiscalYear), estimate, side, basis].filter(Boolean).join('、')}）`
}
const rule: Tell = (said, nameOf) => {
  const scale = row(said).scale
  const scales = scale === undefined ? [] : [{ id: scale as ScaleId, name: called(scale, nameOf), kind: 'status' as const, grades: [] }]
  return ruleText(said as RetirementRule, scales)
}

/** 値の言い方 — of the columns that hold a code, a day, a key or a whole structure: nobody should have to read those in the log. */
export const TOLD_VALUES: Readonly<Record<string, Tell>> = {
  'scale.kind': from(kindName),
  'scale.grades': each(({ word, meaning }) => `${text(word)}${behind(meaning)}`),
  'judgement_rule.scale': name,
  'judgement_rule.method': from(methodName),
  'judgement_rule.bands': each(band),
  'judgement_rule.shares': each(({ fiscalYear, share }) => `${yearShort(Number(fiscalYear))}：${percentText(share as Decimal)}`),
  'judgement_rule.exempt': each(({ indicator, reason }, nameOf) => `${called(indicator, nameOf)}${behind(reason)}`),
  'retirement_criterion.rule': rule,
  'judgement.scale': name,
  'judgement.stage': from(stageName),
  'judgement.on': day,
  'judgement.proposal': (said) => `${text(row(said).word) || '判定できません'}${behind(row(said).why)}`,
  'opinion.stage': from(stageName),
  'opinion.said_on': day,
  'opinion.response': (said) => {
    const { text: words, section, on } = row(said)
    return `${text(words)}（${[text(section), on === null ? '下書き' : dayShort(text(on))].filter(Boolean).join('、')}）`
  },
  'improvement.state': from(improvementStateNames),
  'improvement.judgement': () => 'あり',
  'improvement.due': day,
  'improvement.closed_on': day,
  'improvement.notes': each(({ on, text: words, by }, nameOf) => `${dayShort(text(on))} ${text(words)}（${called(by, nameOf)}）`),
  'budget_reflection.reflected': (said) => {
    const { budgetYear, amountYen, note } = row(said)
    return `${yearShort(Number(budgetYear))}予算 ${yen(amountYen, () => null)}${behind(note)}`
  },
  'fiscal_outlook.made_on': day,
  'fiscal_outlook.period_from': year,
  'fiscal_outlook.period_to': year,
  'fiscal_outlook.basis': from(outlookBasisName),
  'fiscal_outlook.lines': each(outlookLine),
  'fiscal_outlook.document': (said) => text(row(said).name),
  'effect_mark.outlook': name,
  'effect_mark.effect': effect,
  'effect_mark.line': lineId,
  'effect_mark.amount_yen': yen,
  'effect_mark.on': day,
  'carry_over.state': from({ drafting: '検討中', applied: '作成済' }),
  'carry_over.rows': each(
    ({ initiative, decision, word, reason }, nameOf) =>
      `${called(initiative, nameOf)}：${text(word) || DECISION_WORDS[text(decision) as keyof typeof DECISION_WORDS] || '未定'}${behind(reason)}`,
  ),
  'carry_over.targets': each(
    ({ number, title, sections }) => `${[text(number), text(title)].filter(Boolean).join(' ')}${behind(joined(sections))}`,
  ),
  'carry_over.made': made,
  'reorganisation.state': from({ drafting: '案', applied: '適用済み' }),
  'reorganisation.effective': day,
  'reorganisation.carried_out': (said) => (said === true ? '済み' : 'まだ'),
  'reorganisation.changes': each(
    ({ kind, from: old, to, what, reason }) =>
      `${text(kind)}：${joined(old) || '（なし）'} → ${joined(to) || '（なし）'}${behind(what)}${behind(reason)}`,
  ),
  'reorganisation.choices': each(({ initiative, from: old, to }, nameOf) => `${called(initiative, nameOf)}：${text(old)} → ${joined(to)}`),
}

/** 一覧の値のうち変わったもの — of two lists those that only one of them has: a table of 65 rows is not told twice for one that changed. */
export function onlyChanged(before: unknown, after: unknown): [unknown, unknown] {
  if (!Array.isArray(before) || !Array.isArray(after)) return [before, after]
  const [was, is] = [new Set(before.map((one) => JSON.stringify(one))), new Set(after.map((one) => JSON.stringify(one)))]
  return [before.filter((one) => !is.has(JSON.stringify(one))), after.filter((one) => !was.has(JSON.stringify(one)))]
}

/** 値が名指すもの — ids within a row whose names its words need. */
export const namedIn = (said: Row | null): string[] =>
  said === null
    ? []
    : [
        ...[said.scale, said.outlook],
        ...[...list(said.rows), ...list(said.choices)].map((one) => row(one).initiative),
        ...list(said.exempt).map((one) => row(one).indicator),
      ].filter((id): id is string => typeof id === 'string' && id !== '')
