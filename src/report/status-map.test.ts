import { describe, expect, it } from 'vitest'
import { aLineage, aNode, anEvaluation, anId, anInitiative, aPlan, aRecord } from '../../town/story/builders.ts'
import type { Edition } from '../reform/edition.ts'
import type { Scale } from '../reform/scale.ts'
import { indexOf } from './edition-index.ts'
import { initiativeList } from './initiative-list.ts'
import { pillarMarks, statusMaps } from './status-map.ts'
import { anEdition } from './test-edition.ts'

const words = ['達成', '順調', '遅れ', '未着手', '完了', '評価なし'] as const
const lead = (name: string) => ({ name, office: null, role: 'lead' as const })
const plan = (judging?: Partial<Edition['judging'] & object>) => {
  const initiatives = Array.from({ length: 60 }, (_, i) =>
    anInitiative({
      id: anId(`i${i}`),
      number: String(i + 1),
      title: `取組${i + 1}`,
      node: i % 7 === 0 ? null : anId(`pillar-${i % 3}`),
      sections: i === 5 ? [] : i % 4 === 0 ? ['協力課', lead(`第${i % 5}課`)] : [`第${i % 5}課`, '協力課'],
      evaluations: [
        anEvaluation({
          raw: words[i % 6] as string,
          ...(judging ? { scale: '三段階', raw: ['Ａ', 'B', 'とても良い成果'][i % 4] ?? '' } : {}),
        }),
      ],
    }),
  )
  const nodes = [0, 1, 2].map((i) => aNode({ id: anId(`pillar-${i}`), number: null, title: `柱${i}`, parent: null }))
  const none = { rules: [], criteria: [], judgements: [], opinions: [], improvements: [], reflections: [], scales: [] }
  return indexOf(anEdition({ ...(judging ? { judging: { ...none, ...judging } } : {}) }, aRecord({ initiatives, nodes, indicators: [] })))
}
const grade = (word: string, core: Scale['grades'][number]['core']) => ({ word, meaning: null, core, decision: null })
const SCALE = {
  id: 's',
  name: '三段階',
  kind: 'status',
  grades: [grade('A', 'achieved'), grade('B', 'behind'), grade('とても良い成果', null)],
} as unknown as Scale

describe('状況の地図', () => {
  it('どの取組もちょうど一つの印になり、行の数、列の数、状態の数の和がそろう', () => {
    const [map] = statusMaps(plan()).maps
    const marks = map?.rows.flatMap((r) => r.cells.flat()) ?? []
    expect(marks.map((m) => m.initiative).toSorted()).toEqual(Array.from({ length: 60 }, (_, i) => `i${i}`).toSorted())
    expect(map?.rows.reduce((sum, r) => sum + r.total, 0)).toBe(60)
    expect(map?.columns.reduce((sum, c) => sum + c.total, 0)).toBe(60)
    expect(map?.grades.map((g) => [g.name, g.count])).toEqual(
      ['目標達成', '順調', '遅れ', '未着手', '終了', '判定不能'].map((name) => [name, 10]),
    )
    for (const row of map?.rows ?? []) expect(row.counts.reduce((a, b) => a + b, 0)).toBe(row.total)
  })

  it('主担当の課の行に、なければ最初の課の行に置き、課のない取組は最後の行に置く', () => {
    const [map] = statusMaps(plan()).maps
    const rowOf = (id: string) => map?.rows.find((r) => r.cells.flat().some((m) => m.initiative === id))?.section
    expect([rowOf('i4'), rowOf('i1'), rowOf('i5')]).toEqual(['第4課', '第1課', '所管課の記載なし'])
    expect(map?.rows.at(-1)?.section).toBe('所管課の記載なし')
    expect(map?.columns.at(-1)).toEqual({ id: null, title: '柱の記載なし', total: 9 })
  })

  it('組織改正で替わった課の取組は、公表の日に受け持つ課の行に、前の名とともに置く', () => {
    const sections = [
      { name: '行政改革課', from: null, to: '2025-04-01', successors: ['行政経営課'] },
      { name: '行政経営課', from: '2025-04-01', to: null, successors: [] },
      { name: '統計課', from: null, to: '2025-04-01', successors: [] },
    ]
    const initiatives = ['行政改革課', '行政経営課', '統計課'].map((name, i) => anInitiative({ id: anId(`i${i}`), sections: [name] }))
    const [map] = statusMaps(indexOf(anEdition({ sections }, aRecord({ initiatives, indicators: [] })))).maps
    expect(map?.rows.map((r) => [r.section, r.total])).toEqual([
      ['行政経営課（旧：行政改革課）', 2],
      ['統計課（現在：所管なし）', 1],
    ])
  })

  it('印は、記号と字と名で状態を言う', () => {
    const [map] = statusMaps(plan()).maps
    const mark = map?.rows.flatMap((r) => r.cells.flat()).find((m) => m.initiative === 'i2')
    expect(mark).toEqual({ initiative: 'i2', text: '△遅', tone: 'behind', title: '3 取組3：遅れ' })
    expect(statusMaps(plan()).behind.map((r) => r.id)).toContain('i2')
  })

  it('計画の評価尺度による地図もでき、評価のない取組は数に入る', () => {
    const maps = statusMaps(plan({ scales: [SCALE] })).maps
    expect(maps.map((m) => m.name)).toEqual(['共通の状態', '三段階'])
    expect(maps[1]?.grades.map((g) => [g.text, g.tone, g.count])).toEqual([
      ['A', 'achieved', 15],
      ['B', 'behind', 15],
      ['とても…', 'plain', 15],
      ['なし', 'cannot-tell', 15],
    ])
  })
  it('評価の一つもない尺度の地図は作らない', () =>
    expect(statusMaps(plan({ scales: [{ ...SCALE, name: '別の尺度' }] })).maps).toHaveLength(1))

  it('小さな地図は、柱ごとに状態の順で印を並べる', () => {
    const index = plan()
    const marks = pillarMarks(index, initiativeList(index))
    expect(marks.rows.map((r) => [r.head, r.tones.length])).toEqual([
      ['柱0（17件）', 17],
      ['柱1（17件）', 17],
      ['柱2（17件）', 17],
      ['柱の記載なし（9件）', 9],
    ])
    expect(marks.rows[3]?.tones.slice(0, 3)).toEqual(['achieved', 'achieved', 'on-track'])
  })
})

