import { eraName, type FiscalYear } from '../vocabulary/fiscal-year.ts'
import type { Indicator, Initiative, ReformRecord, ScheduleCell } from './record.ts'
import type { RecordId } from './record-id.ts'
import type { PlanChange } from './report-content.ts'

/** 見直しに当たる変更 — a change of target, schedule, section or title that an edit makes to an initiative that was there before. */
export type ChangeMade = Pick<PlanChange, 'initiative' | 'kind' | 'of' | 'before'> & { after: string }

export function changesMade(before: ReformRecord, after: ReformRecord): ChangeMade[] {
  const now = new Map(after.initiatives.map((it) => [it.id, it]))
  return before.initiatives.flatMap((was) => {
    const it = now.get(was.id)
    if (!it) return []
    const targets = targetsChanged(before, after, was, it)
    return it === was ? targets : [...initiativeChanged(was, it), ...targets]
  })
}

function initiativeChanged(was: Initiative, it: Initiative): ChangeMade[] {
  const changed = (kind: ChangeMade['kind'], of: string | null, before: string, after: string): ChangeMade[] =>
    before === after ? [] : [{ initiative: it.id, kind, of, before: before || null, after }]
  const [old, fresh] = [scheduleOf(was), scheduleOf(it)]
  return [
    ...changed('title', null, was.title, it.title),
    ...changed('section', null, sectionsOf(was), sectionsOf(it)),
    ...[...new Set([...old.keys(), ...fresh.keys()])].flatMap((of) => changed('schedule', of, old.get(of) ?? '', fresh.get(of) ?? '')),
  ]
}

const sectionsOf = ({ sections, parts }: Initiative): string =>
  [...new Set([...sections, ...parts.flatMap((part) => part.sections)].map(({ name }) => name))].join('、')

/** «<activity>@2026» → what is planned to begin in the year */
function scheduleOf({ parts }: Initiative): Map<string, string> {
  const found = new Map<string, string>()
  for (const { name, schedule } of parts.flatMap(({ activities }) => activities))
    for (const cell of schedule) {
      const of = `${name}@${cell.from.slice(0, 4)}`
      found.set(of, [found.get(of), cellText(cell)].filter(Boolean).join('、'))
    }
  return found
}

function cellText({ from, to, text, milestone }: ScheduleCell): string {
  const until = to === null ? '（終期の記載なし）' : to === from ? '' : `（${eraName(Number(to.slice(0, 4)) as FiscalYear)}まで）`
  const half = from.endsWith('-H1') ? '上半期 ' : from.endsWith('-H2') ? '下半期 ' : ''
  return `${half}${milestone ? '◆' : ''}${text || '実施'}${until}`
}

const isOf = ({ of }: Indicator, it: Initiative): boolean =>
  of !== null && (('initiative' in of && of.initiative === it.id) || ('part' in of && it.parts.some(({ id }) => id === of.part)))

function targetsChanged(before: ReformRecord, after: ReformRecord, was: Initiative, it: Initiative): ChangeMade[] {
  if (before.indicators === after.indicators) return []
  const now = new Map(after.indicators.map((one) => [one.id, one]))
  const ids = new Set<RecordId>([
    ...before.indicators.filter((one) => now.get(one.id) !== one && isOf(one, was)).map(({ id }) => id),
    ...after.indicators.filter((one) => isOf(one, it)).map(({ id }) => id),
  ])
  return [...ids].flatMap((id) => {
    const [old, fresh] = [before.indicators.find((one) => one.id === id), now.get(id)]
    if (old === fresh) return []
    const [from, to] = [targetsOf(old), targetsOf(fresh)]
    return [...new Set([...from.keys(), ...to.keys()])].flatMap((of) => {
      const [raw, changed] = [from.get(of) ?? '', to.get(of) ?? '']
      return raw === changed ? [] : [{ initiative: it.id, kind: 'target' as const, of, before: raw || null, after: changed }]
    })
  })
}

function targetsOf(indicator: Indicator | undefined): Map<string, string> {
  const found = new Map<string, string>()
  for (const { fiscalYear, raw } of indicator?.targets ?? []) {
    const of = fiscalYear === null ? (indicator as Indicator).id : `${(indicator as Indicator).id}@${fiscalYear}`
    found.set(of, [found.get(of), raw].filter(Boolean).join('、'))
  }
  return found
}
