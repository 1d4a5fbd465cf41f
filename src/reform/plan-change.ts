import { foldTight } from '../vocabulary/folding.ts'
import { readMeasured } from '../vocabulary/measured.ts'
import { readTarget } from '../vocabulary/target.ts'
import { carrySources } from './carry-sources.ts'
import type { Activity, Indicator, Initiative, Part, ReformRecord, SectionRef, Target } from './record.ts'
import type { RecordId } from './record-id.ts'
import type { PlanChange } from './report-content.ts'
import { cellsIn, cellsOver, withYear } from './schedule-year.ts'
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
  const cells = activityMeant(it.parts, name, year)?.schedule ?? []
  return (year === null ? cells : cellsIn(cells, year)).map(({ text }) => text).join('、') || null
}

/** Rows of the same name in a form are told apart by what they plan: the first that says something of the year is meant, else the first. */
function activityMeant(parts: readonly Part[], name: string, year: number | null): Activity | undefined {
  const named = parts.flatMap((part) => part.activities.filter((activity) => activity.name === name))
  const says = (cells: typeof cellsIn) => named.find(({ schedule }) => year !== null && cells(schedule, year).length > 0)
  return says(cellsOver) ?? says(cellsIn) ?? named[0]
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
        ? ofInitiative((it) => withSections(it, change.after))
        : change.kind === 'schedule'
          ? ofInitiative((it) => ({ ...it, parts: withSchedule(it.parts, name, year, change.after) }))
          : {
              ...record,
              indicators: record.indicators.map((one) => (one.id === (name as RecordId) ? withTarget(one, year, change.after) : one)),
            }
  return { ...after, sources: carrySources(record, after) }
}

const sameName = (a: string, b: string): boolean => foldTight(a) === foldTight(b)

/** 「財政課、管財課」 — sections that stay keep their role and office; one that takes the place of another has its role. */
export function sectionsIn(text: string, before: readonly SectionRef[]): SectionRef[] {
  const names = text
    .split(/[、,，\n]/)
    .map((name) => name.trim())
    .filter(Boolean)
  const gone = before.filter((one) => !names.some((name) => sameName(one.name, name)))
  const come = names.filter((name) => !before.some((one) => sameName(one.name, name)))
  return names.map(
    (name) =>
      before.find((one) => sameName(one.name, name)) ?? {
        name,
        office: null,
        role: (gone[come.indexOf(name)] ?? gone.at(-1))?.role ?? null,
      },
  )
}

const once = (sections: readonly SectionRef[]): SectionRef[] => [...new Map(sections.map((one) => [foldTight(one.name), one])).values()]

/** The parts whose section is no longer among those of the initiative go to what took its place, or nobody would be asked for them. */
function withSections(it: Initiative, text: string): Initiative {
  const sections = sectionsIn(text, it.sections)
  const gone = it.sections.filter((one) => !sections.some(({ name }) => sameName(name, one.name)))
  const come = sections.filter((one) => !it.sections.some(({ name }) => sameName(name, one.name)))
  const instead = (own: SectionRef): SectionRef[] => {
    const place = gone.findIndex(({ name }) => sameName(name, own.name))
    const next = place < 0 ? undefined : (come[place] ?? come.at(-1))
    return place < 0 ? [own] : next ? [{ ...next, role: own.role }] : []
  }
  return { ...it, sections, parts: it.parts.map((part) => ({ ...part, sections: once(part.sections.flatMap(instead)) })) }
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
  const meant = activityMeant(parts, name, year)
  if (year === null || !meant) return [...parts]
  const edit = (one: Activity): Activity => (one === meant ? { ...one, schedule: withYear(one.schedule, year, text) } : one)
  return parts.map((part) => ({ ...part, activities: part.activities.map(edit) }))
}
