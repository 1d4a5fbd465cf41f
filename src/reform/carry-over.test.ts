import { describe, expect, it } from 'vitest'
import { aNode, anId, anIndicator, anInitiative, aPart, aPlan, aRecord, aSection } from '../../town/story/builders.ts'
import type { CarryOver, CarryOverId } from './carry-over.ts'
import { applyCarryOver } from './carry-over-apply.ts'
import { carryOverDraft } from './carry-over-draft.ts'
import { type CarryOverEdit, editCarryOver, titlesOf } from './carry-over-edit.ts'
import { carryOverFaults, withSuccessors } from './carry-over-faults.ts'
import { editedSince, takenBack } from './carry-over-undo.ts'
import type { SectionHistory } from './edition.ts'
import type { Lineage, ReformRecord } from './record.ts'
import { itemsAsked } from './round-items.ts'

const A = anId('a')
const B = anId('b')
const C = anId('c')
const town = (said: Partial<ReformRecord> = {}): ReformRecord =>
  aRecord({
    plans: [aPlan({ id: anId('outer'), title: '大綱' }), aPlan({ id: anId('old'), parent: anId('outer'), title: '前期' })],
    nodes: [aNode({ plan: anId('old') })],
    initiatives: [
      anInitiative({
        id: A,
        plan: anId('old'),
        title: '窓口',
        number: '1-1',
        description: '窓口を変える。',
        sections: [aSection('市民課', { role: 'lead' })],
      }),
      anInitiative({ id: B, plan: anId('old'), title: '文書', number: '1-2', description: '紙を減らす。', sections: ['総務課'] }),
      anInitiative({ id: C, plan: anId('old'), title: '会議', number: '1-3', sections: ['総務課'] }),
    ],
    indicators: [anIndicator({ id: anId('i-a'), of: { initiative: A } }), anIndicator({ id: anId('i-b'), of: { initiative: B } })],
    ...said,
  })
const begun = { id: 'paper' as CarryOverId, from: anId('old'), title: '後期', kind: null, period: { from: 2025, to: 2027 } }
const decide = (
  initiative: typeof A,
  decision: 'continue' | 'merge' | 'split' | 'complete' | 'end' | null,
  titles: string[] = [],
  reason = 'わけ',
): CarryOverEdit => ({
  edit: 'decision',
  said: { initiative, decision, word: null, titles, sections: null, reason },
  keys: titles.map((_, nth) => `new-${initiative}-${nth}`),
})
const paperAfter = (record: ReformRecord, ...edits: CarryOverEdit[]): CarryOver =>
  edits.reduce((paper, edit) => editCarryOver(record, paper, edit), carryOverDraft(record, begun))
const going = (paper: CarryOver) => paper.rows.map((row) => titlesOf(paper, row).join('・'))
const all = [decide(A, 'continue'), decide(B, 'continue'), decide(C, 'continue')]
const ids = () => {
  let n = 0
  return (kind: string) => anId(`${kind}-made-${++n}`)
}
const applied = (record: ReformRecord, paper: CarryOver) => {
  const done = applyCarryOver(record, paper, [], ids())
  if (!done.ok) throw new Error(JSON.stringify(done.problem))
  return done.value
}

