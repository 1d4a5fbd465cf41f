import { departmentOf, isAsked } from '../reform/asked-forms.ts'
import { may, type Standing } from '../reform/rights.ts'
import type { RoundItem } from '../reform/round.ts'

export const WITHOUT_OWNER = '担当課未定'

/** 課ごとの配付の様子 — how many forms there are, how many have left, when last, and how many reports somebody has begun. */
export type FormsOfSection = {
  department: string
  section: string | null
  name: string
  asked: number
  issued: number
  begun: number
  lastIssuedAt: Date | null
}
export type FormsBoard = { departments: string[]; sections: FormsOfSection[]; asked: number; everything: boolean }

/** 配付の一覧 — of what this person may take: the office everything, a reporter the own sections. */
export function formsBoard(
  items: readonly RoundItem[],
  issued: readonly { item: string; lastIssuedAt: Date }[],
  standing: Standing,
): FormsBoard {
  const left = new Map(issued.map(({ item, lastIssuedAt }) => [item, lastIssuedAt]))
  const own = items.filter((item) => may(standing, 'form.take', item.section))
  const sections = [...Map.groupBy(own, ({ section }) => section)].map(([section, all]): FormsOfSection => {
    const asked = all.filter(isAsked)
    const dates = all.flatMap(({ id }) => left.get(id) ?? [])
    return {
      department: section === null ? WITHOUT_OWNER : departmentOf(standing.sections, section, standing.day),
      section,
      name: section ?? WITHOUT_OWNER,
      asked: asked.length,
      issued: asked.filter(({ id }) => left.has(id)).length,
      begun: asked.filter(({ state }) => state !== 'notStarted').length,
      lastIssuedAt: dates.length === 0 ? null : new Date(Math.max(...dates.map((date) => date.getTime()))),
    }
  })
  const departments = [...new Set(sections.map(({ department }) => department))]
  return {
    departments: departments.filter((name) => name !== WITHOUT_OWNER),
    sections: sections.toSorted((a, b) => departments.indexOf(a.department) - departments.indexOf(b.department)),
    asked: sections.reduce((all, { asked }) => all + asked, 0),
    everything: may(standing, 'form.take', null),
  }
}
