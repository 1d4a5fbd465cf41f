import type { Initiative, Part, Report, SectionRef } from '../reform/record.ts'
import { saidBySections, sectionsText } from './workbook-record.ts'

/** What stands in one row of a list: parts that are reported on together, or the initiative itself where it has none. */
export type Statement = {
  description: string | null
  sections: string
  reports: { progress: string | null; issues: string | null }[]
  /** false: the row has nothing but its name */
  says: boolean
}

/** 一覧の行 — an initiative in one fiscal year, part by part where its parts are told of one by one. */
export function statementsOf(initiative: Initiative, year: number | null): Statement[] {
  const reports = initiative.reports.filter((report) => report.fiscalYear === year)
  const whole = reports.filter((report) => report.parts.length === 0)
  const groups = new Map<Report | Part, Part[]>()
  for (const part of initiative.parts) {
    const first = reports.find((report) => report.parts.includes(part.id))
    if (first || part.description !== null) groups.set(first ?? part, [...(groups.get(first ?? part) ?? []), part])
  }
  if (groups.size <= 1) {
    const [parts = []] = groups.values()
    const description = initiative.description ?? parts[0]?.description ?? null
    return [statement(description, initiative.sections, [reports])]
  }
  const ofParts = [...groups.values()].map((parts, n): Statement => {
    const said = parts.flatMap((part) => part.description ?? [])
    const description = said.length > 0 ? said.join('\n') : n === 0 ? initiative.description : null
    const own = reports.filter((report) => report.parts.some((id) => parts.some((part) => part.id === id)))
    return statement(
      description,
      parts.flatMap((part) => part.sections),
      own.map((report) => [report]),
    )
  })
  return whole.length === 0 ? ofParts : [statement(initiative.description, initiative.sections, [whole]), ...ofParts]
}

function statement(description: string | null, sections: readonly SectionRef[], told: readonly Report[][]): Statement {
  const reports = (told.length > 0 ? told : [[]]).map((all) => ({
    progress: saidBySections(all, 'progress', sections),
    issues: saidBySections(all, 'issues', sections),
  }))
  const says = description !== null || sections.length > 0 || reports.some(({ progress, issues }) => progress !== null || issues !== null)
  return { description, sections: sectionsText(sections), reports, says }
}
