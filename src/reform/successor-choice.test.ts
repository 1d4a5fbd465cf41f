import { describe, expect, it } from 'vitest'
import { anId, anInitiative, aPart, aRecord, aSection } from '../../town/story/builders.ts'
import { aChange, aReorganisation, aSectionRow } from '../../town/story/reorganisation-builders.ts'
import { anItem } from '../../town/story/round-builders.ts'
import type { PlanFamilyId } from './record-id.ts'
import type { RoundItem, RoundItemId } from './round.ts'
import { itemsMoved, successorsChosen, withSuccessors } from './successor-choice.ts'

const FAMILY = 'plan' as PlanFamilyId
const said = aReorganisation(
  [aChange('統合', '甲課、乙課', '新課'), aChange('分割', '丙課', '東課、西課'), aChange('移管', '丁課', '東課')],
  { choices: [{ family: FAMILY, initiative: anId('chosen'), from: '丙課', to: ['西課'] }] },
)
const rows = [
  aSectionRow('大昔課', { to: '2020-04-01', successors: ['甲課'] }),
  ...['甲課', '乙課', '丙課', '丁課', '己課'].map((name) => aSectionRow(name)),
]
const sectionsAfter = (id: string, ...names: string[]) => {
  const record = aRecord({ initiatives: [anInitiative({ id: anId(id), sections: names })] })
  return withSuccessors(record, FAMILY, said, rows).initiatives[0]?.sections.map(({ name }) => name)
}

describe('所管を移した計画', () => {
  it.each([
    { title: '統合は、その課', id: 'any', before: ['甲課'], after: ['新課'] },
    { title: '統合した両方が担当していれば、一つ', id: 'any', before: ['甲課', '乙課', '己課'], after: ['新課', '己課'] },
    { title: '計画が前の改正でなくなった課の名のままでも、その後の課として', id: 'any', before: ['大昔課'], after: ['新課'] },
    { title: '分割は、選ばれた課', id: 'chosen', before: ['丙課'], after: ['西課'] },
    { title: '分割で選ばれていなければ、前の名のまま', id: 'any', before: ['丙課'], after: ['丙課'] },
    { title: '移管で選ばれていなければ、元の課', id: 'any', before: ['丁課'], after: ['丁課'] },
  ])('$title', ({ id, before, after }) => expect(sectionsAfter(id, ...before)).toEqual(after))

  it('部分の所管も移り、役割は残る', () => {
    const it = anInitiative({ sections: ['己課'], parts: [aPart({ sections: [aSection('甲課', { role: 'lead' })] })] })
    const after = withSuccessors(aRecord({ initiatives: [it] }), FAMILY, said, rows)
    expect(after.initiatives[0]?.parts[0]?.sections).toEqual([aSection('新課', { role: 'lead' })])
  })

  it('かかわりのない計画は、同じもののまま', () => {
    const record = aRecord({ initiatives: [anInitiative({ sections: ['己課'] })] })
    expect(withSuccessors(record, FAMILY, said, rows)).toBe(record)
  })

  it('改めた案にもうない後継は、選ばれなかったものとする', () => {
    const choices = [{ family: FAMILY, initiative: anId('x'), from: '丙課', to: ['南課'] }]
    expect(successorsChosen({ ...said, choices }, rows, FAMILY, anId('x'), '丙課')).toEqual([])
  })
})

describe('照会の票を移す', () => {
  const item = (id: string, section: string, more: Partial<RoundItem> = {}) =>
    anItem({ id: id as RoundItemId, initiative: anId('any'), section, state: 'notStarted', version: 0, parts: [], ...more })
  const begun = { state: 'drafting', version: 2 } as const
  it.each([
    { title: '統合した課の票', items: [item('1', '甲課')], saved: ['1 新課'], removed: [] },
    {
      title: '二つの票は、始めていない方が一つになる',
      items: [item('1', '甲課'), item('2', '乙課', begun)],
      saved: ['2 新課'],
      removed: ['1'],
    },
    {
      title: '両方とも書き始めていれば、二つとも残る',
      items: [item('1', '甲課', begun), item('2', '乙課', begun)],
      saved: ['1 新課', '2 新課'],
      removed: [],
    },
    { title: '提出した票は、当時の課のまま', items: [item('1', '甲課', { state: 'submitted' })], saved: [], removed: [] },
    {
      title: '部分の票は、合わせた部分の票になる',
      items: [item('1', '甲課', { parts: [anId('p1')] }), item('2', '乙課', { parts: [anId('p2')] })],
      saved: ['1 新課 p1、p2'],
      removed: ['2'],
    },
    { title: '選ばれていない分割', items: [item('1', '丙課')], saved: [], removed: [] },
  ])('$title', ({ items, saved, removed }) => {
    const after = itemsMoved(said, rows, FAMILY, items)
    expect(after.saved.map(({ id, section, parts }) => [id, section, parts.join('、')].filter(Boolean).join(' '))).toEqual(saved)
    expect(after.removed.map(({ id }) => id)).toEqual(removed)
  })
})
