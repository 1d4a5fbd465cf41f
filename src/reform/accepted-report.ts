import { foldTight } from '../vocabulary/folding.ts'
import { readMeasured } from '../vocabulary/measured.ts'
import { readYen } from '../vocabulary/yen.ts'
import { carrySources } from './carry-sources.ts'
import type { Source } from './edition.ts'
import type { Actual, Effect, Initiative, ReformRecord, Report } from './record.ts'
import type { RecordId } from './record-id.ts'
import type { ReportedActual, ReportField, SheetEffect } from './report-content.ts'
import type { ReportDocument } from './report-document.ts'
import { readCounted } from './reported-value.ts'
import type { RoundItem } from './round.ts'
import { askedOf } from './round-items.ts'
import type { StoredRecord } from './stored-record.ts'

/** 受理した報告を計画の記録に移す — the report of the year, the actuals and the effect amounts; what else the record says stays. */
export function withAccepted(record: StoredRecord, item: RoundItem, fiscalYear: number, document: ReportDocument): StoredRecord {
  const { content, initiative } = item
  const actuals = new Map(content.actuals.map((actual) => [actual.indicator as string, actual]))
  const accepted: ReformRecord = {
    ...record,
    // from now on the record speaks of this year, as after an import of its report: an older document changes nothing of it
    fiscalYear: Math.max(record.fiscalYear ?? 0, fiscalYear),
    initiatives: record.initiatives.map((it) => (it.id === initiative ? withReport(it, reportOf(it, item, fiscalYear)) : it)),
    indicators: record.indicators.map((indicator) => {
      const said = actuals.get(indicator.id)
      if (!said || said.raw.trim() === '') return indicator
      const actual = actualOf(said, fiscalYear, indicator.unit)
      return {
        ...indicator,
        actuals: placed(indicator.actuals, actual, (one) => isActualIn(one, fiscalYear, actual.status)),
      }
    }),
    effects: withEffects(record.effects, item, fiscalYear),
  }
  // what stands in the place of an older value no longer comes from where that one came from
  const own = sourcesOf(accepted, item, fiscalYear, document)
  const pointers = new Set(own.map(({ pointer }) => pointer))
  return { ...accepted, sources: [...carrySources(record, accepted).filter(({ pointer }) => !pointers.has(pointer)), ...own] }
}

/** 出典 — each value of the report leads to its line of the accepted report. */
function sourcesOf(record: ReformRecord, item: RoundItem, fiscalYear: number, { sha256, places }: ReportDocument): Source[] {
  const source = (pointer: string, field: ReportField): Source[] => {
    const place = places.get(field)
    return place ? [{ pointer, document: sha256, place, guessed: false }] : []
  }
  const initiative = record.initiatives.findIndex(({ id }) => id === item.initiative)
  const it = record.initiatives[initiative]
  const report = it?.reports.findIndex((one) => isReportOf(it, one, item, fiscalYear)) ?? -1
  const texts = (['progress', 'issues', 'revision'] as const).flatMap((field) =>
    report < 0 ? [] : source(`/initiatives/${initiative}/reports/${report}/${field}`, field),
  )
  const actuals = item.content.actuals.flatMap(({ indicator, raw, status }) => {
    const place = record.indicators.findIndex(({ id }) => id === indicator)
    const nth = record.indicators[place]?.actuals.findIndex((one) => isActualIn(one, fiscalYear, status)) ?? -1
    if (nth < 0 || raw.trim() === '') return []
    return ['value', 'raw'].flatMap((key) => source(`/indicators/${place}/actuals/${nth}/${key}`, `actual:${indicator}`))
  })
  const effects = item.content.effects.flatMap(({ row }) => {
    const nth = record.effects.findIndex(
      (one) => one.estimate === ACTUAL && one.scope === row && one.fiscalYear === fiscalYear && isOf(one, item),
    )
    return nth < 0 ? [] : ['amountYen', 'raw'].flatMap((key) => source(`/effects/${nth}/${key}`, `effect:${row}`))
  })
  return [...texts, ...actuals, ...effects]
}

const isActualIn = (one: Actual, fiscalYear: number, status: Actual['status']): boolean =>
  one.fiscalYear === fiscalYear && one.status === (status ?? '実績')
