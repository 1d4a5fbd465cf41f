import { describe, expect, it } from 'vitest'
import type { DocumentRecord, Initiative, Part, RecordId } from '../../src/reform/record.ts'
import { expectedOf, isHere, plain, readShared, skipped, Tally } from './compare.ts'

const NAME = 'aizuwakamatsu-2022-progress'

type Row = { initiative: Initiative; part: Part | null; group: string; pillar: string; sections: string; section: string | null }

/** Each part of an initiative (or the whole of one without parts) is a row of the printed table. */
function rowsOf(record: DocumentRecord): Row[] {
  const node = (id: RecordId | null) => record.nodes.find((n) => n.id === id)
  return record.initiatives.flatMap((initiative) =>
    (initiative.parts.length > 0 ? initiative.parts : [null]).map((part) => {
      const group = node(initiative.node)
      const pillar = node(group?.parent ?? null)
      const sections = (part ?? initiative).sections.map((s) => s.name + (s.office ? `（${s.office}）` : '')).join('|')
      const said = (n: typeof group) => `${n?.number ?? ''}${n?.title ?? ''}`
      return { initiative, part, group: said(group), pillar: said(pillar), sections, section: null }
    }),
  )
}

describe.skipIf(!isHere(NAME))(skipped(NAME), () => {
  const record = isHere(NAME) ? readShared(NAME) : null
  const expected = isHere(NAME) ? expectedOf(NAME) : { records: [] }

  it('団体・年度・計画が分かる', () => {
    expect(record?.municipality).toEqual({ code: '072028', name: expected.municipality })
    expect(record?.fiscalYear).toBe(expected.fiscalYear)
    expect(record?.plans.map((p) => p.title)).toEqual([expected.planTitle])
  })

  it('示された行はすべて、どの欄も正しく読める', () => {
    const tally = new Tally()
    const rows = rowsOf(record as DocumentRecord)
    for (const e of expected.records) {
      const row = rows.find(
        (r) => plain(r.initiative.title) === plain(e.initiative) && plain((r.part ?? r.initiative).description) === plain(e.description),
      )
      tally.say('initiative', e.id, e.initiative, row?.initiative.title)
      if (!row) continue
      const reports = row.initiative.reports.filter((r) => row.part === null || r.parts.includes(row.part.id))
      tally.say('pillar', e.id, e.pillar, row.pillar)
      tally.say('group', e.id, e.group, row.group, e.groupAlternatives ?? [])
      tally.say('sections', e.id, e.sections.map((s: { name: string }) => s.name).join('|'), row.sections)
      if (e.segments.length === 0) {
        tally.say('progress', e.id, e.progress, reports[0]?.progress)
        tally.say('issues', e.id, e.issues, reports[0]?.issues)
      }
      expect(reports).toHaveLength(Math.max(1, e.segments.length))
      for (const segment of e.segments) {
        const report = reports.find((r) => r.section === segment.section)
        tally.say('progress', `${e.id} ${segment.section}`, segment.progress, report?.progress)
        tally.say('issues', `${e.id} ${segment.section}`, segment.issues, report?.issues)
      }
    }
    expect(tally.wrong).toEqual([])
    expect(tally.missing).toEqual([])
  })

  it('文書全体が読める：76の行、38の取組、読み残しなし', () => {
    const all = record as DocumentRecord
    expect(rowsOf(all)).toHaveLength(76)
    expect(all.initiatives).toHaveLength(38)
    expect(all.initiatives.every((i) => i.sections.length > 0 && i.reports.length > 0 && i.node !== null)).toBe(true)
    expect(all.initiatives.flatMap((i) => i.reports).every((r) => r.progress !== null && r.issues !== null)).toBe(true)
    expect(all.accounting.unread).toBe(0)
  })
})
