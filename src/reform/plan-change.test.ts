import { describe, expect, it } from 'vitest'
import { anId, anIndicator, anInitiative, aPart, aRecord, aSection } from '../../town/story/builders.ts'
import { formerValue, readTargetCell, sectionsIn, targetYearMeant, withPlanChange } from './plan-change.ts'
import type { PlanChange } from './report-content.ts'

const activity = {
  name: '対象の拡大',
  schedule: [{ from: '2024', to: '2024', text: '準備', milestone: false }],
}
const record = {
  ...aRecord({
    initiatives: [
      anInitiative({ sections: [aSection('財政課', { role: 'lead' }), '納税課'], parts: [aPart({ activities: [activity as never] })] }),
    ],
    indicators: [anIndicator({ target: '100' })],
  }),
  sources: [],
}
const change = (said: Pick<PlanChange, 'kind' | 'of'> & { after?: string }) => ({ initiative: anId('initiative'), after: '', ...said })

describe('見直し前の値', () => {
  it.each([
    { title: '取組名', said: change({ kind: 'title', of: null }), says: record.initiatives[0]?.title },
    { title: '所管課', said: change({ kind: 'section', of: null }), says: '財政課、納税課' },
    { title: '目標', said: change({ kind: 'target', of: 'indicator' }), says: '100' },
    { title: '行動計画', said: change({ kind: 'schedule', of: '対象の拡大@2024' }), says: '準備' },
    { title: '計画にない年度の行動計画', said: change({ kind: 'schedule', of: '対象の拡大@2030' }), says: null },
    { title: 'ない指標', said: change({ kind: 'target', of: 'none' }), says: null },
  ])('$title', ({ said, says }) => expect(formerValue(record, said)).toBe(says))
})

describe('見直しがどの年度の目標のことか', () => {
  const target = (fiscalYear: number | null, final: boolean) => ({ ...record.indicators[0]?.targets[0], fiscalYear, final }) as never
  it.each([
    { title: '最終の目標に年度があれば、その年度', targets: [target(2025, false), target(2027, true)], of: 'indicator', says: 2027 },
    { title: '最終の目標に年度がなければ、年度なし', targets: [target(2025, false), target(null, true)], of: 'indicator', says: null },
    { title: '年度の目標', targets: [target(2027, true)], of: 'indicator@2026', says: 2026 },
    { title: 'ほかの指標', targets: [target(2027, true)], of: 'indicator-2@2027', says: undefined },
  ])('$title', ({ targets, of, says }) => expect(targetYearMeant({ id: anId('indicator'), targets }, of)).toBe(says))
})

describe('見直しを計画に反映する', () => {
  it('取組名', () =>
    expect(withPlanChange(record, change({ kind: 'title', of: null, after: ' 新しい名 ' })).initiatives[0]?.title).toBe('新しい名'))
  it('所管課は、残る課の役割を保つ', () => {
    const { sections } = withPlanChange(record, change({ kind: 'section', of: null, after: '財政課、市民課' })).initiatives[0] as never as {
      sections: unknown
    }
    expect(sections).toEqual([
      { name: '財政課', office: null, role: 'lead' },
      { name: '市民課', office: null, role: null },
    ])
  })
  it('その年度の目標だけが変わり、ほかの年度は残る', () => {
    const { targets } = withPlanChange(record, change({ kind: 'target', of: 'indicator@2026', after: '120以上' }))
      .indicators[0] as never as { targets: { fiscalYear: number; raw: string; comparator: string }[] }
    expect(targets.find(({ fiscalYear }) => fiscalYear === 2026)).toMatchObject({ raw: '120以上', comparator: '>=', value: '120' })
    expect(targets).toHaveLength((record.indicators[0]?.targets.length ?? 0) + 1)
  })
  it('行動計画の年度のますを書き換え、なければ加える', () => {
    const scheduleAfter = (of: string) =>
      withPlanChange(record, change({ kind: 'schedule', of, after: '実施' })).initiatives[0]?.parts[0]?.activities[0]?.schedule
    expect(scheduleAfter('対象の拡大@2024')?.map(({ from, text }) => [from, text])).toEqual([['2024', '実施']])
    expect(scheduleAfter('対象の拡大@2026')?.map(({ from, text }) => [from, text])).toEqual([
      ['2024', '準備'],
      ['2026', '実施'],
    ])
  })
})

