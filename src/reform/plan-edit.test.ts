import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aNode, anId, anIndicator, anInitiative, aPart, aPlan, aReport, aTarget } from '../../town/story/builders.ts'
import { danglingReferences } from '../store/reference.ts'
import { carrySources } from './carry-sources.ts'
import { withIndicator } from './edit-indicator.ts'
import { withPart } from './edit-part.ts'
import { editRecord, type PlanEdit } from './plan-edit.ts'
import { emptyRecord, type ReformRecord } from './record.ts'
import { changesMade } from './recorded-changes.ts'
import type { StoredRecord } from './stored-record.ts'

const aRecord = (): ReformRecord => ({
  ...emptyRecord(),
  plans: [aPlan(), aPlan({ id: anId('inner'), parent: anId('plan'), title: '前期実施計画' })],
  nodes: [aNode(), aNode({ id: anId('below'), parent: anId('node'), title: '窓口' }), aNode({ id: anId('other'), title: '財政' })],
  initiatives: [
    anInitiative({ id: anId('a'), title: '甲', sections: ['財政課', '市民課'], node: anId('below'), reports: [aReport()] }),
    anInitiative({ id: anId('b'), title: '乙', parts: [aPart({ id: anId('p') })] }),
    anInitiative({ id: anId('c'), title: '丙', node: anId('other') }),
  ],
  indicators: [
    anIndicator({ id: anId('i'), of: { initiative: anId('a') }, targets: [aTarget('100', { fiscalYear: 2024 })] }),
    anIndicator({ id: anId('j'), of: { part: anId('p') }, targets: [], actuals: [] }),
  ],
  lineage: [
    {
      from: [{ title: '旧', initiative: null }],
      to: [{ title: '丙', initiative: anId('c') }],
      kind: '継続',
      reason: null,
      section: null,
      pillar: null,
      theme: null,
    },
  ],
})
const refusal = (edit: PlanEdit) => {
  const done = editRecord(aRecord(), edit)
  return done.ok
    ? null
    : done.problem.kind === 'edit-faults'
      ? done.problem.faults.map(({ field, kind }) => `${field} ${kind}`)
      : done.problem.kind
}
const planSaid = { title: '計画', kind: '', from: '', to: '', levels: '', goal: '', parent: '' }
const nodeSaid = { number: '', title: '柱', text: '', level: '', under: 'plan:plan' }
const basicsSaid = { number: '', title: '取組', description: '', goal: '', under: 'node' }

describe('断る編集', () => {
  it.each<[string, PlanEdit, unknown]>([
    ['題のない計画', { edit: 'plan', id: anId('plan'), said: { ...planSaid, title: ' ' } }, ['title missing']],
    ['期間の終わりが前', { edit: 'plan', id: anId('plan'), said: { ...planSaid, from: '令和9年度', to: 'R5' } }, ['to end-before-start']],
    ['期間が半分', { edit: 'plan', id: anId('plan'), said: { ...planSaid, from: '令和5年度' } }, ['to not-a-year']],
    ['計画を自分の中へ', { edit: 'plan', id: anId('inner'), said: { ...planSaid, parent: 'inner' } }, ['parent circle']],
    ['柱を自分の下へ', { edit: 'node', id: anId('node'), said: { ...nodeSaid, under: 'below' } }, ['under circle']],
    ['柱をない場所へ', { edit: 'node', id: anId('node'), said: { ...nodeSaid, under: 'nowhere' } }, ['under not-a-choice']],
    ['取組をない場所へ', { edit: 'basics', id: anId('a'), said: { ...basicsSaid, under: 'nowhere' } }, ['under not-a-choice']],
    [
      '長すぎる概要',
      { edit: 'basics', id: anId('a'), said: { ...basicsSaid, description: 'あ'.repeat(20_001) } },
      ['description too-long'],
    ],
    ['ない取組の所管課', { edit: 'sections', id: anId('zzz'), said: { sections: [] } }, 'not-found'],
    ['報告のある取組を消す', { edit: 'removal', id: anId('a') }, 'has-reports'],
    ['系譜のある取組を消す', { edit: 'removal', id: anId('c') }, 'has-lineage'],
    ['下のある柱を消す', { edit: 'removal', id: anId('node') }, 'has-children'],
    ['指標のある部分を消す', { edit: 'removal', id: anId('p') }, 'has-indicators'],
    ['計画の全体を消す', { edit: 'removal', id: anId('plan') }, 'is-root'],
    ['ほかの取組の指標', { edit: 'indicator', id: anId('b'), indicator: anId('i'), said: { name: 'x' } as never }, 'not-found'],
  ])('%s', (_, edit, says) => expect(refusal(edit)).toEqual(says))

  it('消せるものは、指標と効果額ごと消える', () => {
    const done = editRecord(aRecord(), { edit: 'removal', id: anId('b') })
    expect(done.ok && done.value.initiatives.map(({ title }) => title)).toEqual(['甲', '丙'])
    expect(done.ok && done.value.indicators.map(({ id }) => id)).toEqual(['i'])
  })

  it('柱を別の計画へ移すと、下のものも一緒に移る', () => {
    const done = editRecord(aRecord(), { edit: 'node', id: anId('node'), said: { ...nodeSaid, under: 'plan:inner' } })
    expect(done.ok && done.value.nodes.slice(0, 2).map(({ plan }) => plan)).toEqual(['inner', 'inner'])
    expect(done.ok && done.value.initiatives.map(({ plan }) => plan)).toEqual(['inner', 'inner', 'plan'])
  })
})

