import { describe, expect, it } from 'vitest'
import { sections as aoba } from '../../town/story/staff.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { SectionHistory } from './edition.ts'
import { above, covers, sectionOn } from './section-scope.ts'

const BEFORE = '2025-03-31' as Day
const AFTER = '2025-04-01' as Day
const aSection = (name: string, said: Partial<SectionHistory> = {}): SectionHistory => ({
  name,
  from: null,
  to: null,
  successors: [],
  ...said,
})

/** 甲課 → 乙課 (R7) → 丙課 and 丁課 (R8); 部 in two storeys. */
const chain: SectionHistory[] = [
  aSection('甲課', { to: '2025-04-01', successors: ['乙課'] }),
  aSection('乙課', { from: '2025-04-01', to: '2026-04-01', successors: ['丙課', '丁課'] }),
  aSection('丙課', { from: '2026-04-01', parent: '総務部' }),
  aSection('丁課', { from: '2026-04-01', parent: '総務部' }),
  aSection('総務部', { parent: '市長室' }),
  aSection('市長室'),
]

describe('その日に答える所属', () => {
  it.each([
    { title: 'ある間は自分', name: '管財課', day: BEFORE, says: ['管財課'] },
    { title: 'なくなった日から、引き継いだ課', name: '管財課', day: AFTER, says: ['資産経営課'] },
    { title: '登録のない名は、その名のまま', name: '財政部 企画室', day: AFTER, says: ['財政部 企画室'] },
    { title: '全角と半角の違いは同じ課', name: 'デジタル 推進課', day: AFTER, says: ['行政経営課'] },
  ])('$title', ({ name, day, says }) => expect(sectionOn(aoba, name, day)).toEqual(says))

  it.each([
    { title: '二度の改正をたどり、分かれた両方', name: '甲課', day: '2026-04-01' as Day, says: ['丙課', '丁課'] },
    { title: '一度目だけの間', name: '甲課', day: '2025-12-31' as Day, says: ['乙課'] },
  ])('$title', ({ name, day, says }) => expect(sectionOn(chain, name, day)).toEqual(says))

  it('一回りする誤った登録でも終わる', () => {
    const round = [
      aSection('甲課', { to: '2025-04-01', successors: ['乙課'] }),
      aSection('乙課', { to: '2025-04-01', successors: ['甲課'] }),
    ]
    expect(sectionOn(round, '甲課', AFTER)).toEqual([])
  })
})

describe('所管の範囲', () => {
  it.each([
    { title: '自分の課', assigned: '財政課', asked: '財政課', day: AFTER, says: true },
    { title: 'ほかの課', assigned: '財政課', asked: '納税課', day: AFTER, says: false },
    { title: '部は、その課を含む', assigned: '財務部', asked: '財政課', day: AFTER, says: true },
    { title: '課は、その部を含まない', assigned: '財政課', asked: '財務部', day: AFTER, says: false },
    { title: '部は、よその課を含まない', assigned: '財務部', asked: '市民課', day: AFTER, says: false },
    { title: '統合した課は、前の両方の取組', assigned: '資産経営課', asked: '管財課', day: AFTER, says: true },
    { title: '統合した課は、前の両方の取組（もう一方）', assigned: '資産経営課', asked: '公共施設課', day: AFTER, says: true },
    { title: '前の課の発令のままでも、統合した課', assigned: 'デジタル推進課', asked: '行政経営課', day: AFTER, says: true },
    { title: '改正の前には及ばない', assigned: '資産経営課', asked: '管財課', day: BEFORE, says: false },
    { title: '部は、なくなった課の取組も', assigned: '財務部', asked: '公共施設課', day: AFTER, says: true },
  ])('$title：$says', ({ assigned, asked, day, says }) => expect(covers(aoba, assigned, asked, day)).toBe(says))

  it('上の上まで含む', () => expect(covers(chain, '市長室', '甲課', '2026-04-01' as Day)).toBe(true))

  it('上位の所属は、近い方から', () => expect(above(chain, '丙課', '2026-04-01' as Day)).toEqual(['総務部', '市長室']))

  it('上位が一回りする誤った登録でも終わる', () => {
    const round = [aSection('甲部', { parent: '乙部' }), aSection('乙部', { parent: '甲部' })]
    expect(above(round, '甲部', AFTER)).toEqual(['乙部'])
  })
})
