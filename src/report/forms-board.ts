import { departmentOf, isAsked } from '../reform/asked-forms.ts'
import type { OwnFormMap } from '../reform/own-form.ts'
import { may, type Standing } from '../reform/rights.ts'
import type { RoundItem } from '../reform/round.ts'
import { ownFormNotes } from './wording-forms.ts'

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

/** 市の様式の一覧の一行 — with what the office has to know of the forms that left last: printed years, and fields without a cell. */
export type OwnDocument = { sha256: string; name: string; notes: string[] }

/** 市の様式の一覧 — notes only of the reports that this person may take. */
export function ownDocuments(
  documents: readonly { sha256: string; name: string }[],
  issued: readonly { document: string; item: string; map: OwnFormMap }[],
  items: readonly RoundItem[],
  standing: Standing,
): OwnDocument[] {
  const own = new Map(items.filter(({ section }) => may(standing, 'form.take', section)).map((item) => [item.id as string, item]))
  return documents.map(({ sha256, name }) => ({
    sha256,
    name,
    notes: issued.flatMap(({ document, item, map }) => {
      const title = document === sha256 ? own.get(item)?.sheet.title : undefined
      return title === undefined ? [] : ownFormNotes(map).map((note) => `${title}：${note}`)
    }),
  }))
}