describe('引継ぎの案を直す', () => {
  it.each<{ title: string; edits: CarryOverEdit[]; rows: string[]; targets: string[] }>([
    { title: '初めは、すべて同じ名で続ける案', edits: [], rows: ['窓口', '文書', '会議'], targets: ['窓口', '文書', '会議'] },
    {
      title: '名を変えて続ける',
      edits: [decide(A, 'continue', ['窓口改革'])],
      rows: ['窓口改革', '文書', '会議'],
      targets: ['窓口改革', '文書', '会議'],
    },
    { title: '廃止したものは、新しい期にない', edits: [decide(B, 'end')], rows: ['窓口', '', '会議'], targets: ['窓口', '会議'] },
    {
      title: '廃止を継続に戻す',
      edits: [decide(B, 'end'), decide(B, 'continue')],
      rows: ['窓口', '文書', '会議'],
      targets: ['窓口', '文書', '会議'],
    },
    {
      title: '一つに統合する',
      edits: [decide(B, 'merge', ['事務']), decide(C, 'merge', ['事務'])],
      rows: ['窓口', '事務', '事務'],
      targets: ['窓口', '事務'],
    },
    { title: '続くものに統合する', edits: [decide(C, 'merge', ['文書'])], rows: ['窓口', '文書', '文書'], targets: ['窓口', '文書'] },
    {
      title: '選んで統合する',
      edits: [{ edit: 'merging', initiatives: [A, C], title: '文書', reason: 'わけ', key: 'k' }],
      rows: ['文書', '文書', '文書'],
      targets: ['文書'],
    },
    {
      title: '統合をやめると、元の名に戻る',
      edits: [decide(B, 'merge', ['事務']), decide(C, 'merge', ['事務']), decide(C, 'continue', ['事務'])],
      rows: ['窓口', '事務', '会議'],
      targets: ['窓口', '事務', '会議'],
    },
    {
      title: '二つに分ける',
      edits: [decide(A, 'split', ['窓口', '電話'])],
      rows: ['窓口・電話', '文書', '会議'],
      targets: ['窓口', '電話', '文書', '会議'],
    },
    {
      title: '新しく加えたものは、統合がなくなっても残る',
      edits: [
        { edit: 'addition', key: 'n', title: '新しい流れ', under: null, after: null, sections: [] },
        decide(B, 'merge', ['新しい流れ']),
        decide(B, 'end'),
      ],
      rows: ['窓口', '', '会議'],
      targets: ['窓口', '会議', '新しい流れ'],
    },
    {
      title: '継続にする（まとめて）',
      edits: [decide(C, 'end'), { edit: 'continuing', initiatives: [A, C] }],
      rows: ['窓口', '文書', '会議'],
      targets: ['窓口', '文書', '会議'],
    },
  ])('$title', ({ edits, rows, targets }) => {
    const paper = paperAfter(town(), ...edits)
    expect(going(paper)).toEqual(rows)
    expect(paper.targets.map(({ title }) => title)).toEqual(targets)
  })

  it('番号を、前の期の付け方で振り直す', () => {
    const paper = paperAfter(
      town(),
      decide(A, 'end'),
      { edit: 'addition', key: 'n', title: '新', under: anId('node'), after: null, sections: [] },
      { edit: 'numbering' },
    )
    expect(paper.targets.map(({ title, number }) => [title, number])).toEqual([
      ['文書', '1-1'],
      ['会議', '1-2'],
      ['新', '1-3'],
    ])
  })

  it('番号のない計画には、番号を付けない', () => {
    const record = town({ initiatives: town().initiatives.map((it) => ({ ...it, number: null })) })
    expect(paperAfter(record, { edit: 'numbering' }).targets.map(({ number }) => number)).toEqual([null, null, null])
  })
})

const history = (name: string, said: Partial<SectionHistory> = {}): SectionHistory => ({
  name,
  from: null,
  to: null,
  successors: [],
  ...said,
})
const ended = [
  history('総務課', { to: '2025-04-01', successors: ['総務管財課'] }),
  history('総務管財課', { from: '2025-04-01' }),
  history('市民課'),
]

