import { scaleNamed } from '../evaluate/scale.ts'
import type { Scale } from '../reform/scale.ts'
import type { EditionIndex } from './edition-index.ts'
import { countText, yearText } from './figures.ts'
import { type InitiativeList, type InitiativeRow, initiativeList, keyOf } from './initiative-list.ts'
import { numbered } from './initiative-sheet.ts'
import { rowsOfYear } from './rows-of-year.ts'
import { sectionNow, sectionsSeen, successorToday } from './sections-then-now.ts'
import { STATUSES, statusName } from './wording-status.ts'
import { gradeMark, leftOutText, mapText, mapWords, statusMark } from './wording-status-map.ts'

/** 地図の印 — one initiative in its cell. */
export type MapMark = { initiative: string; text: string; tone: string; title: string }
export type MapGrade = { key: string; text: string; tone: string; name: string; count: number }
/** `section`: who answers on the day of the edition, with the former names under which initiatives stand. */
export type MapRow = { section: string; key: string | null; cells: MapMark[][]; counts: number[]; total: number }
/** 状況の地図 — every initiative once, by section (rows) and pillar (columns); the counts are those of the table beside it. */
export type StatusMap = {
  key: string
  name: string
  columns: { id: string | null; title: string; total: number }[]
  rows: MapRow[]
  grades: MapGrade[]
  total: number
  desc: string
}
export type StatusMaps = {
  year: string | null
  maps: StatusMap[]
  behind: InitiativeRow[]
  /** of which phases there are initiatives that this year's map does not show */
  left: string | null
}

type Judged = { row: InitiativeRow; lead: Lead | null; grade: number }
/** `former`: the name that the document gives, where another section answers for it today. */
type Lead = { section: string; former: string | null; said: string }
type Grading = { key: string; name: string; grades: Omit<MapGrade, 'count'>[]; of: (initiative: string) => number }

/** The section in charge: who leads, else who is named first. One initiative stands in one row, so that the sums are those of the plan. */
function leadOf(index: EditionIndex, id: string): Lead | null {
  const sections = index.initiative(id as never)?.sections ?? []
  const parts = index.initiative(id as never)?.parts.flatMap((p) => p.sections) ?? []
  const name = (sections.find((s) => s.role === 'lead') ?? sections[0] ?? parts[0])?.name
  if (name === undefined) return null
  const at = sectionsSeen(index.edition)
  const today = successorToday(at, name)
  return today === null ? { section: name, former: null, said: sectionNow(at, name) } : { section: today, former: name, said: today }
}

const coreGrading = (list: InitiativeList): Grading => {
  const byId = new Map(list.rows.map((r) => [r.id, STATUSES.indexOf(r.status.status)]))
  return {
    key: 'core',
    name: mapWords.core,
    grades: STATUSES.map((s) => ({ key: s, text: statusMark[s], tone: s, name: statusName[s] })),
    of: (id) => byId.get(id) ?? -1,
  }
}

/** 計画の評語による地図 — what was decided last by this scale in the year reported on; who was not judged is counted as such. */
function gradingBy(scale: Scale, index: EditionIndex): Grading | null {
  const { record, judging } = index.edition
  const plain = (word: string) => word.normalize('NFKC').replace(/\s/g, '')
  const found = new Map<string, number>()
  for (const initiative of record.initiatives) {
    const own = initiative.evaluations.filter(
      (e) => e.fiscalYear === index.year && scaleNamed(judging?.scales ?? [], e)?.name === scale.name,
    )
    const word = own.at(-1)?.raw
    if (word !== undefined)
      found.set(
        initiative.id,
        scale.grades.findIndex((g) => plain(g.word) === plain(word)),
      )
  }
  if (found.size === 0) return null
  const none = { key: 'none', text: mapWords.notJudgedMark, tone: 'cannot-tell', name: mapWords.notJudged }
  const grades = scale.grades.map((g, i) => ({ key: String(i), text: gradeMark(g.word), tone: g.core ?? 'plain', name: g.word }))
  const place = (id: string) => found.get(id) ?? -1
  return { key: keyOf(scale.name), name: scale.name, grades: [...grades, none], of: (id) => (place(id) < 0 ? grades.length : place(id)) }
}

