import type { TypedRound } from '../../../report/round-form.ts'
import type { ListedPlan } from '../../../store/plan-family.ts'

/** The named fields of a form, and no others; a file is no text. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 2000) : ''
}

export function typedIn(form: FormData): TypedRound {
  const text = (name: string): string => textOf(form, name)
  return {
    plan: text('plan'),
    year: text('year'),
    title: text('title'),
    opensOn: text('opensOn'),
    dueSection: text('dueSection'),
    dueDepartment: text('dueDepartment'),
    dueOffice: text('dueOffice'),
    graceDays: text('graceDays'),
    lockOn: text('lockOn'),
    departmentApproval: form.has('departmentApproval'),
    separation: form.has('separation'),
    remindBefore: text('remindBefore'),
    remindOnDay: form.has('remindOnDay'),
    remindAfter: form.getAll('remindAfter').filter((one): one is string => typeof one === 'string' && /^[1-5]$/.test(one)),
    contact: text('contact'),
  }
}

/** The same as names and values, for a form that carries them unseen. */
export function hiddenOf(typed: TypedRound): [name: string, value: string][] {
  return Object.entries(typed).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'boolean') return value ? [[name, '1']] : []
    return Array.isArray(value) ? value.map((one): [string, string] => [name, one]) : [[name, value]]
  })
}

export const planValue = ({ family, plan }: { family: string; plan: string }): string => `${family}|${plan}`

/** 計画の選択肢 — nested plans stand under the plan they stand in. */
export function planOptions(plans: readonly ListedPlan[]): { value: string; name: string }[] {
  const below = (family: string, parent: string | null, depth: number): { value: string; name: string }[] =>
    plans
      .filter((one) => one.family === family && one.parent === parent)
      .flatMap((one) => [
        { value: planValue(one), name: `${depth > 0 ? `${'　'.repeat(depth)}└ ` : ''}${one.title}` },
        ...(depth < 8 ? below(family, one.plan, depth + 1) : []),
      ])
  return [...new Set(plans.map(({ family }) => family))].flatMap((family) => below(family, null, 0))
}
