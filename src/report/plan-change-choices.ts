import type { Initiative, ReformRecord } from '../reform/record.ts'
import type { PlanChangeKind } from '../reform/report-content.ts'
import { yearShort } from './figures.ts'
import { yearsOf } from './initiative-forms.ts'
import { changeKindNames } from './wording-plans.ts'

export type ChangeChoice = { value: string; label: string }

/** 見直せるもの — title, sections, each target and each year of the schedule; the value says kind and «of». */
export function changeChoices(record: ReformRecord, it: Initiative): ChangeChoice[] {
  const plan = record.plans.find(({ id }) => id === it.plan) ?? record.plans[0]
  const years = yearsOf(plan?.period ?? null)
  const parts = new Set<string>(it.parts.map(({ id }) => id))
  const own = record.indicators.filter(
    ({ of }) => of !== null && (('initiative' in of && of.initiative === it.id) || ('part' in of && parts.has(of.part))),
  )
  const activities = [...new Set(it.parts.flatMap((part) => part.activities.map(({ name }) => name)))]
  const choice = (kind: PlanChangeKind, of: string, about: string): ChangeChoice => ({
    value: `${kind}:${of}`,
    label: about === '' ? changeKindNames[kind] : `${changeKindNames[kind]}：${about}`,
  })
  return [
    ...own.flatMap((one) => [
      ...[...new Set([...years, ...one.targets.flatMap(({ fiscalYear }) => fiscalYear ?? [])])].map((year) =>
        choice('target', `${one.id}@${year}`, `${one.name}（${yearShort(year)}）`),
      ),
      ...(one.targets.some(({ fiscalYear }) => fiscalYear === null) ? [choice('target', one.id, `${one.name}（最終目標）`)] : []),
    ]),
    ...activities.flatMap((name) => years.map((year) => choice('schedule', `${name}@${year}`, `${name}（${yearShort(year)}）`))),
    choice('section', '', ''),
    choice('title', '', ''),
  ]
}

const KINDS: readonly string[] = ['target', 'schedule', 'section', 'title']

export function readChangeChoice(value: string): { kind: PlanChangeKind; of: string | null } {
  const [kind = '', of = ''] = value.split(/:(.*)/s)
  return { kind: KINDS.includes(kind) ? (kind as PlanChangeKind) : 'title', of: of === '' ? null : of }
}