describe('新しい期を作れない理由', () => {
  const kinds = (record: ReformRecord, paper: CarryOver, sections: SectionHistory[] = []) =>
    carryOverFaults(record, paper, sections).map((fault) => [fault.kind, 'title' in fault ? fault.title : ''].join(' '))
  it.each<{ title: string; edits: CarryOverEdit[]; says: string[] }>([
    { title: 'すべて決めた', edits: all, says: [] },
    { title: '決めていない行がある', edits: [decide(A, 'continue'), decide(B, 'continue')], says: ['undecided 会議'] },
    { title: '廃止の理由がない', edits: [...all, decide(B, 'end', [], ' ')], says: ['decision-reason-missing 文書'] },
    { title: '完了の理由がない', edits: [...all, decide(B, 'complete', [], '')], says: ['decision-reason-missing 文書'] },
    { title: '継続に理由はいらない', edits: [...all, decide(B, 'continue', ['文書'], '')], says: [] },
    { title: '一つだけの統合', edits: [...all, decide(B, 'merge', ['事務'])], says: ['merge-of-one 文書'] },
    { title: '続くものへの統合は一つでよい', edits: [...all, decide(B, 'merge', ['会議'])], says: [] },
    { title: '一つだけへの分割', edits: [...all, decide(B, 'split', ['文書'])], says: ['split-into-one 文書'] },
    { title: '二つの名に続く', edits: [...all, decide(B, 'continue', ['文書', '書類'])], says: ['one-into-several 文書'] },
    { title: '名のない取組', edits: [...all, decide(B, 'merge', [''])], says: ['merge-of-one 文書', 'target-untitled '] },
    { title: '同じ名の取組が二つ', edits: [...all, decide(B, 'continue', ['会 議'])], says: ['target-titled-twice 会議'] },
  ])('$title', ({ edits, says }) => expect(kinds(town(), paperAfter(town(), ...edits))).toEqual(says))

  it('すでに終わった取組、後から加わった取組、なくなった取組', () => {
    const paper = paperAfter(town(), ...all)
    const line: Lineage = {
      from: [{ title: '窓口', initiative: A }],
      to: [],
      kind: '廃止',
      reason: null,
      section: null,
      pillar: null,
      theme: null,
    }
    const known: Lineage = { ...line, from: [], to: [{ title: '会議', initiative: C }], kind: '新規' }
    expect(kinds(town({ lineage: [line, known] }), paper)).toEqual(['already-ended 窓口'])
    expect(kinds(town({ initiatives: town().initiatives.filter(({ id }) => id !== C) }), paper)).toEqual(['gone '])
    const more = [...town().initiatives, anInitiative({ id: anId('d'), plan: anId('old'), title: '後から' })]
    expect(kinds(town({ initiatives: more }), paper)).toEqual(['left-out 後から'])
  })

  it('新しい期の初日にない課は、後継の課とともに断る。後継に置き換えれば通る', () => {
    const paper = paperAfter(town(), ...all)
    const faults = carryOverFaults(town(), paper, ended)
    expect(faults.map((fault) => fault.kind === 'section-ended' && [fault.title, fault.section, fault.successors])).toEqual([
      ['文書', '総務課', ['総務管財課']],
      ['会議', '総務課', ['総務管財課']],
    ])
    expect(carryOverFaults(town(), withSuccessors(paper, ended), ended)).toEqual([])
  })

  it('同じ名の期がもうある', () =>
    expect(kinds(town(), { ...paperAfter(town(), ...all), title: '前 期' })).toEqual(['phase-titled-twice 前 期']))
})

