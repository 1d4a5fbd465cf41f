import { foldTight } from '../vocabulary/folding.ts'
import { readMeasured } from '../vocabulary/measured.ts'
import { readTarget } from '../vocabulary/target.ts'
import { carrySources } from './carry-sources.ts'
import type { Activity, Indicator, Initiative, Part, ReformRecord, SectionRef, Target } from './record.ts'
import type { RecordId } from './record-id.ts'
import type { PlanChange } from './report-content.ts'
import type { StoredRecord } from './stored-record.ts'

/** What a change is about: `of` is «<indicator id>» or «<indicator id>@2026» for a target, «<activity>@2026» for the schedule. */
type Meant = Pick<PlanChange, 'initiative' | 'kind' | 'of'>

const named = (of: string | null): { name: string; year: number | null } => {
  const [, name = '', year] = /^(.*?)(?:@(\d{4}))?$/s.exec(of ?? '') ?? []
  return { name, year: year === undefined ? null : Number(year) }
}

/** 見直し前の値 — what the plan says today of that which a change is about; null where it says nothing. */
export function formerValue(record: ReformRecord, { initiative, kind, of }: Meant): string | null {
  const it = record.initiatives.find(({ id }) => id === initiative)
  const { name, year } = named(of)
  if (!it) return null
  if (kind === 'title') return it.title
  if (kind === 'section') return it.sections.map((section) => section.name).join('、') || null
  if (kind === 'target') return targetMeant(record.indicators.find(({ id }) => id === name)?.targets ?? [], year)?.raw ?? null
  const cells = it.parts.flatMap((part) => part.activities.filter((activity) => activity.name === name)).flatMap(({ schedule }) => schedule)
  return (
    cells
      .filter((cell) => year === null || cell.from.startsWith(String(year)))
      .map(({ text }) => text)
      .join('、') || null
  )
}

const targetMeant = (targets: readonly Target[], year: number | null): Target | undefined =>
  year === null ? (targets.findLast(({ final }) => final) ?? targets.at(-1)) : targets.findLast(({ fiscalYear }) => fiscalYear === year)

/** 見直しがどの年度の目標のことか — the final target stands in its own year where it has one; undefined where another indicator is meant. */
export function targetYearMeant({ id, targets }: Pick<Indicator, 'id' | 'targets'>, of: string | null): number | null | undefined {
  const { name, year } = named(of)
  if (name !== id) return undefined
  return year ?? targetMeant(targets, null)?.fiscalYear ?? null
}

/** 見直しを計画に反映する — the plan as it reads after a decided change; values that did not change keep their sources. */
export function withPlanChange(record: StoredRecord, change: Meant & { after: string }): StoredRecord {
  const { name, year } = named(change.of)
  const ofInitiative = (edit: (it: Initiative) => Initiative): ReformRecord => ({
    ...record,
    initiatives: record.initiatives.map((it) => (it.id === change.initiative ? edit(it) : it)),
  })
  const after =
    change.kind === 'title'
      ? ofInitiative((it) => ({ ...it, title: change.after.trim() }))
      : change.kind === 'section'
        ? ofInitiative((it) => ({ ...it, sections: sectionsIn(change.after, it.sections) }))
        : change.kind === 'schedule'
          ? ofInitiative((it) => ({ ...it, parts: withSchedule(it.parts, name, year, change.after) }))
          : {
              ...record,
              indicators: record.indicators.map((one) => (one.id === (name as RecordId) ? withTarget(one, year, change.after) : one)),
            }
  return { ...after, sources: carrySources(record, after) }
}

/** 「財政課、管財課」 — sections that stay keep their role and office. */
export function sectionsIn(text: string, before: readonly SectionRef[]): SectionRef[] {
  const names = text
    .split(/[、,，\n]/)
    .map((name) => name.trim())
    .filter(Boolean)
  return names.map((name) => before.find((one) => foldTight(one.name) === foldTight(name)) ?? { name, office: null, role: null })
}

function withTarget(indicator: Indicator, year: number | null, text: string): Indicator {
  const old = targetMeant(indicator.targets, year)
  const read = readTargetCell(text)
  const target: Target = { fiscalYear: year, asOf: null, final: year === null, ...old, ...read }
  const targets = old ? indicator.targets.map((one) => (one === old ? target : one)) : [...indicator.targets, target]
  return { ...indicator, targets }
}

/** 目標の欄 — «85%以上» with its comparator, a bare number, or words. */
export function readTargetCell(text: string): Pick<Target, 'comparator' | 'value' | 'answer' | 'raw'> {
  const raw = text.trim()
  const item = readTarget(raw)
  if (item?.value) return { comparator: item.comparator, value: item.value, answer: 'number', raw }
  const plain = readMeasured(raw)
  return {
    comparator: plain.answer === 'number' ? '=' : null,
    value: plain.answer === 'number' ? plain.value : null,
    answer: plain.answer,
    raw,
  }
}

function withSchedule(parts: readonly Part[], name: string, year: number | null, text: string): Part[] {
  const edit = (activity: Activity): Activity => {
    const from = String(year)
    const at = activity.schedule.findIndex((cell) => cell.from.startsWith(from))
    const cell = { from, to: from, milestone: false, ...activity.schedule[at], text }
    return { ...activity, schedule: at < 0 ? [...activity.schedule, cell] : activity.schedule.map((one, nth) => (nth === at ? cell : one)) }
  }
  if (year === null) return [...parts]
  return parts.map((part) => ({ ...part, activities: part.activities.map((one) => (one.name === name ? edit(one) : one)) }))
}
