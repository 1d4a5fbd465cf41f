import { describe, expect, it } from 'vitest'
import type { Activity, DocumentRecord, Figure, Indicator, Initiative, Part, RecordId, ReformRecord } from '../../src/reform/record.ts'
import { expectedOf, isHere, plain, readShared, skipped, Tally } from './compare.ts'

const NAME = 'koriyama-2022-implementation-plan'

type Schedule = Record<string, string | null>
type Measure = { name: string; schedule: Schedule; alternatives?: Schedule[] }
type Said = {
  label: string
  raw: string
  value: number | null
  unit: string | null
  comparator?: string | null
  fiscalYear?: number
  asOf?: string
}
type SaidFigure = Said & { previous?: number; change?: number; group?: string; labelSynthesised?: boolean }
type SaidReport = { fiscalYear: number; raw: string; figures: SaidFigure[]; scope?: string }
type SaidPart = {
  title: string | null
  section: string | null
  sections?: string[]
  measures: Measure[]
  targets: (Said & { indicator: string })[]
  baselines: (Said & { indicator: string })[]
  results: SaidReport[]
  revision: string | null
}
type SaidPlan = {
  objective: string
  item: string
  number: string
  title: string
  sections: string[]
  summary: string
  vision: string
  less: Record<string, boolean | null>
  disclosure: { website: boolean | null; other: string | null }
  webPages: string[]
  subprograms: SaidPart[]
}

const headings = (record: ReformRecord, id: RecordId | null): string[] => {
  const node = record.nodes.find((n) => n.id === id)
  return node ? [...headings(record, node.parent), `${node.level}${node.number}${node.title}`] : []
}
const byYear = (activity: Activity | undefined): Schedule =>
  Object.fromEntries(
    [2022, 2023, 2024, 2025].map((year) => [
      year,
      activity?.schedule
        .filter((c) => c.from === `${year}`)
        .map((c) => c.text)
        .join(' ') || null,
    ]),
  )
const said = (schedule: Schedule): string => JSON.stringify(Object.values(schedule).map(plain))
const number = (value: string | null | undefined): string => (value ? String(Number(value)) : '')

function sayInitiative(tally: Tally, at: string, e: SaidPlan, it: Initiative, record: ReformRecord): void {
  const [objective, item] = headings(record, it.node)
  tally.say('node', at, e.objective, objective)
  tally.say('node', at, e.item, item)
  tally.say('number', at, e.number, it.number)
  tally.say('sections', at, e.sections.join('|'), it.sections.map((s) => s.name).join('|'))
  tally.say('description', at, e.summary, it.description)
  tally.say('goal', at, e.vision, it.goal)
  for (const [name, on] of Object.entries(e.less)) tally.say('mark', `${at} ${name}`, on, it.marks.find((m) => m.name === name)?.on)
  const { website, other } = e.disclosure
  tally.say(
    'published',
    at,
    website === true,
    it.published.some((p) => p.where === '市ウェブサイト'),
  )
  tally.say('published', at, other, it.published.find((p) => p.where === 'その他')?.title)
  const pages = it.published.filter((p) => p.where === '市ウェブページ').map((p) => p.title)
  tally.say('published', at, e.webPages.join('|'), pages.join('|'))
}

function sayPart(tally: Tally, at: string, e: SaidPart, part: Part, it: Initiative, record: ReformRecord): void {
  tally.say('part', at, e.title, part.title)
  const sections = e.sections ?? (e.section === null ? [] : [e.section])
  tally.say('sections', at, sections.join('|'), part.sections.map((s) => s.name).join('|'))
  const measures = e.measures
  expect(part.activities.map((a) => plain(a.name))).toEqual(measures.map((m) => plain(m.name)))
  for (const [i, m] of measures.entries())
    tally.say('schedule', `${at} ${m.name}`, said(m.schedule), said(byYear(part.activities[i])), (m.alternatives ?? []).map(said))
  const own = record.indicators.filter((x) => belongs(x, part, it))
  for (const t of e.targets) {
    const target = own.find((x) => plain(x.name) === plain(t.indicator))
    const found = target?.targets.find((x) => x.fiscalYear === t.fiscalYear)
    const read = found && [plain(found.raw), found.comparator, number(found.value), plain(target?.unit)]
    tally.say('target', t.indicator, [plain(t.raw), t.comparator, t.value ?? '', plain(t.unit)].join('/'), read?.join('/'))
  }
  for (const b of e.baselines) {
    const found = own.find((x) => plain(x.name) === plain(b.indicator))?.baseline
    tally.say(
      'baseline',
      b.indicator,
      [plain(b.raw), b.value, b.asOf].join('/'),
      found && [plain(found.raw), number(found.value), found.asOf].join('/'),
    )
  }
}