describe('新しい期を作る', () => {
  it('取組・柱・指標・系譜が引き継がれ、実績は前の期に残る', () => {
    const { record, made } = applied(
      town(),
      paperAfter(town(), decide(A, 'continue', ['窓口改革']), decide(B, 'merge', ['事務']), decide(C, 'merge', ['事務'])),
    )
    const now = record.initiatives.filter(({ id }) => made.initiatives.includes(id))
    expect(record.plans.find(({ id }) => id === made.plan)).toMatchObject({
      title: '後期',
      parent: 'outer',
      period: { from: 2025, to: 2027 },
    })
    expect(now.map(({ title, number, sections, description }) => [title, number, sections, description])).toEqual([
      ['窓口改革', '1-1', [aSection('市民課', { role: 'lead' })], '窓口を変える。'],
      ['事務', '1-2', [aSection('総務課')], '紙を減らす。'],
    ])
    const node = record.nodes.find(({ id }) => id === now[0]?.node)
    expect([node?.plan, node?.title, made.nodes]).toEqual([made.plan, aNode().title, [node?.id]])
    const carried = record.indicators.filter(({ id }) => made.indicators.includes(id))
    expect(carried.map(({ of, name, unit, direction, actuals }) => [of, name, unit, direction, actuals])).toEqual([
      [{ initiative: now[0]?.id }, 'オンライン申請の件数', '件', 'increase', []],
      [{ initiative: now[1]?.id }, 'オンライン申請の件数', '件', 'increase', []],
    ])
    expect(record.lineage.map(({ from, kind, to }) => [from[0]?.initiative, kind, to[0]?.initiative])).toEqual([
      [A, '継続', now[0]?.id],
      [B, '統合', now[1]?.id],
      [C, '統合', now[1]?.id],
    ])
    expect(record.indicators.slice(0, 2)).toEqual(town().indicators)
  })

  it('部分は行動計画を空にして引き継ぎ、課は後継の課になる', () => {
    const part = aPart({
      id: anId('p'),
      sections: [aSection('総務課')],
      activities: [{ name: '設計', schedule: [{ from: '2024', to: null, text: '実施', milestone: false }] }],
    })
    const record = town({
      initiatives: town().initiatives.map((it) => (it.id === A ? { ...it, parts: [part] } : it)),
      indicators: [anIndicator({ of: { part: anId('p') } })],
    })
    const done = applyCarryOver(record, withSuccessors(paperAfter(record, ...all), ended), ended, ids())
    const now = done.ok ? done.value : null
    const carried = now?.record.initiatives.find(({ id }) => id === now.made.initiatives[0])?.parts[0]
    expect(carried).toMatchObject({ sections: [{ name: '総務管財課' }], activities: [{ name: '設計', schedule: [] }] })
    expect(now?.record.indicators[1]?.of).toEqual({ part: carried?.id })
  })

  it('一番外側の計画が終わるときは、新しい期はその中に立つ', () => {
    const record = aRecord({ initiatives: [anInitiative()] })
    const paper = carryOverDraft(record, { ...begun, from: anId('plan') })
    const { record: now, made } = applied(record, editCarryOver(record, paper, { edit: 'continuing', initiatives: [anId('initiative')] }))
    expect(now.plans.find(({ id }) => id === made.plan)?.parent).toBe('plan')
    expect(now.plans.filter(({ parent }) => parent === null)).toHaveLength(1)
  })

  it('取り消すと、前の記録に戻る。直したものがあれば、それを言う', () => {
    const before = town()
    const { record, made } = applied(before, paperAfter(before, ...all))
    expect(editedSince(record, made)).toEqual([])
    expect(takenBack(record, made)).toEqual(before)
    const id = made.initiatives[0]
    const edited = { ...record, initiatives: record.initiatives.map((it) => (it.id === id ? { ...it, goal: '変えた' } : it)) }
    expect(editedSince(edited, made)).toEqual(['窓口'])
    const added = { ...record, initiatives: [...record.initiatives, anInitiative({ id: anId('z'), plan: made.plan, title: '足した' })] }
    expect(editedSince(added, made)).toEqual(['足した'])
    expect(editedSince({ ...record, lineage: [] }, made)).toEqual(['取組の系譜'])
  })

  it('照会は、年度に応じて前の期か新しい期の一方だけに尋ねる', () => {
    const { record, made } = applied(town(), paperAfter(town(), ...all.slice(0, 2), decide(C, 'end')))
    const asked = (plans: string[], year: number) => itemsAsked(record, new Set(plans), year).map(({ initiative }) => initiative)
    const every = ['outer', 'old', made.plan]
    expect(asked(every, 2024)).toEqual([A, B, C])
    expect(asked(every, 2025)).toEqual(made.initiatives)
    expect(asked([made.plan], 2025)).toEqual(made.initiatives)
    expect(asked(['old'], 2025)).toEqual([A, B, C])
  })
})