function columnsOf(index: EditionIndex, list: InitiativeList): StatusMap['columns'] {
  const of = (id: string | null) => list.rows.filter((r) => (r.pillar?.id ?? null) === id).length
  const pillars: StatusMap['columns'] = index.pillars.map((p) => ({ id: p.id, title: numbered(p), total: of(p.id) }))
  return [...pillars, { id: null, title: mapWords.noPillar, total: of(null) }].filter((c) => c.total > 0)
}

function mapOf(grading: Grading, index: EditionIndex, list: InitiativeList): StatusMap {
  const order = new Map(index.edition.sections.map((s, i) => [s.name, i]))
  const judged: Judged[] = list.rows.map((row) => ({ row, lead: leadOf(index, row.id), grade: grading.of(row.id) }))
  const columns = columnsOf(index, list)
  const sections = [...new Set(judged.map((j) => j.lead?.section ?? null))].toSorted(
    (a, b) => (a === null ? 1 : 0) - (b === null ? 1 : 0) || (order.get(a ?? '') ?? order.size) - (order.get(b ?? '') ?? order.size),
  )
  const mark = ({ row, grade }: Judged): MapMark => {
    const said = grading.grades[grade]
    return { initiative: row.id, text: said?.text ?? '', tone: said?.tone ?? 'plain', title: `${numbered(row)}：${said?.name ?? ''}` }
  }
  const rows = sections.map((section): MapRow => {
    const own = judged.filter((j) => (j.lead?.section ?? null) === section)
    const former = [...new Set(own.flatMap((j) => j.lead?.former ?? []))]
    return {
      section: section === null ? mapWords.noSection : mapWords.section(own[0]?.lead?.said ?? section, former),
      // the list of a section holds who is named with it: a row with former names is no such list
      key: section === null || former.length > 0 ? null : keyOf(section),
      cells: columns.map((c) => own.filter((j) => (j.row.pillar?.id ?? null) === c.id).map(mark)),
      counts: grading.grades.map((_, g) => own.filter((j) => j.grade === g).length),
      total: own.length,
    }
  })
  const grades = grading.grades.map((g, i) => ({ ...g, count: judged.filter((j) => j.grade === i).length }))
  const { key, name } = grading
  return { key, name, columns, rows, grades, total: list.rows.length, desc: mapText(rows.length, columns.length, grades) }
}

/** 状況の地図 — on the common core, and by each scale of the plan's own that says how far it came or what becomes of it. */
export function statusMaps(index: EditionIndex, list: InitiativeList = initiativeList(index)): StatusMaps {
  const scales = (index.edition.judging?.scales ?? []).filter((scale) => scale.kind === 'status' || scale.kind === 'decision')
  const own = scales.map((scale) => gradingBy(scale, index)).filter((g) => g !== null)
  const { rows, later, earlier } = rowsOfYear(index, list)
  const shown = { ...list, rows }
  return {
    year: index.year === null ? null : yearText(index.year),
    maps: [coreGrading(shown), ...own].map((grading) => mapOf(grading, index, shown)),
    behind: rows.filter((r) => r.status.status === 'behind'),
    left: leftOutText(later, earlier),
  }
}

export type PillarMarks = {
  rows: { head: string; tones: string[] }[]
  grades: { text: string; tone: string; label: string }[]
  desc: string
}

/** 柱ごとの印 — in the order of the states, so that a line reads as a share. */
export function pillarMarks(index: EditionIndex, list: InitiativeList): PillarMarks {
  const shown = { ...list, rows: rowsOfYear(index, list).rows }
  const rows = columnsOf(index, shown).map(({ id, title, total }) => {
    const own = shown.rows.filter((r) => (r.pillar?.id ?? null) === id).map((r) => r.status.status)
    const tones = own.toSorted((a, b) => STATUSES.indexOf(a) - STATUSES.indexOf(b))
    return { head: `${title}（${countText(total)}件）`, tones, title, total }
  })
  const present = STATUSES.filter((s) => rows.some((r) => r.tones.includes(s)))
  return {
    rows: rows.map(({ head, tones }) => ({ head, tones })),
    grades: present.map((s) => ({ text: statusMark[s], tone: s, label: statusName[s] })),
    desc: mapWords.small(rows.map((r) => r.head).join('、')),
  }
}
