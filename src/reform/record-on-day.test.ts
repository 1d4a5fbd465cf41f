import { describe, expect, it } from 'vitest'
import { anId, anInitiative, aPart, aRecord, aReport, aSection } from '../../town/story/builders.ts'
import { aSectionRow } from '../../town/story/reorganisation-builders.ts'
import { itemSheet } from '../report/item-sheet.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { Initiative } from './record.ts'
import { onTheDay } from './record-on-day.ts'
import { itemsAsked } from './round-items.ts'

const ON = '2026-04-01' as Day
const sections = [
  ...['甲課', '乙課'].map((name) => aSectionRow(name, { to: ON, successors: ['新課'] })),
  aSectionRow('新課', { from: ON }),
  aSectionRow('丙課', { to: ON, successors: ['丁課', '戊課'] }),
  aSectionRow('丁課', { from: ON }),
  aSectionRow('戊課', { from: ON }),
  aSectionRow('己課'),
]
const asked = (it: Initiative, day: Day = ON) =>
  itemsAsked(onTheDay(aRecord({ initiatives: [it] }), sections, day), new Set(['plan'])).map(({ parts, section }) => [
    parts.join(),
    section,
  ])
const part = (id: string, name: string) => aPart({ id: anId(id), sections: [aSection(name)] })

describe('組織改正の後の照会の対象', () => {
  it.each([
    { title: 'なくなった課は、引き継いだ課に尋ねる', it: anInitiative({ sections: ['甲課'] }), says: [['', '新課']] },
    { title: '統合した二つの課の取組は、一件', it: anInitiative({ sections: ['甲課', '乙課'] }), says: [['', '新課']] },
    {
      title: '統合した二つの課の部分は、一件にまとめる',
      it: anInitiative({ sections: ['己課'], parts: [part('1', '甲課'), part('2', '己課'), part('3', '乙課')] }),
      says: [
        ['1,3', '新課'],
        ['2', '己課'],
      ],
    },
    { title: '後継が二つで選ばれていなければ、前の名のまま', it: anInitiative({ sections: ['丙課'] }), says: [['', '丙課']] },
    { title: '変わらない課', it: anInitiative({ sections: ['己課'] }), says: [['', '己課']] },
  ])('$title', ({ it: one, says }) => expect(asked(one)).toEqual(says))

  it('施行日の前に始まる照会は、前の課に尋ねる', () =>
    expect(asked(anInitiative({ sections: ['甲課', '乙課'] }), '2026-03-31' as Day)).toEqual([
      ['', '甲課'],
      ['', '乙課'],
    ]))
})

describe('引き継いだ課の「前年度の報告」', () => {
  const lastOf = (section: string, ...reports: Parameters<typeof aReport>[0][]) => {
    const it = anInitiative({
      sections: ['甲課', '己課'],
      reports: reports.map((one) => aReport({ fiscalYear: 2025, issues: null, ...one })),
    })
    const record = onTheDay(aRecord({ initiatives: [it] }), sections, ON)
    return itemSheet(record, { initiative: it.id, parts: [], section, fiscalYear: 2026 })?.last?.progress
  }
  it.each([
    {
      title: '前の課の報告',
      section: '新課',
      reports: [
        { section: '己課', progress: '己' },
        { section: '甲課', progress: '甲' },
      ],
      says: '甲',
    },
    {
      title: '統合した両方の報告',
      section: '新課',
      reports: [
        { section: '甲課', progress: '甲' },
        { section: '乙課', progress: '乙' },
      ],
      says: '甲\n乙',
    },
    {
      title: '分かれた課は、どちらにも',
      section: '戊課',
      reports: [
        { section: '己課', progress: '己' },
        { section: '丙課', progress: '丙' },
      ],
      says: '丙',
    },
    {
      title: '続く課は自分の報告',
      section: '己課',
      reports: [
        { section: '甲課', progress: '甲' },
        { section: '己課', progress: '己' },
      ],
      says: '己',
    },
  ])('$title', ({ section, reports, says }) => expect(lastOf(section, ...reports)).toBe(says))
})