describe('指標の書き方', () => {
  const said = {
    name: '指標',
    kind: '',
    unit: '件',
    direction: '',
    aggregation: '',
    baseline: '',
    baselineAt: '',
    of: '',
    targets: [],
    actuals: [],
  }
  const read = (raw: string) => {
    const done = withIndicator(anIndicator({ targets: [], actuals: [] }), { ...said, actuals: [{ year: 'R6', raw, status: '' }] })
    return done.ok ? (done.value.actuals[0] ?? null) : done.problem
  }
  it.each([
    ['45,200件', 'number', '45200'],
    ['0', 'number', '0'],
    ['100.0', 'number', '100.0'],
    ['－', 'not-applicable', null],
    ['概ね達成', 'text', null],
  ])('実績「%s」は %s', (raw, answer, value) => expect(read(raw)).toMatchObject({ raw, answer, value }))
  it('空欄の行は何も言わない', () => expect(read('')).toBe(null))
  it('推定の方向は、選び直すまで推定のまま', () => {
    const guessed = anIndicator({ direction: 'increase', directionSource: 'guessed' })
    const kept = withIndicator(guessed, { ...said, direction: 'guessed' })
    const stated = withIndicator(guessed, { ...said, direction: 'increase' })
    expect([kept.ok && kept.value.directionSource, stated.ok && stated.value.directionSource]).toEqual(['guessed', 'stated'])
  })
  it.each([
    ['令和5年度', '2023'],
    ['令和6年3月31日', '2024-03-31'],
    ['2024-03-31', '2024-03-31'],
    ['令和5年度末', '2024-03-31'],
  ])('現況値の時点「%s」', (baselineAt, asOf) => {
    const done = withIndicator(anIndicator(), { ...said, baseline: '10', baselineAt })
    expect(done.ok && done.value.baseline).toEqual({ asOf, value: '10', answer: 'number', raw: '10' })
  })
})

describe('見直しに当たる変更', () => {
  const after = (edit: PlanEdit) => {
    const before = aRecord()
    const done = editRecord(before, edit)
    return done.ok ? changesMade(before, done.value).map(({ kind, of, before: was, after: now }) => [kind, of, was, now]) : done.problem
  }
  it.each<[string, PlanEdit, unknown]>([
    [
      '取組名',
      { edit: 'basics', id: anId('a'), said: { ...basicsSaid, title: '甲の二', under: 'below' } },
      [['title', null, '甲', '甲の二']],
    ],
    [
      '所管課',
      { edit: 'sections', id: anId('a'), said: { sections: [{ was: '0', name: '財政課', office: '', role: '', off: 'on' }] } },
      [['section', null, '財政課、市民課', '市民課']],
    ],
    [
      '概要は見直しではない',
      { edit: 'basics', id: anId('a'), said: { ...basicsSaid, title: '甲', under: 'below', goal: '新しい目標' } },
      [],
    ],
    ['新しい取組は見直しではない', { edit: 'basics', id: anId('d'), said: basicsSaid }, []],
  ])('%s', (_, edit, says) => expect(after(edit)).toEqual(says))

  it('行動計画は、年度ごとの前後を言う', () => {
    const before = { ...aRecord() }
    const part = withPart(aPart({ id: anId('p') }), {
      title: '',
      description: '',
      goal: '',
      sections: [],
      activities: [{ name: '導入', schedule: [{ from: '2025', to: '2026', text: '設計', milestone: '' }] }],
    })
    const now = { ...before, initiatives: before.initiatives.map((it) => (it.id === 'b' && part.ok ? { ...it, parts: [part.value] } : it)) }
    expect(changesMade(before, now)).toEqual([
      { initiative: 'b', kind: 'schedule', of: '導入@2025', before: null, after: '設計（令和8年度まで）' },
    ])
  })
})