const isOf = ({ of }: Effect, { initiative }: RoundItem): boolean => of !== null && 'initiative' in of && of.initiative === initiative
/**
 * The same year, parts and section. A report for no parts is one for all of them; one that an import brought without a section is
 * that of the section which alone is asked for its parts.
 */
function isReportOf(it: Initiative, one: Report, { parts, section }: Pick<RoundItem, 'parts' | 'section'>, fiscalYear: number): boolean {
  if (one.fiscalYear !== fiscalYear || partsTold(it, one.parts) !== partsTold(it, parts)) return false
  if (foldTight(one.section ?? '') === foldTight(section ?? '')) return true
  return one.section === null && askedOf(it).filter((asked) => partsTold(it, asked.parts) === partsTold(it, parts)).length <= 1
}
const partsTold = (it: Initiative, parts: readonly RecordId[]): string => wholeOr(it, parts).toSorted().join()
const wholeOr = (it: Initiative, parts: readonly RecordId[]): RecordId[] => (parts.length > 0 ? [...parts] : it.parts.map(({ id }) => id))

/** In the place of the one that is the same thing, or at the end. */
function placed<T>(all: readonly T[], item: T, same: (one: T) => boolean): T[] {
  const place = all.findIndex(same)
  return place < 0 ? [...all, item] : all.map((one, nth) => (nth === place ? item : one))
}

const UNCHANGED = '変更なし'

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text)

function reportOf(it: Initiative, { parts, section, content, sheet }: RoundItem, fiscalYear: number): Report {
  const progress = textOrNull(content.progress) ?? (content.unchanged ? (sheet.last?.progress ?? UNCHANGED) : null)
  const issues = textOrNull(content.issues) ?? (content.unchanged ? (sheet.last?.issues ?? null) : null)
  return { parts: wholeOr(it, parts), section, fiscalYear, progress, issues, revision: textOrNull(content.revision), figures: [] }
}

/** A report of the same year, section and parts is replaced where it stands; figures that an import tied to its text go with the text. */
function withReport(it: Initiative, report: Report): Initiative {
  const same = (one: Report): boolean => isReportOf(it, one, report, report.fiscalYear ?? 0)
  const stored = it.reports.find(same)
  const figures = stored?.progress === report.progress ? stored.figures : []
  return { ...it, reports: placed(it.reports, { ...report, figures }, same) }
}

function actualOf({ raw, status }: ReportedActual, fiscalYear: number, unit: string | null): Actual {
  const { measured: read, numerator, denominator } = readCounted(raw, unit)
  const value = read.answer === 'number' ? read.value : null
  return {
    fiscalYear,
    asOf: null,
    value,
    answer: read.answer,
    raw: raw.trim(),
    numerator,
    denominator,
    status: status ?? '実績',
  }
}

/**
 * 効果額の実績 — beside the planned amount of the same row: amounts that were planned stay, the year's actual is its own row. What a
 * reopened report left empty is no longer said.
 */
function withEffects(effects: readonly Effect[], { content, sheet, initiative }: RoundItem, fiscalYear: number): Effect[] {
  return sheet.effects.reduce<Effect[]>(
    (all, asked) => {
      const raw = content.effects.find(({ row }) => row === asked.row)?.raw ?? ''
      const actual = effectOf(asked, raw, initiative, fiscalYear)
      return raw.trim() === '' ? all.filter((one) => !isActualOf(one, actual)) : placed(all, actual, (one) => isActualOf(one, actual))
    },
    [...effects],
  )
}

const ACTUAL = '実績報告'
function effectOf({ scope, unit }: SheetEffect, raw: string, initiative: RoundItem['initiative'], fiscalYear: number): Effect {
  const read = readMeasured(raw)
  const amountYen = readYen(raw, unit)
  const quantity = amountYen === null && read.answer === 'number' ? read.value : null
  return {
    estimate: ACTUAL,
    of: { initiative },
    scope,
    fiscalYear,
    amountYen,
    quantity,
    unit,
    side: null,
    basis: null,
    status: '実績',
    raw,
  }
}
const isActualOf = (one: Effect, actual: Effect): boolean =>
  one.estimate === ACTUAL &&
  one.scope === actual.scope &&
  one.fiscalYear === actual.fiscalYear &&
  JSON.stringify(one.of) === JSON.stringify(actual.of)
