import type { JudgementRule, RuleId } from '../reform/judgement.ts'
import type { Indicator, Initiative, Plan } from '../reform/record.ts'
import { RULE_METHODS, type RuleSaid } from '../reform/rule-edit.ts'
import type { Scale } from '../reform/scale.ts'
import { type Decimal, times } from '../vocabulary/decimal.ts'
import { drawnRows, type EditForm, rowsIn, type Typed, textIn } from './edit-form.ts'
import { numberText, yearShort } from './figures.ts'
import { methodMeaning, methodName } from './wording-judging.ts'

type Known = { scale: Scale; indicators: readonly Pick<Indicator, 'id' | 'name'>[]; years: readonly number[] }

/** 判定基準の様式 — a row for every word of its scale and for every year of the plan; only exemptions are added. */
export const ruleForm = ({ scale, indicators }: Known): EditForm => ({
  fields: [
    { name: 'name', label: '判定基準の名', kind: 'line', required: true, help: '例：達成率による判定' },
    {
      name: 'method',
      label: '何を見て判定するか',
      kind: 'choice',
      choices: RULE_METHODS.map((method) => [method, `${methodName[method]}：${methodMeaning[method]}`] as const),
    },
  ],
  rows: [
    {
      name: 'bands',
      label: `区分の下限（％）　尺度「${scale.name}」`,
      one: '評語',
      fixed: true,
      blank: 0,
      fields: [
        { name: 'word', label: '評語', kind: 'fixed' },
        { name: 'from', label: '下限（％）', kind: 'short' },
        { name: 'rest', label: 'それ未満のすべて', kind: 'check' },
      ],
    },
    {
      name: 'shares',
      label: '年度ごとの期待割合（「期待割合に対する進捗」で使う）',
      one: '年度',
      fixed: true,
      blank: 0,
      fields: [
        { name: 'fiscalYear', label: '年度', kind: 'fixed' },
        { name: 'share', label: '期待割合（％）', kind: 'short' },
      ],
    },
    {
      name: 'exempt',
      label: '判定の対象としない指標',
      one: '指標',
      blank: 1,
      fields: [
        {
          name: 'indicator',
          label: '指標',
          kind: 'choice',
          choices: [['', '選んでください'], ...indicators.map(({ id, name }) => [id, name] as const)],
        },
        { name: 'reason', label: '理由（公表されます）', kind: 'line' },
      ],
    },
  ],
})

const percentIn = (share: Decimal): string => numberText(times(share, '100' as Decimal))

export function drawnRule({ scale, years }: Known, rule: JudgementRule | null): Typed {
  const bound = (word: string): string => {
    const from = rule?.bands.find((band) => band.word === word)?.from ?? null
    return from === null ? '' : percentIn(from)
  }
  const takesRest = (word: string): boolean => rule?.bands.some((band) => band.word === word && band.from === null) ?? false
  const shareOf = (year: number): string => {
    const share = rule?.shares.find(({ fiscalYear }) => fiscalYear === year)?.share ?? null
    return share === null ? '' : percentIn(share)
  }
  const all = [...new Set([...years, ...(rule?.shares ?? []).map(({ fiscalYear }) => fiscalYear)])].toSorted((a, b) => a - b)
  return {
    name: rule?.name ?? '',
    method: rule?.method ?? 'achievement-rate',
    bands: drawnRows(scale.grades, ({ word }) => ({ word, from: bound(word), rest: takesRest(word) ? 'on' : '' })),
    shares: drawnRows(all, (year) => ({ fiscalYear: yearShort(year), share: shareOf(year) })),
    exempt: drawnRows(rule?.exempt ?? [], ({ indicator, reason }) => ({ indicator, reason })),
  }
}

export const ruleSaid = (typed: Typed, scale: Scale): RuleSaid => ({
  name: textIn(typed, 'name'),
  scale: scale.id,
  method: textIn(typed, 'method'),
  bands: rowsIn(typed, 'bands') as RuleSaid['bands'],
  shares: rowsIn(typed, 'shares') as RuleSaid['shares'],
  exempt: rowsIn(typed, 'exempt') as RuleSaid['exempt'],
})

/** 計画期間の年度 */
export const yearsOfPlans = (plans: readonly Pick<Plan, 'period'>[]): number[] =>
  [...new Set(plans.flatMap(({ period }) => (period ? range(period.from, period.to) : [])))].toSorted((a, b) => a - b)
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.min(30, Math.max(0, to - from + 1)) }, (_, nth) => from + nth)

/** 指標の名 — with the initiative that owns it, because two initiatives may count the same thing. */
export function indicatorChoices(
  indicators: readonly Indicator[],
  initiatives: readonly Pick<Initiative, 'id' | 'number' | 'title' | 'parts'>[],
): Pick<Indicator, 'id' | 'name'>[] {
  return indicators.map(({ id, name, of }) => {
    const owner = initiatives.find(
      (it) =>
        of !== null && (('initiative' in of && of.initiative === it.id) || ('part' in of && it.parts.some((part) => part.id === of.part))),
    )
    return { id, name: owner ? `${[owner.number, owner.title].filter(Boolean).join(' ')}：${name}` : name }
  })
}

/** 判定基準の文章 — what a citizen is told of it. */
export type RuleTold = {
  id: RuleId
  name: string
  scale: string
  method: string
  meaning: string
  bands: { word: string; when: string }[]
  shares: string | null
  exempt: { name: string; reason: string }[]
}

export function ruleTold(rule: JudgementRule, scales: readonly Scale[], nameOf: (indicator: string) => string): RuleTold {
  return {
    id: rule.id,
    name: rule.name,
    scale: scales.find(({ id }) => id === rule.scale)?.name ?? '',
    method: methodName[rule.method],
    meaning: methodMeaning[rule.method],
    bands: rule.bands.map(({ word, from }, nth) => {
      const above = rule.bands[nth - 1]?.from ?? null
      const until = above === null ? '' : `${percentIn(above)}％未満`
      return { word, when: from === null ? until || 'すべて' : `${percentIn(from)}％以上${until}` }
    }),
    shares:
      rule.shares.length === 0
        ? null
        : rule.shares.map(({ fiscalYear, share }) => `${yearShort(fiscalYear)} ${percentIn(share)}％`).join('、'),
    exempt: rule.exempt.map(({ indicator, reason }) => ({ name: nameOf(indicator), reason })),
  }
}
