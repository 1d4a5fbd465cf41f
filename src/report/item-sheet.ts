import { actualIn, targetIn } from '../evaluate/indicator-year.ts'
import { indicatorsOf } from '../evaluate/looking.ts'
import type { Effect, Indicator, Initiative, Part, ReformRecord, Report } from '../reform/record.ts'
import type { ItemSheet, SheetEffect, SheetIndicator } from '../reform/report-content.ts'
import { readReported } from '../reform/reported-value.ts'
import { answersIndicators } from '../reform/round-items.ts'
import { cellsIn } from '../reform/schedule-year.ts'
import type { Decimal } from '../vocabulary/decimal.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { yearShort } from './figures.ts'

/** What an item of a round is about. */
export type Asked = { initiative: string; parts: readonly string[]; section: string | null; fiscalYear: number }

/** 照会票を作る — what the plan says today about an item; null where the initiative is no longer in the plan. */
export function itemSheet(record: ReformRecord, asked: Asked): ItemSheet | null {
  const it = record.initiatives.find(({ id }) => id === asked.initiative)
  if (!it) return null
  const parts = it.parts.filter((part) => asked.parts.length === 0 || asked.parts.includes(part.id))
  return {
    number: it.number,
    title: it.title,
    description: it.description ?? joined(parts, 'description'),
    goal: it.goal ?? joined(parts, 'goal'),
    under: pathTo(record, it),
    parts: parts.map(({ id, title }) => ({ id, title })),
    activities: parts.flatMap((part) =>
      part.activities.map(({ name, schedule }) => ({ name, planned: plannedIn(schedule, asked.fiscalYear) })),
    ),
    indicators: indicatorsOf(record, it)
      .filter((indicator) => belongsTo(indicator, it, parts, asked))
      .map((indicator) => sheetIndicator(indicator, asked.fiscalYear)),
    effects: answersIndicators(it, asked.section) ? sheetEffects(record.effects, it, asked.fiscalYear) : [],
    last: lastReport(it, asked),
  }
}

const joined = (parts: readonly Part[], key: 'description' | 'goal'): string | null =>
  parts.flatMap((part) => part[key] ?? []).join('\n') || null

/** 柱・区分 from the top down to the one it stands under */
function pathTo(record: ReformRecord, it: Initiative): string[] {
  const path: string[] = []
  const seen = new Set<string>()
  for (let at = it.node; at !== null && !seen.has(at); ) {
    seen.add(at)
    const node = record.nodes.find(({ id }) => id === at)
    if (!node) break
    path.unshift([node.number, node.title].filter(Boolean).join(' '))
    at = node.parent
  }
  return path
}

/** An indicator is asked of one section: one of a part among those that report the part, one of the whole initiative among all. */
function belongsTo({ of }: Indicator, it: Initiative, parts: readonly Part[], { section }: Asked): boolean {
  if (of === null || !('part' in of)) return answersIndicators(it, section)
  return parts.some((part) => part.id === of.part) && answersIndicators(it, section, of.part)
}

/** A bar that began earlier and has no end printed says so: «検討（R4から）». */
const plannedIn = (schedule: Part['activities'][number]['schedule'], year: number): string =>
  cellsIn(schedule, year)
    .map(({ from, to, text }) => {
      const words = text === '' ? '実施' : text
      return to === null && Number(from.slice(0, 4)) < year ? `${words}（${yearShort(Number(from.slice(0, 4)))}から）` : words
    })
    .join('、')

function sheetIndicator(indicator: Indicator, year: number): SheetIndicator {
  const target = targetIn(indicator, year)
  const final = indicator.targets.findLast((one) => one.final) ?? null
  const years = [...new Set(indicator.actuals.flatMap(({ fiscalYear }) => (fiscalYear !== null && fiscalYear < year ? [fiscalYear] : [])))]
  return {
    id: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    direction: indicator.direction,
    baseline: indicator.baseline?.raw ?? null,
    ...numberBeside('baselineValue', indicator.baseline, indicator.unit),
    target: target?.fiscalYear === year ? target.raw : null,
    finalTarget: final?.raw ?? target?.raw ?? null,
    earlier: years
      .toSorted((a, b) => b - a)
      .map((fiscalYear) => {
        const actual = actualIn(indicator, fiscalYear)
        return { fiscalYear, raw: actual?.raw ?? '', ...numberBeside('value', actual, indicator.unit) }
      }),
  }
}

/** The number that the import read in words which are more than a figure with its unit. */
function numberBeside<Key extends string>(
  key: Key,
  said: { value: Decimal | null; raw: string } | null,
  unit: string | null,
): Partial<Record<Key, Decimal>> {
  if (!said || said.value === null || readReported(said.raw, unit).answer === 'number') return {}
  return { [key]: said.value } as Record<Key, Decimal>
}

/** The amounts of the initiative itself, one row for each printed row; the last estimate of the year is what was planned. */
function sheetEffects(effects: readonly Effect[], it: Initiative, year: number): SheetEffect[] {
  const own = effects.filter(({ of }) => of !== null && 'initiative' in of && of.initiative === it.id)
  return [...Map.groupBy(own, ({ scope }) => scope)].map(([scope, rows]) => {
    const planned = rows.findLast(({ fiscalYear, status }) => fiscalYear === year && status !== '実績')
    const earlier = rows.filter(({ fiscalYear, status }) => status === '実績' && fiscalYear !== null && fiscalYear < year)
    return {
      row: scope,
      scope,
      unit: rows.at(-1)?.unit ?? null,
      planned: planned?.raw ?? null,
      earlier: earlier
        .map((one) => ({ fiscalYear: one.fiscalYear as number, raw: one.raw }))
        .toSorted((a, b) => b.fiscalYear - a.fiscalYear),
    }
  })
}

/**
 * 前年度の報告 — the youngest earlier one of these parts: of the same section where it reported, else one that names no section, else
 * of whoever reported them. A section that reported its parts one by one has all of them.
 */
function lastReport(it: Initiative, { section, parts, fiscalYear }: Asked): ItemSheet['last'] {
  const isAsked = ({ parts: told }: Report): boolean => told.length === 0 || parts.length === 0 || told.some((id) => parts.includes(id))
  const earlier = it.reports.filter(
    (report): report is Report & { fiscalYear: number } => (report.fiscalYear ?? fiscalYear) < fiscalYear && isAsked(report),
  )
  const isOwn = (report: Report): boolean => report.section !== null && section !== null && foldTight(report.section) === foldTight(section)
  const own = earlier.filter(isOwn)
  const asked = own.length > 0 ? own : earlier
  const youngest = Math.max(...asked.map((report) => report.fiscalYear))
  const last = asked.filter((report) => report.fiscalYear === youngest)
  const told = last.some(isOwn) ? last : last.filter((report) => report.section === null)
  if (told.length === 0) told.push(...last.slice(0, 1))
  const text = (key: 'progress' | 'issues' | 'revision'): string | null =>
    [...new Set(told.flatMap((report) => report[key] ?? []))].join('\n') || null
  return told.length === 0 ? null : { fiscalYear: youngest, progress: text('progress'), issues: text('issues'), revision: text('revision') }
}
