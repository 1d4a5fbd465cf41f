import { actualIn, targetIn } from '../evaluate/indicator-year.ts'
import { indicatorsOf } from '../evaluate/looking.ts'
import type { Effect, Indicator, Initiative, Part, ReformRecord, Report } from '../reform/record.ts'
import type { ItemSheet, SheetEffect, SheetIndicator } from '../reform/report-content.ts'
import { answersIndicators } from '../reform/round-items.ts'
import { foldTight } from '../vocabulary/folding.ts'

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
    effects: sheetEffects(record.effects, it, asked.fiscalYear),
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

/** An indicator of a part is asked of whoever reports the part; one of the whole initiative of the section that leads. */
function belongsTo({ of }: Indicator, it: Initiative, parts: readonly Part[], { parts: asked, section }: Asked): boolean {
  if (of && 'part' in of) return asked.length === 0 || parts.some((part) => part.id === of.part)
  return answersIndicators(it, section)
}

function plannedIn(schedule: Part['activities'][number]['schedule'], year: number): string {
  const yearOf = (text: string): number => Number(text.slice(0, 4))
  return schedule
    .filter(({ from, to }) => yearOf(from) <= year && year <= yearOf(to ?? from))
    .map(({ text }) => (text === '' ? '実施' : text))
    .join('、')
}

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
    target: target?.fiscalYear === year ? target.raw : null,
    finalTarget: final?.raw ?? target?.raw ?? null,
    earlier: years.toSorted((a, b) => b - a).map((fiscalYear) => ({ fiscalYear, raw: actualIn(indicator, fiscalYear)?.raw ?? '' })),
  }
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

/** The youngest earlier report: of the same section where it reported, else of the initiative. */
function lastReport(it: Initiative, { section, fiscalYear }: Asked): ItemSheet['last'] {
  const earlier = it.reports.filter((report): report is Report & { fiscalYear: number } => (report.fiscalYear ?? fiscalYear) < fiscalYear)
  const own = earlier.filter((report) => report.section === null || section === null || foldTight(report.section) === foldTight(section))
  const last = (own.length > 0 ? own : earlier).toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0]
  return last ? { fiscalYear: last.fiscalYear, progress: last.progress, issues: last.issues, revision: last.revision } : null
}
