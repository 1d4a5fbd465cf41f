import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../tests/random.ts'
import { aChange, aReorganisation, aSectionRow as aSection } from '../../town/story/reorganisation-builders.ts'
import { sections as aoba } from '../../town/story/staff.ts'
import { addDays, type Day } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { SectionHistory } from './edition.ts'
import type { SectionChange } from './reorganisation.ts'
import { reorganisationFaults } from './reorganisation-faults.ts'
import { effectOf, rowOn, successorsProposed, touchedBy, withReorganisation } from './reorganise.ts'
import { sectionOn, sectionSince } from './section-scope.ts'

const ON = '2026-04-01' as Day
const BEFORE = '2026-03-31' as Day
const town: SectionHistory[] = [
  aSection('総務部'),
  aSection('市民部'),
  ...['甲課', '乙課', '丙課'].map((name) => aSection(name, { parent: '総務部' })),
  aSection('丁課', { parent: '市民部' }),
  aSection('旧課', { to: '2025-04-01', successors: ['甲課'] }),
  aSection('来年課', { to: '2027-04-01', successors: ['甲課'] }),
]
const faults = (...changes: SectionChange[]) => reorganisationFaults(town, aReorganisation(changes)).map(({ kind }) => kind)

describe('組織改正の検査', () => {
  it.each([
    { title: '統合', change: aChange('統合', '甲課、乙課', '新課'), says: [] },
    { title: '残る課への統合', change: aChange('統合', '甲課、乙課', '甲課'), says: [] },
    { title: '分割', change: aChange('分割', '甲課', '新課、別課'), says: [] },
    { title: '前からある課への分割', change: aChange('分割', '甲課', '新課、乙課'), says: [] },
    { title: '改称', change: aChange('改称', '甲課', '新課'), says: [] },
    { title: '新設', change: aChange('新設', '', '新課', { parent: '市民部' }), says: [] },
    { title: '廃止、引き継ぐ課がある', change: aChange('廃止', '甲課', '乙課'), says: [] },
    { title: '廃止、所管なし', change: aChange('廃止', '甲課', '', { nobody: true }), says: [] },
    { title: '移管', change: aChange('移管', '甲課', '丁課', { what: '統計' }), says: [] },
    { title: '部を移る', change: aChange('移管', '甲課', '甲課', { parent: '市民部' }), says: [] },
    { title: '統合なのに旧が一つ', change: aChange('統合', '甲課', '新課'), says: ['counts'] },
    { title: '分割なのに新が一つ', change: aChange('分割', '甲課', '新課'), says: ['counts'] },
    { title: '改称なのに旧が二つ', change: aChange('改称', '甲課、乙課', '新課'), says: ['counts'] },
    { title: '新設なのに旧がある', change: aChange('新設', '甲課', '新課'), says: ['counts'] },
    { title: '廃止の後を言わない', change: aChange('廃止', '甲課', ''), says: ['nobody-follows'] },
    { title: '前の日にない課', change: aChange('改称', '戊課', '新課'), says: ['from-not-there'] },
    { title: '前の日にはもうない課', change: aChange('改称', '旧課', '新課'), says: ['from-not-there'] },
    { title: '新しい課がもうある', change: aChange('新設', '', '乙課'), says: ['to-there-already'] },
    { title: '改称した名がもうある', change: aChange('改称', '甲課', '乙課'), says: ['to-there-already'] },
    { title: '引き継ぐ課がその日にない', change: aChange('廃止', '甲課', '旧課'), says: ['to-not-there'] },
    { title: '移管先がその日にない', change: aChange('移管', '甲課', '戊課'), says: ['to-not-there'] },
    { title: '部がその日にない', change: aChange('新設', '', '新課', { parent: '企画部' }), says: ['parent-not-there'] },
    { title: 'もっと後の改正が登録してある', change: aChange('改称', '来年課', '新課'), says: ['changed-later'] },
    { title: '推定を確かめていない', change: aChange('改称', '甲課', '新課', { guessed: true }), says: ['not-confirmed'] },
  ])('$title', ({ change, says }) => expect(faults(change)).toEqual(says))

  it.each([
    {
      title: '同じ課が二度なくなる',
      changes: [aChange('改称', '甲課', '新課'), aChange('統合', '甲課、乙課', '別課')],
      says: ['ended-twice'],
    },
    { title: '同じ課が二度できる', changes: [aChange('新設', '', '新課'), aChange('改称', '甲課', '新課')], says: ['begun-twice'] },
    { title: '二つの再編が一つの課に', changes: [aChange('再編', '甲課', '新課'), aChange('再編', '乙課', '新課')], says: [] },
    { title: '廃止した課の事務を移管した', changes: [aChange('廃止', '甲課', ''), aChange('移管', '甲課', '乙課')], says: [] },
    {
      title: '引き継ぐ課も同じ日になくなる',
      changes: [aChange('廃止', '甲課', '乙課'), aChange('改称', '乙課', '新課')],
      says: ['to-not-there'],
    },
    {
      title: '引継ぎが一回りする',
      changes: [aChange('再編', '甲課', '乙課'), aChange('再編', '乙課', '甲課')],
      says: ['to-not-there', 'to-not-there', 'circle'],
    },
    {
      title: '分かれた先の一方だけが元に戻る',
      changes: [aChange('分割', '甲課', '乙課、丙課'), aChange('改称', '乙課', '新課'), aChange('再編', '丙課', '甲課')],
      says: ['to-not-there', 'to-not-there', 'to-not-there', 'circle'],
    },
    { title: '何も変わらない', changes: [], says: ['nothing-changes'] },
  ])('$title', ({ changes, says }) => expect(faults(...changes)).toEqual(says))

  it('誤りは、題名も含めてすべて一度に示す', () =>
    expect(
      reorganisationFaults(town, aReorganisation([aChange('統合', '戊課', '乙課'), aChange('廃止', '甲課', '')], { title: ' ' })).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['title-missing', 'counts', 'from-not-there', 'nobody-follows']))
})