const belongs = (x: Indicator, part: Part, it: Initiative): boolean =>
  x.of !== null && (('part' in x.of && x.of.part === part.id) || ('initiative' in x.of && x.of.initiative === it.id))

function sayReport(tally: Tally, at: string, e: SaidPart, part: Part, it: Initiative): void {
  for (const r of e.results) {
    const report = it.reports.find((x) => x.fiscalYear === r.fiscalYear && x.parts.includes(part.id))
    tally.say('progress', at, r.raw, report?.progress)
    tally.say('revision', at, e.revision, report?.revision)
    if (r.scope === 'plan') expect(report?.parts).toHaveLength(it.parts.length)
    const open = [...(report?.figures ?? [])]
    for (const f of r.figures) {
      const index = open.findIndex(
        (x) => plain(x.raw) === plain(f.raw) || (number(x.value) === String(f.value) && plain(x.label) === plain(f.label)),
      )
      const [figure] = index < 0 ? [] : open.splice(index, 1)
      tally.say('figure', `${at} ${f.label}`, figureSaid(f), figure && figureRead(figure, f))
    }
    for (const left of open)
      if (!r.figures.some((f) => f.labelSynthesised && number(left.value) === String(f.value)))
        tally.wrong.push(`余分な数値 ${at} ${left.raw}`)
  }
}

const figureSaid = (f: SaidFigure): string =>
  [f.labelSynthesised ? '' : plain(f.label), f.value, plain(f.unit), f.previous ?? '', f.change ?? '', plain(f.group)].join('/')
const figureRead = (f: Figure, e: SaidFigure): string =>
  [
    e.labelSynthesised ? '' : plain(f.label),
    number(f.value),
    plain(f.unit),
    number(f.previous),
    number(f.change),
    e.group ? plain(f.group) : '',
  ].join('/')

describe.skipIf(!isHere(NAME))(skipped(NAME), () => {
  const record = (isHere(NAME) ? readShared(NAME) : null) as DocumentRecord
  const expected = isHere(NAME) ? expectedOf(NAME) : { plans: [] }

  it('団体と年度が分かる', () => {
    expect(record.municipality).toEqual({ code: '072036', name: expected.municipality })
    expect(record.fiscalYear).toBe(expected.fiscalYear)
  })

  it('示された取組はどの欄も正しく読める', () => {
    const tally = new Tally()
    for (const e of expected.plans) {
      const it = record.initiatives.find((i) => plain(i.title) === plain(e.title))
      tally.say('initiative', e.number, e.title, it?.title)
      if (!it) continue
      sayInitiative(tally, e.title, e, it, record)
      expect(it.parts).toHaveLength(e.subprograms.length)
      for (const [i, sub] of e.subprograms.entries()) {
        const part = it.parts[i] as Part
        sayPart(tally, `${e.title}/${sub.title ?? ''}`, sub, part, it, record)
        sayReport(tally, `${e.title}/${sub.title ?? ''}`, sub, part, it)
      }
    }
    expect(tally.wrong).toEqual([])
    expect(tally.share()).toBeGreaterThanOrEqual(0.97)
  })

  it('文書全体が読める：20の取組、8つの名のある部分、どれにも所管・概要・目指す姿・実績がある', () => {
    expect(record.initiatives).toHaveLength(20)
    expect(record.nodes).toHaveLength(5)
    const parts = record.initiatives.flatMap((i) => i.parts)
    expect(parts.filter((p) => p.title !== null)).toHaveLength(8)
    expect(parts.every((p) => p.activities.length > 0)).toBe(true)
    for (const it of record.initiatives) {
      expect([it.title, it.sections.length > 0, it.description !== null, it.goal !== null, it.number !== null]).toEqual([
        it.title,
        true,
        true,
        true,
        true,
      ])
      expect([it.title, it.marks.length]).toEqual([it.title, 5])
      expect([it.title, it.reports.every((r) => r.fiscalYear === 2022 && r.progress !== null)]).toEqual([it.title, true])
    }
    expect(record.initiatives.flatMap((i) => i.reports)).toHaveLength(23)
    expect(record.accounting.unread / record.accounting.characters).toBeLessThan(0.01)
  })

  it('目標と現況は文書の全体で結ばれる', () => {
    const numeric = record.indicators.filter((i) => i.targets.some((t) => t.value !== null))
    expect(numeric).toHaveLength(34)
    expect(numeric.filter((i) => i.baseline === null).map((i) => i.name)).toEqual([
      'テレワーク(在宅勤務)延べ実施者数',
      '普通河川電子化率',
      '申請から30日以内に認定する',
    ])
  })
})