describe('部分に課がある取組の所管の見直し', () => {
  const part = (id: string, ...names: string[]) => aPart({ id: anId(id), sections: names.map((name) => aSection(name)) })
  const parted = (after: string) => {
    const it = anInitiative({ sections: ['財政課', '納税課'], parts: [part('1', '財政課', '納税課'), part('2', '納税課')] })
    const changed = withPlanChange({ ...record, initiatives: [it] }, change({ kind: 'section', of: null, after })).initiatives[0]
    return [changed?.sections, ...(changed?.parts ?? []).map(({ sections }) => sections)].map((all) =>
      all?.map(({ name }) => name).join('、'),
    )
  }
  it.each([
    { title: '移った課は、部分でも移る', after: '財政課、債権管理課', says: ['財政課、債権管理課', '財政課、債権管理課', '債権管理課'] },
    { title: '外れた課の部分は、取組の課が答える', after: '財政課', says: ['財政課', '財政課', ''] },
    {
      title: '加わっただけなら、部分はそのまま',
      after: '財政課、納税課、会計課',
      says: ['財政課、納税課、会計課', '財政課、納税課', '納税課'],
    },
    { title: '二つの課が一つになる', after: '税財政課', says: ['税財政課', '税財政課', '税財政課'] },
  ])('$title', ({ after, says }) => expect(parted(after)).toEqual(says))

  it('代わりの課は、代わられた課の役割を持つ', () => {
    const [lead, related] = [aSection('財政課', { role: 'lead' }), aSection('納税課', { role: 'related' })]
    expect(sectionsIn('資産経営課、納税課', [lead, related]).map(({ name, role }) => [name, role])).toEqual([
      ['資産経営課', 'lead'],
      ['納税課', 'related'],
    ])
  })
})

describe('同じ名の取組内容が並ぶ行動計画の見直し', () => {
  const row = (...years: string[]) => ({
    name: '採用',
    schedule: years.map((from) => ({ from, to: from, text: `${from}の採用`, milestone: false })),
  })
  const open = (from: string) => ({ name: '採用', schedule: [{ from, to: null, text: `${from}の採用`, milestone: false }] })
  const rows = (of: string, activities: unknown[] = [row('2024'), row('2025')]) => {
    const it = anInitiative({ parts: [aPart({ activities: activities as never })] })
    const own = { ...record, initiatives: [it] }
    const said = change({ kind: 'schedule', of, after: '前倒し' })
    const after = withPlanChange(own, said).initiatives[0]?.parts[0]?.activities ?? []
    return [formerValue(own, said), ...after.map(({ schedule }) => schedule.map(({ text }) => text).join('／'))]
  }
  it.each([
    { title: 'その年度に計画のある行だけが変わる', of: '採用@2025', says: ['2025の採用', '2024の採用', '前倒し'] },
    {
      title: '終期のない帯より、その年度に書かれた行',
      of: '採用@2027',
      rest: [open('2023'), row('2027')],
      says: ['2027の採用', '2023の採用', '前倒し'],
    },
    { title: 'どの行にもない年度は、初めの行に加わる', of: '採用@2026', says: [null, '2024の採用／前倒し', '2025の採用'] },
  ] as { title: string; of: string; rest?: unknown[]; says: (string | null)[] }[])('$title', ({ of, rest, says }) =>
    expect(rows(of, rest)).toEqual(says),
  )
})

describe('目標の欄', () => {
  it.each([
    { raw: '85%以上', says: { comparator: '>=', value: '85', answer: 'number' } },
    { raw: '120', says: { comparator: '=', value: '120', answer: 'number' } },
    { raw: '適切に運営', says: { value: null, answer: 'text' } },
    { raw: '－', says: { value: null, answer: 'not-applicable' } },
  ])('$raw', ({ raw, says }) => expect(readTargetCell(raw)).toMatchObject({ raw, ...says }))
})