describe('編集を重ねても', () => {
  const SHA = 'a'.repeat(64)
  /** Every text of the record comes from a place that names the text itself. */
  const sourced = (record: ReformRecord): StoredRecord => {
    const sources: StoredRecord['sources'] = []
    const walk = (value: unknown, pointer: string): void => {
      if (typeof value === 'string' && !/\/(id|plan|node|parent|initiative|part)$/.test(pointer))
        sources.push({ pointer, document: SHA, place: value, guessed: false })
      else if (value !== null && typeof value === 'object') for (const [key, item] of Object.entries(value)) walk(item, `${pointer}/${key}`)
    }
    for (const list of ['nodes', 'initiatives', 'indicators'] as const) walk(record[list], `/${list}`)
    return { ...record, sources }
  }
  const at = (record: ReformRecord, pointer: string): unknown =>
    pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], record)

  const word = fc.constantFrom('', '甲', '財政課', '新しい課', '100', '85%以上', '－', 'あ い')
  const ids = fc.constantFrom('a', 'b', 'c', 'i', 'j', 'p', 'node', 'below', 'other', 'inner', 'n1', 'n2', 'x1').map(anId)
  const under = fc.constantFrom('plan:plan', 'plan:inner', 'node', 'below', 'other', 'n1')
  const row = { was: fc.constantFrom('', '0', '1'), place: fc.constantFrom('', '1', '2'), off: fc.constantFrom('', 'on') }
  const section = fc.record({ ...row, name: word, office: word, role: fc.constantFrom('', 'lead') })
  const edit: fc.Arbitrary<PlanEdit> = fc.oneof(
    fc.record({
      edit: fc.constant('node' as const),
      id: fc.constantFrom('node', 'below', 'n1', 'n2').map(anId),
      said: fc.record({ number: word, title: word, text: word, level: word, under }),
    }),
    fc.record({
      edit: fc.constant('basics' as const),
      id: fc.constantFrom('a', 'b', 'x1').map(anId),
      said: fc.record({ number: word, title: word, description: word, goal: word, under }),
    }),
    fc.record({
      edit: fc.constant('sections' as const),
      id: fc.constantFrom('a', 'b').map(anId),
      said: fc.record({ sections: fc.array(section, { maxLength: 3 }) }),
    }),
    fc.record({ edit: fc.constant('order' as const), id: ids, by: fc.constantFrom('up' as const, 'down' as const) }),
    fc.record({ edit: fc.constant('removal' as const), id: ids }),
    fc.record({
      edit: fc.constant('indicator' as const),
      id: fc.constantFrom('a', 'b').map(anId),
      indicator: fc.constantFrom('i', 'j', 'x2').map(anId),
      said: fc.record({
        name: word,
        kind: word,
        unit: word,
        direction: word,
        aggregation: word,
        baseline: word,
        baselineAt: fc.constantFrom('', '令和5年度'),
        of: fc.constantFrom('', 'part:p'),
        targets: fc.array(fc.record({ ...row, year: fc.constantFrom('R6', '2025'), final: fc.constantFrom('', 'on'), raw: word }), {
          maxLength: 3,
        }),
        actuals: fc.array(fc.record({ ...row, year: fc.constantFrom('R6', '2025'), raw: word, status: word }), { maxLength: 2 }),
      }),
    }),
  )

  it('参照は切れず、出典は、その文字がまだ書かれている場所だけを指す', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        let record = sourced(aRecord())
        for (const one of edits) {
          const done = editRecord(record, one)
          if (!done.ok) continue
          record = { ...done.value, sources: carrySources(record, done.value) }
          expect(danglingReferences(record)).toEqual([])
          for (const { pointer, place } of record.sources) expect(at(record, pointer)).toBe(place)
        }
      }),
      { numRuns: 400 },
    )
  })
})
