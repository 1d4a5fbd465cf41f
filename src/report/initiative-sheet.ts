import type { Initiative, Part, RoadmapItem, SectionRef } from '../reform/record.ts'
import { type LineageTold, lineageOfInitiative } from './carry-over.ts'
import { type ChangeTold, changesTold } from './changes-told.ts'
import { type CheckTold, checksOfInitiative } from './check-list.ts'
import type { EditionIndex } from './edition-index.ts'
import { type EffectTold, effectsOfInitiative } from './effects-told.ts'
import { dateText, periodText } from './figures.ts'
import { type Gantt, ganttOf } from './gantt.ts'
import { anchorOf, type IndicatorSheet, indicatorSheet } from './indicator-sheet.ts'
import { type CostTold, costsTold, type EvaluationTold, evaluationsTold, type ReportTold, reportsTold } from './initiative-reports.ts'
import { type StatusTold, statusTold } from './initiative-status.ts'
import { sectionNow, sectionsSeen } from './sections-then-now.ts'
import type { SourceRef } from './source-pages.ts'
import { inheritedIndicators, seriesIndexOf } from './through-series.ts'
import { type Told, toldText } from './told.ts'
import { roleName } from './wording-fields.ts'

export type PartSheet = {
  id: string
  title: string | null
  sections: string[]
  description: Told | null
  goal: Told | null
  gantt: Gantt | null
  indicators: IndicatorSheet[]
}

/** 取組の紙面 — everything a reader is told of one initiative. */
export type InitiativeSheet = {
  id: string
  number: string | null
  title: string
  status: StatusTold
  plan: { id: string; title: string; period: string } | null
  path: { id: string; level: string | null; title: string }[]
  sections: string[]
  marks: { scheme: string; names: { name: string; on: boolean | null }[] }[]
  published: { where: string; title: string | null; url: string | null }[]
  description: Told
  goal: Told
  parts: PartSheet[]
  indicators: IndicatorSheet[]
  /** 引き継いだ指標 — of the initiatives this one came from, where it has none of that name itself */
  inherited: { name: string; anchor: string; unit: string | null; from: { id: string; title: string } }[]
  reports: ReportTold[]
  evaluations: EvaluationTold[]
  costs: CostTold[]
  effects: EffectTold[]
  lineage: LineageTold[]
  roadmap: { when: string; text: string; sources: SourceRef[] }[]
  checks: CheckTold[]
  /** 見直しの経緯 */
  changes: ChangeTold[]
}

export function sectionText({ name, office, role }: SectionRef): string {
  const inside = [office, role ? roleName[role] : null].filter((s) => s !== null && s !== '')
  return inside.length > 0 ? `${name}（${inside.join('、')}）` : name
}

/** 「(1) 持続可能な財政運営」 — number and title as they stand in the document. */
export const numbered = (said: { number: string | null; title: string }): string =>
  said.number && !said.title.startsWith(said.number) ? `${said.number} ${said.title}` : said.title

/** 「令和8年度（2026）5月から」 — an end that is not written is said to be not written. */
export function roadmapWhen({ from, to, month }: RoadmapItem): string {
  if (from === null && to === null) return month === null ? '時期の記載なし' : `${month}月（年の記載なし）`
  const start = from === null ? '' : dateText(from) + (month === null ? '' : `${month}月`)
  return to === from ? start : `${start}～${to === null ? '（終期の記載なし）' : dateText(to)}`
}

function marksOf(initiative: Initiative): InitiativeSheet['marks'] {
  const schemes = [...new Set(initiative.marks.map((m) => m.scheme))]
  return schemes.map((scheme) => ({
    scheme,
    names: initiative.marks.filter((m) => m.scheme === scheme).map(({ name, on }) => ({ name, on })),
  }))
}

function partSheet(part: Part, pointer: string, index: EditionIndex, initiative: Initiative): PartSheet {
  const own = index.indicatorsOf(initiative).filter((i) => i.of && 'part' in i.of && i.of.part === part.id)
  return {
    id: part.id,
    title: part.title,
    sections: part.sections.map((one) => sectionNow(sectionsSeen(index.edition), one.name, sectionText(one))),
    description: part.description === null ? null : toldText(part.description, index.sources(`${pointer}/description`)),
    goal: part.goal === null ? null : toldText(part.goal, index.sources(`${pointer}/goal`)),
    gantt: ganttOf(part.activities, index.plan(initiative.plan)?.period ?? index.root.period),
    indicators: own.map((i) => indicatorSheet(i, index)),
  }
}

export function initiativeSheet(initiative: Initiative, index: EditionIndex): InitiativeSheet {
  const at = index.pointer(initiative)
  const plan = index.plan(initiative.plan) ?? index.root
  const whole = index.indicatorsOf(initiative).filter((i) => !i.of || !('part' in i.of))
  return {
    id: initiative.id,
    number: initiative.number,
    title: initiative.title,
    status: statusTold(initiative, index),
    plan: { id: plan.id, title: plan.title, period: periodText(plan.period) },
    path: index.pathOf(initiative.node).map((n) => ({ id: n.id, level: n.level, title: numbered(n) })),
    sections: initiative.sections.map((one) => sectionNow(sectionsSeen(index.edition), one.name, sectionText(one))),
    marks: marksOf(initiative),
    published: initiative.published,
    description: toldText(initiative.description, index.sources(`${at}/description`)),
    goal: toldText(initiative.goal, index.sources(`${at}/goal`)),
    parts: initiative.parts.map((p, i) => partSheet(p, `${at}/parts/${i}`, index, initiative)),
    indicators: whole.map((i) => indicatorSheet(i, index)),
    inherited: inheritedIndicators(initiative.id, seriesIndexOf(index.edition.record)).map(({ indicator, from }) => ({
      name: indicator.name,
      anchor: anchorOf(indicator),
      unit: indicator.unit,
      from: { id: from.id, title: from.title },
    })),
    reports: reportsTold(initiative, index),
    evaluations: evaluationsTold(initiative, index),
    costs: costsTold(initiative, index),
    effects: effectsOfInitiative(initiative, index),
    lineage: lineageOfInitiative(initiative, index),
    roadmap: index.edition.record.roadmap.flatMap((r, i) =>
      r.initiative === initiative.id ? [{ when: roadmapWhen(r), text: r.text, sources: index.sources(`/roadmap/${i}/text`) }] : [],
    ),
    checks: checksOfInitiative(initiative, index),
    changes: changesTold(index.edition, initiative.id),
  }
}