describe('組織改正を当てる', () => {
  it('なくなる課は終わりと後継を、できる課は始まりと前の課の部を得る', () => {
    const after = withReorganisation(town, aReorganisation([aChange('統合', '甲課、乙課', '新課')]))
    expect(rowOn(after, '甲課', BEFORE)).toMatchObject({ to: ON, successors: ['新課'] })
    expect(rowOn(after, '新課', ON)).toEqual({ name: '新課', from: ON, to: null, successors: [], parent: '総務部' })
    expect(sectionOn(after, '乙課', ON)).toEqual(['新課'])
    expect(sectionOn(after, '乙課', BEFORE)).toEqual(['乙課'])
  })

  it('部が名を改めると、新しい課はその部に立つ', () => {
    const after = withReorganisation(town, aReorganisation([aChange('改称', '総務部', '経営部'), aChange('改称', '甲課', '新課')]))
    expect(rowOn(after, '新課', ON)?.parent).toBe('経営部')
  })

  it('取り込んだ文書がもう書いた改正は、反映済みで、もう一度は書かれない', () => {
    const said = aReorganisation([aChange('統合', '管財課、公共施設課', '資産経営課'), aChange('移管', '市民協働課', '広報広聴課')], {
      effective: '2025-04-01' as Day,
    })
    expect(said.changes.map((change) => effectOf(aoba, said.effective, change))).toEqual(['already', 'none'])
    expect(reorganisationFaults(aoba, said)).toEqual([])
    expect(withReorganisation(aoba, said)).toEqual(aoba)
  })

  it('触れる所属と後継の案', () => {
    const said = aReorganisation([
      aChange('統合', '甲課、乙課', '甲課'),
      aChange('分割', '丙課', '新課、別課'),
      aChange('移管', '丁課', '甲課'),
    ])
    expect(touchedBy(said)).toEqual(['乙課', '丙課', '丁課'])
    expect(successorsProposed(said, '乙課')).toEqual({ possible: ['甲課'], proposed: ['甲課'] })
    expect(successorsProposed(said, '丙課')).toEqual({ possible: ['新課', '別課'], proposed: [] })
    expect(successorsProposed(said, '丁課')).toEqual({ possible: ['甲課'], proposed: [] })
  })

  it('名を二度名のった課は、当時の課の後をたどる', () => {
    const rows = [
      aSection('甲課', { to: '2023-04-01', successors: ['乙課'] }),
      aSection('乙課', { from: '2023-04-01' }),
      aSection('甲課', { from: '2025-04-01' }),
    ]
    expect(sectionSince(rows, '甲課', '2022-06-01' as Day, ON)).toEqual(['乙課'])
    expect(sectionSince(rows, '甲課', '2025-06-01' as Day, ON)).toEqual(['甲課'])
    const moved = [aSection('甲課', { to: '2023-04-01', parent: '総務部' }), aSection('甲課', { from: '2023-04-01', parent: '市民部' })]
    expect(sectionSince(moved, '甲課', '2022-06-01' as Day, ON)).toEqual(['甲課'])
  })
})

