import type { Figure, Initiative } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import { changeText, isMoney, numberText, yearText, yenText } from './figures.ts'
import { sectionsSeen, sectionThenNow } from './sections-then-now.ts'
import type { SourceRef } from './source-pages.ts'
import { type Told, toldText, withUnit } from './told.ts'

export type FigureTold = { label: string; text: string; note: string | null; sources: SourceRef[] }
export type ReportTold = {
  when: string
  section: string | null
  parts: string[]
  progress: Told
  issues: Told
  revision: Told
  figures: FigureTold[]
}
export type EvaluationTold = { when: string; what: string; raw: string; comment: string | null; sources: SourceRef[] }
export type CostTold = { when: string; label: string; amount: string; sources: SourceRef[] }

const yearOrNot = (year: number | null): string => (year === null ? '年度の記載なし' : yearText(year))

function figureTold(figure: Figure, sources: SourceRef[]): FigureTold {
  const said = [
    figure.numerator && figure.denominator ? `${numberText(figure.numerator)}／${numberText(figure.denominator)}` : null,
    figure.previous ? `前の値 ${withUnit(numberText(figure.previous), figure.unit)}` : null,
    figure.change ? `増減 ${withUnit(changeText(figure.change), figure.unit)}` : null,
  ].filter((s) => s !== null)
  const label = figure.group ? `${figure.group}：${figure.label}` : figure.label
  const text = figure.value ? withUnit(numberText(figure.value), figure.unit) : figure.raw
  return { label, text, note: said.length > 0 ? said.join('、') : null, sources }
}

/** 年度ごとの報告 — the newest first. */
export function reportsTold(initiative: Initiative, index: EditionIndex): ReportTold[] {
  const at = index.pointer(initiative)
  const titles = new Map(initiative.parts.map((p) => [p.id, p.title]))
  const told = initiative.reports.map((report, i) => ({
    year: report.fiscalYear ?? 0,
    when: yearOrNot(report.fiscalYear),
    section: report.section === null ? null : sectionThenNow(sectionsSeen(index.edition), report.section, report.fiscalYear),
    parts: report.parts.map((id) => titles.get(id) ?? null).filter((t) => t !== null),
    progress: toldText(report.progress, index.sources(`${at}/reports/${i}/progress`)),
    issues: toldText(report.issues, index.sources(`${at}/reports/${i}/issues`)),
    revision: toldText(report.revision, index.sources(`${at}/reports/${i}/revision`)),
    figures: report.figures.map((f, j) => figureTold(f, index.sources(`${at}/reports/${i}/figures/${j}/raw`))),
  }))
  return told.toSorted((a, b) => b.year - a.year).map(({ year: _, ...report }) => report)
}

export function evaluationsTold(initiative: Initiative, index: EditionIndex): EvaluationTold[] {
  return initiative.evaluations.map((e, i) => ({
    when: yearOrNot(e.fiscalYear),
    what: [e.stage, e.criterion, e.scale].filter((s) => s !== null && s !== '').join('・') || '評価',
    raw: e.raw,
    comment: e.comment,
    sources: index.sources(`${index.pointer(initiative)}/evaluations/${i}/raw`),
  }))
}

export function costsTold(initiative: Initiative, index: EditionIndex): CostTold[] {
  return initiative.costs.map((c, i) => ({
    when: yearOrNot(c.fiscalYear),
    label: [c.label, c.stage, c.fund].filter((s) => s !== null && s !== '').join('・') || '事業費',
    amount:
      c.amountYen !== null && isMoney(c.unit)
        ? withUnit(yenText(c.amountYen, c.unit), c.unit)
        : c.quantity
          ? withUnit(numberText(c.quantity), c.unit)
          : c.raw,
    sources: index.sources(`${index.pointer(initiative)}/costs/${i}/raw`),
  }))
}
