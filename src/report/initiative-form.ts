import type { Initiative } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import type { Gantt } from './gantt.ts'
import type { ReportTold } from './initiative-reports.ts'
import { type InitiativeSheet, initiativeSheet } from './initiative-sheet.ts'

export type FormTarget = { indicator: string; target: string }
export type FormPart = { title: string | null; sections: string; gantt: Gantt | null; targets: FormTarget[]; goal: string | null }

/** 実施計画の様式（A4） — the initiative printed back as the form it is planned and reported on. */
export type InitiativeForm = {
  heading: { plan: string; path: string[] }
  number: string
  title: string
  sections: string
  description: string
  goal: string
  marks: InitiativeSheet['marks']
  published: string
  parts: FormPart[]
  reports: ReportTold[]
}

function targetsOf(indicators: InitiativeSheet['indicators']): FormTarget[] {
  return indicators.flatMap((i) => {
    const last = i.years.findLast((y) => y.target.answer !== 'not-said')
    return last ? [{ indicator: i.name, target: `${last.target.text}［${last.when}］` }] : []
  })
}

export function initiativeForm(initiative: Initiative, index: EditionIndex): InitiativeForm {
  const sheet = initiativeSheet(initiative, index)
  const whole: FormPart = { title: null, sections: '', gantt: null, targets: targetsOf(sheet.indicators), goal: null }
  const parts = sheet.parts.map((p) => ({
    title: p.title,
    sections: p.sections.join('、'),
    gantt: p.gantt,
    targets: targetsOf(p.indicators),
    goal: p.goal?.text ?? null,
  }))
  return {
    heading: { plan: sheet.plan?.title ?? '', path: sheet.path.map((n) => [n.level, n.title].filter(Boolean).join(' ')) },
    number: sheet.number ?? '',
    title: sheet.title,
    sections: sheet.sections.join('、'),
    description: sheet.description.text,
    goal: sheet.goal.text,
    marks: sheet.marks,
    published: sheet.published.map((p) => [p.where, p.title].filter(Boolean).join('：')).join('、') || '記載なし',
    parts: whole.targets.length > 0 || parts.length === 0 ? [...parts, whole] : parts,
    reports: sheet.reports,
  }
}