describe('二つの期', () => {
  const phase = (id: string, parent: string | null, from: number, to: number) =>
    aPlan({ id: anId(id), parent: parent === null ? null : anId(parent), period: { from, to } })
  const of = (id: string, plan: string) => anInitiative({ id: anId(id), plan: anId(plan), title: id })
  const line = (from: string, to: string[], kind: string) =>
    aLineage({ from: [{ title: from, initiative: anId(from) }], to: to.map((title) => ({ title, initiative: anId(title) })), kind })
  const record = aRecord({
    plans: [phase('outer', null, 2022, 2027), phase('first', 'outer', 2022, 2024), phase('second', 'outer', 2025, 2027)],
    initiatives: [of('a1', 'first'), of('b1', 'first'), of('c1', 'first'), of('ab2', 'second'), of('new2', 'second')],
    lineage: [line('a1', ['ab2'], '統合'), line('b1', ['ab2'], '統合'), line('c1', [], '廃止')],
  })
  it.each([
    {
      year: 2024,
      shown: ['a1', 'b1', 'c1'],
      left: 'このほか、あとの年度に始まる期の取組2件があります。この年度の件数には入れていません。',
    },
    {
      year: 2025,
      shown: ['ab2', 'c1', 'new2'],
      left: 'このほか、次の期に引き継がれた前の期の取組2件があります。この年度の件数には入れていません。',
    },
  ])('$year 年度の地図には、その年度の期の取組だけがある', ({ year, shown, left }) => {
    const told = statusMaps(indexOf(anEdition({ plan: anId('outer'), fiscalYear: year }, record)))
    expect(told.maps[0]?.rows.flatMap((r) => r.cells.flat().map((m) => m.initiative)).toSorted()).toEqual(shown)
    expect(told.left).toBe(left)
  })

  it('一覧は、期で選べる。一つの期だけの計画では選ばせない', () => {
    const facetsOf = (said: typeof record) => initiativeList(indexOf(anEdition({ plan: anId('outer') }, said))).facets
    const phases = facetsOf(record).find(({ kind }) => kind === 'phase')?.values
    expect(phases?.map(({ key, count }) => [key, count])).toEqual([
      ['first', 3],
      ['second', 2],
    ])
    const alone = { ...record, initiatives: record.initiatives.slice(0, 3), lineage: [] }
    expect(facetsOf(alone).some(({ kind }) => kind === 'phase')).toBe(false)
  })
})