/** One reorganisation of whatever the town is like on its day: kinds, counts and names as they come. */
function randomChanges(sections: readonly SectionHistory[], before: Day, next: () => number): SectionChange[] {
  const there = sections.filter(({ from, to }) => (from === null || from <= before) && (to === null || before < to)).map(({ name }) => name)
  const pick = (names: readonly string[], count: number): string[] =>
    Array.from({ length: count }, () => names[Math.floor(next() * names.length)] ?? '無課')
  const name = (): string => `${'甲乙丙丁戊己庚辛'[Math.floor(next() * 8)]}課`
  const kinds = ['新設', '廃止', '統合', '分割', '改称', '移管', '再編'] as const
  return Array.from({ length: 1 + Math.floor(next() * 3) }, () => {
    const kind = kinds[Math.floor(next() * kinds.length)] ?? '新設'
    const from =
      kind === '新設'
        ? []
        : [...new Set(pick(there, kind === '統合' ? 2 : kind === '再編' || kind === '移管' ? 1 + Math.floor(next() * 2) : 1))]
    const to =
      kind === '新設' || kind === '改称' || kind === '統合'
        ? [name()]
        : kind === '廃止'
          ? next() < 0.5
            ? pick(there, 1)
            : []
          : [name(), name()]
    return {
      kind,
      from,
      to: [...new Set(to)],
      parent: null,
      what: null,
      reason: null,
      ...(kind === '廃止' && to.length === 0 ? { nobody: true as const } : {}),
    }
  })
}

describe('組織改正を何度重ねても（乱数の列による性質）', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('列 %i', (seed) => {
    const next = randomFrom(seed)
    let sections: SectionHistory[] = ['甲課', '乙課', '丙課', '丁課', '戊課'].map((name) => aSection(name))
    let day = '2020-04-01' as Day
    const days: Day[] = [addDays(day, -1)]
    let applied = 0
    for (let step = 0; step < 25; step++) {
      const said = aReorganisation(randomChanges(sections, addDays(day, -1), next), { effective: day })
      if (reorganisationFaults(sections, said).length === 0) {
        const after = withReorganisation(sections, said)
        // asked for the day before, everybody gives the old answer
        const before = addDays(day, -1)
        for (const name of new Set(sections.map((row) => row.name)))
          expect(sectionOn(after, name, before)).toEqual(sectionOn(sections, name, before))
        expect(withReorganisation(after, said)).toEqual(after)
        sections = after
        applied += 1
      }
      days.push(day)
      day = addDays(day, 1 + Math.floor(next() * 400))
    }
    expect(applied).toBeGreaterThan(2)
    expect(overlapping(sections)).toEqual([])
    for (const on of [...days, day]) for (const { name } of sections) expect(unanswered(sections, name, on)).toEqual([])
  })
})

/** rows of one name that are valid on the same day */
const overlapping = (sections: readonly SectionHistory[]): string[] =>
  sections.flatMap((a, nth) =>
    sections.slice(nth + 1).flatMap((b) => {
      const isApart = (a.to !== null && b.from !== null && a.to <= b.from) || (b.to !== null && a.from !== null && b.to <= a.from)
      return foldTight(a.name) === foldTight(b.name) && !isApart ? [`${a.name} ${a.from}〜${a.to} と ${b.from}〜${b.to}`] : []
    }),
  )

/** names that nobody answers for, or that lead to one which neither exists nor ended without a successor nor is still to come */
function unanswered(sections: readonly SectionHistory[], name: string, on: Day): string[] {
  const answering = sectionOn(sections, name, on)
  if (answering.length === 0) return [`${name} ${on} だれも答えない`]
  return answering.filter((one) => {
    if (rowOn(sections, one, on)) return false
    const past = sections
      .filter((row) => row.name === one && row.to !== null && row.to <= on)
      .toSorted((a, b) => ((a.to ?? '') < (b.to ?? '') ? 1 : -1))
    return past.length > 0 && past[0]?.successors.length !== 0
  })
}
